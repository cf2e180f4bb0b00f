/*
 * paper_helper - a questionnaire from a file, or written in test code with '
 * for ", and a visitor's answers to it.
 */
#ifndef HAIRLINE_TESTS_PAPER_HELPER_H
#define HAIRLINE_TESTS_PAPER_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/content/fhir_read.h"
#include "hairline/form/change.h"

struct paper {
	struct arena arena;
	struct file file;
	struct form form;
	struct answers_room room;
	struct answers answers;
	void *mem;
	size_t size;
};

static const char *const paper_languages[] = {"en", "es"};

static inline void paper_forget(struct paper *paper)
{
	answers_init(&paper->answers, &paper->form, &paper->room, paper->mem);
	answers_set_initial(&paper->answers);
}

static inline void paper_open(struct paper *paper)
{
	struct err err;

	if (!fhir_read(&paper->form, &paper->arena, &paper->file,
		       paper_languages, 2, NULL, &err))
		fail_msg("%s", err.msg);
	paper->room = answers_room(&paper->form);
	paper->size = answers_size(&paper->form, &paper->room);
	paper->mem = arena_alloc(&paper->arena, paper->size);
	assert_non_null(paper->mem);
	paper_forget(paper);
}

static inline void paper_load(struct paper *paper, const char *path)
{
	struct err err;

	memset(paper, 0, sizeof(*paper));
	arena_init(&paper->arena);
	if (!file_read(&paper->file, &paper->arena, path, &err))
		fail_msg("%s", err.msg);
	paper_open(paper);
}

/* Items as they stand between the brackets of "item". */
static inline void paper_write(struct paper *paper, const char *items)
{
	static const char frame[] =
		"{'resourceType':'Questionnaire','status':'draft',"
		"'language':'en','title':'Paper','item':[%s]}";
	size_t size = strlen(items) + sizeof(frame);
	char *text;

	memset(paper, 0, sizeof(*paper));
	arena_init(&paper->arena);
	text = arena_alloc(&paper->arena, size);
	assert_non_null(text);
	snprintf(text, size, frame, items);
	for (char *at = text; *at; at++)
		*at = *at == '\'' ? '"' : *at;
	paper->file.path = "form.json";
	paper->file.text = text;
	paper->file.size = strlen(text);
	memcpy(paper->file.hash, "hash", sizeof("hash"));
	paper_open(paper);
}

static inline void paper_drop(struct paper *paper)
{
	arena_release(&paper->arena);
}

static inline struct place paper_at(const struct paper *paper,
				    const char *link_id)
{
	int item = form_find(&paper->form, link_id);

	assert_int_not_equal(item, FORM_NONE);
	return answers_place(&paper->answers, item);
}

static inline void paper_choose(struct paper *paper, const char *link_id,
				const char *code)
{
	struct place place = paper_at(paper, link_id);
	int option = form_find_option(&paper->form.items[place.item], code);

	assert_int_not_equal(option, FORM_NONE);
	assert_true(answers_choose(&paper->answers, place, option));
}

#endif
