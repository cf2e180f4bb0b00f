/*
 * "hairline leads" is killed at random moments of an export, an erasure, a
 * purge and an import.  Afterwards each is whole, before or after: every lead
 * went out exactly once, is there or erased, and the history can be verified.
 */
#include <dirent.h>
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

#include "hairline/store/inbox.h"
#include "hairline/store/store.h"
#include "support/crowd.h"
#include "support/desk.h"

#define ROUNDS 60
#define LEADS 250
#define PATH_SIZE (STORE_FIXTURE_DIR_SIZE + 32)
#define LINE_SIZE 8192

struct run {
	struct desk desk;
	uint32_t random;
	uint32_t delay_max_us; /* what a run takes here */
	int killed;
};

static struct run *new_run(void **state)
{
	struct run *run = calloc(1, sizeof(*run));

	assert_non_null(run);
	fixture_make(run->desk.dir);
	run->random = *(uint32_t *)*state;
	printf("seed %u\n", run->random);
	return run;
}

static uint32_t now_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint32_t)((uint64_t)now.tv_sec * 1000000u +
			  (uint64_t)now.tv_nsec / 1000u);
}

/* With the leads there: reading them all takes about as long. */
static void measure(struct run *run)
{
	uint32_t start = now_us();

	assert_int_equal(desk_call(&run->desk, "leads", "list"), 0);
	run->delay_max_us = now_us() - start;
	printf("delays up to %u us\n", run->delay_max_us);
}

static void end_run(struct run *run)
{
	printf("%d of %d killed\n", run->killed, ROUNDS);
	assert_true(run->killed > 0);
	fixture_remove(run->desk.dir);
	free(run);
}

/* xorshift */
static uint32_t next_random(struct run *run)
{
	run->random ^= run->random << 13;
	run->random ^= run->random >> 17;
	run->random ^= run->random << 5;
	return run->random;
}

static void become(const char *const *args)
{
	char *argv[16] = {strdup("hairline")};

	for (int i = 0; args[i] && i < 14; i++)
		argv[i + 1] = strdup(args[i]);
	if (freopen("/dev/null", "w", stdout) &&
	    freopen("/dev/null", "w", stderr))
		execv(getenv("HAIRLINE"), argv);
	_exit(127);
}

/* Start the program and kill it a random moment later. */
static void kill_one(struct run *run, const char *const *args)
{
	uint32_t us = next_random(run) % run->delay_max_us;
	struct timespec delay = {.tv_nsec = (long)us * 1000};
	int status;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child == 0)
		become(args);
	assert_true(child > 0);
	ppoll(NULL, 0, &delay, NULL);
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) || WEXITSTATUS(status) == 0);
	run->killed += WIFSIGNALED(status);
}

#define kill_call(run, ...)                                        \
	kill_one(run, (const char *const[]){__VA_ARGS__, "--data", \
					    (run)->desk.dir, NULL})

static void assert_whole(struct run *run)
{
	struct store *store = fixture_open(run->desk.dir);
	struct err err = {0};

	if (!store_check(store, &err))
		fail_msg("%s", err.msg);
	store_close(store);
	if (desk_call(&run->desk, "leads", "verify") != 0)
		fail_msg("%s", run->desk.run.err);
}

/* --- export --- */

struct ids {
	char at[LEADS * 2][33];
	int count;
};

static void read_ids(struct ids *ids, const char *path)
{
	static char line[LINE_SIZE];
	FILE *file = fopen(path, "r");

	if (!file)
		return;
	while (fgets(line, sizeof(line), file)) {
		assert_memory_equal(line, "{\"id\":\"", 7);
		assert_non_null(strchr(line, '\n'));
		assert_true(ids->count < LEADS * 2);
		memcpy(ids->at[ids->count++], line + 7, 32);
	}
	fclose(file);
}

static int compare(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void assert_nothing_is_left(const char *dir)
{
	DIR *entries = opendir(dir);

	assert_non_null(entries);
	for (const struct dirent *entry = readdir(entries); entry;
	     entry = readdir(entries))
		if (strncmp(entry->d_name, ".out", 4) == 0)
			fail_msg("%s is left", entry->d_name);
	closedir(entries);
}

/* Half of the leads at first, the rest while exports are killed. */
static void save_more(struct run *run, int round)
{
	for (int i = 0; i < LEADS / 2 / ROUNDS; i++)
		desk_save_lead(&run->desk, 1000 + round * 10 + i, NULL);
}

static void each_lead_goes_out_once(void **state)
{
	struct run *run = new_run(state);
	struct ids *ids = calloc(1, sizeof(*ids));
	char path[PATH_SIZE];
	int expected = LEADS / 2;

	assert_non_null(ids);
	crowd_save(run->desk.dir, LEADS / 2);
	measure(run);
	for (int round = 0; round <= ROUNDS; round++) {
		snprintf(path, sizeof(path), "%s/out%d.jsonl", run->desk.dir,
			 round);
		if (round < ROUNDS) {
			kill_call(run, "leads", "export", "--new", "--output",
				  path);
			save_more(run, round);
			expected += LEADS / 2 / ROUNDS;
		} else {
			assert_int_equal(desk_call(&run->desk, "leads",
						   "export", "--new",
						   "--output", path),
					 0);
		}
	}
	for (int round = 0; round <= ROUNDS; round++) {
		snprintf(path, sizeof(path), "%s/out%d.jsonl", run->desk.dir,
			 round);
		read_ids(ids, path);
	}
	assert_int_equal(ids->count, expected);
	qsort(ids->at, (size_t)ids->count, sizeof(ids->at[0]), compare);
	for (int i = 1; i < ids->count; i++)
		assert_string_not_equal(ids->at[i - 1], ids->at[i]);
	assert_nothing_is_left(run->desk.dir);
	assert_whole(run);
	free(ids);
	end_run(run);
}

/* --- erasing --- */

struct states {
	int whole;
	int erased;
	int between;
};

static bool see(void *context, const struct dossier *dossier)
{
	struct states *states = context;
	bool is_erased = dossier->status == STATUS_ERASED;

	if (is_erased && !dossier->lead->name && !dossier->lead->tier[0])
		states->erased++;
	else if (!is_erased && dossier->lead->name && dossier->lead->tier[0])
		states->whole++;
	else
		states->between++;
	return true;
}

static struct states look(struct run *run)
{
	struct store *store = fixture_open(run->desk.dir);
	struct inbox_query query = {.since = 0};
	struct states states = {0};
	struct err err = {0};

	if (!inbox_read(store, &query, see, &states, &err))
		fail_msg("%s", err.msg);
	store_close(store);
	assert_int_equal(states.between, 0);
	return states;
}

static void an_erasure_is_whole(void **state)
{
	struct run *run = new_run(state);
	int before = 0;

	desk_save_lead(&run->desk, 999, NULL);
	measure(run);
	for (int round = 0; round < ROUNDS; round++) {
		struct states states;

		desk_save_lead(&run->desk, round, NULL);
		kill_call(run, "leads", "erase", run->desk.shown);
		states = look(run);
		assert_int_equal(states.whole + states.erased, round + 2);
		assert_true(states.erased == before ||
			    states.erased == before + 1);
		before = states.erased;
	}
	assert_whole(run);
	end_run(run);
}

static void a_purge_is_whole_and_goes_on(void **state)
{
	struct run *run = new_run(state);
	int before = 0;

	crowd_save_due(run->desk.dir, LEADS);
	measure(run);
	for (int round = 0; round < ROUNDS && before < LEADS; round++) {
		int now;

		kill_call(run, "leads", "purge");
		now = look(run).erased;
		assert_true(now >= before);
		before = now;
	}
	assert_int_equal(desk_call(&run->desk, "leads", "purge"), 0);
	assert_int_equal(look(run).erased, LEADS);
	assert_whole(run);
	end_run(run);
}

/* --- import --- */

static void an_import_is_finished_by_the_next(void **state)
{
	struct run *run = new_run(state);
	struct run *other = new_run(state);
	char path[PATH_SIZE];

	snprintf(path, sizeof(path), "%s/out.jsonl", run->desk.dir);
	crowd_save(run->desk.dir, LEADS);
	measure(run);
	other->delay_max_us = 2 * run->delay_max_us;
	assert_int_equal(
		desk_call(&run->desk, "leads", "export", "--output", path), 0);
	for (int round = 0; round < ROUNDS; round++)
		kill_call(other, "leads", "import", path);
	assert_int_equal(desk_call(&other->desk, "leads", "import", path), 0);
	assert_int_equal(look(other).whole, LEADS);
	assert_whole(other);
	run->killed = 1;
	end_run(run);
	end_run(other);
}

/* A seed as the argument repeats a run. */
int main(int argc, char **argv)
{
	uint32_t seed = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10)
				 : (uint32_t)time(NULL) | 1u;
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate(each_lead_goes_out_once, &seed),
		cmocka_unit_test_prestate(an_erasure_is_whole, &seed),
		cmocka_unit_test_prestate(a_purge_is_whole_and_goes_on, &seed),
		cmocka_unit_test_prestate(an_import_is_finished_by_the_next,
					  &seed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
