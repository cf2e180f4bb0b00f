#include "hairline/content/fhir_dialect.h"

#include <string.h>

#include "hairline/content/fhir_reader.h"

struct refusal {
	const char *name;
	const char *remedy;
};

#define USE_ENABLE_WHEN "write it as enableWhen"
#define ASK_IT "the kiosk fills in nothing for a visitor; remove it"
#define LIST_OPTIONS "list the options under answerOption"
#define NOT_COUNTED "use required and repeats only"
#define ASSEMBLE "save the assembled questionnaire"

/* Members of the document, an item or an option. */
static const struct refusal members[] = {
	{"answerValueSet", LIST_OPTIONS},
	{"implicitRules", "remove it"},
	{"initial", ASK_IT},
};

/* The same, but only when true. */
static const struct refusal flags[] = {
	{"initialSelected", ASK_IT},
	{"readOnly", "remove it, or the whole question"},
};

/* Extensions, by the last part of their address. */
static const struct refusal extensions[] = {
	{"answerOptionsToggleExpression", LIST_OPTIONS},
	{"assemble-expectation", ASSEMBLE},
	{"cqf-calculatedValue", ASK_IT},
	{"cqf-expression", "write the text itself"},
	{"questionnaire-constraint", NOT_COUNTED},
	{"questionnaire-maxOccurs", NOT_COUNTED},
	{"questionnaire-minOccurs", NOT_COUNTED},
	{"questionnaire-optionRestriction", LIST_OPTIONS},
	{"questionnaire-signatureRequired", "remove it"},
	{"questionnaire-usageMode", "remove it, or the whole item"},
	{"sdc-questionnaire-answerExpression", LIST_OPTIONS},
	{"sdc-questionnaire-answerOptionsToggleExpression", LIST_OPTIONS},
	{"sdc-questionnaire-assemble-expectation", ASSEMBLE},
	{"sdc-questionnaire-calculatedExpression", ASK_IT},
	{"sdc-questionnaire-candidateExpression", LIST_OPTIONS},
	{"sdc-questionnaire-contextExpression", LIST_OPTIONS},
	{"sdc-questionnaire-enableWhenExpression", USE_ENABLE_WHEN},
	{"sdc-questionnaire-initialExpression", ASK_IT},
	{"sdc-questionnaire-lookupQuestionnaire", LIST_OPTIONS},
	{"sdc-questionnaire-subQuestionnaire", ASSEMBLE},
	{"targetConstraint", NOT_COUNTED},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct refusal *find(const struct refusal *table, size_t count,
				  const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(table[i].name, name) == 0)
			return &table[i];
	return NULL;
}

static bool refuse(struct fhir_reader *reader, const struct refusal *refusal)
{
	return fhir_refuse(reader, "%s is not supported; %s", refusal->name,
			   refusal->remedy);
}

static bool check_members(struct fhir_reader *reader, const json_t *object)
{
	for (size_t i = 0; i < COUNT(members); i++)
		if (json_object_get(object, members[i].name))
			return refuse(reader, &members[i]);
	for (size_t i = 0; i < COUNT(flags); i++) {
		bool is_set;

		if (!fhir_get_flag(reader, object, flags[i].name, &is_set))
			return false;
		if (is_set)
			return refuse(reader, &flags[i]);
	}
	return true;
}

static bool check_extensions(struct fhir_reader *reader, const json_t *object)
{
	const json_t *list;
	const json_t *extension;
	size_t i;

	if (!fhir_get_list(reader, object, "extension", &list))
		return false;
	json_array_foreach(list, i, extension)
	{
		const struct refusal *refusal;
		const char *url;
		const char *slash;

		if (!fhir_get_string(reader, extension, "url", &url))
			return false;
		slash = url ? strrchr(url, '/') : NULL;
		refusal = find(extensions, COUNT(extensions),
			       slash ? slash + 1 : "");
		if (refusal)
			return refuse(reader, refusal);
	}
	return true;
}

/* By the standard, who does not know a modifier must not use the object. */
static bool check_modifiers(struct fhir_reader *reader, const json_t *object)
{
	char shown[FHIR_SHOWN_SIZE];
	const json_t *list;
	const char *url;

	if (!fhir_get_list(reader, object, "modifierExtension", &list))
		return false;
	if (json_array_size(list) == 0)
		return true;
	if (!fhir_get_string(reader, json_array_get(list, 0), "url", &url))
		return false;
	return fhir_refuse(reader,
			   "modifierExtension \"%s\" is not supported and "
			   "may change the meaning; remove it",
			   fhir_shown(shown, url ? url : ""));
}

bool fhir_dialect_check(struct fhir_reader *reader, const json_t *object)
{
	if (!object)
		return true;
	return check_modifiers(reader, object) &&
	       check_extensions(reader, object) &&
	       check_members(reader, object);
}
