#include "hairline/content/fhir_type.h"

#include <string.h>

#include "hairline/content/fhir_reader.h"

static const struct {
	const char *name;
	enum form_type type;
} types[] = {
#define X(id, name, kind) {name, id},
	FORM_TYPES(X)
#undef X
		{"coding", FORM_CHOICE},
};

#define TYPE_COUNT (sizeof(types) / sizeof(types[0]))

/* What to make of an item that does not say, or says what nobody knows. */
static enum form_type guess(const struct json *object)
{
	return json_get(object, "item") ? FORM_GROUP : FORM_DISPLAY;
}

static enum form_type find_type(struct fhir_reader *reader,
				const struct json *object, const char *name)
{
	char shown[FHIR_SHOWN_SIZE];

	for (size_t i = 0; i < TYPE_COUNT; i++)
		if (strcmp(types[i].name, name) == 0)
			return types[i].type;
	fhir_error(reader, json_get(object, "type"), "type",
		   "type \"%s\" is not of FHIR; it is shown and not asked, "
		   "correct it",
		   fhir_shown(shown, name));
	return guess(object);
}

/* answerConstraint: may a text be answered that is no option? */
static bool takes_text(struct fhir_reader *reader, const struct json *object,
		       const struct form_item *item)
{
	const struct json *constraint = json_get(object, "answerConstraint");
	const char *code = fhir_string(reader, object, "answerConstraint");
	bool is_any = strcmp(code, "optionsOrType") == 0;

	if (item->type == FORM_OPEN_CHOICE)
		return true;
	if (item->type == FORM_STRING || item->type == FORM_TEXT)
		return is_any || strcmp(code, "optionsOrString") == 0;
	if (item->type == FORM_CHOICE && is_any)
		fhir_note(reader, constraint, "options-only",
			  "codes beside the options cannot be typed; visitors "
			  "choose an option");
	if (strcmp(code, "optionsOrString") != 0)
		return false;
	if (item->type != FORM_CHOICE)
		fhir_warning(reader, constraint, "options-only",
			     "a text beside the options is not taken here; "
			     "visitors choose an option");
	return item->type == FORM_CHOICE;
}

void fhir_type_read(struct fhir_reader *reader, const struct json *object,
		    struct form_item *item)
{
	const char *name = fhir_string(reader, object, "type");

	if (*name == '\0') {
		fhir_error(reader, NULL, "type",
			   "has no type; it is shown and not asked, give it "
			   "one");
		item->type = guess(object);
		return;
	}
	item->type = find_type(reader, object, name);
	item->is_open = takes_text(reader, object, item);
	if (item->type == FORM_CHOICE && item->is_open)
		item->type = FORM_OPEN_CHOICE;
}
