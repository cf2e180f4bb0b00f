#include "hairline/content/fhir_dialect.h"

#include <string.h>

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_reader.h"

/* An extension that this kiosk does not follow, and what comes of that. */
struct unknown {
	const char *name;
	const char *code;
	const char *said;
};

#define USE_ENABLE_WHEN \
	"an expression decides whether it is asked; write it as enableWhen"
#define LIST_OPTIONS \
	"an expression decides its options; list them under answerOption"
#define FIXED_VALUE "an expression works out a value; write the value itself"
#define NO_CONSTRAINT                                                   \
	"an expression decides which answers are right; use minValue, " \
	"maxValue, regex or maxLength"
#define ASSEMBLE \
	"the questionnaire is in parts; assemble it first, and use that"

/* They change what is asked, or which answers are right. */
static const struct unknown refused[] = {
	{"answerExpression", "expression", LIST_OPTIONS},
	{"answerOptionsToggleExpression", "expression", LIST_OPTIONS},
	{"assemble-expectation", "assemble", ASSEMBLE},
	{"constraint", "constraint", NO_CONSTRAINT},
	{"cqf-calculatedValue", "expression", FIXED_VALUE},
	{"enableWhenExpression", "expression", USE_ENABLE_WHEN},
	{"optionRestriction", "expression", LIST_OPTIONS},
	{"subQuestionnaire", "assemble", ASSEMBLE},
	{"targetConstraint", "constraint", NO_CONSTRAINT},
};

#define PREFILL \
	"nothing is filled in for visitors, so they are asked everything"
#define EXTRACT "answers are exported as they are and not taken apart"
#define VARIABLE "variables are only used in sums of weights"
#define TERMINOLOGY "there is no terminology server at the kiosk"
#define SIGNATURE "no signature is taken; have it signed on paper"
#define NO_SET "units from a value set are not offered; use unitOption"

/* They are harmless here; said once for each code. */
static const struct unknown noted[] = {
	{"candidateExpression", "prefill", PREFILL},
	{"contextExpression", "prefill", PREFILL},
	{"cqf-library", "prefill", PREFILL},
	{"initialExpression", "prefill", PREFILL},
	{"itemContext", "prefill", PREFILL},
	{"itemPopulationContext", "prefill", PREFILL},
	{"launchContext", "prefill", PREFILL},
	{"lookupQuestionnaire", "prefill", PREFILL},
	{"observationLinkPeriod", "prefill", PREFILL},
	{"prepopulate-subject", "prefill", PREFILL},
	{"sourceQueries", "prefill", PREFILL},
	{"definitionExtract", "extraction", EXTRACT},
	{"definitionExtractValue", "extraction", EXTRACT},
	{"extractAllocateId", "extraction", EXTRACT},
	{"itemExtractionContext", "extraction", EXTRACT},
	{"observationExtract", "extraction", EXTRACT},
	{"targetStructureMap", "extraction", EXTRACT},
	{"templateExtract", "extraction", EXTRACT},
	{"templateExtractBundle", "extraction", EXTRACT},
	{"templateExtractContext", "extraction", EXTRACT},
	{"templateExtractValue", "extraction", EXTRACT},
	{"variable", "variable", VARIABLE},
	{"preferredTerminologyServer", "terminology", TERMINOLOGY},
	{"signatureRequired", "signature", SIGNATURE},
	{"unitValueSet", "unit-set", NO_SET},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* Texts that are the same with or without an expression. */
static const char *const text_keys[] = {
	"_text",        "_title",         "_prefix",      "_display",
	"_valueString", "_valueMarkdown", "_description",
};

static const struct unknown *find(const struct unknown *table, size_t count,
				  const char *name)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(table[i].name, name) == 0)
			return &table[i];
	return NULL;
}

/* Which bit of reader->noted stands for a code: that of its first entry. */
static unsigned bit_of(const char *code)
{
	unsigned bit = 0;

	while (strcmp(noted[bit].code, code) != 0)
		bit++;
	return 1u << bit;
}

static void note(struct fhir_reader *reader, const struct json *extension,
		 const struct unknown *unknown)
{
	if (reader->noted & bit_of(unknown->code))
		return;
	reader->noted |= bit_of(unknown->code);
	fhir_note(reader, extension, unknown->code, "%s (%s)", unknown->said,
		  unknown->name);
}

/* A constraint that is only a warning, a part that may stand alone. */
static bool is_harmless(const struct unknown *unknown,
			const struct json *extension)
{
	const struct json *part = json_first(json_get(extension, "extension"));

	if (strcmp(unknown->code, "assemble") == 0)
		return strncmp(json_text_at(extension, "valueCode"),
			       "independent-", strlen("independent-")) == 0;
	if (strcmp(unknown->code, "constraint") != 0)
		return false;
	for (; part; part = part->next)
		if (strcmp(json_text_at(part, "url"), "severity") == 0)
			return strcmp(json_text_at(part, "valueCode"),
				      "error") != 0;
	return false;
}

static bool is_text(const struct json *object)
{
	for (size_t i = 0; object->key && i < COUNT(text_keys); i++)
		if (strcmp(object->key, text_keys[i]) == 0)
			return true;
	return false;
}

/* cqf-expression: of a text, of the item's answer, or of any other value. */
static void check_expression(struct fhir_reader *reader,
			     const struct json *owner,
			     const struct json *extension)
{
	if (is_text(owner))
		fhir_warning(reader, extension, "dynamic-text",
			     "an expression works out this text; visitors will "
			     "read what is written, make sure it makes sense");
	else if (owner->key && *owner->key == '_')
		fhir_refuse(reader, extension, "expression", FIXED_VALUE);
	else
		note(reader, extension,
		     find(noted, COUNT(noted), "initialExpression"));
}

/* A critical extension must be one of those that are understood. */
static void check_critical(struct fhir_reader *reader,
			   const struct json *extension)
{
	static const char *const keys[] = {"valueUri", "valueUrl",
					   "valueCanonical"};
	char shown[FHIR_SHOWN_SIZE];
	const char *url = "";

	for (size_t i = 0; *url == '\0' && i < COUNT(keys); i++)
		url = json_text_at(extension, keys[i]);
	fhir_refuse(reader, extension, "critical",
		    "the extension \"%s\" is said to be critical, and is not "
		    "known here; this form cannot be shown",
		    fhir_shown(shown, url));
}

/* One of another organisation that looks as if it held logic. */
static void check_foreign(struct fhir_reader *reader,
			  const struct json *extension, const char *url)
{
	const char *slash = strrchr(url, '/');
	char shown[FHIR_SHOWN_SIZE];

	if (!slash ||
	    (!strstr(slash, "xpression") && !strstr(slash, "fhirpath")))
		return;
	fhir_warning(reader, extension, "foreign-logic",
		     "the extension \"%s\" is not of HL7 and not followed; "
		     "make sure that the form works without",
		     fhir_shown(shown, url));
}

static void check_extension(struct fhir_reader *reader,
			    const struct json *owner,
			    const struct json *extension)
{
	const char *url = json_text_at(extension, "url");
	const char *name = fhir_extension_name(url);
	const struct unknown *unknown = find(refused, COUNT(refused), name);

	if (*name == '\0') {
		check_foreign(reader, extension, url);
	} else if (unknown) {
		if (!is_harmless(unknown, extension))
			fhir_refuse(reader, extension, unknown->code, "%s",
				    unknown->said);
	} else if (strcmp(name, "cqf-expression") == 0) {
		check_expression(reader, owner, extension);
	} else if (strcmp(name, "rendering-criticalExtension") == 0) {
		check_critical(reader, extension);
	} else {
		unknown = find(noted, COUNT(noted), name);
		if (unknown)
			note(reader, extension, unknown);
	}
}

static void check_extensions(struct fhir_reader *reader,
			     const struct json *owner, const struct json *list)
{
	for (const struct json *at = list->first; at; at = at->next)
		check_extension(reader, owner, at);
}

/* By the standard, who does not know a modifier must not use the object. */
static void check_modifiers(struct fhir_reader *reader, const struct json *list)
{
	char shown[FHIR_SHOWN_SIZE];

	for (const struct json *at = list->first; at; at = at->next)
		fhir_refuse(reader, at, "modifier",
			    "the modifierExtension \"%s\" is not known here "
			    "and may change the meaning; remove it",
			    fhir_shown(shown, json_text_at(at, "url")));
}

static bool has_key(const struct json *value, const char *key)
{
	return value->key && *value->key == *key &&
	       strcmp(value->key, key) == 0;
}

/* Look at a value and all below it, but for items and other resources. */
static void check_all(struct fhir_reader *reader, const struct json *value)
{
	for (const struct json *at = value->first; at; at = at->next) {
		if (!at->first || has_key(at, "item") ||
		    has_key(at, "contained"))
			continue;
		if (has_key(at, "modifierExtension"))
			check_modifiers(reader, at);
		if (has_key(at, "extension"))
			check_extensions(reader, value, at);
		check_all(reader, at);
	}
}

void fhir_dialect_check_root(struct fhir_reader *reader)
{
	const struct json *rules = json_get(reader->root, "implicitRules");
	char shown[FHIR_SHOWN_SIZE];

	if (rules)
		fhir_refuse(reader, rules, "rules",
			    "implicitRules \"%s\" are not known here and may "
			    "change the meaning; remove them",
			    fhir_shown(shown, json_text(rules)));
	check_all(reader, reader->root);
}

void fhir_dialect_check(struct fhir_reader *reader, const struct json *object)
{
	check_all(reader, object);
}

/* Would only an expression have given an answer? */
static bool is_filled_in(const struct fhir_reader *reader, int index)
{
	const struct form_item *item = &reader->items[index];
	const struct json *source = reader->sources[index];

	return (item->is_hidden || item->is_read_only) &&
	       item->initial_count == 0 && !item->score &&
	       fhir_extension(source, "initialExpression");
}

void fhir_dialect_check_targets(struct fhir_reader *reader)
{
	char shown[FHIR_SHOWN_SIZE];

	for (int i = 0; i < reader->item_count; i++) {
		const struct form_item *item = &reader->items[i];

		for (int j = 0; j < item->condition_count; j++) {
			int target = item->conditions[j].target;

			if (target == FORM_NONE ||
			    !is_filled_in(reader, target))
				continue;
			fhir_set_item(reader, i);
			fhir_refuse(reader, NULL, "expression",
				    "enableWhen asks for \"%s\", which only an "
				    "expression can answer; let visitors "
				    "answer it",
				    fhir_shown(shown,
					       reader->items[target].link_id));
		}
	}
	fhir_set_item(reader, FORM_NONE);
}
