#include "hairline/content/fhir_circle.h"

#include "hairline/base/buf.h"
#include "hairline/content/fhir_reader.h"

#define SHOWN_MOST 8 /* linkIds in the message */

void fhir_circle_check(struct fhir_reader *reader)
{
	const struct form *form = reader->form;
	char shown[FHIR_SHOWN_SIZE];
	char text[256];
	struct buf buf;
	int count = form->circle_count;

	if (count == 0)
		return;
	buf_init(&buf, text, sizeof(text));
	for (int i = 0; i < count && i < SHOWN_MOST; i++)
		buf_addf(&buf, "%s%s", i > 0 ? ", " : "",
			 fhir_shown(shown,
				    form->items[form->circle[i]].link_id));
	fhir_set_item(reader, form->circle[0]);
	fhir_error(reader, NULL, "circle",
		   "is in a circle of enableWhen, each waiting for another: "
		   "%s%s; remove one of them",
		   text, buf.is_cut || count > SHOWN_MOST ? "..." : "");
	fhir_set_item(reader, FORM_NONE);
}
