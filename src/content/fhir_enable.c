#include "hairline/content/fhir_enable.h"

#include <string.h>

#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_value.h"

static const char *const operator_names[FORM_OPERATOR_COUNT] = {
#define X(id, name) [id] = name,
	FORM_OPERATORS(X)
#undef X
};

static void check_target(struct fhir_reader *reader, const struct json *when,
			 const struct form_item *target)
{
	const struct form_item *item = reader->item;
	char shown[FHIR_SHOWN_SIZE];

	if (!form_is_question(target))
		fhir_error(
			reader, when, "no-question",
			"enableWhen asks for \"%s\", which is a %s and never "
			"has an answer; name a question",
			fhir_shown(shown, target->link_id),
			form_type_name(target->type));
	if (target >= item && target - reader->items < item->end)
		fhir_error(reader, when, "own-descendant",
			   "enableWhen asks for \"%s\", which can only be "
			   "answered when this item is enabled; name another",
			   fhir_shown(shown, target->link_id));
}

static void read_target(struct fhir_reader *reader, const struct json *when,
			struct form_condition *condition)
{
	const char *link_id = fhir_string(reader, when, "question");
	char shown[FHIR_SHOWN_SIZE];

	condition->target = fhir_index_find(&reader->index, link_id);
	if (condition->target != FORM_NONE)
		check_target(reader, when, &reader->items[condition->target]);
	else if (*link_id == '\0')
		fhir_error(reader, when, "unknown-target",
			   "enableWhen names no question; give the linkId of "
			   "one");
	else
		fhir_error(reader, when, "unknown-target",
			   "enableWhen asks for \"%s\", which is not there and "
			   "so never has an answer; correct the linkId",
			   fhir_shown(shown, link_id));
}

static void read_operator(struct fhir_reader *reader, const struct json *when,
			  struct form_condition *condition)
{
	const char *name = fhir_string(reader, when, "operator");
	char shown[FHIR_SHOWN_SIZE];

	condition->op = FORM_UNKNOWN;
	for (int i = 0; i < FORM_UNKNOWN; i++)
		if (strcmp(name, operator_names[i]) == 0)
			condition->op = (enum form_operator)i;
	if (condition->op == FORM_UNKNOWN)
		fhir_error(reader, when, "operator",
			   "the operator \"%s\" is never met; use exists, =, "
			   "!=, >, <, >= or <=",
			   fhir_shown(shown, name));
}

static void read_exists(struct fhir_reader *reader, const struct json *when,
			struct form_condition *condition)
{
	const struct json *expected = json_get(when, "answerBoolean");

	condition->exists = json_is_true(expected);
	if (json_is(expected, JSON_BOOL))
		return;
	condition->op = FORM_UNKNOWN;
	fhir_error(reader, when, "que-7",
		   "enableWhen with exists is never met without answerBoolean "
		   "true or false; give it one");
}

static bool is_number(enum answer_kind kind)
{
	return kind == ANSWER_INTEGER || kind == ANSWER_DECIMAL;
}

static bool is_moment(enum answer_kind kind)
{
	return kind == ANSWER_DATE || kind == ANSWER_DATE_TIME;
}

static bool is_text(enum answer_kind kind)
{
	return kind == ANSWER_STRING || kind == ANSWER_URI;
}

/* Could an answer of one kind be compared with one of the other? */
static bool is_comparable(enum answer_kind a, enum answer_kind b)
{
	return a == b || (is_number(a) && is_number(b)) ||
	       (is_moment(a) && is_moment(b)) || (is_text(a) && is_text(b)) ||
	       (a == ANSWER_CODING && is_text(b)) ||
	       (is_text(a) && b == ANSWER_CODING);
}

/* Is an answer to the target of the kind that is expected? */
static bool has_kind(const struct form_item *target, enum answer_kind kind,
		     bool (*is_like)(enum answer_kind a, enum answer_kind b))
{
	if (is_like(form_kind(target), kind) ||
	    (target->is_open && kind == ANSWER_STRING))
		return true;
	for (int i = 0; i < target->option_count; i++)
		if (is_like(target->options[i].answer.kind, kind))
			return true;
	return false;
}

static bool is_same(enum answer_kind a, enum answer_kind b)
{
	return a == b;
}

static bool is_no_option(const struct form_item *target,
			 const struct answer *expected)
{
	if (target->option_count == 0 || target->is_open)
		return false;
	for (int i = 0; i < target->option_count; i++)
		if (answer_compare(&target->options[i].answer, expected) ==
		    RELATION_EQUAL)
			return false;
	return true;
}

/* What is expected in words, for a message. */
static const char *name_of(const struct answer *expected)
{
	if (*expected->code)
		return expected->code;
	return *expected->text ? expected->text : expected->display;
}

static void check_expected(struct fhir_reader *reader, const struct json *when,
			   const struct form_condition *condition)
{
	const struct form_item *target = &reader->items[condition->target];
	const struct answer *expected = &condition->expected;
	char id_shown[FHIR_SHOWN_SIZE];
	char shown[FHIR_SHOWN_SIZE];

	if (!has_kind(target, expected->kind, is_comparable)) {
		fhir_warning(reader, when, "answer-type",
			     "enableWhen compares \"%s\" with %s, which no "
			     "answer to it ever equals; correct answer[x]",
			     fhir_shown(id_shown, target->link_id),
			     answer_words(expected->kind));
	} else if (condition->op <= FORM_NOT_EQUAL &&
		   is_no_option(target, expected)) {
		fhir_error(
			reader, when, "unknown-option",
			"enableWhen asks for the option \"%s\", which \"%s\" "
			"does not have; correct the code or system",
			fhir_shown(shown, name_of(expected)),
			fhir_shown(id_shown, target->link_id));
	} else if (!has_kind(target, expected->kind, is_same)) {
		fhir_warning(reader, when, "answer-type",
			     "enableWhen compares \"%s\" with %s; other form "
			     "fillers may not, write answer[x] as the question "
			     "has it",
			     fhir_shown(id_shown, target->link_id),
			     answer_words(expected->kind));
	}
}

static void read_expected(struct fhir_reader *reader, const struct json *when,
			  struct form_condition *condition)
{
	if (!fhir_value_read(reader, when, "answer", &condition->expected)) {
		if (!fhir_value_find(when, "answer"))
			fhir_error(reader, when, "no-answer",
				   "enableWhen without an answer[x] is never "
				   "met; give it one");
		condition->op = FORM_UNKNOWN;
		return;
	}
	if (condition->target != FORM_NONE &&
	    form_is_question(&reader->items[condition->target]))
		check_expected(reader, when, condition);
}

static void read_condition(struct fhir_reader *reader, const struct json *when,
			   struct form_condition *condition)
{
	condition->expected = answer_of(ANSWER_NONE);
	read_target(reader, when, condition);
	read_operator(reader, when, condition);
	if (condition->op == FORM_EXISTS)
		read_exists(reader, when, condition);
	else if (condition->op != FORM_UNKNOWN)
		read_expected(reader, when, condition);
}

static void read_behavior(struct fhir_reader *reader, const struct json *object,
			  struct form_item *item)
{
	const char *behavior = fhir_string(reader, object, "enableBehavior");

	item->needs_all = strcmp(behavior, "all") == 0;
	if (*behavior == '\0' && item->condition_count > 1)
		fhir_error(
			reader, json_get(object, "enableWhen"), "que-12",
			"several enableWhen without an enableBehavior count "
			"as \"any\"; Smart Forms takes them as \"all\", the "
			"validator of HL7 as always met, and the Android FHIR "
			"SDK fails; say \"any\" or \"all\"");
	else if (*behavior && !item->needs_all && strcmp(behavior, "any") != 0)
		fhir_error(reader, json_get(object, "enableBehavior"),
			   "behavior",
			   "enableBehavior counts as \"any\"; say \"any\" or "
			   "\"all\"");
}

static void read_conditions(struct fhir_reader *reader,
			    const struct json *object, struct form_item *item)
{
	const struct json *at = fhir_list(reader, object, "enableWhen");
	int count = at ? json_get(object, "enableWhen")->count : 0;
	struct form_condition *conditions;

	if (count == 0)
		return;
	conditions = fhir_alloc(reader, count, sizeof(*conditions));
	for (; at && conditions; at = at->next)
		read_condition(reader, at,
			       &conditions[item->condition_count++]);
	item->conditions = conditions;
	read_behavior(reader, object, item);
}

void fhir_enable_read(struct fhir_reader *reader)
{
	for (int i = 0; i < reader->item_count; i++) {
		if (!json_get(reader->sources[i], "enableWhen"))
			continue;
		fhir_set_item(reader, i);
		read_conditions(reader, reader->sources[i], &reader->items[i]);
	}
	fhir_set_item(reader, FORM_NONE);
}
