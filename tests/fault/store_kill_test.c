/*
 * A kiosk that saves leads is killed at random moments, over and over, with
 * one data folder.  What it acknowledged is there and whole; beside that at
 * most one lead a round is there, committed but not yet acknowledged.
 */
#include "hairline/store/store.h"

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
#include <unistd.h>

#include <cmocka.h>

#include "support/store_fixture.h"

#define ROUNDS 200
#define SAVES_MAX 50 /* a round; a child that gets there was not killed */
#define ACKS_BEFORE_MAX 4
#define DELAY_MAX_NS 2000000

struct ack {
	int number;
	char reference[REFERENCE_SIZE];
};

struct run {
	char dir[STORE_FIXTURE_DIR_SIZE];
	uint32_t random;
	struct ack acks[ROUNDS * SAVES_MAX];
	int ack_count;
	int killed_while_opening;
	int committed_only;
};

/* xorshift */
static uint32_t next_random(struct run *run)
{
	run->random ^= run->random << 13;
	run->random ^= run->random >> 17;
	run->random ^= run->random << 5;
	return run->random;
}

/* The kiosk: save, then say so, until it is killed. */
static void save_on_and_on(const char *dir, int round, int out)
{
	struct store *store = fixture_open(dir);

	for (int i = 0; i < SAVES_MAX; i++) {
		struct ack ack = {.number = round * SAVES_MAX + i};
		struct fixture_words words;
		struct lead lead = fixture_lead(&words, ack.number);
		struct err err;

		if (!store_save(store, &lead, &err)) {
			fprintf(stderr, "%s\n", err.msg);
			_exit(1);
		}
		memcpy(ack.reference, lead.reference, sizeof(ack.reference));
		if (write(out, &ack, sizeof(ack)) != sizeof(ack))
			_exit(1);
	}
	_exit(0);
}

static bool read_ack(struct run *run, int in)
{
	struct ack *ack = &run->acks[run->ack_count];
	bool is_whole = read(in, ack, sizeof(*ack)) == sizeof(*ack);

	run->ack_count += is_whole;
	return is_whole;
}

/* A random moment: so many acknowledgements later, and then a little. */
static void wait_at_random(struct run *run, int in)
{
	uint32_t acks = next_random(run) % ACKS_BEFORE_MAX;
	struct timespec delay = {.tv_nsec = next_random(run) % DELAY_MAX_NS};

	while (acks-- > 0 && read_ack(run, in))
		;
	ppoll(NULL, 0, &delay, NULL);
}

static void kill_one(struct run *run, int round)
{
	int ends[2];
	int status;
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		close(ends[0]);
		save_on_and_on(run->dir, round, ends[1]);
	}
	assert_true(child > 0);
	close(ends[1]);
	wait_at_random(run, ends[0]);
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
	while (read_ack(run, ends[0]))
		;
	close(ends[0]);
}

static int64_t count(struct store *store, const char *table)
{
	int64_t rows = -1;
	struct err err = {0};

	if (!store_count(store, table, &rows, &err))
		fail_msg("%s", err.msg);
	return rows;
}

static void assert_nothing_readable(const char *dir)
{
	static const char *const words[] = {"Wilhelmina", "+31 6 55",
					    "@mail.example", "scalp-itch"};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (fixture_holds(dir, words[i]))
			fail_msg("\"%s\" was found in %s", words[i], dir);
}

static void check_round(struct run *run, int64_t *leads, int acks_before)
{
	int acks = run->ack_count - acks_before;
	struct store *store;
	int64_t now;

	/* Before the next opening rolls back what was in flight. */
	assert_nothing_readable(run->dir);
	store = fixture_open(run->dir);
	now = count(store, "lead");
	assert_true(now == *leads + acks || now == *leads + acks + 1);
	assert_int_equal(count(store, "lead_event"), now);
	run->killed_while_opening += acks == 0;
	run->committed_only += now != *leads + acks;
	*leads = now;
	store_close(store);
}

/* Counts those that are whole. */
static bool see(void *context, const struct lead *lead)
{
	int *whole = context;

	*whole += fixture_number(lead) >= 0;
	return true;
}

static bool see_number(void *context, const struct lead *lead)
{
	*(int *)context = fixture_number(lead);
	return true;
}

static void check_all(struct run *run, int64_t leads)
{
	struct store *store = fixture_open(run->dir);
	int whole = 0;
	struct err err = {0};

	if (!store_check(store, &err) ||
	    !fixture_each_lead(store, see, &whole, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(whole, leads);
	for (int i = 0; i < run->ack_count; i++) {
		int number = -1;
		bool found;

		assert_true(fixture_find_lead(store, run->acks[i].reference,
					      see_number, &number, &found,
					      &err));
		assert_true(found);
		assert_int_equal(number, run->acks[i].number);
	}
	store_close(store);
}

static void what_was_acknowledged_survives_200_kills(void **state)
{
	struct run *run = calloc(1, sizeof(*run));
	int64_t leads = 0;

	assert_non_null(run);
	fixture_make(run->dir);
	run->random = *(uint32_t *)*state;
	printf("seed %u\n", run->random);
	for (int round = 0; round < ROUNDS; round++) {
		int acks_before = run->ack_count;

		kill_one(run, round);
		check_round(run, &leads, acks_before);
	}
	check_all(run, leads);
	printf("%d rounds: %d leads acknowledged, %d committed only, %d "
	       "rounds killed before the first\n",
	       ROUNDS, run->ack_count, run->committed_only,
	       run->killed_while_opening);
	assert_true(run->ack_count > 0);
	fixture_remove(run->dir);
	free(run);
}

/* A seed as the argument repeats a run. */
int main(int argc, char **argv)
{
	uint32_t seed = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10)
				 : (uint32_t)time(NULL) | 1u;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(
			what_was_acknowledged_survives_200_kills, &seed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
