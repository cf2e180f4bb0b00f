/* The kiosk erases what is past its date by itself, with nobody there. */
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/erasure.h"
#include "hairline/store/store.h"
#include "support/crowd.h"
#include "support/desk.h"
#include "support/kiosk.h"

#define DUE 90 /* more than the kiosk erases at a time */
#define PATIENCE_MS 20000
#define LOOK_MS 50

static bool is_purged(const char *dir)
{
	struct err err = {0};
	struct store *store = store_open(dir, &err);
	int64_t count = -1;

	assert_non_null(store);
	assert_true(erasure_count_due(store, 1795000000, &count, &err));
	store_close(store);
	return count == 0;
}

/* The screen does not change, so it is the store that is looked at. */
static void wait_until_purged(const char *dir)
{
	for (int i = 0; i < PATIENCE_MS / LOOK_MS; i++) {
		if (is_purged(dir))
			return;
		poll(NULL, 0, LOOK_MS);
	}
	fail_msg("nothing was purged");
}

static void a_kiosk_that_stands_idle_purges(void **state)
{
	struct kiosk *kiosk = *state;

	crowd_save_due(kiosk->data, DUE);
	crowd_save(kiosk->data, 1);
	assert_false(is_purged(kiosk->data));
	kiosk_open(kiosk, 24, 80);
	wait_until_purged(kiosk->data);
	kiosk_close(kiosk);
	assert_int_equal(kiosk_call(kiosk, "leads", "list"), 0);
	assert_has(kiosk->run.out, "Wilhelmina Zwart-000000");
	assert_int_equal(
		kiosk_call(kiosk, "leads", "list", "--status", "erased"), 0);
	assert_lacks(kiosk->run.out, "Wilhelmina");
	assert_int_equal(kiosk_call(kiosk, "leads", "verify"), 0);
	assert_has(kiosk->run.out, "91 leads, 0 wrong");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(a_kiosk_that_stands_idle_purges),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
