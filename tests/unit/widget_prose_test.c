/* Prose as it is drawn: lists, callouts, links, and words that were found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/arena.h"
#include "hairline/content/markdown.h"
#include "hairline/core/search_build.h"
#include "hairline/core/text.h"
#include "hairline/ui/widget.h"

#define ROWS 30
#define COLS 24

static const struct text_value no_values[] = {{NULL, NULL}};

static struct arena arena;
static struct canvas canvas;
static struct hits hits;

/* Draw Markdown; with a query its words are marked. */
static int draw(const char *text, const char *query)
{
	static const struct search_language english = {"a", "s"};
	const struct file file = {
		.path = "x.md", .text = text, .size = strlen(text)};
	const struct search_text texts[] = {{0, SEARCH_ANSWER, text}};
	struct rect window = {0, 0, ROWS, COLS};
	struct widget_finder finder;
	struct markdown markdown;
	struct search search;
	struct area area;
	struct doc doc;
	struct err err;

	assert_true(markdown_read(&markdown, &arena, &file, no_values, &err));
	assert_true(search_build(&search, &arena, texts, 1, &english));
	widget_finder_init(&finder, &search, query);
	doc = (struct doc){markdown.blocks, markdown.count};
	canvas_clear(&canvas, ROWS, COLS, STYLE_BODY);
	area_init(&area, &canvas, &hits, window, 0);
	return widget_doc(&area, 0, 0, COLS, &doc, &finder);
}

static void assert_row(int row, const char *expected)
{
	char text[COLS * 8];
	size_t len;

	canvas_row(&canvas, row, text, sizeof(text));
	len = strlen(text);
	while (len > 0 && text[len - 1] == ' ')
		text[--len] = '\0';
	assert_string_equal(text, expected);
}

static enum style style_at(int row, int col)
{
	return (enum style)canvas_at(&canvas, row, col)->style;
}

static void lists_are_indented_by_their_depth(void **state)
{
	(void)state;
	assert_int_equal(draw("a\n\n- b\n  1. c d e f g h i j k l m\n\n     n\n"
			      "- o\n",
			      ""),
			 9);
	assert_row(0, "a");
	assert_row(2, "\u2022  b");
	assert_row(3, "   1. c d e f g h i j k");
	assert_row(4, "      l m");
	assert_row(6, "      n");
	assert_row(8, "\u2022  o");
}

static void a_callout_has_a_bar_and_a_ground_throughout(void **state)
{
	(void)state;
	assert_int_equal(draw("a\n\n> **b** c\n>\n> - d\n\ne\n", ""), 7);
	for (int row = 2; row <= 4; row++) {
		assert_int_equal(canvas_at(&canvas, row, 0)->ch, 0x258C);
		assert_int_equal(style_at(row, COLS - 1), STYLE_PANEL);
	}
	assert_row(2, "\u258c  b c");
	assert_row(4, "\u258c  \u2022  d");
	assert_int_equal(style_at(2, 3), STYLE_PANEL_TITLE);
	assert_int_equal(style_at(2, 5), STYLE_PANEL);
	assert_int_equal(style_at(1, 0), STYLE_BODY);
	assert_int_equal(style_at(5, 0), STYLE_BODY);
	assert_row(6, "e");
}

static void a_link_stands_out_from_strong_words(void **state)
{
	(void)state;
	draw("a *b* [c](https://d.example)", "");
	assert_row(0, "a b c");
	assert_int_equal(style_at(0, 0), STYLE_BODY);
	assert_int_equal(style_at(0, 2), STYLE_STRONG);
	assert_int_equal(style_at(0, 4), STYLE_TITLE);
}

static void words_found_are_marked_whatever_they_stand_in(void **state)
{
	(void)state;
	draw("scars **Scar** scarf\n\n> sc\u00e1r, skin\n\n- [a scar]"
	     "(https://d.example)",
	     "scar ");
	assert_row(0, "scars Scar scarf");
	assert_int_equal(style_at(0, 0), STYLE_FOUND);
	assert_int_equal(style_at(0, 4), STYLE_FOUND);
	assert_int_equal(style_at(0, 5), STYLE_BODY);
	assert_int_equal(style_at(0, 6), STYLE_FOUND);
	assert_int_equal(style_at(0, 11), STYLE_BODY);
	assert_int_equal(style_at(2, 3), STYLE_FOUND);
	assert_int_equal(style_at(2, 7), STYLE_PANEL);
	assert_int_equal(style_at(4, 3), STYLE_TITLE);
	assert_int_equal(style_at(4, 5), STYLE_FOUND);
}

static void without_a_query_nothing_is_marked(void **state)
{
	(void)state;
	draw("scars", "");
	assert_int_equal(style_at(0, 0), STYLE_BODY);
}

static int start(void **state)
{
	(void)state;
	arena_init(&arena);
	return canvas_init(&canvas) ? 0 : -1;
}

static int stop(void **state)
{
	(void)state;
	arena_release(&arena);
	canvas_release(&canvas);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_indented_by_their_depth),
		cmocka_unit_test(a_callout_has_a_bar_and_a_ground_throughout),
		cmocka_unit_test(a_link_stands_out_from_strong_words),
		cmocka_unit_test(words_found_are_marked_whatever_they_stand_in),
		cmocka_unit_test(without_a_query_nothing_is_marked),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
