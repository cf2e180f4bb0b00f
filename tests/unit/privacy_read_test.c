#include "hairline/content/privacy_read.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/catalog.h"

static const struct text_value values[] = {
	{"clinic", "Northgate"},
	{"delete_after", "{delete_after}"},
	{NULL, NULL},
};

static struct arena arena;
static struct privacy privacy;
static struct err err;

static bool read_text(const char *text)
{
	const struct file file = {
		.path = "privacy.md", .text = text, .size = strlen(text)};

	return privacy_read(&privacy, &arena, &file, values, &err);
}

static void the_notice_ends_with_its_version(void **state)
{
	(void)state;
	assert_true(read_text("# P\n\n{clinic}\n\nVersion: 2026-11-23\n"));
	assert_string_equal(privacy.version, "2026-11-23");
	assert_int_equal(privacy.doc.block_count, 3);
	assert_int_equal(privacy.doc.blocks[2].kind, DOC_SOURCES);
}

static void the_source_is_what_is_shown_but_for_the_date(void **state)
{
	(void)state;
	assert_true(read_text("# P\n\n**{clinic}**: until\n{delete_after}.\n\n"
			      "Version: 2026-11-23\n"));
	assert_string_equal(privacy.source,
			    "P\n\nNorthgate: until {delete_after}.\n\n"
			    "Version: 2026-11-23");
}

static void a_notice_without_a_version_is_refused(void **state)
{
	(void)state;
	assert_false(read_text("# P\n\ntext\n"));
	assert_memory_equal(err.msg, "privacy.md:3: the notice does not", 33);
	assert_false(read_text("# 2026-11-23\n"));
	assert_false(read_text(""));
	assert_string_equal(err.msg,
			    "privacy.md:1: is empty; write the privacy notice");
}

static void a_link_must_show_its_address(void **state)
{
	(void)state;
	assert_true(read_text("<https://ico.example> [b.es](https://b.es) "
			      "<c@d.example>\n\nVersion: 2026-11-23\n"));
	assert_false(read_text("a\n\n[the office](https://ico.example)\n\n"
			       "Version: 2026-11-23\n"));
	assert_string_equal(err.msg,
			    "privacy.md:3: links cannot be picked in the "
			    "notice; write the address itself, as "
			    "<https://ico.example>");
	assert_false(read_text("[e](https://e.example/e)\n\n"
			       "Version: 2026-11-23\n"));
}

static int start(void **state)
{
	(void)state;
	arena_init(&arena);
	return 0;
}

static int stop(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_notice_ends_with_its_version),
		cmocka_unit_test(the_source_is_what_is_shown_but_for_the_date),
		cmocka_unit_test(a_notice_without_a_version_is_refused),
		cmocka_unit_test(a_link_must_show_its_address),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
