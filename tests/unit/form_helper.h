/*
 * form_helper - forms and answers sketched in test code.
 *
 * A form is a table of sketches, each a line: how deep it stands, its linkId,
 * its type, and what else matters.  Conditions are written "a=1 b!=x c? !d
 * e>=5", with "&" in front of the first where all must be met; options are
 * words with spaces between, "~" in front of an exclusive one.
 */
#ifndef HAIRLINE_TESTS_FORM_HELPER_H
#define HAIRLINE_TESTS_FORM_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/form/change.h"
#include "hairline/form/enable.h"
#include "hairline/form/flow.h"
#include "hairline/form/plan.h"
#include "hairline/form/validate.h"

/* A sketch says only what matters. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

enum sketch_flag {
	REQUIRED = 1,
	REPEATS = 2,
	HIDDEN = 4,
	READ_ONLY = 8,
	OPEN = 16,
	HELP = 32
};

struct sketch {
	int depth;
	const char *id;
	enum form_type type;
	unsigned flags;
	const char *when;    /* conditions, or NULL */
	const char *options; /* or NULL */
	const struct form_limits *limits;
	const char *text; /* NULL: the linkId */
};

struct sketched {
	struct arena arena;
	struct form form;
	struct form_item *items;
	struct answers answers;
	void *mem;
};

static const struct form_limits helper_no_limits = {
	.max_places = -1,
	.least = {.kind = ANSWER_NONE},
	.most = {.kind = ANSWER_NONE},
};
static const struct form_look helper_no_look;

static inline struct form_text helper_text(const char *text)
{
	struct form_text all;

	for (int i = 0; i < FORM_LANGUAGES_MAX; i++)
		all.in[i] = text;
	return all;
}

static inline struct answer helper_answer(enum answer_kind kind,
					  const char *text)
{
	struct answer answer = answer_of(kind);

	if (kind == ANSWER_CODING)
		answer.code = text;
	else
		answer.text = text;
	answer.is_true = kind == ANSWER_BOOLEAN && strcmp(text, "true") == 0;
	return answer;
}

static inline void helper_options(struct sketched *sketched,
				  struct form_item *item, const char *words)
{
	struct form_option *options =
		arena_array(&sketched->arena, 64, sizeof(*options));

	while (*words) {
		size_t len = strcspn(words, " ");
		bool is_exclusive = *words == '~';
		const char *code =
			arena_copy(&sketched->arena, words + is_exclusive,
				   len - is_exclusive);

		options[item->option_count++] = (struct form_option){
			.answer = helper_answer(ANSWER_CODING, code),
			.display = helper_text(code),
			.prefix = "",
			.is_exclusive = is_exclusive,
		};
		words += len;
		words += strspn(words, " ");
	}
	item->options = options;
	item->has_options = true;
}

static inline enum form_operator helper_operator(const char **at)
{
	static const char *const names[] = {"!=", ">=", "<=", "=", ">", "<"};
	static const enum form_operator ops[] = {
		FORM_NOT_EQUAL, FORM_GREATER_EQUAL, FORM_LESS_EQUAL,
		FORM_EQUAL,     FORM_GREATER,       FORM_LESS};

	for (size_t i = 0; i < sizeof(ops) / sizeof(ops[0]); i++) {
		size_t len = strlen(names[i]);

		if (strncmp(*at, names[i], len) == 0) {
			*at += len;
			return ops[i];
		}
	}
	*at += **at == '?';
	return FORM_EXISTS;
}

static inline void helper_condition(struct sketched *sketched,
				    struct form_condition *condition,
				    const char *word, size_t size)
{
	char *text = arena_copy(&sketched->arena, word, size);
	bool is_not = *text == '!';
	const char *at = text + is_not + strcspn(text + is_not, "!=<>?");
	char *id = arena_copy(&sketched->arena, text + is_not,
			      (size_t)(at - text) - is_not);

	condition->op = helper_operator(&at);
	condition->exists = !is_not;
	condition->target = form_find(&sketched->form, id);
	condition->expected = answer_of(ANSWER_NONE);
	if (condition->target == FORM_NONE || condition->op == FORM_EXISTS)
		return;
	condition->expected = helper_answer(
		form_kind(&sketched->items[condition->target]), at);
}

static inline void helper_conditions(struct sketched *sketched,
				     struct form_item *item, const char *when)
{
	struct form_condition *conditions =
		arena_array(&sketched->arena, 16, sizeof(*conditions));

	item->needs_all = *when == '&';
	when += item->needs_all;
	while (*when) {
		size_t len = strcspn(when, " ");

		helper_condition(sketched, &conditions[item->condition_count++],
				 when, len);
		when += len;
		when += strspn(when, " ");
	}
	item->conditions = conditions;
}

static inline void helper_item(struct sketched *sketched, int index,
			       const struct sketch *sketch)
{
	struct form_item *item = &sketched->items[index];
	struct form_item *items = sketched->items;
	const char *text = sketch->text ? sketch->text : sketch->id;

	*item = (struct form_item){
		.link_id = sketch->id,
		.type = sketch->type,
		.text = helper_text(text),
		.short_text = helper_text(text),
		.parent = FORM_NONE,
		.help = FORM_NONE,
		.is_required = (sketch->flags & REQUIRED) != 0,
		.repeats = (sketch->flags & REPEATS) != 0,
		.is_hidden = (sketch->flags & HIDDEN) != 0,
		.is_read_only = (sketch->flags & READ_ONLY) != 0,
		.is_open = (sketch->flags & OPEN) != 0,
		.is_help = (sketch->flags & HELP) != 0,
		.limits = sketch->limits ? sketch->limits : &helper_no_limits,
		.look = &helper_no_look,
	};
	if (sketch->options)
		helper_options(sketched, item, sketch->options);
	for (int i = index - 1; i >= 0 && item->parent == FORM_NONE; i--)
		if (sketch[i - index].depth < sketch->depth)
			item->parent = i;
	for (int i = index; i != FORM_NONE; i = items[i].parent)
		items[i].end = index + 1;
	if (item->parent != FORM_NONE && items[item->parent].is_hidden)
		item->is_hidden = true;
}

static inline void helper_form(struct sketched *sketched,
			       const struct sketch *sketches, int count)
{
	memset(sketched, 0, sizeof(*sketched));
	arena_init(&sketched->arena);
	sketched->items = arena_array(&sketched->arena, (size_t)count,
				      sizeof(*sketched->items));
	sketched->form = (struct form){.items = sketched->items,
				       .item_count = count,
				       .url = "",
				       .version = "",
				       .title = helper_text("")};
	for (int i = 0; i < count; i++)
		helper_item(sketched, i, &sketches[i]);
	for (int i = 0; i < count; i++)
		if (sketches[i].when)
			helper_conditions(sketched, &sketched->items[i],
					  sketches[i].when);
	assert_true(
		plan_make(&sketched->form, sketched->items, &sketched->arena));
}

static inline void helper_start(struct sketched *sketched)
{
	struct answers_room room = answers_room(&sketched->form);

	sketched->mem = malloc(answers_size(&sketched->form, &room));
	assert_non_null(sketched->mem);
	answers_init(&sketched->answers, &sketched->form, &room, sketched->mem);
}

static inline void helper_sketch(struct sketched *sketched,
				 const struct sketch *sketches, int count)
{
	helper_form(sketched, sketches, count);
	helper_start(sketched);
}

#define SKETCH(sketched, table)            \
	helper_sketch((sketched), (table), \
		      (int)(sizeof(table) / sizeof((table)[0])))

static inline void helper_drop_form(struct sketched *sketched)
{
	free(sketched->mem);
	arena_release(&sketched->arena);
}

/* The first occurrence of an item. */
static inline struct place at(const struct sketched *sketched, const char *id)
{
	int item = form_find(&sketched->form, id);

	assert_true(item != FORM_NONE);
	return answers_place(&sketched->answers, item);
}

/* The same in the n-th occurrence of a group (or below the n-th answer). */
static inline struct place at_n(const struct sketched *sketched,
				const char *group, int n, const char *id)
{
	struct place place = at(sketched, group);
	const struct given *given = answers_first(&sketched->answers, place);

	place.item = form_find(&sketched->form, id);
	if (sketched->form.items[at(sketched, group).item].type == FORM_GROUP) {
		place.frame = answers_occurrence(&sketched->answers,
						 at(sketched, group), n);
		return place;
	}
	for (; n > 0; n--)
		given = answers_next(&sketched->answers, given);
	place.frame = given->frame;
	return place;
}

/* Give one more answer, written as text. */
static inline void give_at(struct sketched *sketched, struct place place,
			   const char *text)
{
	const struct form_item *item = answers_item(&sketched->answers, place);
	enum answer_kind kind =
		item->option_count && form_find_option(item, text) != FORM_NONE
			? ANSWER_CODING
			: form_kind(item);
	struct answer answer = helper_answer(kind, text);

	assert_true(answers_add(&sketched->answers, place, &answer));
}

static inline void give(struct sketched *sketched, const char *id,
			const char *text)
{
	give_at(sketched, at(sketched, id), text);
}

static inline bool is_on(const struct sketched *sketched, const char *id)
{
	return answers_is_enabled(&sketched->answers, at(sketched, id));
}

#endif
