#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/tray_page.h"

static int set_up(void **state)
{
	*state = tray_page_new();
	return *state ? 0 : 1;
}

static int tear_down(void **state)
{
	tray_page_free(*state);
	return 0;
}

static void texts_are_made_harmless(void **state)
{
	struct tray_page *page = *state;

	tray_page_add_answer(page, "Sore?", "no\033[2J");
	assert_int_equal(page->answer_count, 1);
	assert_string_equal(page->answers[0].question, "Sore?");
	assert_string_equal(page->answers[0].answer, "no\\u{001B}[2J");
	assert_false(page->is_cut);
}

static void what_does_not_fit_is_left_out_and_said(void **state)
{
	struct tray_page *page = *state;
	char text[1025];

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	for (int i = 0; i < 70; i++)
		tray_page_keep(page, text);
	assert_true(page->is_cut);
	assert_string_equal(tray_page_keep(page, "more"), "");
	tray_page_clear(page);
	assert_false(page->is_cut);
	assert_string_equal(tray_page_keep(page, "more"), "more");
}

static void more_answers_than_there_is_room_for_are_said(void **state)
{
	struct tray_page *page = *state;
	const struct tray_event event = {"now", "ann", "called", ""};

	for (int i = 0; i < TRAY_PAGE_EVENTS; i++)
		tray_page_add_event(page, &event);
	assert_false(page->is_cut);
	assert_int_equal(page->event_count, TRAY_PAGE_EVENTS);
	tray_page_add_event(page, &event);
	assert_true(page->is_cut);
	tray_page_clear(page);
	for (int i = 0; i <= TRAY_PAGE_ANSWERS; i++)
		tray_page_add_answer(page, "q", "a");
	assert_int_equal(page->answer_count, TRAY_PAGE_ANSWERS);
	assert_true(page->is_cut);
}

static void a_cleared_page_holds_no_byte_of_a_text(void **state)
{
	struct tray_page *page = *state;

	page->name = tray_page_keep(page, "Wilhelmina Zwart");
	tray_page_clear(page);
	assert_null(memmem(page, sizeof(*page), "Wilhelmina", 10));
	assert_string_equal(page->name, "");
}

#define PAGE_TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		PAGE_TEST(texts_are_made_harmless),
		PAGE_TEST(what_does_not_fit_is_left_out_and_said),
		PAGE_TEST(more_answers_than_there_is_room_for_are_said),
		PAGE_TEST(a_cleared_page_holds_no_byte_of_a_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
