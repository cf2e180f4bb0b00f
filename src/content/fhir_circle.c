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

/* Each waits for the one before it in the form's list. */
static void add_name(struct buf *buf, const struct form *form, int number)
{
	int count = form->circle_count;
	int item = form->circle[(number + count) % count];
	char shown[FHIR_SHOWN_SIZE];

	buf_addf(buf, "%s -> ", fhir_shown(shown, form->items[item].link_id));
}

void fhir_circle_check(struct fhir_reader *reader)
{
	const struct form *form = reader->form;
	char shown[FHIR_SHOWN_SIZE];
	char text[SHOWN_MOST * FHIR_SHOWN_SIZE];
	struct buf buf;
	int count = form->circle_count;
	int first;

	if (count == 0)
		return;
	first = find_first(form);
	buf_init(&buf, text, sizeof(text));
	for (int i = 0; i < count && i < SHOWN_MOST; i++)
		add_name(&buf, form, first - i);
	if (count > SHOWN_MOST)
		buf_add(&buf, "... -> ");
	fhir_set_item(reader, form->circle[first]);
	fhir_error(reader, NULL, "circle",
		   "waits for itself in a circle of enableWhen: %s%s; take one "
		   "of these enableWhen away",
		   text,
		   fhir_shown(shown, form->items[form->circle[first]].link_id));
	fhir_set_item(reader, FORM_NONE);
}
