#include "hairline/content/fhir_circle.h"

#include "hairline/base/buf.h"
#include "hairline/content/fhir_reader.h"

#define SHOWN_MOST 8 /* linkIds in the message */

/* Which of the circle stands first in the document. */
static int find_first(const struct form *form)
{
	int first = 0;

	for (int i = 1; i < form->circle_count; i++)
		if (form->circle[i] < form->circle[first])
			first = i;
	return first;
}

void fhir_circle_check(struct fhir_reader *reader)
{
	const struct form *form = reader->form;
	char shown[FHIR_SHOWN_SIZE];
	char text[256];
	struct buf buf;
	int count = form->circle_count;
	int first;

	if (count == 0)
		return;
	first = find_first(form);
	buf_init(&buf, text, sizeof(text));
	for (int i = 0; i < count && i < SHOWN_MOST; i++)
		buf_addf(&buf, "%s%s", i > 0 ? ", " : "",
			 fhir_shown(
				 shown,
				 form->items[form->circle[(first + i) % count]]
					 .link_id));
	fhir_set_item(reader, form->circle[first]);
	fhir_error(reader, NULL, "circle",
		   "is in a circle of enableWhen, each waiting for another: "
		   "%s%s; remove one of them",
		   text, buf.is_cut || count > SHOWN_MOST ? "..." : "");
	fhir_set_item(reader, FORM_NONE);
}
