#include "hairline/content/fhir_questions.h"

#include <stdlib.h>
#include <string.h>

#include "hairline/base/json.h"
#include "hairline/core/outcome.h"

#define COLUMNS_MAX 4096 /* of 16,384 that a sheet has */

struct fhir_link {
	const char *link_id;
	int column;
};

/* One version that is being added. */
struct adding {
	struct fhir_questions *questions;
	int columns_before; /* those are of other versions */
	struct err *err;
};

static bool no_memory(struct err *err)
{
	return err_set(err, ERR_MEMORY, "no memory for a questionnaire");
}

static bool is_coded(const struct json *item, const char *system,
		     const char *code)
{
	for (const struct json *at = json_first(json_get(item, "code")); at;
	     at = at->next)
		if (strcmp(json_text_at(at, "system"), system) == 0 &&
		    strcmp(json_text_at(at, "code"), code) == 0)
			return true;
	return false;
}

static bool is_question(const struct json *item)
{
	const char *type = json_text_at(item, "type");

	return strcmp(type, "group") != 0 && strcmp(type, "display") != 0;
}

static bool make_room(struct fhir_questions *questions)
{
	int room = questions->link_room ? questions->link_room * 2 : 64;
	struct fhir_link *links;
	const char **texts;

	if (questions->link_count < questions->link_room)
		return true;
	links = reallocarray(questions->links, (size_t)room, sizeof(*links));
	if (!links)
		return false;
	questions->links = links;
	texts = reallocarray(questions->texts, (size_t)room, sizeof(*texts));
	if (!texts)
		return false;
	questions->texts = texts;
	questions->link_room = room;
	return true;
}

/* The column of another version with this text, else a new one. */
static int column_for(const struct adding *adding, const char *text)
{
	struct fhir_questions *questions = adding->questions;

	for (int i = 0; i < adding->columns_before; i++)
		if (strcmp(questions->texts[i], text) == 0)
			return i;
	questions->texts[questions->count] = text;
	return questions->count++;
}

static bool add_question(const struct adding *adding, const struct json *item)
{
	struct fhir_questions *questions = adding->questions;
	const char *link_id = json_text_at(item, "linkId");
	const char *text = json_text_at(item, "text");
	char *kept_id;
	char *kept_text;

	if (!*link_id ||
	    fhir_questions_find(questions, link_id) != FHIR_QUESTION_NONE)
		return true;
	if (questions->count >= COLUMNS_MAX)
		return err_set(adding->err, ERR_LIMIT,
			       "there are more than %d different questions",
			       COLUMNS_MAX);
	kept_id = arena_dup(&questions->arena, link_id);
	kept_text = arena_dup(&questions->arena, *text ? text : link_id);
	if (!kept_id || !kept_text || !make_room(questions))
		return no_memory(adding->err);
	questions->links[questions->link_count++] =
		(struct fhir_link){kept_id, column_for(adding, kept_text)};
	return true;
}

/* As deep as the text could be read, which JSON_DEPTH_MAX bounds. */
static bool add_items(const struct adding *adding, const struct json *owner)
{
	for (const struct json *item = json_first(json_get(owner, "item"));
	     item; item = item->next) {
		if (is_coded(item, CODE_KEEP, "never"))
			continue;
		if (is_question(item) && !add_question(adding, item))
			return false;
		if (!add_items(adding, item))
			return false;
	}
	return true;
}

void fhir_questions_init(struct fhir_questions *questions)
{
	*questions = (struct fhir_questions){.count = 0};
	arena_init(&questions->arena);
}

void fhir_questions_release(struct fhir_questions *questions)
{
	free(questions->links);
	free(questions->texts);
	arena_release(&questions->arena);
	*questions = (struct fhir_questions){.count = 0};
}

bool fhir_questions_add(struct fhir_questions *questions, const char *json,
			size_t size, struct err *err)
{
	struct adding adding = {questions, questions->count, err};
	const struct json *root;
	struct arena arena;
	bool ok;

	arena_init(&arena);
	root = json_parse(&arena, json, size, err);
	ok = root && add_items(&adding, root);
	arena_release(&arena);
	return ok;
}

int fhir_questions_find(struct fhir_questions *questions, const char *link_id)
{
	for (int i = 0; i < questions->link_count; i++) {
		int at = (questions->last + i) % questions->link_count;

		if (strcmp(questions->links[at].link_id, link_id) != 0)
			continue;
		questions->last = at + 1;
		return questions->links[at].column;
	}
	return FHIR_QUESTION_NONE;
}
