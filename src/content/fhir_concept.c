#include "hairline/content/fhir_concept.h"

#include <string.h>

#include "hairline/content/fhir_hl7.h"
#include "hairline/content/fhir_language.h"
#include "hairline/content/fhir_option.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_text.h"

bool fhir_concepts_init(struct fhir_concepts *concepts,
			struct fhir_reader *reader)
{
	if (!reader->concept_room)
		reader->concept_room =
			arena_array(&reader->scratch, FHIR_OPTIONS_MAX,
				    sizeof(*reader->concept_room));
	*concepts = (struct fhir_concepts){
		.reader = reader,
		.options = reader->concept_room,
	};
	return concepts->options != NULL;
}

/* An empty option at the end, or NULL when there is no more room. */
static struct form_option *add(struct fhir_concepts *concepts,
			       const struct json *where)
{
	struct form_option *option;

	if (concepts->count == FHIR_OPTIONS_MAX) {
		fhir_refuse(concepts->reader, where, "too-many",
			    "a value set of more than %d options",
			    FHIR_OPTIONS_MAX);
		return NULL;
	}
	option = &concepts->options[concepts->count++];
	*option = (struct form_option){.prefix = ""};
	option->answer = answer_of(ANSWER_CODING);
	return option;
}

/* What a concept is called in a language, or "". */
static const char *find_designation(const struct json *concept,
				    const char *wanted)
{
	const struct json *at = json_first(json_get(concept, "designation"));

	for (; at; at = at->next)
		if (fhir_is_language(json_text_at(at, "language"), wanted) &&
		    *json_text_at(at, "value"))
			return json_text_at(at, "value");
	return fhir_translation(json_get(concept, "_display"), wanted);
}

static const char *in_language(struct fhir_reader *reader,
			       const struct json *concept, const char *own,
			       const char *wanted)
{
	const char *found = find_designation(concept, wanted);

	if (*found)
		return fhir_clean(reader, concept, found);
	if (!fhir_is_language(reader->form->language, wanted))
		fhir_warn_untranslated(reader, concept, own, wanted);
	return own;
}

static void set_display(struct fhir_reader *reader, const struct json *concept,
			struct form_option *option)
{
	const struct form *form = reader->form;
	const char *own = *option->answer.display ? option->answer.display
						  : option->answer.code;

	own = fhir_clean(reader, concept, own);
	fhir_text_set(&option->display, *own ? own : "?");
	for (int i = 0; *own && i < form->language_count; i++)
		option->display.in[i] =
			in_language(reader, concept, own, form->languages[i]);
}

void fhir_concept_add(struct fhir_concepts *concepts,
		      const struct json *concept, const char *system)
{
	struct fhir_reader *reader = concepts->reader;
	struct form_option *option;

	if (*json_text_at(concept, "code") == '\0' &&
	    *json_text_at(concept, "display") == '\0')
		return;
	option = add(concepts, concept);
	if (!option)
		return;
	option->answer.system = fhir_keep(reader, concept, system);
	option->answer.code = fhir_keep(reader, concept,
					fhir_string(reader, concept, "code"));
	option->answer.display = fhir_keep(
		reader, concept, fhir_string(reader, concept, "display"));
	set_display(reader, concept, option);
	fhir_weight_read(reader, concept, option);
}

void fhir_concept_add_hl7(struct fhir_concepts *concepts,
			  const struct hl7_set *set,
			  const struct hl7_code *code)
{
	const struct form *form = concepts->reader->form;
	struct form_option *option = add(concepts, NULL);

	if (!option)
		return;
	option->answer.system = code->system ? code->system : set->system;
	option->answer.code = code->code;
	option->answer.display = code->english;
	fhir_text_set(&option->display, code->english);
	for (int i = 0; i < form->language_count; i++)
		if (fhir_is_language(form->languages[i], "es"))
			option->display.in[i] = code->spanish;
}

void fhir_concept_drop(struct fhir_concepts *concepts, const char *system,
		       const char *code)
{
	int kept = 0;

	for (int i = 0; i < concepts->count; i++) {
		const struct answer *answer = &concepts->options[i].answer;

		if (strcmp(answer->code, code) != 0 ||
		    strcmp(answer->system, system) != 0)
			concepts->options[kept++] = concepts->options[i];
	}
	concepts->count = kept;
}

const struct form_option *fhir_concepts_keep(struct fhir_concepts *concepts,
					     int count)
{
	struct form_option *options =
		fhir_alloc(concepts->reader, count, sizeof(*options));

	if (options && count > 0)
		memcpy(options, concepts->options,
		       (size_t)count * sizeof(*options));
	return options;
}
