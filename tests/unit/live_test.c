#include "hairline/cmd/live.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/sample.h"

#define RELOADS 10000
#define WARM_UP 500
#define KIB ((size_t)1024)
#define STEP_MS (2 * WATCH_QUIET_MS)

/* A leak of 56 bytes a reload is more than this.  The address sanitizer keeps
 * freed memory for a while, and finds leaks by itself. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define GROWTH_MAX (512 * 1024 * KIB)
#endif
#endif
#ifndef GROWTH_MAX
#define GROWTH_MAX (512 * KIB)
#endif

static char dir[FOLDER_PATH];
static struct live live;
static int64_t now_ms;

static void write_clinic(const char *name, const char *more)
{
	char text[1024];

	snprintf(text, sizeof(text),
		 "[clinic]\nname = %s\naddress = a\nphone = 1\n"
		 "[kiosk]\nlanguages = en es\n"
		 "[booking]\nlink = HTTPS://A.B/C\n"
		 "link_with_reference = HTTPS://A.B/{ref}\n"
		 "[privacy]\ncontact = c\ncomplain_to = c\n"
		 "[facts]\nprice = p\nconsultation = c\nsmp_kind = s\n"
		 "help_lines = h\n%s",
		 name, more);
	folder_write(dir, "clinic.ini", text);
}

static int make(void **state)
{
	struct err err;

	(void)state;
	sample_make(dir);
	write_clinic("First", "");
	now_ms = 0;
	if (!live_open(&live, dir, now_ms, &err))
		fail_msg("%s", err.msg);
	return 0;
}

static int unmake(void **state)
{
	(void)state;
	live_close(&live);
	folder_remove(dir);
	return 0;
}

static const char *shown(void)
{
	return live_catalog(&live)->clinic.name.in[0];
}

/* Let the folder be quiet for long enough. */
static enum live_news wait_quiet(bool is_free)
{
	enum live_news news = live_turn(&live, now_ms, is_free);

	assert_int_equal(news, LIVE_NONE);
	now_ms += STEP_MS;
	return live_turn(&live, now_ms, is_free);
}

static void lose_inotify(void)
{
	close(live.watch.notify);
	live.watch.notify = -1;
}

static void nothing_happens_while_nothing_changes(void **state)
{
	(void)state;
	assert_int_equal(live_deadline(&live, true), -1);
	assert_int_equal(wait_quiet(true), LIVE_NONE);
	assert_string_equal(shown(), "First");
}

static void a_change_is_shown_once_it_is_quiet(void **state)
{
	(void)state;
	write_clinic("Second", "");
	assert_int_equal(live_turn(&live, now_ms, true), LIVE_NONE);
	assert_int_equal(live_deadline(&live, true), now_ms + WATCH_QUIET_MS);
	now_ms += WATCH_QUIET_MS - 1;
	assert_int_equal(live_turn(&live, now_ms, true), LIVE_NONE);
	assert_string_equal(shown(), "First");
	now_ms++;
	assert_int_equal(live_turn(&live, now_ms, true), LIVE_NEW);
	assert_string_equal(shown(), "Second");
	assert_int_equal(live_deadline(&live, true), -1);
}

static void each_change_starts_the_wait_anew(void **state)
{
	(void)state;
	write_clinic("Second", "");
	live_turn(&live, now_ms, true);
	now_ms += WATCH_QUIET_MS - 1;
	write_clinic("Third", "");
	assert_int_equal(live_turn(&live, now_ms, true), LIVE_NONE);
	now_ms += WATCH_QUIET_MS - 1;
	assert_int_equal(live_turn(&live, now_ms, true), LIVE_NONE);
	now_ms++;
	assert_int_equal(live_turn(&live, now_ms, true), LIVE_NEW);
	assert_string_equal(shown(), "Third");
}

static void a_visitor_keeps_the_words_they_began_with(void **state)
{
	const struct session *session = live.session;
	const struct catalog *catalog = live_catalog(&live);

	(void)state;
	write_clinic("Second", "");
	assert_int_equal(wait_quiet(false), LIVE_NONE);
	assert_ptr_equal(live.session, session);
	assert_ptr_equal(live_catalog(&live), catalog);
	assert_string_equal(shown(), "First");
	/* nothing to wake up for until the visitor is done */
	assert_int_equal(live_deadline(&live, false), -1);
	live_look(&live, now_ms);
	assert_int_equal(live_turn(&live, now_ms, true), LIVE_NEW);
	assert_string_equal(shown(), "Second");
}

static void a_mistake_leaves_the_last_good_words(void **state)
{
	(void)state;
	write_clinic("Second", "nonsense");
	assert_int_equal(wait_quiet(true), LIVE_BAD);
	assert_true(live.is_bad);
	assert_non_null(strstr(live.err.msg, "clinic.ini:"));
	assert_string_equal(shown(), "First");
	write_clinic("Second", "");
	assert_int_equal(wait_quiet(true), LIVE_NEW);
	assert_false(live.is_bad);
	assert_string_equal(shown(), "Second");
}

static void drafts_of_editors_are_no_change(void **state)
{
	(void)state;
	folder_write(dir, "en/.faq.md.swp", "draft");
	assert_int_equal(live_turn(&live, now_ms, true), LIVE_NONE);
	assert_int_equal(live_deadline(&live, true), -1);
}

/* As after a link that leads to another folder: no event tells of it. */
static void a_look_finds_what_no_event_told(void **state)
{
	(void)state;
	lose_inotify();
	write_clinic("Second", "");
	live_look(&live, now_ms);
	now_ms += WATCH_QUIET_MS;
	assert_int_equal(live_turn(&live, now_ms, true), LIVE_NEW);
	assert_string_equal(shown(), "Second");
}

/* As `mv new content` does: another folder of the same name. */
static void another_folder_in_its_place_is_watched(void **state)
{
	char away[FOLDER_PATH + 8];

	(void)state;
	snprintf(away, sizeof(away), "%s.away", dir);
	assert_int_equal(rename(dir, away), 0);
	assert_int_equal(wait_quiet(true), LIVE_BAD);
	folder_copy(away, dir);
	now_ms += WATCH_POLL_MS;
	assert_int_equal(wait_quiet(true), LIVE_NEW);
	folder_remove(away);
	write_clinic("Second", "");
	assert_int_equal(wait_quiet(true), LIVE_NEW);
	assert_string_equal(shown(), "Second");
	assert_true(live.watch.notify >= 0);
}

static void without_inotify_the_timer_asks_to_be_woken(void **state)
{
	(void)state;
	lose_inotify();
	assert_int_equal(live_deadline(&live, false), now_ms + WATCH_POLL_MS);
	assert_int_equal(live_deadline(&live, true), now_ms + WATCH_POLL_MS);
	now_ms += WATCH_POLL_MS;
	live_turn(&live, now_ms, true);
	/* and it tries to do with inotify again */
	assert_true(live.watch.notify >= 0);
	assert_int_equal(live_deadline(&live, true), -1);
}

/* Resident memory, bytes. */
static size_t resident(void)
{
	FILE *file = fopen("/proc/self/statm", "r");
	unsigned long whole;
	unsigned long pages;

	assert_non_null(file);
	assert_int_equal(fscanf(file, "%lu %lu", &whole, &pages), 2);
	fclose(file);
	return pages * (size_t)sysconf(_SC_PAGESIZE);
}

/* Every fourth change is a mistake. */
static void change_once(int i)
{
	bool is_bad = i % 4 == 3;
	char name[32];

	snprintf(name, sizeof(name), "Clinic %d", i);
	write_clinic(name, is_bad ? "nonsense" : "");
	assert_int_equal(wait_quiet(true), is_bad ? LIVE_BAD : LIVE_NEW);
	if (!is_bad)
		assert_string_equal(shown(), name);
}

static void ten_thousand_changes_leak_nothing(void **state)
{
	size_t before;
	size_t after;

	(void)state;
	for (int i = 0; i < WARM_UP; i++)
		change_once(i);
	before = resident();
	for (int i = WARM_UP; i < RELOADS; i++)
		change_once(i);
	after = resident();
	print_message("%zu KiB before, %zu KiB after\n", before / KIB,
		      after / KIB);
	assert_true(after < before + GROWTH_MAX);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make, unmake)
	const struct CMUnitTest tests[] = {
		TEST(nothing_happens_while_nothing_changes),
		TEST(a_change_is_shown_once_it_is_quiet),
		TEST(each_change_starts_the_wait_anew),
		TEST(a_visitor_keeps_the_words_they_began_with),
		TEST(a_mistake_leaves_the_last_good_words),
		TEST(drafts_of_editors_are_no_change),
		TEST(a_look_finds_what_no_event_told),
		TEST(another_folder_in_its_place_is_watched),
		TEST(without_inotify_the_timer_asks_to_be_woken),
		TEST(ten_thousand_changes_leak_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
