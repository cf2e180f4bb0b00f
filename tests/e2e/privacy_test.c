/*
 * What a visitor typed is gone once the visit is over: from the process's
 * memory, from the data folder, from the screen and from all that is sent to
 * the terminal afterwards.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/kiosk.h"
#include "support/memory.h"

#define WORD "zebrafish"
#define NAME "Quillonvarnish"
#define PHONE "07700 900 877"
#define EMAIL "qv@jmzx.example"

/* The visit: looks something up, then types all three details. */
#define SEARCH KIOSK_MENU "F3 \"Search\" '" WORD "' \"" WORD "\" Left "
#define TYPE                                                              \
	"4 \"How can we reach you?\" '" NAME "' Enter '" PHONE "' Enter " \
	"'" EMAIL "' \"" EMAIL "\" "
#define CONSENT                                                     \
	"Down Down Down Down Down Enter \"What we keep, and why\" " \
	"1 \"What do you agree to?\" "
#define CONFIRM CONSENT "1 2 Enter \"No, go back\" "
#define OVER "^X \"Clear everything and start over?\" ^X \"Begin\" "

/* Parts of what was typed, so that a torn rest is found as well. */
static const char *const parts[] = {WORD,      "Quillo",  "varnish",
				    "07700 9", "qv@jmzx", "quillonv"};

#define TYPED_COUNT 5 /* the last part is not typed by anybody */

/* The address sanitizer keeps freed memory as it was unless told otherwise. */
static const char *const sanitizer[] = {
	"ASAN_OPTIONS=max_free_fill_size=1073741824:detect_leaks=0", NULL};

struct size {
	int rows;
	int cols;
};

/* The last has lines so short that malloc() keeps them as they are when
 * they are given back, whatever it was told. */
static const struct size sizes[] = {{24, 80}, {12, 36}, {60, 200}, {12, 34}};

#define SIZE_COUNT (sizeof(sizes) / sizeof(sizes[0]))

static bool remembers(struct kiosk *kiosk, const char *part)
{
	return memory_has(kiosk->tty.pid, part, strlen(part));
}

static void assert_all_remembered(struct kiosk *kiosk)
{
	for (size_t i = 0; i < TYPED_COUNT; i++)
		if (!remembers(kiosk, parts[i]))
			fail_msg("\"%s\" is not in memory, though typed",
				 parts[i]);
	assert_false(remembers(kiosk, parts[TYPED_COUNT]));
}

static void assert_not_in_memory(struct kiosk *kiosk, const char *when)
{
	for (size_t i = 0; i < TYPED_COUNT; i++)
		if (remembers(kiosk, parts[i]))
			fail_msg("\"%s\" is in memory %s", parts[i], when);
}

static void assert_not_kept(struct kiosk *kiosk, size_t sent_before)
{
	struct tty_bytes *sent = &kiosk->tty.received;

	for (size_t i = 0; i < TYPED_COUNT; i++) {
		size_t len = strlen(parts[i]);

		assert_false(folder_has(kiosk->data, parts[i], len));
		assert_false(tty_has(&kiosk->tty, parts[i]));
		assert_null(memmem(sent->at + sent_before,
				   sent->len - sent_before, parts[i], len));
	}
}

/* The next visitor looks around, on every size of screen. */
static void look_around(struct kiosk *kiosk)
{
	kiosk_play(kiosk, KIOSK_MENU "F3 \"Search\" 'itch' \"itch\" Left "
				     "4 \"How can we reach you?\" Down Down "
				     "F1 \"Help\" ");
	for (size_t i = 0; i < SIZE_COUNT; i++) {
		tty_resize(&kiosk->tty, sizes[i].rows, sizes[i].cols);
		kiosk_play(kiosk, "F2 \"Ayuda\" F2 \"Help\" ");
	}
	kiosk_play(kiosk, OVER);
}

static void show_everything_again(struct kiosk *kiosk, int rows, int cols)
{
	tty_resize(&kiosk->tty, rows, cols);
	kiosk_play(kiosk, "F2 -\"Begin\" F2 \"Begin\" ");
}

/* End the visit, and look for what is left of it. */
static void end_by(struct kiosk *kiosk, const char *script)
{
	size_t sent_before;
	int rows, cols;

	assert_true(tty_alive(&kiosk->tty)); /* and all it sent has come */
	sent_before = kiosk->tty.received.len;
	tty_size(&kiosk->tty, &rows, &cols);
	kiosk_play(kiosk, script);
	assert_not_in_memory(kiosk, script);
	look_around(kiosk);
	assert_not_in_memory(kiosk, "for the next visitor");
	assert_not_kept(kiosk, sent_before);
	show_everything_again(kiosk, rows, cols);
}

/* A visit on a screen of each size, and its end. */
static void visit_and_end(struct kiosk *kiosk, size_t size_count,
			  const char *visit, const char *end)
{
	kiosk->env = sanitizer;
	kiosk_open(kiosk, sizes[0].rows, sizes[0].cols);
	for (size_t i = 0; i < size_count; i++) {
		show_everything_again(kiosk, sizes[i].rows, sizes[i].cols);
		kiosk_play(kiosk, SEARCH TYPE);
		assert_all_remembered(kiosk);
		kiosk_play(kiosk, visit);
		end_by(kiosk, end);
	}
	kiosk_close(kiosk);
}

static void nothing_is_left_after_finish(void **state)
{
	visit_and_end(*state, SIZE_COUNT,
		      "Left \"What would you like to do?\" ", "6 \"Begin\" ");
}

static void nothing_is_left_after_starting_over(void **state)
{
	visit_and_end(*state, SIZE_COUNT, "", OVER);
}

static void nothing_is_left_when_a_save_was_not_confirmed(void **state)
{
	visit_and_end(*state, SIZE_COUNT, CONFIRM, OVER);
}

static void nothing_is_left_after_a_save(void **state)
{
	visit_and_end(*state, SIZE_COUNT,
		      CONFIRM "2 \"Show the booking code\" ", "2 \"Begin\" ");
	assert_int_equal(kiosk_leads(*state), SIZE_COUNT);
}

/* The visit goes on, and what was looked up is still of use to it. */
static void a_no_forgets_the_details_at_once(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk->env = sanitizer;
	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < SIZE_COUNT; i++) {
		size_t sent_before;

		show_everything_again(kiosk, sizes[i].rows, sizes[i].cols);
		kiosk_play(kiosk, KIOSK_MENU TYPE CONSENT);
		assert_true(tty_alive(&kiosk->tty));
		sent_before = kiosk->tty.received.len;
		kiosk_play(kiosk, "Up \"No, do not keep anything\" Enter "
				  "\"What would you like to do?\" ");
		assert_not_in_memory(kiosk, "after a no");
		assert_not_kept(kiosk, sent_before);
		kiosk_play(kiosk, "6 \"Begin\" ");
	}
	kiosk_close(kiosk);
}

static void nothing_is_left_when_the_idle_time_is_over(void **state)
{
	kiosk_set_idle(*state, 2);
	kiosk_set(*state, "countdown = 1");
	visit_and_end(*state, 2, "", "-\"" EMAIL "\" \"Begin\" ");
}

static void nothing_is_left_of_screens_of_other_sizes(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk->env = sanitizer;
	kiosk_open(kiosk, 60, 200);
	for (size_t last = 0; last < SIZE_COUNT; last++) {
		kiosk_play(kiosk, SEARCH TYPE);
		for (size_t i = 0; i < 2 * SIZE_COUNT; i++) {
			const struct size *size =
				&sizes[(last + 1 + i) % SIZE_COUNT];

			tty_resize(&kiosk->tty, size->rows, size->cols);
			kiosk_play(kiosk, "F1 \"Help\" Left \"" EMAIL "\" ");
		}
		assert_all_remembered(kiosk);
		end_by(kiosk, OVER);
	}
	kiosk_close(kiosk);
}

static void nothing_is_left_behind_a_review_and_an_outcome(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk->env = sanitizer;
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_ANSWERS "Enter \"No warning signs\" F3 "
					"\"A-Z\" '" WORD "' Left 2 "
					"\"How can we reach you?\" "
					"'" NAME "' Enter '" PHONE "' Enter "
					"'" EMAIL "' " CONSENT "1 2 3 Enter "
					"\"Your answers are shared too.\" ");
	assert_all_remembered(kiosk);
	kiosk_play(kiosk, "2 \"Thank you. It is saved.\" ");
	end_by(kiosk, "2 \"Begin\" ");
	kiosk_close(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(nothing_is_left_after_finish),
		KIOSK_TEST(nothing_is_left_after_starting_over),
		KIOSK_TEST(nothing_is_left_when_a_save_was_not_confirmed),
		KIOSK_TEST(nothing_is_left_after_a_save),
		KIOSK_TEST(a_no_forgets_the_details_at_once),
		KIOSK_TEST(nothing_is_left_when_the_idle_time_is_over),
		KIOSK_TEST(nothing_is_left_of_screens_of_other_sizes),
		KIOSK_TEST(nothing_is_left_behind_a_review_and_an_outcome),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
