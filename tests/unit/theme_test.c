#include "hairline/core/theme.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hairline/content/file.h"
#include "hairline/content/ini_theme.h"

static const char *const names[] = {"clinic", "dark", "contrast", "mono"};

static void read_theme(struct theme *theme, const char *name)
{
	struct arena arena;
	struct file file;
	struct err err;

	arena_init(&arena);
	err_clear(&err);
	if (!file_read(&file, &arena, "assets/theme.ini", &err) ||
	    !ini_theme_read(theme, &file, name, &err))
		fail_msg("%s", err.msg);
	arena_release(&arena);
}

static int contrast_of(enum theme_depth depth, short fg, short bg)
{
	const struct look look = {.fg = fg, .bg = bg};

	return theme_contrast(depth, &look);
}

static void contrast_is_that_of_wcag(void **state)
{
	(void)state;
	assert_int_equal(contrast_of(THEME_256, 16, 231), 210);
	assert_int_equal(contrast_of(THEME_256, 231, 16), 210);
	assert_int_equal(contrast_of(THEME_256, 100, 100), 10);
	/* #767676, colour 243, is known as the lightest grey of 4.5:1. */
	assert_int_equal(contrast_of(THEME_256, 243, 231), 45);
	assert_int_equal(contrast_of(THEME_256, 196, 231), 39); /* #ff0000 */
	assert_int_equal(contrast_of(THEME_256, 23, 231), 74);
	assert_int_equal(contrast_of(THEME_256, 232, 231), 200);
	assert_int_equal(contrast_of(THEME_8, 0, 7), 90);
	assert_int_equal(contrast_of(THEME_8, 1, 7), 33);
}

static void what_has_no_known_colour_has_no_contrast(void **state)
{
	(void)state;
	assert_int_equal(contrast_of(THEME_MONO, -1, -1), 0);
	assert_int_equal(contrast_of(THEME_MONO, 0, 7), 0);
	assert_int_equal(contrast_of(THEME_256, 9, 231), 0);
	assert_int_equal(contrast_of(THEME_256, 256, 231), 0);
	assert_int_equal(contrast_of(THEME_256, 16, -1), 0);
}

static void every_style_of_every_theme_has_its_least_contrast(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct theme theme;

		read_theme(&theme, names[i]);
		for (unsigned k = 0; k < 2 * STYLE_COUNT; k++) {
			enum theme_depth depth = k % 2 ? THEME_8 : THEME_256;
			enum style style = (enum style)(k / 2);
			int contrast = theme_contrast(
				depth, &theme.looks[depth][style]);

			if (contrast < theme_least_contrast(style))
				fail_msg("[%s] %s: %d", names[i],
					 theme_style_name(style), contrast);
		}
	}
}

/* Many terminals with 8 colours show bold text in a lighter one: on a light
 * ground black would turn grey. */
static void with_8_colours_only_white_text_is_bold(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct theme theme;

		read_theme(&theme, names[i]);
		for (unsigned style = 0; style < STYLE_COUNT; style++) {
			const struct look *look = &theme.looks[THEME_8][style];

			if (look->is_bold && look->fg != 7)
				fail_msg("[%s] %s", names[i],
					 theme_style_name((enum style)style));
		}
	}
}

static bool is_same(const struct look *a, const struct look *b)
{
	return a->is_bold == b->is_bold && a->is_reverse == b->is_reverse &&
	       a->is_underlined == b->is_underlined;
}

static void meaning_survives_without_colour(void **state)
{
	static const enum style pairs[][2] = {
		{STYLE_FOCUS, STYLE_CHOICE},   {STYLE_FIELD_FOCUS, STYLE_FIELD},
		{STYLE_FIELD, STYLE_BODY},     {STYLE_STRONG, STYLE_BODY},
		{STYLE_TITLE, STYLE_BODY},     {STYLE_ERROR, STYLE_BODY},
		{STYLE_KEYCAP, STYLE_HINT},    {STYLE_URGENT, STYLE_BODY},
		{STYLE_URGENT, STYLE_CAUTION}, {STYLE_QR, STYLE_QR_DARK},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct theme theme;

		read_theme(&theme, names[i]);
		for (size_t k = 0; k < sizeof(pairs) / sizeof(pairs[0]); k++)
			assert_false(
				is_same(&theme.looks[THEME_MONO][pairs[k][0]],
					&theme.looks[THEME_MONO][pairs[k][1]]));
	}
}

static void a_booking_code_is_black_on_white_in_every_theme(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct theme theme;

		read_theme(&theme, names[i]);
		assert_int_equal(theme.looks[THEME_256][STYLE_QR].fg, 16);
		assert_int_equal(theme.looks[THEME_256][STYLE_QR].bg, 231);
		assert_int_equal(theme.looks[THEME_256][STYLE_QR_DARK].fg, 231);
		assert_int_equal(theme.looks[THEME_256][STYLE_QR_DARK].bg, 16);
		assert_int_equal(theme.looks[THEME_8][STYLE_QR].fg, 0);
		assert_int_equal(theme.looks[THEME_8][STYLE_QR].bg, 7);
		assert_true(theme.looks[THEME_MONO][STYLE_QR].is_reverse);
		assert_false(theme.looks[THEME_MONO][STYLE_QR_DARK].is_reverse);
	}
}

static void every_style_is_found_by_its_name(void **state)
{
	(void)state;
	for (unsigned i = 0; i < STYLE_COUNT; i++)
		assert_int_equal(
			theme_find_style(theme_style_name((enum style)i)), i);
	assert_int_equal(theme_find_style("no-such"), STYLE_COUNT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contrast_is_that_of_wcag),
		cmocka_unit_test(what_has_no_known_colour_has_no_contrast),
		cmocka_unit_test(
			every_style_of_every_theme_has_its_least_contrast),
		cmocka_unit_test(with_8_colours_only_white_text_is_bold),
		cmocka_unit_test(meaning_survives_without_colour),
		cmocka_unit_test(
			a_booking_code_is_black_on_white_in_every_theme),
		cmocka_unit_test(every_style_is_found_by_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
