#include "hairline/content/fhir_recall.h"

#include <string.h>

#include "hairline/base/arena.h"
#include "hairline/base/json.h"
#include "hairline/base/wipe.h"
#include "hairline/core/outcome.h"
#include "hairline/form/answers.h"

#define DEPTH_MAX 64

static void choose(struct answers *answers, const struct json *item, int at)
{
	const struct form_item *question = &answers->form->items[at];
	const struct json *given = json_first(json_get(item, "answer"));

	for (; given; given = given->next) {
		const struct json *coding = json_get(given, "valueCoding");
		int option = form_find_option(question,
					      json_text_at(coding, "code"));

		if (option != FORM_NONE)
			answers_choose(answers, at, option);
	}
}

static void take_items(struct answers *answers, const struct json *owner,
		       int depth)
{
	const struct json *item = json_first(json_get(owner, "item"));

	for (; item && depth < DEPTH_MAX; item = item->next) {
		int at = form_find(answers->form, json_text_at(item, "linkId"));
		const struct json *given = json_first(json_get(item, "answer"));

		if (at != FORM_NONE &&
		    answers->form->items[at].type == FORM_CHOICE)
			choose(answers, item, at);
		take_items(answers, item, depth + 1);
		for (; given; given = given->next)
			take_items(answers, given, depth + 1);
	}
}

static bool find_outcome(const struct json *root, const struct form *form,
			 struct outcome *outcome, struct err *err)
{
	void *memory = wipe_alloc(answers_size(form));
	struct answers answers;

	if (!memory)
		return err_set(err, ERR_MEMORY, "no memory for the answers");
	answers_init(&answers, form, memory);
	take_items(&answers, root, 0);
	outcome_find(outcome, &answers);
	wipe_free(memory);
	return true;
}

bool fhir_recall(const char *json, const struct form *form,
		 struct outcome *outcome, struct err *err)
{
	const struct json *root;
	struct arena arena;
	bool ok;

	arena_init(&arena);
	root = json_parse(&arena, json, strlen(json), err);
	ok = root && find_outcome(root, form, outcome, err);
	arena_release(&arena);
	return ok;
}
