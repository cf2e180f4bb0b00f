#include "hairline/content/ini_theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/buf.h"
#include "hairline/core/theme.h"

static struct theme theme;
static struct err err;
static char source[8192];
static struct buf made;

/* Start a theme in which every style but body has this value. */
static void add_theme(const char *name, const char *value)
{
	buf_addf(&made, "[%s]\n", name);
	for (unsigned i = STYLE_BODY + 1; i < STYLE_COUNT; i++)
		buf_addf(&made, "%s = %s\n", theme_style_name((enum style)i),
			 value);
	assert_false(made.is_cut);
}

static bool read_made(const char *name)
{
	const struct file file = {
		.path = "theme.ini", .text = source, .size = made.len};

	return ini_theme_read(&theme, &file, name, &err);
}

static int start(void **state)
{
	(void)state;
	buf_init(&made, source, sizeof(source));
	return 0;
}

static void a_style_has_a_look_for_every_depth(void **state)
{
	const struct look *look;

	(void)state;
	add_theme("a", "16 on 231 | 0 on 7 | normal");
	buf_add(&made, "body = 20 on 255 bold | 1 on 6 underline bold |"
		       " reverse bold underline\n");
	if (!read_made("a"))
		fail_msg("%s", err.msg);
	look = &theme.looks[THEME_256][STYLE_BODY];
	assert_int_equal(look->fg, 20);
	assert_int_equal(look->bg, 255);
	assert_true(look->is_bold && !look->is_underlined);
	look = &theme.looks[THEME_8][STYLE_BODY];
	assert_int_equal(look->fg, 1);
	assert_int_equal(look->bg, 6);
	assert_true(look->is_bold && look->is_underlined && !look->is_reverse);
	look = &theme.looks[THEME_MONO][STYLE_BODY];
	assert_int_equal(look->fg, -1);
	assert_true(look->is_bold && look->is_underlined && look->is_reverse);
	assert_false(theme.looks[THEME_MONO][STYLE_QR].is_bold);
}

static void the_named_theme_is_taken(void **state)
{
	(void)state;
	add_theme("a", "16 on 231 | 0 on 7 | normal");
	buf_add(&made, "body = 16 on 231 | 0 on 7 | normal\n");
	add_theme("b", "17 on 231 | 0 on 7 | normal");
	buf_add(&made, "body = 17 on 231 | 0 on 7 | normal\n");
	assert_true(read_made("b"));
	assert_int_equal(theme.looks[THEME_256][STYLE_QR].fg, 17);
	assert_true(read_made("a"));
	assert_int_equal(theme.looks[THEME_256][STYLE_QR].fg, 16);
	assert_false(read_made("c"));
	assert_non_null(strstr(err.msg, "has no theme [c]"));
}

static void a_mistake_is_refused_with_its_line_and_cure(void **state)
{
	static const struct {
		const char *line;
		const char *message;
	} cases[] = {
		{"body = 16 on 231", "as its second part"},
		{"body = 16 on 231 | 0 on 7", "as its third part"},
		{"body = 16 on 231 | 0 on 7 |", "as its third part"},
		{"body = 15 on 231 | 0 on 7 | normal", "as its first part"},
		{"body = 16 on 256 | 0 on 7 | normal", "as its first part"},
		{"body = 16 231 | 0 on 7 | normal", "as its first part"},
		{"body = 16 at 231 | 0 on 7 | normal", "as its first part"},
		{"body = x on 231 | 0 on 7 | normal", "as its first part"},
		{"body = 16 on 231 blink | 0 on 7 | normal",
		 "as its first part"},
		{"body = 16 on 231 reverse | 0 on 7 | normal",
		 "as its first part"},
		{"body = 16 on 231 | 0 on 8 | normal", "as its second part"},
		{"body = 16 on 231 | 0 on 7 | red", "as its third part"},
		{"body = 16 on 231 | 0 on 7 | normal | bold",
		 "more than three parts"},
		{"bdy = 16 on 231 | 0 on 7 | normal",
		 "unknown key \"bdy\"; did you mean \"body\"?"},
		{"", "lacks the style \"body\""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		buf_clear(&made);
		buf_addf(&made, "[a]\n%s\n", cases[i].line);
		add_theme("a", "16 on 231 | 0 on 7 | normal");
		assert_false(read_made("a"));
		assert_memory_equal(err.msg, "theme.ini:", 10);
		if (!strstr(err.msg, cases[i].message))
			fail_msg("%s: %s", cases[i].line, err.msg);
	}
}

static void a_mistake_in_another_theme_is_found_too(void **state)
{
	(void)state;
	add_theme("a", "16 on 231 | 0 on 7 | normal");
	buf_add(&made, "body = 16 on 231 | 0 on 7 | normal\n");
	add_theme("b", "16 on 231 | 0 on 7 | normal");
	assert_false(read_made("a"));
	assert_non_null(strstr(err.msg, "theme [b] lacks the style \"body\""));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(a_style_has_a_look_for_every_depth,
				       start),
		cmocka_unit_test_setup(the_named_theme_is_taken, start),
		cmocka_unit_test_setup(
			a_mistake_is_refused_with_its_line_and_cure, start),
		cmocka_unit_test_setup(a_mistake_in_another_theme_is_found_too,
				       start),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
