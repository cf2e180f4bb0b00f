#include "hairline/store/memo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/datadir.h"
#include "support/store_fixture.h"

static void a_memo_is_read_back(void **state)
{
	struct memo memo;
	struct err err;

	assert_false(memo_read(*state, "m", &memo));
	assert_true(memo_write(*state, "m", 1795446245, "/media/a b.db", &err));
	assert_true(memo_read(*state, "m", &memo));
	assert_int_equal(memo.at, 1795446245);
	assert_string_equal(memo.about, "/media/a b.db");
	assert_int_equal(fixture_mode(*state, "m"), 0600);
}

static void a_later_memo_replaces_it(void **state)
{
	struct memo memo;
	struct err err;

	assert_true(memo_write(*state, "m", 1, "one", &err));
	assert_true(memo_write(*state, "m", 2, "two", &err));
	assert_true(memo_read(*state, "m", &memo));
	assert_int_equal(memo.at, 2);
	assert_string_equal(memo.about, "two");
}

static void a_line_break_does_not_end_it(void **state)
{
	struct memo memo;
	struct err err;

	assert_true(memo_write(*state, "m", 3, "one\ntwo", &err));
	assert_true(memo_read(*state, "m", &memo));
	assert_string_equal(memo.about, "one two");
}

static void what_is_no_memo_is_none(void **state)
{
	static const char *const files[] = {
		"",
		"hairline memo 1\n",
		"hairline memo 1\nat 5\n",
		"hairline memo 1\nat 5\nabout x",
		"hairline memo 2\nat 5\nabout x\n",
		"hairline memo 1\nat five\nabout x\n",
	};
	struct memo memo;
	struct err err;

	for (size_t i = 0; i < sizeof(files) / sizeof(*files); i++) {
		assert_true(datadir_write(*state, "m", files[i], &err));
		assert_false(memo_read(*state, "m", &memo));
	}
}

#define TEST(name)                                                \
	cmocka_unit_test_setup_teardown(name, fixture_set_up_dir, \
					fixture_tear_down_dir)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_memo_is_read_back),
		TEST(a_later_memo_replaces_it),
		TEST(a_line_break_does_not_end_it),
		TEST(what_is_no_memo_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
