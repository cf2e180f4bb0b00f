#include "hairline/content/fhir_invariant.h"

#include <string.h>

#include "hairline/base/suggest.h"
#include "hairline/content/fhir_reader.h"

#define GROUP (1u << FORM_GROUP)
#define DISPLAY (1u << FORM_DISPLAY)
#define BOOLEAN (1u << FORM_BOOLEAN)
#define DECIMAL (1u << FORM_DECIMAL)
#define INTEGER (1u << FORM_INTEGER)
#define DATE (1u << FORM_DATE)
#define DATE_TIME (1u << FORM_DATE_TIME)
#define TIME (1u << FORM_TIME)
#define STRING (1u << FORM_STRING)
#define TEXT (1u << FORM_TEXT)
#define URL (1u << FORM_URL)
#define CHOICE (1u << FORM_CHOICE)
#define OPEN_CHOICE (1u << FORM_OPEN_CHOICE)
#define QUANTITY (1u << FORM_QUANTITY)
#define ALL (~0u)

#define OPTION_TYPES                                                          \
	(CHOICE | OPEN_CHOICE | DECIMAL | INTEGER | DATE | DATE_TIME | TIME | \
	 STRING | QUANTITY)
#define LENGTH_TYPES \
	(BOOLEAN | DECIMAL | INTEGER | STRING | TEXT | URL | OPEN_CHOICE)

#define NO_OPTIONS                                                            \
	"this type of question has no options, they are left out; make it a " \
	"choice"

/* Every member of an item, and which types may have it. */
static const struct {
	const char *key;
	unsigned types;
	const char *code;
	const char *said;
} members[] = {
	{"linkId", ALL, "", ""},
	{"text", ALL, "", ""},
	{"type", ALL, "", ""},
	{"extension", ALL, "", ""},
	{"required", ALL & ~DISPLAY, "que-6",
	 "a display cannot be required; remove it"},
	{"answerOption", OPTION_TYPES, "que-5", NO_OPTIONS},
	{"enableWhen", ALL, "", ""},
	{"enableBehavior", ALL, "", ""},
	{"item", ALL & ~DISPLAY, "que-1",
	 "a display cannot hold items, they are left out; make it a group"},
	{"code", ALL & ~DISPLAY, "que-3",
	 "a display cannot have a code; remove it"},
	{"repeats", ALL & ~DISPLAY, "que-6",
	 "a display cannot repeat; remove it"},
	{"prefix", ALL, "", ""},
	{"answerValueSet", OPTION_TYPES, "que-5", NO_OPTIONS},
	{"initial", ALL & ~(GROUP | DISPLAY), "que-8",
	 "only questions have initial values, it is left out; remove it"},
	{"readOnly", ALL & ~DISPLAY, "que-9",
	 "a display cannot be read-only; remove it"},
	{"maxLength", LENGTH_TYPES, "que-10",
	 "this type of question has no maxLength; remove it"},
	{"definition", ALL, "", ""},
	{"id", ALL, "", ""},
	{"modifierExtension", ALL, "", ""},
	{"answerConstraint", ALL, "", ""},
	{"disabledDisplay", ALL, "", ""},
};

#define MEMBER_COUNT ((int)(sizeof(members) / sizeof(members[0])))

static const char *const statuses[] = {"draft", "active", "retired", "unknown"};

static int find_member(const char *key)
{
	int i = 0;

	while (i < MEMBER_COUNT && strcmp(members[i].key, key) != 0)
		i++;
	return i;
}

/* A misspelt enableWhen would be a question that everyone is asked. */
static void report_unknown(struct fhir_reader *reader, const struct json *value)
{
	const char *names[MEMBER_COUNT];
	char shown[FHIR_SHOWN_SIZE];
	const char *meant;

	for (int i = 0; i < MEMBER_COUNT; i++)
		names[i] = members[i].key;
	meant = suggest_word(value->key, names, MEMBER_COUNT);
	fhir_error(reader, value, "unknown-member",
		   "an item has no \"%s\", it is left out; %s%s",
		   fhir_shown(shown, value->key),
		   meant ? "write " : "remove it", meant ? meant : "");
}

static void check_members(struct fhir_reader *reader, const struct json *object)
{
	unsigned type = 1u << reader->item->type;

	for (const struct json *at = object->first; at; at = at->next) {
		bool is_sibling = *at->key == '_';
		int i = find_member(at->key + is_sibling);

		if (i == MEMBER_COUNT)
			report_unknown(reader, at);
		else if (!is_sibling && (members[i].types & type) == 0)
			fhir_error(reader, at, members[i].code, "%s",
				   members[i].said);
	}
}

static void check_values(struct fhir_reader *reader, const struct json *object)
{
	const struct json *initial = json_get(object, "initial");

	if (json_get(object, "answerOption") &&
	    json_get(object, "answerValueSet"))
		fhir_error(reader, NULL, "que-4",
			   "has answerOption and answerValueSet, and only the "
			   "first counts; remove one");
	if (initial && json_get(object, "answerOption"))
		fhir_error(reader, initial, "que-11",
			   "a question with answerOption has no initial; use "
			   "initialSelected");
	if (initial && initial->count > 1 &&
	    !json_is_true(json_get(object, "repeats")))
		fhir_error(reader, initial, "que-13",
			   "several initial values, and only the first counts; "
			   "keep one");
}

void fhir_invariant_check(struct fhir_reader *reader, const struct json *object)
{
	check_members(reader, object);
	check_values(reader, object);
	if (reader->item->type == FORM_GROUP &&
	    !json_first(json_get(object, "item")))
		fhir_error(reader, NULL, "que-1",
			   "a group without items; put some in, or remove it");
}

static bool is_name(const char *name)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	static const char others[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				     "abcdefghijklmnopqrstuvwxyz0123456789_";

	return strspn(name, letters) > 0 && strlen(name) <= 255 &&
	       name[strspn(name, others)] == '\0';
}

static bool is_status(const char *status)
{
	for (size_t i = 0; i < sizeof(statuses) / sizeof(statuses[0]); i++)
		if (strcmp(statuses[i], status) == 0)
			return true;
	return false;
}

void fhir_invariant_check_root(struct fhir_reader *reader)
{
	const struct json *name = json_get(reader->root, "name");
	const char *status = fhir_string(reader, reader->root, "status");

	if (!is_status(status))
		fhir_error(reader, json_get(reader->root, "status"), "status",
			   "status must be draft, active, retired or unknown; "
			   "give it one");
	if (name && !is_name(fhir_string(reader, reader->root, "name")))
		fhir_warning(reader, name, "que-0",
			     "the name should be one word for programs, such "
			     "as HealthCheck; the title is for people");
}
