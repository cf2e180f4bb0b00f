/*
 * fhir_helper - Questionnaires written in test code.  In them ' stands for ",
 * and only their items are given: the first stands on line 2.
 */
#ifndef HAIRLINE_TESTS_FHIR_HELPER_H
#define HAIRLINE_TESTS_FHIR_HELPER_H

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

/* What was said of a form, line by line, without the file. */
struct helper_report {
	char text[8192];
	size_t len;
	bool has_untranslated; /* say also what is not translated */
};

struct loaded {
	char *json;
	struct arena arena;
	struct file file;
	struct form form;
	struct err err;
	struct helper_report report;
};

/* A document and the message it is refused with, or what is said of it. */
struct refusal {
	const char *items;
	const char *message; /* the whole of it, without the file */
};

static const char *const helper_languages[] = {"en", "es"};

static inline void helper_quote(char *text)
{
	for (; *text; text++)
		if (*text == '\'')
			*text = '"';
}

static inline void helper_collect(void *context, const struct finding *finding)
{
	struct helper_report *report = context;

	if (!report->has_untranslated && finding->code &&
	    strcmp(finding->code, "untranslated") == 0)
		return;
	report->len += (size_t)snprintf(
		report->text + report->len, sizeof(report->text) - report->len,
		"%u:%u: %s: %s%s%s: %s\n", finding->line, finding->column,
		severity_name(finding->severity),
		finding->code ? finding->code : "", finding->link_id ? " " : "",
		finding->link_id ? finding->link_id : "", finding->text);
	assert_true(report->len < sizeof(report->text));
}

static inline bool helper_read(struct loaded *loaded, const char *document,
			       bool has_untranslated)
{
	struct findings findings = {.report = helper_collect,
				    .context = &loaded->report};

	memset(loaded, 0, sizeof(*loaded));
	loaded->report.has_untranslated = has_untranslated;
	arena_init(&loaded->arena);
	loaded->json = strdup(document);
	assert_non_null(loaded->json);
	helper_quote(loaded->json);
	loaded->file.path = "form.json";
	loaded->file.text = loaded->json;
	loaded->file.size = strlen(loaded->json);
	memcpy(loaded->file.hash, "hash", sizeof("hash"));
	return fhir_read(&loaded->form, &loaded->arena, &loaded->file,
			 helper_languages, 2, &findings, &loaded->err);
}

static inline bool helper_load_document(struct loaded *loaded,
					const char *document)
{
	return helper_read(loaded, document, false);
}

static inline bool helper_load(struct loaded *loaded, const char *items)
{
	size_t size = strlen(items) + 200;
	char *document = malloc(size);
	bool ok;

	assert_non_null(document);
	snprintf(document, size,
		 "{'resourceType':'Questionnaire','status':'active',"
		 "'language':'en','item':[\n%s]}",
		 items);
	ok = helper_load_document(loaded, document);
	free(document);
	return ok;
}

static inline void helper_drop(struct loaded *loaded)
{
	arena_release(&loaded->arena);
	free(loaded->json);
}

/* Load what must load, saying why when it does not. */
static inline void helper_expect(struct loaded *loaded, const char *items)
{
	if (!helper_load(loaded, items))
		fail_msg("refused: %s", loaded->err.msg);
}

/* The item with a linkId, which must be there. */
static inline const struct form_item *helper_item(const struct loaded *loaded,
						  const char *link_id)
{
	int item = form_find(&loaded->form, link_id);

	if (item == FORM_NONE)
		fail_msg("no item %s", link_id);
	return &loaded->form.items[item];
}

static inline void helper_refuse_each(const struct refusal *refusals,
				      size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct loaded loaded;
		char expected[512];

		if (helper_load(&loaded, refusals[i].items))
			fail_msg("loaded: %s", refusals[i].items);
		assert_null(loaded.form.items);
		snprintf(expected, sizeof(expected), "form.json:%s",
			 refusals[i].message);
		helper_quote(expected);
		assert_string_equal(loaded.err.msg, expected);
		helper_drop(&loaded);
	}
}

#define HELPER_REFUSE(table) \
	helper_refuse_each(table, sizeof(table) / sizeof((table)[0]))

/* Load each, and compare what is said of it: lines that end with "\n". */
static inline void helper_say_each(const struct refusal *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct loaded loaded;
		char expected[1024];

		helper_expect(&loaded, cases[i].items);
		snprintf(expected, sizeof(expected), "%s", cases[i].message);
		helper_quote(expected);
		assert_string_equal(loaded.report.text, expected);
		helper_drop(&loaded);
	}
}

#define HELPER_SAY(table) \
	helper_say_each(table, sizeof(table) / sizeof((table)[0]))

/* Two options, "a" and "b"; "cd" has texts in both languages. */
#define OPTIONS                                         \
	"'answerOption':[{'valueCoding':{'code':'a'}}," \
	"{'valueCoding':{'code':'b'}}]"
#define QUESTION(id) \
	"{'linkId':'" id "','type':'choice','text':'?'," OPTIONS "}"
#define QUESTION_B QUESTION("b")
#define QUESTION_D QUESTION("d")
#define QUESTION_E QUESTION("e")
#define QUESTION_Q QUESTION("q")
#define QUESTION_R QUESTION("r")
#define QUESTION_X QUESTION("x")

/* What the address of an extension starts with; its name and ' follow. */
#define HL7 "'url':'http://hl7.org/fhir/StructureDefinition/"
#define SDC                                                      \
	"'url':'http://hl7.org/fhir/uv/sdc/StructureDefinition/" \
	"sdc-questionnaire-"

#endif
