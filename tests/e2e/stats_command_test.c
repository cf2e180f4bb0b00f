/* Visits counted by the real program, for people, programs and paper. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <expat.h>

#include "hairline/base/json.h"
#include "hairline/core/visit.h"
#include "hairline/form/form.h"
#include "hairline/store/store.h"
#include "support/desk.h"

#define PAGE_SIZE_MAX ((size_t)256 * 1024)
#define PERIOD "--from", "2026-11-01", "--to", "2026-11-30"

/* "b" is asked only of some. */
static const char json[] =
	"{\"resourceType\":\"Questionnaire\",\"item\":["
	"{\"linkId\":\"a\",\"type\":\"choice\",\"text\":\"First <one>\"},"
	"{\"linkId\":\"b\",\"type\":\"choice\",\"text\":\"Second\"},"
	"{\"linkId\":\"c\",\"type\":\"choice\",\"text\":\"Third\"}]}";

struct row {
	const char *day;
	const char *language;
	const char *furthest;
	const char *tier;
	enum visit_end end;
	int lead_saved;
};

static const struct row rows[] = {
	{"2026-11-02", "en", "c", "doctor", VISIT_FINISHED, 0},
	{"2026-11-02", "en", "c", "none", VISIT_FINISHED, 0},
	{"2026-11-03", "es", "a", "", VISIT_IDLE, 0},
	{"2026-11-03", "en", "a", "", VISIT_STARTED_OVER, 0},
	{"2026-11-03", "en", "c", "", VISIT_IDLE, 0},
	{"2026-11-04", "en", "c", "none", VISIT_FINISHED, 0},
	{"2026-11-04", "en", "c", "none", VISIT_FINISHED, 0},
	{"2026-11-04", "en", "c", "none", VISIT_FINISHED, 0},
	{"2026-11-10", "en", "", "", VISIT_FINISHED, 0},
	{"2026-11-10", "en", "c", "urgent", VISIT_FINISHED, 1},
};

static void save_rows(struct desk *desk, int count, const char *kiosk)
{
	struct store *store = fixture_open(desk->dir);
	struct form form = fixture_form();
	struct err err;

	memset(form.hash, 'e', 64);
	form.json = json;
	form.json_size = sizeof(json) - 1;
	assert_true(store_add_form(store, &form, 99, &err));
	for (int i = 0; i < count; i++) {
		struct visit visit = {
			.kiosk = kiosk,
			.language = rows[i].language,
			.form_hash = form.hash,
			.furthest = rows[i].furthest,
			.end = rows[i].end,
			.tier = rows[i].tier,
			.code_shown = i == 0,
			.lead_saved = rows[i].lead_saved,
		};

		memcpy(visit.day, rows[i].day, sizeof(visit.day));
		assert_true(store_add_visit(store, &visit, &err));
	}
	store_close(store);
}

static void save_all(struct desk *desk)
{
	save_rows(desk, sizeof(rows) / sizeof(rows[0]), "kiosk-1");
}

static void numbers_are_told_for_people(void **state)
{
	struct desk *desk = *state;

	save_all(desk);
	assert_int_equal(desk_call(desk, "stats", PERIOD), 0);
	assert_has(desk->run.out, "Visits to the kiosk, 2026-11-01 to "
				  "2026-11-30\n");
	assert_has(desk->run.out, "  Visits                          10  "
				  "100%\n");
	assert_has(desk->run.out, "  Began the questions              8");
	assert_has(desk->run.out, "  Saw what their answers mean      5");
	assert_has(desk->run.out, "  Left their details               1");
	assert_has(desk->run.out, "  First <one>      2   25%\n"
				  "  Third            1   13%\n");
	assert_lacks(desk->run.out, "Second");
	assert_has(desk->run.out, "Hours are not kept");
	assert_string_equal(desk->run.err, "");
}

static void a_terminal_shows_bars(void **state)
{
	struct desk *desk = *state;
	int status = -1;

	save_all(desk);
	desk_start(desk, "stats", "--from", "2026-11-02", "--to", "2026-11-03",
		   "--language", "es");
	tty_wait_exit(&desk->tty, &status);
	assert_int_equal(status, 0);
	tty_until(&desk->tty, "  English      4   80%  \u2588\u2588\u2588");
	tty_until(&desk->tty, "Solo recuentos.");
}

static const struct json *member(const struct json *root, const char *table,
				 int n)
{
	const struct json *row = json_first(json_get(root, table));

	while (n-- > 0 && row)
		row = row->next;
	return row;
}

static void assert_row(const struct json *root, const char *table, int n,
		       const char *key, int64_t expected)
{
	const struct json *row = member(root, table, n);
	int64_t count;

	assert_string_equal(json_text_at(row, "key"), key);
	assert_true(json_whole(json_get(row, "count"), &count));
	assert_int_equal(count, expected);
}

static void numbers_are_told_for_programs(void **state)
{
	struct desk *desk = *state;
	const struct json *root;
	struct arena arena;
	struct err err;

	save_all(desk);
	assert_int_equal(desk_call(desk, "stats", "--json", PERIOD), 0);
	arena_init(&arena);
	root = json_parse(&arena, desk->run.out, strlen(desk->run.out), &err);
	assert_non_null(root);
	assert_string_equal(json_text_at(root, "from"), "2026-11-01");
	assert_row(root, "steps", 0, "visits", 10);
	assert_row(root, "steps", 4, "lead", 1);
	assert_row(root, "left", 0, "a", 2);
	assert_row(root, "left", 1, "c", 1);
	assert_null(member(root, "left", 2));
	assert_row(root, "outcomes", 0, "urgent", 0);
	assert_row(root, "outcomes", 1, "doctor", 1);
	assert_row(root, "ended", 2, "idle", 2);
	assert_row(root, "languages", 0, "en", 9);
	assert_row(root, "weekdays", 1, "tuesday", 5);
	assert_string_equal(json_text_at(member(root, "days", 1), "day"),
			    "2026-11-03");
	arena_release(&arena);
	assert_int_equal(desk_call(desk, "stats", "--csv", PERIOD), 0);
	assert_has(desk->run.out, "\r\nleft,a,First <one>,2\r\n");
	assert_has(desk->run.out, "\r\ndays,2026-11-02,visits,2\r\n");
}

static void a_few_visits_are_not_told_apart(void **state)
{
	struct desk *desk = *state;

	save_rows(desk, 4, "kiosk-1");
	assert_int_equal(desk_call(desk, "stats", PERIOD), 0);
	assert_has(desk->run.out, "fewer than 5 visits");
	assert_lacks(desk->run.out, "See a doctor");
	assert_lacks(desk->run.out, "First <one>");
	assert_int_equal(desk_call(desk, "stats", "--json", PERIOD), 0);
	assert_has(desk->run.out, "\"left\": null");
	assert_has(desk->run.out, "\"outcomes\": null");
	assert_int_equal(desk_call(desk, "stats", "--csv", PERIOD), 0);
	assert_lacks(desk->run.out, "outcomes");
}

/* --- the page --- */

struct page {
	char text[PAGE_SIZE_MAX];
	size_t size;
	int charts;
	int outside; /* attributes that lead out of the page */
};

static bool is_reference(const char *name)
{
	static const char *const names[] = {"href",       "src",       "srcset",
					    "xlink:href", "action",    "data",
					    "poster",     "background"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static void see_element(void *context, const XML_Char *name,
			const XML_Char **attributes)
{
	struct page *page = context;

	if (strcmp(name, "svg") == 0)
		page->charts++;
	assert_string_not_equal(name, "script");
	for (; *attributes; attributes += 2) {
		bool is_data = strncmp(attributes[1], "data:", 5) == 0;

		assert_int_not_equal(strncmp(attributes[0], "on", 2), 0);
		if (strstr(attributes[1], "url(") ||
		    (is_reference(attributes[0]) && !is_data))
			page->outside++;
	}
}

/* Strictly, as XML: what is wrong fails with its line. */
static void parse_page(struct page *page)
{
	XML_Parser parser = XML_ParserCreate("UTF-8");

	assert_non_null(parser);
	XML_SetUserData(parser, page);
	XML_SetElementHandler(parser, see_element, NULL);
	if (XML_Parse(parser, page->text, (int)page->size, 1) ==
	    XML_STATUS_ERROR)
		fail_msg("line %lu: %s",
			 (unsigned long)XML_GetCurrentLineNumber(parser),
			 XML_ErrorString(XML_GetErrorCode(parser)));
	XML_ParserFree(parser);
}

static void make_page(struct desk *desk, struct page *page,
		      const char *language)
{
	char path[STORE_FIXTURE_DIR_SIZE + 16];
	FILE *file;

	snprintf(path, sizeof(path), "%s/page.html", desk->dir);
	assert_int_equal(desk_call(desk, "stats", "--html", path, "--language",
				   language, PERIOD),
			 0);
	assert_string_equal(desk->run.out, "");
	file = fopen(path, "r");
	assert_non_null(file);
	memset(page, 0, sizeof(*page));
	page->size = fread(page->text, 1, PAGE_SIZE_MAX - 1, file);
	fclose(file);
}

static void a_page_needs_nothing_but_itself(void **state)
{
	static struct page page;
	struct desk *desk = *state;

	save_all(desk);
	make_page(desk, &page, "en");
	parse_page(&page);
	assert_true(page.charts > 10);
	assert_int_equal(page.outside, 0);
	assert_lacks(page.text, "@import");
	assert_lacks(page.text, "url(");
	assert_has(page.text, "default-src 'none'");
	assert_has(page.text, "@media print");
	assert_has(page.text, "Northgate Scalp Clinic");
	assert_has(page.text, "First &lt;one&gt;");
	make_page(desk, &page, "es");
	parse_page(&page);
	assert_has(page.text, "Visitas al quiosco");
}

static void hostile_names_do_nothing_to_a_page_or_a_terminal(void **state)
{
	static struct page page;
	struct desk *desk = *state;

	save_all(desk);
	save_rows(desk, 7, "\"><script>alert(1)</script>\x1b[2J&\u202E");
	make_page(desk, &page, "en");
	parse_page(&page);
	assert_lacks(page.text, "<script");
	assert_lacks(page.text, "\x1b");
	assert_int_equal(desk_call(desk, "stats", PERIOD), 0);
	assert_has(desk->run.out, "\\u{001B}[2J");
	assert_lacks(desk->run.out, "\x1b");
}

static void a_page_that_cannot_be_written_leaves_the_old_one(void **state)
{
	struct desk *desk = *state;

	save_all(desk);
	assert_int_equal(
		desk_call(desk, "stats", "--html", "/nowhere/page.html"), 1);
	assert_has(desk->run.err, "its folder cannot be opened");
}

/* --- wrong calls --- */

static void a_wrong_call_is_explained(void **state)
{
	struct desk *desk = *state;

	assert_int_equal(desk_call(desk, "stats", "--from", "yesterday"), 2);
	assert_has(desk->run.err, "write it as 2026-11-23");
	assert_int_equal(desk_call(desk, "stats", "--from", "2026-11-02",
				   "--to", "2026-11-01"),
			 2);
	assert_has(desk->run.err, "the first day is after the last");
	assert_int_equal(desk_call(desk, "stats", "--json", "--csv"), 2);
	assert_has(desk->run.err, "exclude each other");
	assert_int_equal(desk_call(desk, "stats", "--language", "cy"), 2);
}

static void counting_makes_no_store(void **state)
{
	struct desk *desk = *state;
	char path[STORE_FIXTURE_DIR_SIZE + 16];

	snprintf(path, sizeof(path), "%s/none", desk->dir);
	assert_int_equal(program_call(&desk->run, "stats", "--data", path), 1);
	assert_has(desk->run.err, "leads.db");
	assert_int_not_equal(access(path, F_OK), 0);
}

static void no_visit_is_said_as_such(void **state)
{
	struct desk *desk = *state;

	store_close(fixture_open(desk->dir));
	assert_int_equal(desk_call(desk, "stats"), 0);
	assert_has(desk->run.out, "No visits in this time.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(numbers_are_told_for_people),
		DESK_TEST(a_terminal_shows_bars),
		DESK_TEST(numbers_are_told_for_programs),
		DESK_TEST(a_few_visits_are_not_told_apart),
		DESK_TEST(a_page_needs_nothing_but_itself),
		DESK_TEST(hostile_names_do_nothing_to_a_page_or_a_terminal),
		DESK_TEST(a_page_that_cannot_be_written_leaves_the_old_one),
		DESK_TEST(a_wrong_call_is_explained),
		DESK_TEST(counting_makes_no_store),
		DESK_TEST(no_visit_is_said_as_such),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
