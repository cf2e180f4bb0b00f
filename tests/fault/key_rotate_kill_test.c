/*
 * The key pair is replaced over and over, while a kiosk saves, and both are
 * killed at random moments.  Whatever was left, the next opening finds one
 * pair that opens every lead.
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
#include <unistd.h>

#include <cmocka.h>

#include "hairline/store/rotation.h"
#include "hairline/store/store.h"
#include "support/store_fixture.h"

#define ROUNDS 200
#define DAYS 30 /* day keys from the start */
#define SAVES 2 /* a round of the kiosk, every so many rounds: each makes a */
#define ROUNDS_A_SAVE 4 /* day key, which takes time */
#define ACKS_BEFORE_MAX 2
#define DELAY_MAX_NS 8000000

struct run {
	char dir[STORE_FIXTURE_DIR_SIZE];
	uint32_t random;
	int cut_short; /* rounds that left something to settle */
	int replaced;  /* rounds that ended with another pair */
	uint8_t public_key[SEAL_PUBLIC_SIZE];
};

/* xorshift */
static uint32_t next_random(struct run *run)
{
	run->random ^= run->random << 13;
	run->random ^= run->random >> 17;
	run->random ^= run->random << 5;
	return run->random;
}

/* Each from a kiosk of its own, so that each makes a day key. */
static bool save(struct store *store, int number, int round)
{
	char kiosk[32];
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, number);
	struct err err;

	snprintf(kiosk, sizeof(kiosk), "kiosk-%d-%d", round, number);
	lead.kiosk = kiosk;
	if (store_save(store, &lead, &err))
		return true;
	fprintf(stderr, "save: %s\n", err.msg);
	return false;
}

static void save_some(const char *dir, int round, int out)
{
	struct store *store = fixture_open(dir);
	int saves = round % ROUNDS_A_SAVE == 0 ? SAVES : 0;

	(void)out;
	for (int i = 0; i < saves; i++)
		if (!save(store, i, round))
			_exit(1);
	_exit(0);
}

/* Says so after each. */
static void rotate_on_and_on(const char *dir, int round, int out)
{
	(void)round;
	for (;;) {
		struct err err;
		struct store *store = store_open(dir, &err);

		if (!store || !store_rotate_keys(store, NULL, &err)) {
			fprintf(stderr, "rotate: %s\n", err.msg);
			_exit(1);
		}
		store_close(store);
		if (write(out, "", 1) != 1)
			_exit(1);
	}
}

static pid_t start(void (*work)(const char *dir, int round, int out),
		   const char *dir, int round, int out)
{
	pid_t child = fork();

	if (child == 0)
		work(dir, round, out);
	assert_true(child > 0);
	return child;
}

/* A random moment: so many rotations later, and then a little. */
static void wait_at_random(struct run *run, int in)
{
	uint32_t acks = next_random(run) % ACKS_BEFORE_MAX;
	struct timespec delay = {.tv_nsec = next_random(run) % DELAY_MAX_NS};
	char byte;

	while (acks-- > 0)
		assert_int_equal(read(in, &byte, 1), 1);
	ppoll(NULL, 0, &delay, NULL);
}

static void end(pid_t child)
{
	int status;

	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
}

static bool see(void *context, const struct lead *lead)
{
	int64_t *whole = context;

	*whole += fixture_number(lead) >= 0;
	return true;
}

static void check_pair(struct run *run)
{
	struct seal_keys keys;
	struct err err = {0};

	if (!seal_keys_load(&keys, run->dir, &err))
		fail_msg("%s", err.msg);
	assert_non_null(keys.secret_key);
	run->replaced += memcmp(keys.public_key, run->public_key,
				sizeof(run->public_key)) != 0;
	memcpy(run->public_key, keys.public_key, sizeof(run->public_key));
	seal_keys_release(&keys);
}

static void check_round(struct run *run)
{
	struct store *store;
	int64_t leads = -1;
	int64_t whole = 0;
	struct err err = {0};

	run->cut_short += rotation_is_open(run->dir);
	store = fixture_open(run->dir);
	assert_false(rotation_is_open(run->dir));
	if (!store_check(store, &err) ||
	    !store_count(store, "lead", &leads, &err) ||
	    !fixture_each_lead(store, see, &whole, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(whole, leads);
	store_close(store);
	check_pair(run);
}

static void one_pair_opens_everything_after_each_of_200_kills(void **state)
{
	struct run run = {.random = *(uint32_t *)*state};
	struct store *store;

	printf("seed %u\n", run.random);
	fixture_make(run.dir);
	store = fixture_open(run.dir);
	for (int i = 0; i < DAYS; i++)
		assert_true(save(store, i, -1));
	store_close(store);
	for (int round = 0; round < ROUNDS; round++) {
		int ends[2];
		pid_t kiosk;
		pid_t rotator;

		assert_int_equal(pipe(ends), 0);
		kiosk = start(save_some, run.dir, round, -1);
		rotator = start(rotate_on_and_on, run.dir, round, ends[1]);
		close(ends[1]);
		wait_at_random(&run, ends[0]);
		end(rotator);
		end(kiosk);
		close(ends[0]);
		check_round(&run);
	}
	printf("%d rounds: %d left something to settle, %d ended with a new "
	       "pair\n",
	       ROUNDS, run.cut_short, run.replaced);
	assert_true(run.cut_short > 0);
	assert_true(run.replaced > ROUNDS / 10);
	fixture_remove(run.dir);
}

/* A seed as the argument repeats a run. */
int main(int argc, char **argv)
{
	uint32_t seed = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10)
				 : (uint32_t)time(NULL) | 1u;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(
			one_pair_opens_everything_after_each_of_200_kills,
			&seed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
