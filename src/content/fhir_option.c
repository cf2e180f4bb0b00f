#include "hairline/content/fhir_option.h"

#include <string.h>

#include "hairline/content/fhir_dialect.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_text.h"

static bool check_unique(struct fhir_reader *reader,
			 const struct form_option *options, int count)
{
	const struct form_coding *newest = &options[count - 1].coding;
	char shown[FHIR_SHOWN_SIZE];

	for (int i = 0; i < count - 1; i++)
		if (fhir_coding_is_equal(&options[i].coding, newest))
			return fhir_refuse(reader,
					   "two options have the code \"%s\"; "
					   "give each its own",
					   fhir_shown(shown, newest->code));
	return true;
}

static bool read_exclusive(struct fhir_reader *reader, const json_t *object,
			   bool *is_exclusive)
{
	const json_t *extension =
		fhir_extension(object, "questionnaire-optionExclusive");

	return fhir_get_flag(reader, extension, "valueBoolean", is_exclusive);
}

static bool read_option(struct fhir_reader *reader, const json_t *object,
			struct form_option *option)
{
	const json_t *coding = json_object_get(object, "valueCoding");
	const char *key = "display";

	if (!json_is_object(coding))
		return fhir_refuse(reader, "only options with a valueCoding "
					   "are supported; use one");
	if (!json_object_get(coding, key))
		key = "code";
	return fhir_dialect_check(reader, object) &&
	       fhir_dialect_check(reader, coding) &&
	       read_exclusive(reader, object, &option->is_exclusive) &&
	       fhir_coding_read(reader, coding, &option->coding) &&
	       fhir_text_read(reader, coding, key, &option->display);
}

static bool check_count(struct fhir_reader *reader,
			const struct form_item *item, size_t count)
{
	if (item->type != FORM_CHOICE)
		return count == 0 ||
		       fhir_refuse(reader, "only a choice has options; remove "
					   "answerOption");
	if (count == 0)
		return fhir_refuse(reader, "a choice without options; list "
					   "them under answerOption");
	if (count > FORM_OPTIONS_MAX)
		return fhir_refuse(reader,
				   "%zu options, and at most %d are "
				   "supported; split the question",
				   count, FORM_OPTIONS_MAX);
	return true;
}

bool fhir_coding_is_equal(const struct form_coding *a,
			  const struct form_coding *b)
{
	return strcmp(a->code, b->code) == 0 &&
	       (*a->system == '\0' || *b->system == '\0' ||
		strcmp(a->system, b->system) == 0);
}

bool fhir_coding_read(struct fhir_reader *reader, const json_t *object,
		      struct form_coding *coding)
{
	const char *system;
	const char *code;

	if (!fhir_get_string(reader, object, "system", &system) ||
	    !fhir_get_string(reader, object, "code", &code))
		return false;
	if (!code || *code == '\0')
		return fhir_refuse(reader,
				   "a Coding without a code; give it one");
	return fhir_keep(reader, system ? system : "", &coding->system) &&
	       fhir_keep(reader, code, &coding->code);
}

bool fhir_codes_read(struct fhir_reader *reader, const json_t *object,
		     struct form_item *item)
{
	struct form_coding *codes;
	const json_t *list;
	const json_t *code;
	size_t i;

	if (!fhir_get_list(reader, object, "code", &list))
		return false;
	codes = arena_array(reader->arena, json_array_size(list),
			    sizeof(*codes));
	if (!codes)
		return fhir_refuse_memory(reader);
	json_array_foreach(list, i, code)
	{
		if (!fhir_coding_read(reader, code, &codes[i]))
			return false;
	}
	item->codes = codes;
	item->code_count = (int)json_array_size(list);
	return true;
}

bool fhir_options_read(struct fhir_reader *reader, const json_t *object,
		       struct form_item *item)
{
	struct form_option *options;
	const json_t *list;
	const json_t *option;
	size_t i;

	if (!fhir_get_list(reader, object, "answerOption", &list) ||
	    !check_count(reader, item, json_array_size(list)))
		return false;
	options = arena_array(reader->arena, json_array_size(list),
			      sizeof(*options));
	if (!options)
		return fhir_refuse_memory(reader);
	json_array_foreach(list, i, option)
	{
		if (!read_option(reader, option, &options[i]) ||
		    !check_unique(reader, options, (int)i + 1))
			return false;
	}
	item->options = options;
	item->option_count = (int)json_array_size(list);
	return true;
}
