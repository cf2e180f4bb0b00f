#include "hairline/content/markdown.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/text.h"

static const struct text_value values[] = {{"smp_kind", "the *lasting* <kind>"},
					   {NULL, NULL}};

static struct arena arena;
static struct markdown markdown;
static struct err err;

static bool read_text(const char *text)
{
	const struct file file = {
		.path = "x.md", .text = text, .size = strlen(text)};

	return markdown_read(&markdown, &arena, &file, values, &err);
}

static void assert_block(int at, enum doc_kind kind, const char *text,
			 unsigned line)
{
	assert_true(at < markdown.count);
	assert_int_equal(markdown.blocks[at].kind, kind);
	assert_string_equal(markdown.blocks[at].text, text);
	assert_int_equal(markdown.places[at].line, line);
}

static void each_kind_of_block_is_known(void **state)
{
	(void)state;
	assert_true(read_text("# Head\n\nOne\ntwo.\n\n- a\n- b\n\n  c\n\n"
			      "> quote\n\n---\n\n3. x\n4. y\n\n    code\n"));
	assert_int_equal(markdown.count, 9);
	assert_block(0, DOC_HEADING, "Head", 1);
	assert_block(1, DOC_PARAGRAPH, "One two.", 3);
	assert_block(2, DOC_ITEM, "a", 6);
	assert_block(3, DOC_ITEM, "b", 7);
	assert_block(4, DOC_PARAGRAPH, "c", 9);
	assert_block(5, DOC_PARAGRAPH, "quote", 11);
	assert_block(6, DOC_ITEM, "x", 15);
	assert_block(7, DOC_ITEM, "y", 16);
	assert_block(8, DOC_PARAGRAPH, "code", 18);
	for (int i = 0; i < markdown.count; i++)
		assert_int_equal(markdown.blocks[i].is_callout, i == 5);
	assert_int_equal(markdown.blocks[2].number, 0);
	assert_int_equal(markdown.blocks[6].number, 3);
	assert_int_equal(markdown.blocks[7].number, 4);
	assert_int_equal(markdown.places[0].level, 1);
	assert_int_equal(markdown.places[1].level, 0);
}

static void lists_stand_in_lists_and_in_callouts(void **state)
{
	static const int depths[] = {1, 2, 2, 1, 0};

	(void)state;
	assert_true(read_text("> - a\n>   - b\n>\n>     c\n> - d\n\ne\n"));
	assert_int_equal(markdown.count, 5);
	for (int i = 0; i < 5; i++) {
		assert_int_equal(markdown.blocks[i].depth, depths[i]);
		assert_int_equal(markdown.blocks[i].is_callout, i < 4);
	}
	assert_int_equal(markdown.blocks[1].kind, DOC_ITEM);
	assert_int_equal(markdown.blocks[2].kind, DOC_PARAGRAPH);
}

static void of_inline_marks_the_words_stay(void **state)
{
	(void)state;
	assert_true(read_text("a [link](http://x.example) &amp; `c*d`\\\ne"));
	assert_block(0, DOC_PARAGRAPH, "a link & c*d\ne", 1);
}

static void a_link_keeps_its_words_and_where_it_leads(void **state)
{
	struct doc doc;
	struct doc_link link;

	(void)state;
	assert_true(read_text("a [**b** c](https://x.example/?d=%C3%B1)\n\n"
			      "<tel:+441632960123>, [e](#f)"));
	doc = (struct doc){markdown.blocks, markdown.count};
	assert_int_equal(doc_link_count(&doc), 3);
	assert_true(doc_link(&doc, 0, &link));
	assert_memory_equal(link.words, "b c", link.len);
	assert_string_equal(link.target, "https://x.example/?d=%C3%B1");
	assert_int_equal(doc_emphasis_at(&doc.blocks[0], 2), DOC_LINK);
	assert_true(doc_link(&doc, 1, &link));
	assert_string_equal(link.target, "tel:+441632960123");
	assert_true(doc_link(&doc, 2, &link));
	assert_string_equal(link.target, "#f");
	assert_false(doc_link(&doc, 3, &link));
}

static void a_link_too_long_for_a_code_is_refused(void **state)
{
	char text[512] = "[a](https://x.example/";
	size_t len = strlen(text);

	(void)state;
	memset(text + len, 'a', 300);
	memcpy(text + len + 300, ")", 2);
	assert_false(read_text(text));
	assert_non_null(strstr(err.msg, "x.md:1: the link is too long"));
}

static void emphasis_is_marked_by_bytes(void **state)
{
	const struct doc_block *block;

	(void)state;
	assert_true(read_text("\u00f1 *em **st** em*, **st**"));
	block = &markdown.blocks[0];
	assert_string_equal(block->text, "\u00f1 em st em, st");
	assert_int_equal(block->mark_count, 3);
	assert_int_equal(doc_emphasis_at(block, 2), DOC_PLAIN);
	assert_int_equal(doc_emphasis_at(block, 3), DOC_EMPHASIS);
	assert_int_equal(doc_emphasis_at(block, 6), DOC_STRONG);
	assert_int_equal(doc_emphasis_at(block, 9), DOC_EMPHASIS);
	assert_int_equal(doc_emphasis_at(block, 11), DOC_PLAIN);
	assert_int_equal(doc_emphasis_at(block, 13), DOC_STRONG);
}

static void what_is_filled_in_is_no_markdown(void **state)
{
	(void)state;
	assert_true(read_text("We do _{smp_kind}_."));
	assert_block(0, DOC_PARAGRAPH, "We do the *lasting* <kind>.", 1);
	assert_int_equal(markdown.blocks[0].mark_count, 1);
	assert_int_equal(markdown.blocks[0].marks[0].to, 26);
}

static void a_heading_may_end_with_its_slug(void **state)
{
	(void)state;
	assert_true(read_text("## A *b* c? {#abc}\n\n## D\n\n## {#e}\n"));
	assert_block(0, DOC_HEADING, "A b c?", 1);
	assert_string_equal(markdown.places[0].slug, "abc");
	assert_block(1, DOC_HEADING, "D", 3);
	assert_null(markdown.places[1].slug);
	assert_string_equal(markdown.places[2].slug, "e");
}

static void what_cannot_be_shown_is_refused_with_its_line(void **state)
{
	static const struct {
		const char *text;
		const char *message;
	} cases[] = {
		{"a\n\n<div>\n", "x.md:3: HTML is not shown"},
		{"a\n\n- <!-- x -->\n", "x.md:3: HTML is not shown"},
		{"a\nb <b>c</b>\n", "x.md:2: HTML is not shown"},
		{"![a](b.png)\n", "x.md:1: pictures are not shown"},
		{"a\n\nb\nc {kind}\n", "x.md:4: \"{kind}\" is not a place"},
		{"a {#slug}\n", "x.md:1: \"{#slug}\" is not a place"},
		{"a\u00adb\n", "x.md:1: the character U+00AD"},
		{"a &#8238; b\n", "x.md:1: the character U+202E"},
		{"[a](b.html)\n", "x.md:1: the link leads nowhere"},
		{"[a](javascript:b)\n", "x.md:1: the link leads nowhere"},
		{"[a](https://)\n", "x.md:1: the link leads nowhere"},
		{"[a](#)\n", "x.md:1: the link leads nowhere"},
		{"[a](<https://b c>)\n", "x.md:1: the link holds a char"},
		{"[a](https://\u00f1.es)\n", "x.md:1: the link holds a char"},
		{"[](https://b.es)\n", "x.md:1: the link has no words"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_false(read_text(cases[i].text));
		assert_int_equal(err.code, ERR_SYNTAX);
		if (strncmp(err.msg, cases[i].message,
			    strlen(cases[i].message)) != 0)
			fail_msg("%s: %s", cases[i].message, err.msg);
	}
}

static void an_empty_file_has_no_blocks(void **state)
{
	(void)state;
	assert_true(read_text(""));
	assert_int_equal(markdown.count, 0);
}

static void deep_nesting_is_no_danger(void **state)
{
	static char text[200001];

	(void)state;
	memset(text, '>', sizeof(text) - 1);
	text[sizeof(text) - 2] = 'a';
	assert_true(read_text(text));
	memset(text, '*', sizeof(text) - 1);
	text[sizeof(text) / 2] = 'a';
	read_text(text);
	memset(text, '[', sizeof(text) - 1);
	read_text(text);
}

static void a_date_is_found_at_the_end_of_a_block(void **state)
{
	static const struct {
		const char *text;
		const char *date;
	} cases[] = {
		{"Sources: a; reviewed 2026-11-22", "2026-11-22"},
		{"Version: 2026-11-23.", "2026-11-23"},
		{"2026-11-22", "2026-11-22"},
		{"reviewed 2026-11-22 by us", NULL},
		{"reviewed 2026-1-22", NULL},
		{"reviewed 22-11-2026", NULL},
		{"", NULL},
		{".", NULL},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const struct doc_block block = {.text = cases[i].text};
		const char *date = markdown_date(&arena, &block);

		assert_int_equal(date != NULL, cases[i].date != NULL);
		if (date)
			assert_string_equal(date, cases[i].date);
	}
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
		cmocka_unit_test(each_kind_of_block_is_known),
		cmocka_unit_test(lists_stand_in_lists_and_in_callouts),
		cmocka_unit_test(of_inline_marks_the_words_stay),
		cmocka_unit_test(a_link_keeps_its_words_and_where_it_leads),
		cmocka_unit_test(a_link_too_long_for_a_code_is_refused),
		cmocka_unit_test(emphasis_is_marked_by_bytes),
		cmocka_unit_test(what_is_filled_in_is_no_markdown),
		cmocka_unit_test(a_heading_may_end_with_its_slug),
		cmocka_unit_test(what_cannot_be_shown_is_refused_with_its_line),
		cmocka_unit_test(an_empty_file_has_no_blocks),
		cmocka_unit_test(deep_nesting_is_no_danger),
		cmocka_unit_test(a_date_is_found_at_the_end_of_a_block),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
