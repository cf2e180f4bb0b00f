/*
 * response_helper - a form and a response written in test code, and what
 * becomes of the response.  In both ' stands for ", and only the items are
 * given; each list starts on line 2 of its document.
 */
#ifndef HAIRLINE_TESTS_RESPONSE_HELPER_H
#define HAIRLINE_TESTS_RESPONSE_HELPER_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/content/fhir_read.h"
#include "hairline/content/fhir_write.h"
#include "hairline/content/response_read.h"

struct evaluated {
	struct arena arena;
	struct form form;
	struct response response;
	struct err err;
	char report[4096]; /* the findings, a line each */
	char out[8192];    /* what is written */
};

static inline struct file evaluated_file(struct arena *arena, const char *path,
					 const char *head, const char *items)
{
	size_t size = strlen(head) + strlen(items) + 40;
	char *text = arena_alloc(arena, size);

	assert_non_null(text);
	snprintf(text, size, "{%s,'item':[\n%s]}", head, items);
	for (char *at = text; *at; at++)
		if (*at == '\'')
			*at = '"';
	return (struct file){.path = path, .text = text, .size = strlen(text)};
}

static inline void evaluated_note(void *context, const struct finding *finding)
{
	struct evaluated *evaluated = context;
	size_t len = strlen(evaluated->report);
	struct buf buf;

	buf_init(&buf, evaluated->report + len,
		 sizeof(evaluated->report) - len);
	finding_line(&buf, finding);
	buf_add(&buf, "\n");
}

static inline void evaluated_write(struct evaluated *evaluated,
				   const struct json *original)
{
	const struct fhir_writing writing = {
		.tag = "",
		.status = "completed",
		.authored = "",
		.original = original,
	};
	struct buf buf;

	buf_init(&buf, evaluated->out, sizeof(evaluated->out));
	assert_true(fhir_write(&evaluated->response.answers, &writing,
			       json_sink_buf, &buf, &evaluated->err));
	assert_false(buf.is_cut);
	for (char *at = evaluated->out; *at; at++)
		if (*at == '"')
			*at = '\'';
}

/* Read a response to a form and write it again. */
static inline void evaluate(struct evaluated *evaluated, const char *form_items,
			    const char *response_items)
{
	struct findings findings = {.report = evaluated_note,
				    .context = evaluated};
	struct file form;
	struct file response;

	memset(evaluated, 0, sizeof(*evaluated));
	arena_init(&evaluated->arena);
	form = evaluated_file(&evaluated->arena, "form.json",
			      "'resourceType':'Questionnaire','status':"
			      "'active'",
			      form_items);
	response = evaluated_file(&evaluated->arena, "response.json",
				  "'resourceType':'QuestionnaireResponse',"
				  "'status':'in-progress'",
				  response_items);
	if (!fhir_read(&evaluated->form, &evaluated->arena, &form, NULL, 0,
		       NULL, &evaluated->err) ||
	    !response_read(&evaluated->response, &evaluated->arena,
			   &evaluated->form, &response, &findings,
			   &evaluated->err))
		fail_msg("%s", evaluated->err.msg);
	evaluated_write(evaluated, evaluated->response.root);
}

static inline void evaluated_drop(struct evaluated *evaluated)
{
	arena_release(&evaluated->arena);
}

#define WRITTEN(items)                                                  \
	"{'resourceType':'QuestionnaireResponse','status':'completed'," \
	"'item':[" items "]}"

static inline void expect_written(const char *form_items,
				  const char *response_items,
				  const char *written, const char *report)
{
	struct evaluated evaluated;

	evaluate(&evaluated, form_items, response_items);
	assert_string_equal(evaluated.out, written);
	assert_string_equal(evaluated.report, report);
	evaluated_drop(&evaluated);
}

#endif
