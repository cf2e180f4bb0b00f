#include "hairline/content/fhir_enable.h"

#include <string.h>

#include "hairline/content/fhir_dialect.h"
#include "hairline/content/fhir_option.h"
#include "hairline/content/fhir_reader.h"

static const struct {
	const char *name;
	enum form_operator op;
} operators[] = {
	{"exists", FORM_EXISTS},
	{"=", FORM_EQUAL},
	{"!=", FORM_NOT_EQUAL},
};

#define OPERATOR_COUNT (sizeof(operators) / sizeof(operators[0]))

static bool read_target(struct fhir_reader *reader, const json_t *when,
			struct form_condition *condition)
{
	char shown[FHIR_SHOWN_SIZE];
	const json_t *index;
	const char *link_id;

	if (!fhir_get_string(reader, when, "question", &link_id))
		return false;
	if (!link_id)
		return fhir_refuse(reader, "enableWhen names no question; give "
					   "the linkId of one");
	index = json_object_get(reader->index, link_id);
	if (!index)
		return fhir_refuse(reader,
				   "enableWhen asks for \"%s\", which is not "
				   "there; correct the linkId",
				   fhir_shown(shown, link_id));
	condition->target = (int)json_integer_value(index);
	if (reader->items[condition->target].type != FORM_CHOICE)
		return fhir_refuse(reader,
				   "enableWhen asks for \"%s\", which is not a "
				   "question; name a choice",
				   fhir_shown(shown, link_id));
	return true;
}

static bool read_operator(struct fhir_reader *reader, const json_t *when,
			  struct form_condition *condition)
{
	char shown[FHIR_SHOWN_SIZE];
	const char *name;

	if (!fhir_get_string(reader, when, "operator", &name))
		return false;
	for (size_t i = 0; name && i < OPERATOR_COUNT; i++)
		if (strcmp(name, operators[i].name) == 0) {
			condition->op = operators[i].op;
			return true;
		}
	return fhir_refuse(reader,
			   "enableWhen operator \"%s\" is not supported; use "
			   "exists, = or !=",
			   fhir_shown(shown, name ? name : ""));
}

static bool find_option(struct fhir_reader *reader,
			const struct form_coding *wanted,
			struct form_condition *condition)
{
	const struct form_item *target = &reader->items[condition->target];
	char id_shown[FHIR_SHOWN_SIZE];
	char shown[FHIR_SHOWN_SIZE];

	for (int i = 0; i < target->option_count; i++)
		if (fhir_coding_is_equal(&target->options[i].coding, wanted)) {
			condition->option = i;
			return true;
		}
	return fhir_refuse(reader,
			   "enableWhen asks for the option \"%s\", which "
			   "\"%s\" does not have; correct the code or system",
			   fhir_shown(shown, wanted->code),
			   fhir_shown(id_shown, target->link_id));
}

static bool read_answer(struct fhir_reader *reader, const json_t *when,
			struct form_condition *condition)
{
	const json_t *coding = json_object_get(when, "answerCoding");
	struct form_coding wanted;

	if (condition->op == FORM_EXISTS) {
		if (!json_object_get(when, "answerBoolean"))
			return fhir_refuse(reader,
					   "enableWhen with exists needs "
					   "answerBoolean true or false");
		return fhir_get_flag(reader, when, "answerBoolean",
				     &condition->exists);
	}
	if (!json_is_object(coding))
		return fhir_refuse(reader, "enableWhen on a choice needs an "
					   "answerCoding");
	return fhir_coding_read(reader, coding, &wanted) &&
	       find_option(reader, &wanted, condition);
}

static bool read_behavior(struct fhir_reader *reader, const json_t *object,
			  struct form_item *item)
{
	const char *behavior;

	if (!fhir_get_string(reader, object, "enableBehavior", &behavior))
		return false;
	if (!behavior || strcmp(behavior, "any") == 0)
		return true;
	item->needs_all = true;
	return strcmp(behavior, "all") == 0 ||
	       fhir_refuse(reader, "enableBehavior must be \"any\" or \"all\"");
}

static bool read_conditions(struct fhir_reader *reader, const json_t *object,
			    struct form_item *item)
{
	struct form_condition *conditions;
	const json_t *list;
	const json_t *when;
	size_t i;

	if (!fhir_get_list(reader, object, "enableWhen", &list))
		return false;
	conditions = arena_array(reader->arena, json_array_size(list),
				 sizeof(*conditions));
	if (!conditions)
		return fhir_refuse_memory(reader);
	json_array_foreach(list, i, when)
	{
		if (!fhir_dialect_check(reader, when) ||
		    !read_target(reader, when, &conditions[i]) ||
		    !read_operator(reader, when, &conditions[i]) ||
		    !read_answer(reader, when, &conditions[i]))
			return false;
	}
	item->conditions = conditions;
	item->condition_count = (int)json_array_size(list);
	return read_behavior(reader, object, item);
}

bool fhir_enable_read(struct fhir_reader *reader)
{
	for (int i = 0; i < reader->item_count; i++) {
		reader->link_id = reader->items[i].link_id;
		if (!read_conditions(reader, reader->sources[i],
				     &reader->items[i]))
			return false;
	}
	reader->link_id = NULL;
	return true;
}
