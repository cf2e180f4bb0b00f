#include "hairline/content/fhir_response.h"

#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/base/json.h"
#include "hairline/content/response_value.h"

#define BETWEEN "; "

struct reading {
	void (*each)(void *context, const char *link_id, const char *text,
		     const char *answer);
	void *context;
	struct arena *arena;
	struct err *err;
};

/* What a person would call an answer: the first of its texts that says
 * something. */
static const char *words_of(const struct answer *answer)
{
	if (answer->kind == ANSWER_BOOLEAN)
		return answer->is_true ? "true" : "false";
	if (answer->kind == ANSWER_ATTACHMENT)
		return "(attachment)";
	if (answer->kind == ANSWER_CODING && *answer->display)
		return answer->display;
	return answer->kind == ANSWER_CODING ? answer->code : answer->text;
}

static const char *unit_of(const struct answer *answer)
{
	if (answer->kind != ANSWER_QUANTITY)
		return "";
	return *answer->display ? answer->display : answer->code;
}

static void add_answer(struct buf *buf, const struct json *object)
{
	const struct json *value = response_value_find(object);
	struct answer answer = answer_of(ANSWER_NONE);

	if (value)
		answer = response_value_read(value);
	buf_add(buf, words_of(&answer));
	if (*unit_of(&answer))
		buf_add(buf, " ");
	buf_add(buf, unit_of(&answer));
}

/* Joined, in a piece of the arena that is large enough for any answers: their
 * words stand in the document, with more around them. */
static const char *join(const struct reading *reading,
			const struct json *answers, size_t size)
{
	char *mem = arena_alloc(reading->arena, size);
	struct buf buf;

	if (!mem)
		return NULL;
	buf_init(&buf, mem, size);
	for (const struct json *at = answers->first; at; at = at->next) {
		if (at != answers->first)
			buf_add(&buf, BETWEEN);
		add_answer(&buf, at);
	}
	return mem;
}

static size_t joined_size(const struct json *answers)
{
	size_t size = 1;

	for (const struct json *at = answers->first; at; at = at->next) {
		const struct json *value = response_value_find(at);
		struct answer answer = answer_of(ANSWER_NONE);

		if (value)
			answer = response_value_read(value);
		size += strlen(BETWEEN) + strlen(words_of(&answer)) + 1 +
			strlen(unit_of(&answer));
	}
	return size;
}

static bool tell_item(const struct reading *reading, const struct json *item)
{
	const struct json *answers = json_get(item, "answer");
	const char *joined;

	if (!json_first(answers))
		return true;
	joined = join(reading, answers, joined_size(answers));
	if (!joined)
		return err_set(reading->err, ERR_MEMORY,
			       "no memory to read the answers");
	reading->each(reading->context, json_text_at(item, "linkId"),
		      json_text_at(item, "text"), joined);
	return true;
}

/* The items below an item, or below one answer of a question.  As deep as
 * JSON_DEPTH_MAX. */
static bool tell_items(const struct reading *reading, const struct json *owner)
{
	const struct json *item = json_first(json_get(owner, "item"));

	for (; item; item = item->next) {
		const struct json *answer =
			json_first(json_get(item, "answer"));

		if (!tell_item(reading, item) || !tell_items(reading, item))
			return false;
		for (; answer; answer = answer->next)
			if (!tell_items(reading, answer))
				return false;
	}
	return true;
}

static bool tell(const struct reading *reading, const char *json)
{
	const struct json *root;
	struct err said;

	/* Says where but not what: the text near it is a visitor's. */
	root = json_parse(reading->arena, json, strlen(json), &said);
	if (!root)
		return err_set(reading->err, said.code,
			       "the stored answers are damaged at %.40s",
			       said.msg);
	if (strcmp(json_text_at(root, "resourceType"),
		   "QuestionnaireResponse") != 0)
		return err_set(reading->err, ERR_SYNTAX,
			       "the stored answers are not a "
			       "QuestionnaireResponse");
	return tell_items(reading, root);
}

bool fhir_response_each(const char *json,
			void (*each)(void *context, const char *link_id,
				     const char *text, const char *answer),
			void *context, struct err *err)
{
	struct arena arena;
	struct reading reading = {each, context, &arena, err};
	bool ok;

	arena_init(&arena);
	ok = tell(&reading, json);
	arena_release(&arena);
	return ok;
}
