/*
 * A kiosk saves while reception marks, exports, erases and reads, as fast as
 * both can: nothing is lost, nothing doubled, and no visitor waits for it.
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

#include "hairline/store/audit.h"
#include "hairline/store/deeds.h"
#include "hairline/store/erasure.h"
#include "hairline/store/inbox.h"
#include "hairline/store/outgoing.h"
#include "hairline/store/store.h"
#include "support/store_fixture.h"

#define SAVES 3000
/* The sanitizers make everything some times slower. */
#if defined(__SANITIZE_ADDRESS__)
#define WAIT_MAX_MS 1000
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define WAIT_MAX_MS 1000
#endif
#endif
#ifndef WAIT_MAX_MS
#define WAIT_MAX_MS 250
#endif

/* What the kiosk says when it is done. */
struct report {
	int saved;
	int64_t longest_us;
};

struct work {
	struct store *store;
	struct deed deed;
	struct outgoing outgoing;
	int64_t seen; /* events that were looked at */
	int turn;
	int marked;
	int erased;
	int exported;
	struct err err;
};

static int64_t clock_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void save_on_and_on(const char *dir, int out)
{
	struct store *store = fixture_open(dir);
	struct report report = {0};

	for (int i = 0; i < SAVES; i++) {
		struct fixture_words words;
		struct lead lead = fixture_lead(&words, i);
		int64_t start = clock_us();
		int64_t took;
		struct err err;

		if (!store_save(store, &lead, &err)) {
			fprintf(stderr, "%s\n", err.msg);
			_exit(1);
		}
		took = clock_us() - start;
		report.saved++;
		if (took > report.longest_us)
			report.longest_us = took;
	}
	if (write(out, &report, sizeof(report)) != sizeof(report))
		_exit(1);
	_exit(0);
}

static void must(struct work *work, bool is_done)
{
	if (!is_done)
		fail_msg("%s", work->err.msg);
}

/* Each new lead is marked; every fifth is erased, the others go out. */
static bool work_on(void *context, const struct dossier *dossier)
{
	struct work *work = context;
	const char *id = dossier->lead->id;
	int turn = work->turn++;

	if (dossier->status != STATUS_NEW)
		return true;
	assert_true(fixture_number(dossier->lead) >= 0);
	must(work, deeds_mark(work->store, id, STATUS_CALLED,
			      turn % 3 ? "" : "note", &work->deed, &work->err));
	work->marked++;
	if (turn % 5 == 0) {
		must(work,
		     erasure_erase(work->store, id, &work->deed, &work->err));
		work->erased++;
	} else {
		must(work, outgoing_add(&work->outgoing, id, &work->err));
		work->exported++;
	}
	return true;
}

static void record(struct work *work)
{
	bool is_done = false;

	while (!is_done)
		must(work,
		     outgoing_record(&work->outgoing, &is_done, &work->err));
}

/* One look at what came in since the last. */
static void work_once(struct work *work)
{
	struct inbox_query query = {.after_event = work->seen};
	int64_t now;

	must(work, inbox_last_event(work->store, &now, &work->err));
	must(work, outgoing_open(&work->outgoing, work->store, NULL,
				 &work->deed, &work->err));
	must(work, inbox_read(work->store, &query, work_on, work, &work->err));
	record(work);
	outgoing_close(&work->outgoing);
	work->seen = now;
}

static bool is_over(pid_t child)
{
	int status;
	pid_t ended = waitpid(child, &status, WNOHANG);

	if (ended == 0)
		return false;
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	return true;
}

static bool count_one(void *context, const struct dossier *dossier)
{
	struct work *sum = context;
	int exported = 0;

	for (int i = 0; i < dossier->event_count; i++)
		exported += strcmp(dossier->events[i].kind, "exported") == 0;
	assert_true(exported <= 1);
	sum->exported += exported;
	sum->erased += dossier->status == STATUS_ERASED;
	sum->marked += dossier->event_count > 1;
	sum->turn++;
	return true;
}

static void report_wrong(void *context, const char *text)
{
	(void)context;
	fprintf(stderr, "%s\n", text);
}

static void check_sums(const struct work *work)
{
	struct work sum = {.store = work->store};
	struct inbox_query query = {.since = 0};
	struct audit audit = {.report = report_wrong};

	must(&sum, inbox_read(sum.store, &query, count_one, &sum, &sum.err));
	assert_int_equal(sum.turn, SAVES);
	assert_int_equal(sum.marked, SAVES);
	assert_int_equal(sum.erased, work->erased);
	assert_int_equal(sum.exported, work->exported);
	assert_int_equal(work->erased + work->exported, SAVES);
	must(&sum, store_check(sum.store, &sum.err));
	must(&sum, audit_run(&audit, sum.store, &sum.err));
	assert_int_equal(audit.wrong, 0);
}

static void nothing_is_lost_and_nobody_waits(void **state)
{
	char dir[STORE_FIXTURE_DIR_SIZE];
	struct work work = {.deed = {"rita", 1795100000}};
	struct report report = {0};
	int ends[2];
	pid_t child;

	(void)state;
	fixture_make(dir);
	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		close(ends[0]);
		save_on_and_on(dir, ends[1]);
	}
	assert_true(child > 0);
	close(ends[1]);
	/* Not before: a connection must not be carried over a fork. */
	work.store = fixture_open(dir);
	while (!is_over(child))
		work_once(&work);
	work_once(&work);
	assert_int_equal(read(ends[0], &report, sizeof(report)),
			 sizeof(report));
	close(ends[0]);
	printf("%d saved, %d marked, %d erased, %d exported; the longest save "
	       "took %lld us\n",
	       report.saved, work.marked, work.erased, work.exported,
	       (long long)report.longest_us);
	assert_int_equal(report.saved, SAVES);
	check_sums(&work);
	assert_true(report.longest_us < WAIT_MAX_MS * 1000);
	store_close(work.store);
	fixture_remove(dir);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_is_lost_and_nobody_waits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
