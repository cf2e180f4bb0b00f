#include "hairline/store/outgoing.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/reception.h"

#define PATH_SIZE 128

/* An export of both leads as far as the note that it is complete. */
struct sending {
	struct outgoing outgoing;
	char temporary[PATH_SIZE];
	char path[PATH_SIZE];
};

static void make_file(const char *path)
{
	int file = open(path, O_WRONLY | O_CREAT | O_EXCL, 0600);

	assert_true(file >= 0);
	close(file);
}

static void open_sending(struct reception *at, struct sending *sending)
{
	snprintf(sending->temporary, PATH_SIZE, "%s/.out.1", at->dir);
	snprintf(sending->path, PATH_SIZE, "%s/out", at->dir);
	reception_must(at, outgoing_open(&sending->outgoing, at->store,
					 sending->temporary, reception_deed(at),
					 &at->err));
	make_file(sending->temporary);
}

static void add_both(struct reception *at, struct sending *sending)
{
	for (int i = 0; i < 2; i++)
		reception_must(at, outgoing_add(&sending->outgoing, at->ids[i],
						&at->err));
}

static void assert_exported(struct reception *at, const char *kinds)
{
	assert_string_equal(reception_see(at, 0)->kinds, kinds);
	assert_string_equal(reception_see(at, 1)->kinds, kinds);
}

static void an_export_that_ends_is_recorded(void **state)
{
	struct reception *at = *state;
	struct sending sending;
	bool is_done = false;

	open_sending(at, &sending);
	add_both(at, &sending);
	reception_must(at, outgoing_commit(&sending.outgoing, &at->err));
	assert_int_equal(rename(sending.temporary, sending.path), 0);
	assert_exported(at, "saved");
	while (!is_done)
		reception_must(at, outgoing_record(&sending.outgoing, &is_done,
						   &at->err));
	outgoing_close(&sending.outgoing);
	assert_exported(at, "saved exported");
	reception_must(at, outgoing_settle(at->store, &at->err));
	assert_exported(at, "saved exported");
}

/* The process that exports is gone: its lock is, too. */
static void killed_before_its_name_nothing_went_out(void **state)
{
	for (int is_complete = 0; is_complete < 2; is_complete++) {
		struct reception *at = *state;
		struct sending sending;

		open_sending(at, &sending);
		add_both(at, &sending);
		if (is_complete)
			reception_must(at, outgoing_commit(&sending.outgoing,
							   &at->err));
		outgoing_close(&sending.outgoing);
		reception_must(at, outgoing_settle(at->store, &at->err));
		assert_exported(at, "saved");
		assert_int_not_equal(access(sending.temporary, F_OK), 0);
	}
}

static void killed_after_its_name_all_of_it_did(void **state)
{
	struct reception *at = *state;
	struct sending sending;

	open_sending(at, &sending);
	add_both(at, &sending);
	reception_must(at, outgoing_commit(&sending.outgoing, &at->err));
	assert_int_equal(rename(sending.temporary, sending.path), 0);
	outgoing_close(&sending.outgoing);
	/* Somebody may have fetched the file meanwhile. */
	assert_int_equal(unlink(sending.path), 0);
	reception_must(at, outgoing_settle(at->store, &at->err));
	assert_exported(at, "saved exported");
	assert_int_equal(at->seen.exported_at, at->deed.at);
	reception_must(at, outgoing_settle(at->store, &at->err));
	assert_exported(at, "saved exported");
}

static void killed_while_recording_none_is_recorded_twice(void **state)
{
	struct reception *at = *state;
	struct sending sending;
	struct outgoing half;
	bool is_done;

	open_sending(at, &sending);
	add_both(at, &sending);
	reception_must(at, outgoing_commit(&sending.outgoing, &at->err));
	assert_int_equal(rename(sending.temporary, sending.path), 0);
	half = sending.outgoing;
	half.count = 1;
	half.temporary = NULL; /* so that the note stays */
	reception_must(at, outgoing_record(&half, &is_done, &at->err));
	assert_true(is_done);
	outgoing_close(&sending.outgoing);
	reception_must(at, outgoing_settle(at->store, &at->err));
	assert_exported(at, "saved exported");
}

static void one_that_is_revoked_went_nowhere(void **state)
{
	struct reception *at = *state;
	struct sending sending;

	open_sending(at, &sending);
	add_both(at, &sending);
	reception_must(at, outgoing_commit(&sending.outgoing, &at->err));
	reception_must(at, outgoing_revoke(&sending.outgoing, &at->err));
	assert_int_equal(unlink(sending.temporary), 0);
	outgoing_close(&sending.outgoing);
	reception_must(at, outgoing_settle(at->store, &at->err));
	assert_exported(at, "saved");
}

static void only_one_runs_and_it_is_left_alone(void **state)
{
	struct reception *at = *state;
	struct sending sending;
	struct outgoing other;

	open_sending(at, &sending);
	assert_false(outgoing_open(&other, at->store, NULL, reception_deed(at),
				   &at->err));
	assert_non_null(strstr(at->err.msg, "another export is running"));
	reception_must(at, outgoing_settle(at->store, &at->err));
	assert_int_equal(access(sending.temporary, F_OK), 0);
	outgoing_close(&sending.outgoing);
	reception_must(at, outgoing_settle(at->store, &at->err));
	assert_int_not_equal(access(sending.temporary, F_OK), 0);
}

static void its_own_files_do_not_outlive_it(void **state)
{
	struct reception *at = *state;
	struct sending sending;
	char own[DATADIR_PATH_SIZE + 16];

	open_sending(at, &sending);
	snprintf(own, sizeof(own), "%s/leads.xlsx", sending.outgoing.folder);
	make_file(own);
	outgoing_close(&sending.outgoing);
	reception_must(at, outgoing_settle(at->store, &at->err));
	assert_int_not_equal(access(own, F_OK), 0);
}

static void a_line_break_in_a_name_is_refused(void **state)
{
	struct reception *at = *state;
	struct deed deed = {"ri\nta", 1};
	struct outgoing outgoing;

	assert_false(
		outgoing_open(&outgoing, at->store, NULL, &deed, &at->err));
	assert_false(outgoing_open(&outgoing, at->store, "/tmp/a\nb",
				   reception_deed(at), &at->err));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		RECEPTION_TEST(an_export_that_ends_is_recorded),
		RECEPTION_TEST(killed_before_its_name_nothing_went_out),
		RECEPTION_TEST(killed_after_its_name_all_of_it_did),
		RECEPTION_TEST(killed_while_recording_none_is_recorded_twice),
		RECEPTION_TEST(one_that_is_revoked_went_nowhere),
		RECEPTION_TEST(only_one_runs_and_it_is_left_alone),
		RECEPTION_TEST(its_own_files_do_not_outlive_it),
		RECEPTION_TEST(a_line_break_in_a_name_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
