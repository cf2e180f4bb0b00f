/*
 * The kiosk is killed at random moments around a save, over and over, with one
 * data folder.  A lead that a visitor was told is saved is there and whole;
 * any other is there and whole or not at all.
 */
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include <cmocka.h>

#include "hairline/core/lead.h"
#include "hairline/store/store.h"
#include "support/kiosk.h"
#include "support/store_fixture.h"

#define ROUNDS 30
#define AFTER_ALL 5 /* each so many-th is killed only when it is saved */
#define DELAY_MAX_NS 4000000
#define NAME "Mary Holloway"
#define PHONE "01632 960 455"
#define TOLD "Thank you. It is saved."

struct run {
	uint32_t random;
	int64_t leads;
	int told;
	int untold; /* saved, but not yet told */
};

static void wait_at_random(struct run *run)
{
	struct timespec delay = {0};

	run->random = run->random * 1664525u + 1013904223u;
	delay.tv_nsec = (long)(run->random >> 4) % DELAY_MAX_NS;
	ppoll(NULL, 0, &delay, NULL);
}

/* Press "yes", and pull the plug. */
static void save_and_kill(struct run *run, struct kiosk *kiosk, bool is_late)
{
	int status = -1;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk,
		   KIOSK_MENU "4 " KIOSK_CONSENT "1 2 Enter \"Save this?\" 2 ");
	if (is_late)
		tty_until(&kiosk->tty, TOLD);
	else
		wait_at_random(run);
	assert_int_equal(kill(kiosk->tty.pid, SIGKILL), 0);
	tty_wait_exit(&kiosk->tty, &status);
	assert_true(WIFSIGNALED(status));
}

/* --- what is left --- */

static bool see(void *context, const struct lead *lead)
{
	bool is_whole = lead->name && strcmp(lead->name, NAME) == 0 &&
			strcmp(lead->phone, PHONE) == 0 &&
			lead->consent.is_set[CONSENT_ADULT] &&
			lead->consent.is_set[CONSENT_CONTACT];

	*(int64_t *)context += is_whole;
	return true;
}

/* The reference as far as it was drawn; "" when it was not. */
static void read_reference(struct kiosk *kiosk, char reference[REFERENCE_SIZE])
{
	int row, col;

	if (!tty_find(&kiosk->tty, "Your reference", &row, &col) ||
	    !reference_read(reference, tty_row(&kiosk->tty, row + 1)))
		reference[0] = '\0';
}

static void check_store(struct store *store, int64_t leads)
{
	int64_t whole = 0;
	struct err err;

	if (!store_check(store, &err) ||
	    !fixture_each_lead(store, see, &whole, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(whole, leads);
}

static void check_reference(struct store *store, const char *reference)
{
	int64_t whole = 0;
	bool is_found = false;
	struct err err;

	if (!reference[0])
		return;
	assert_true(fixture_find_lead(store, reference, see, &whole, &is_found,
				      &err));
	assert_true(is_found);
	assert_int_equal(whole, 1);
}

static void check_round(struct run *run, struct kiosk *kiosk)
{
	bool is_told = tty_has(&kiosk->tty, TOLD);
	char reference[REFERENCE_SIZE];
	struct store *store;
	int64_t leads = -1;
	struct err err;

	assert_false(folder_has(kiosk->data, NAME, strlen(NAME)));
	assert_false(folder_has(kiosk->data, PHONE, strlen(PHONE)));
	store = store_open(kiosk->data, &err);
	assert_non_null(store);
	assert_true(store_count(store, "lead", &leads, &err));
	assert_in_range(leads - run->leads, is_told ? 1 : 0, 1);
	check_store(store, leads);
	read_reference(kiosk, reference);
	check_reference(store, reference);
	store_close(store);
	run->told += is_told;
	run->untold += !is_told && leads > run->leads;
	run->leads = leads;
}

static uint32_t seed;

static void what_a_visitor_was_told_is_saved_is_saved(void **state)
{
	struct kiosk *kiosk = *state;
	struct run run = {.random = seed};

	print_message("seed %u\n", seed);
	for (int round = 0; round < ROUNDS; round++) {
		save_and_kill(&run, kiosk, round % AFTER_ALL == 0);
		check_round(&run, kiosk);
		tty_finish(&kiosk->tty);
	}
	print_message("%d rounds: %d told, %d saved and not told\n", ROUNDS,
		      run.told, run.untold);
	assert_in_range(run.told, ROUNDS / AFTER_ALL, ROUNDS);
}

/* A seed as the argument repeats a run. */
int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(what_a_visitor_was_told_is_saved_is_saved),
	};

	seed = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10)
			: (uint32_t)time(NULL);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
