/*
 * question_helper - every kind of question (tests/data/forms/every.json),
 * asked alone and answered by keys.
 */
#ifndef HAIRLINE_TESTS_QUESTION_HELPER_H
#define HAIRLINE_TESTS_QUESTION_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/form/change.h"
#include "hairline/ui/question.h"
#include "support/stage.h"

static struct stage stage;

static inline int start(void **state)
{
	(void)state;
	stage_restart(&stage, 24, 80);
	return 0;
}

static inline const struct answers *answers(void)
{
	return &stage.session->answers;
}

static inline struct place at(const char *link_id)
{
	return answers_place(answers(),
			     form_find(&stage.catalog.form, link_id));
}

/* Straight to a question, past all that is asked before it. */
static inline void go_to(const char *link_id)
{
	stage_play(&stage, "Enter");
	question_show(&stage.app, flow_at(at(link_id)));
	stage_draw(&stage);
}

/* Where the visitor is now: the linkId of the step. */
static inline const char *here(void)
{
	struct step step = question_step(&stage.app);

	return step.kind == STEP_NONE
		       ? ""
		       : answers_item(answers(), step.place)->link_id;
}

static inline const char *screen_name(void)
{
	return stage.app.views[stage.app.depth - 1].screen->name;
}

static inline const struct given *first(const char *link_id)
{
	return answers_first(answers(), at(link_id));
}

static inline void assert_text(const char *link_id, const char *text)
{
	assert_non_null(first(link_id));
	assert_string_equal(first(link_id)->answer.text, text);
}

static inline int open_stage(void **state)
{
	(void)state;
	stage_open_form(&stage, "tests/data/forms/every.json");
	return 0;
}

static inline int close_stage(void **state)
{
	(void)state;
	stage_close(&stage);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup(name, start)

#endif
