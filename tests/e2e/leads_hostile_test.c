/*
 * Names that would do something, on every way out: no spreadsheet finds a
 * formula, no terminal shows an effect, and --raw gives the bytes back.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/base/utf8.h"
#include "hairline/store/store.h"
#include "support/desk.h"
#include "support/kiosk.h"
#include "support/spreadsheet.h"

#define PATH_SIZE 600
#define FILE_SIZE ((size_t)1024 * 1024)

/* What stands in the store, however it came there. */
static const char *const names[] = {
	"=1+1",
	"+44 20",
	"@SUM(1,2)",
	"-2+3",
	"\t=1+1",
	"\r=1+1",
	"\n=1+1",
	"\uFF1D1+1",
	"\uFF0B1",
	"\"=1+1\"",
	"a;=1+1",
	"a,=1+1",
	"a\n=1+1",
	"'=1+1",
	"  =1+1",
	"{=1+1}",
	"=cmd|' /C calc'!A0",
	"=HYPERLINK(\"http://x.example\",\"y\")",
	"\x1b[2J\x1b]0;owned\a",
	"\x1bP1$r0m\x1b\\",
	"\xC2\x9Bm",
	"a\u202Eb\u2066c",
	"a\bb\x7F",
	"<b>&amp;",
	"]]>",
};

#define NAMES (sizeof(names) / sizeof(names[0]))

static void read_bytes(const char *path, char *text)
{
	FILE *file = fopen(path, "r");
	size_t len;

	assert_non_null(file);
	len = fread(text, 1, FILE_SIZE - 1, file);
	assert_true(len < FILE_SIZE - 1);
	text[len] = '\0';
	assert_int_equal(strlen(text), len);
	fclose(file);
}

/* Only what a terminal may be sent, and line breaks. */
static void assert_harmless(const char *text, const char *what)
{
	if (strncmp(text, "\xEF\xBB\xBF", 3) == 0)
		text += 3;
	while (*text) {
		const char *at = text;
		unsigned code_point = utf8_next(&text);

		if (!utf8_is_printable(code_point) && !strchr("\t\r\n", *at))
			fail_msg("%s: U+%04X before %.40s", what, code_point,
				 text);
	}
}

static void save_names(struct desk *desk)
{
	for (size_t i = 0; i < NAMES; i++)
		desk_save_lead(desk, (int)i, names[i]);
}

static void export_as(struct desk *desk, const char *name, char path[PATH_SIZE])
{
	snprintf(path, PATH_SIZE, "%s/%s", desk->dir, name);
	assert_int_equal(desk_call(desk, "leads", "export", "--output", path),
			 0);
}

static void no_spreadsheet_finds_a_formula(void **state)
{
	static const char *const files[] = {"out.xlsx", "out.csv"};
	struct desk *desk = *state;

	save_names(desk);
	for (size_t i = 0; i < 2; i++) {
		char path[PATH_SIZE];
		char *xml;

		export_as(desk, files[i], path);
		xml = spreadsheet_open(desk->dir, path);
		assert_int_equal(spreadsheet_count(xml, "table:formula"), 0);
		assert_int_equal(spreadsheet_count(xml, "xlink:href"), 0);
		assert_true(spreadsheet_count(xml, "1+1") >= 10);
		assert_int_equal(spreadsheet_count(xml, ">+31 6 550000"),
				 i == 0 ? (int)NAMES : 0);
		free(xml);
	}
}

static void a_workbook_has_typed_cells(void **state)
{
	struct desk *desk = *state;
	char path[PATH_SIZE];
	char *xml;

	save_names(desk);
	export_as(desk, "out.xlsx", path);
	xml = spreadsheet_open(desk->dir, path);
	/* Two dates a lead and nothing else that is no string. */
	assert_int_equal(spreadsheet_count(xml, "office:value-type=\"date\""),
			 2 * NAMES);
	assert_int_equal(spreadsheet_count(xml, "office:value-type=\"float\""),
			 0);
	assert_int_equal(spreadsheet_count(xml, "office:date-value=\"2026-11-"
						"18T11:06:40"),
			 1);
	assert_int_equal(
		spreadsheet_count(xml, "table:display-filter-buttons=\"true\""),
		1);
	free(xml);
}

static void no_terminal_shows_an_effect(void **state)
{
	static const char *const files[] = {"out.csv", "out.jsonl", "out.vcf",
					    "out.fhir"};
	struct desk *desk = *state;
	char *text = malloc(FILE_SIZE);

	assert_non_null(text);
	save_names(desk);
	for (size_t i = 0; i < 4; i++) {
		char path[PATH_SIZE];

		export_as(desk, files[i], path);
		read_bytes(path, text);
		assert_true(strlen(text) > 1000);
		assert_harmless(text, files[i]);
	}
	assert_int_equal(desk_call(desk, "leads", "list"), 0);
	assert_harmless(desk->run.out, "list");
	assert_int_equal(desk_call(desk, "leads", "list", "--json"), 0);
	assert_harmless(desk->run.out, "list --json");
	assert_int_equal(desk_call(desk, "leads", "show", desk->shown), 0);
	assert_harmless(desk->run.out, "show");
	free(text);
}

/* The fourth cell of a line of comma-separated values; and the next line. */
static const char *next_name(const char *at, char *name)
{
	bool is_quoted = false;
	int cell = 0;

	for (; *at && (is_quoted || *at != '\n'); at++) {
		bool is_pair = is_quoted && at[0] == '"' && at[1] == '"';

		if (*at == ',' && !is_quoted)
			cell++;
		else if (*at == '"' && !is_pair)
			is_quoted = !is_quoted;
		else if (cell == 3)
			*name++ = *at;
		at += is_pair;
	}
	*name = '\0';
	return at + (*at == '\n');
}

static void raw_gives_the_bytes_back(void **state)
{
	struct desk *desk = *state;
	char name[PATH_SIZE];
	const char *at;

	save_names(desk);
	assert_int_equal(
		desk_call(desk, "leads", "export", "--format", "csv", "--raw"),
		0);
	at = next_name(desk->run.out, name);
	assert_string_equal(name, "name");
	for (size_t i = 0; i < NAMES; i++) {
		at = next_name(at, name);
		assert_string_equal(name, names[i]);
	}
	assert_string_equal(at, "");
}

/* --- through the kiosk's own fields --- */

/* What a visitor may send, and what of it is kept ("" for much of it). */
static const struct {
	const char *typed;
	const char *kept;
} visitors[] = {
	{"=1+1", "=1+1"},
	{"+44 20", "+44 20"},
	{"@SUM", "@SUM"},
	{"-2+3", "-2+3"},
	{"\uFF1D1+1", "\uFF1D1+1"},
	{"say \"x\"; 'y'", "say \"x\"; 'y'"},
	{"\x1b]0;owned\aEve\u202Elaine\u200B", "Evelaine"},
};

#define VISITORS (sizeof(visitors) / sizeof(visitors[0]))

static void leave_details(struct kiosk *kiosk, const char *name)
{
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "4 \"How can we reach you?\" ");
	tty_send(&kiosk->tty, name);
	kiosk_play(kiosk, "Tab Tab 'a@example.com' Enter Enter Enter "
			  "\"What we keep, and why\" 1 "
			  "\"What do you agree to?\" 1 2 Enter "
			  "\"Save this?\" 2 \"It is saved.\" ");
	kiosk_close(kiosk);
	tty_finish(&kiosk->tty);
}

static void what_a_visitor_types_stays_text(void **state)
{
	struct kiosk *kiosk = *state;
	char path[PATH_SIZE];
	char *xml;

	for (size_t i = 0; i < VISITORS; i++)
		leave_details(kiosk, visitors[i].typed);
	assert_int_equal(kiosk_call(kiosk, "leads", "list"), 0);
	assert_harmless(kiosk->run.out, "list");
	for (size_t i = 0; i < VISITORS; i++)
		assert_has(kiosk->run.out, visitors[i].kept);
	assert_lacks(kiosk->run.out, "owned");
	snprintf(path, sizeof(path), "%s/out.xlsx", kiosk->data);
	assert_int_equal(kiosk_call(kiosk, "leads", "export", "--output", path),
			 0);
	xml = spreadsheet_open(kiosk->data, path);
	assert_int_equal(spreadsheet_count(xml, "table:formula"), 0);
	/* A column a question, headed by its text. */
	assert_int_equal(spreadsheet_count(xml, ">Are you 18 or over?<"), 1);
	free(xml);
}

static void floods_are_cut_at_the_field(void **state)
{
	struct kiosk *kiosk = *state;
	char *flood = calloc(1, 11000);

	assert_non_null(flood);
	memcpy(flood, "Mo", 3);
	for (int i = 0; i < 200; i++)
		memcpy(flood + strlen(flood), "\u0301", 3);
	memset(flood + strlen(flood), 'x', 10000);
	leave_details(kiosk, flood);
	assert_int_equal(kiosk_call(kiosk, "leads", "list"), 0);
	assert_harmless(kiosk->run.out, "list");
	assert_has(kiosk->run.out, "\tMo\u0301\u0301x");
	assert_lacks(kiosk->run.out, "\u0301\u0301\u0301");
	assert_true(strlen(kiosk->run.out) < 400);
	free(flood);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(no_spreadsheet_finds_a_formula),
		DESK_TEST(a_workbook_has_typed_cells),
		DESK_TEST(no_terminal_shows_an_effect),
		DESK_TEST(raw_gives_the_bytes_back),
		KIOSK_TEST(what_a_visitor_types_stays_text),
		KIOSK_TEST(floods_are_cut_at_the_field),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
