/*
 * Backups are made, and put back, over and over, and killed at random moments:
 * the backup's file is a whole one or is not there, the store is the old one
 * or the new one.
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

#include "hairline/cmd/output.h"
#include "hairline/store/backup.h"
#include "hairline/store/restore.h"
#include "hairline/store/store.h"
#include "support/folder.h"
#include "support/store_fixture.h"

#define ROUNDS 100
#define FEW 3
#define MANY 60
#define DELAY_MAX_NS 8000000

struct run {
	char dir[STORE_FIXTURE_DIR_SIZE];
	char other[STORE_FIXTURE_DIR_SIZE]; /* where backups go */
	char target[128];                   /* the one that is written */
	char few[128];                      /* whole ones */
	char many[128];
	uint32_t random;
};

/* xorshift */
static uint32_t next_random(struct run *run)
{
	run->random ^= run->random << 13;
	run->random ^= run->random >> 17;
	run->random ^= run->random << 5;
	return run->random;
}

static void save(struct run *run, int from, int to)
{
	struct store *store = fixture_open(run->dir);

	for (int i = from; i < to; i++) {
		struct fixture_words words;
		struct lead lead = fixture_lead(&words, i);
		struct err err;

		assert_true(store_save(store, &lead, &err));
	}
	store_close(store);
}

/* As "hairline backup" does it. */
static bool make_backup(const char *dir, const char *file, struct err *err)
{
	struct output output;
	char path[PATH_MAX];

	if (!output_open(&output, file, err))
		return false;
	if (output_draft(&output, path, err) && backup_write(dir, path, err))
		return output_finish(&output, err);
	output_abandon(&output);
	return false;
}

static void back_up_on_and_on(struct run *run)
{
	for (;;) {
		struct err err;

		if (!make_backup(run->dir, run->target, &err)) {
			fprintf(stderr, "%s\n", err.msg);
			_exit(1);
		}
	}
}

static void restore_on_and_on(struct run *run)
{
	for (unsigned i = 0;; i++) {
		char aside[64];
		bool has_aside;
		struct err err;

		snprintf(aside, sizeof(aside), RESTORE_ASIDE "%d-%u.db",
			 (int)getpid(), i);
		if (!restore_run(run->dir, i % 2 ? run->few : run->many, aside,
				 &has_aside, &err)) {
			fprintf(stderr, "%s\n", err.msg);
			_exit(1);
		}
	}
}

static void kill_one(struct run *run, void (*work)(struct run *run))
{
	struct timespec delay = {.tv_nsec = next_random(run) % DELAY_MAX_NS};
	int status;
	pid_t child = fork();

	if (child == 0)
		work(run);
	assert_true(child > 0);
	ppoll(NULL, 0, &delay, NULL);
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
}

static bool see(void *context, const struct lead *lead)
{
	*(int *)context += fixture_number(lead) >= 0;
	return true;
}

static int count_whole(const char *dir)
{
	struct store *store = fixture_open(dir);
	struct err err = {0};
	int whole = 0;

	if (!store_check(store, &err) ||
	    !fixture_each_lead(store, see, &whole, &err))
		fail_msg("%s", err.msg);
	store_close(store);
	return whole;
}

/* A file that a kill may leave beside the target is not one to rely on. */
static void check_target(struct run *run)
{
	char dir[STORE_FIXTURE_DIR_SIZE];
	struct restore_facts facts;
	bool has_aside;
	struct err err = {0};

	fixture_make(dir);
	if (!restore_run(dir, run->target, RESTORE_ASIDE "x", &has_aside,
			 &err) ||
	    !restore_look(dir, &facts, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(facts.leads, MANY);
	fixture_remove(dir);
}

static int set_up(void **state)
{
	static struct run run;
	struct err err = {0};

	run.random = **(uint32_t **)state;
	printf("seed %u\n", run.random);
	fixture_make(run.dir);
	fixture_make(run.other);
	snprintf(run.target, sizeof(run.target), "%s/target", run.other);
	snprintf(run.few, sizeof(run.few), "%s/few", run.other);
	snprintf(run.many, sizeof(run.many), "%s/many", run.other);
	save(&run, 0, FEW);
	assert_true(make_backup(run.dir, run.few, &err));
	save(&run, FEW, MANY);
	assert_true(make_backup(run.dir, run.many, &err));
	*state = &run;
	return 0;
}

static int tear_down(void **state)
{
	struct run *run = *state;

	fixture_remove(run->dir);
	fixture_remove(run->other);
	return 0;
}

static void a_backup_is_whole_or_is_not_there(void **state)
{
	struct run *run = *state;
	int made = 0;

	for (int round = 0; round < ROUNDS; round++) {
		kill_one(run, back_up_on_and_on);
		if (access(run->target, F_OK) == 0) {
			check_target(run);
			made++;
		}
		if (round % 4 == 0)
			unlink(run->target);
	}
	printf("%d rounds, a backup was there after %d\n", ROUNDS, made);
	assert_in_range(made, 1, ROUNDS - 1);
	assert_int_equal(count_whole(run->dir), MANY);
}

static void a_store_is_the_old_one_or_the_new_one(void **state)
{
	struct run *run = *state;
	int few = 0;

	for (int round = 0; round < ROUNDS; round++) {
		int whole;

		kill_one(run, restore_on_and_on);
		assert_int_equal(fixture_mode(run->dir, "leads.db"), 0600);
		whole = count_whole(run->dir);
		assert_true(whole == FEW || whole == MANY);
		few += whole == FEW;
	}
	printf("%d rounds, the smaller store was there after %d\n", ROUNDS,
	       few);
	assert_in_range(few, 1, ROUNDS - 1);
}

#define TEST(name)                                    \
	{                                             \
#name, name, set_up, tear_down, &seed \
	}

/* A seed as the argument repeats a run. */
int main(int argc, char **argv)
{
	uint32_t seed = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10)
				 : (uint32_t)time(NULL) | 1u;
	const struct CMUnitTest tests[] = {
		TEST(a_backup_is_whole_or_is_not_there),
		TEST(a_store_is_the_old_one_or_the_new_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
