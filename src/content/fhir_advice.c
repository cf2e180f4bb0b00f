#include "hairline/content/fhir_advice.h"

#include "hairline/content/fhir_reader.h"
#include "hairline/core/outcome.h"

/* The group that outcome_find() looks into: the first one coded so. */
static int find_section(const struct fhir_reader *reader)
{
	for (int i = 0; i < reader->item_count; i++)
		if (form_has_code(&reader->items[i], CODE_SECTION, "outcome"))
			return i;
	return FORM_NONE;
}

static bool has_display(const struct fhir_reader *reader, int advice)
{
	for (int i = advice + 1; i < reader->items[advice].end; i++)
		if (reader->items[i].type == FORM_DISPLAY)
			return true;
	return false;
}

static bool is_in(const struct fhir_reader *reader, int item, int section)
{
	return section != FORM_NONE && item > section &&
	       item < reader->items[section].end;
}

static void check_advice(struct fhir_reader *reader, int index,
			 const char *code, int section)
{
	const struct form_item *item = &reader->items[index];
	char shown[FHIR_SHOWN_SIZE];

	if (tier_find(code) >= TIER_NONE)
		fhir_error(reader, NULL, "advice",
			   "\"%s\" is no tier of advice; use urgent, doctor, "
			   "not-now, ask-first or tell-us",
			   fhir_shown(shown, code));
	if (item->type != FORM_GROUP || *item->text.in[0] == '\0' ||
	    !has_display(reader, index))
		fhir_error(reader, NULL, "advice",
			   "an advice must be a group with a text and a "
			   "display in it");
	if (!is_in(reader, index, section))
		fhir_error(
			reader, NULL, "advice",
			"an advice must stand in the group coded " CODE_SECTION
			"#outcome; move it there");
}

void fhir_advice_check(struct fhir_reader *reader)
{
	int section = find_section(reader);

	for (int i = 0; i < reader->item_count; i++) {
		const char *code = form_code(&reader->items[i], CODE_ADVICE);

		if (!code)
			continue;
		fhir_set_item(reader, i);
		check_advice(reader, i, code, section);
	}
	fhir_set_item(reader, FORM_NONE);
}
