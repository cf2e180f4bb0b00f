/*
 * There is no more room on the disk, from the first byte on or later: what
 * changes keys or files then fails, says so, and leaves all as it was.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/cmd/output.h"
#include "hairline/store/backup.h"
#include "hairline/store/keylock.h"
#include "hairline/store/restore.h"
#include "hairline/store/rotation.h"
#include "hairline/store/store.h"
#include "support/folder.h"
#include "support/store_fixture.h"

#define LEADS 4
#define PATH (FOLDER_PATH + 16)
#define WORDS "four unlike words here"

/* Bytes that no file may grow beyond; the last one is enough. */
static const rlim_t limits[] = {0,     50,     100,    150,    4096,
				65536, 200000, 327680, 1 << 22};

#define LIMITS (sizeof(limits) / sizeof(limits[0]))

struct run {
	char dir[FOLDER_PATH];
	char other[FOLDER_PATH];
	char file[PATH];
	char made[PATH]; /* a whole backup */
};

static bool see(void *context, const struct lead *lead)
{
	*(int *)context += fixture_number(lead) >= 0;
	return true;
}

static bool make_backup(const struct run *run, const char *file,
			struct err *err)
{
	struct output output;
	char path[PATH_MAX];

	if (!output_open(&output, file, err))
		return false;
	if (output_draft(&output, path, err) &&
	    backup_write(run->dir, path, err))
		return output_finish(&output, err);
	output_abandon(&output);
	return false;
}

static bool back_up(const struct run *run, struct err *err)
{
	return make_backup(run, run->file, err);
}

static bool put_back(const struct run *run, struct err *err)
{
	bool has_aside;

	return restore_run(run->dir, run->made, RESTORE_ASIDE "1.db",
			   &has_aside, err);
}

static bool rotate(const struct run *run, struct err *err)
{
	struct store *store = store_open(run->dir, err);
	bool ok = store && store_rotate_keys(store, NULL, err);

	store_close(store);
	return ok;
}

static bool protect(const struct run *run, struct err *err)
{
	struct seal_keys keys;
	bool ok = seal_keys_load(&keys, run->dir, err) &&
		  keylock_set(&keys, WORDS, err);

	seal_keys_release(&keys);
	return ok;
}

static void become(const struct run *run, rlim_t most,
		   bool (*work)(const struct run *run, struct err *err))
{
	const struct rlimit limit = {.rlim_cur = most, .rlim_max = most};
	struct err err = {0};

	signal(SIGXFSZ, SIG_IGN);
	if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
		_exit(2);
	if (work(run, &err))
		_exit(0);
	_exit(strlen(err.msg) > 20 ? 1 : 2);
}

/* With so much room.  Whether it worked; else it has said why. */
static bool works_within(rlim_t most, const struct run *run,
			 bool (*work)(const struct run *run, struct err *err))
{
	int status;
	pid_t child = fork();

	if (child == 0)
		become(run, most, work);
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_in_range(WEXITSTATUS(status), 0, 1);
	return WEXITSTATUS(status) == 0;
}

static void assert_all_readable(const struct run *run)
{
	struct err err = {0};
	struct store *store = store_open(run->dir, &err);
	int whole = 0;

	if (!store || !store_check(store, &err) ||
	    (store_is_locked(store) && !store_unlock(store, WORDS, &err)) ||
	    !fixture_each_lead(store, see, &whole, &err))
		fail_msg("%s", err.msg);
	assert_int_equal(whole, LEADS);
	store_close(store);
}

/* Fails with too little room and works with enough; all is readable. */
static void check_all_limits(const struct run *run,
			     bool (*work)(const struct run *run,
					  struct err *err))
{
	size_t files = folder_count(run->dir);

	for (size_t i = 0; i < LIMITS; i++) {
		bool ok = works_within(limits[i], run, work);

		assert_true(i > 0 || !ok);
		assert_true(i + 1 < LIMITS || ok);
		assert_all_readable(run);
		if (!ok)
			assert_int_equal(folder_count(run->dir), files);
		if (ok)
			return;
	}
}

static int set_up(void **state)
{
	static struct run run;
	struct store *store;
	struct err err;

	folder_make(run.dir);
	folder_make(run.other);
	snprintf(run.file, sizeof(run.file), "%s/file", run.other);
	snprintf(run.made, sizeof(run.made), "%s/made", run.other);
	store = fixture_open(run.dir);
	for (int i = 0; i < LEADS; i++) {
		struct fixture_words words;
		struct lead lead = fixture_lead(&words, i);

		assert_true(store_save(store, &lead, &err));
	}
	store_close(store);
	assert_true(make_backup(&run, run.made, &err));
	*state = &run;
	return 0;
}

static int tear_down(void **state)
{
	struct run *run = *state;

	folder_remove(run->dir);
	folder_remove(run->other);
	return 0;
}

static void a_rotation_without_room_keeps_the_old_pair(void **state)
{
	check_all_limits(*state, rotate);
	assert_false(rotation_is_open(((struct run *)*state)->dir));
}

static void a_passphrase_without_room_leaves_the_key_as_it_was(void **state)
{
	check_all_limits(*state, protect);
}

static void a_restore_without_room_keeps_the_store(void **state)
{
	check_all_limits(*state, put_back);
}

static void a_backup_without_room_leaves_the_old_one(void **state)
{
	struct run *run = *state;

	folder_write(run->other, "file", "the old one");
	check_all_limits(run, back_up);
	assert_int_equal(folder_count(run->other), 2);
	assert_false(folder_has(run->other, "the old one", 11));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_rotation_without_room_keeps_the_old_pair),
		TEST(a_passphrase_without_room_leaves_the_key_as_it_was),
		TEST(a_restore_without_room_keeps_the_store),
		TEST(a_backup_without_room_leaves_the_old_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
