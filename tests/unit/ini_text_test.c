#include "hairline/content/ini_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/text.h"

static struct arena arena;
static struct text text;
static struct err err;

/* A file with every key; the one that is left out may be TEXT_NONE. */
static const char *make(enum text_id left_out)
{
	static char made[32768];
	struct buf buf;

	buf_init(&buf, made, sizeof(made));
	for (unsigned id = TEXT_NONE + 1; id < TEXT_COUNT; id++) {
		const char *key = text_key((enum text_id)id);
		const char *dot = strchr(key, '.');

		buf_addf(&buf, "[%.*s]\n", (int)(dot - key), key);
		if (id != left_out)
			buf_addf(&buf, "%s = word %u\n", dot + 1, id);
	}
	assert_false(buf.is_cut);
	return made;
}

static bool read_text(const char *source)
{
	const struct file file = {
		.path = "en/text.ini", .text = source, .size = strlen(source)};

	return ini_text_read(&text, &arena, &file, &err);
}

static void every_word_finds_its_place(void **state)
{
	(void)state;
	if (!read_text(make(TEXT_NONE)))
		fail_msg("%s", err.msg);
	for (unsigned id = TEXT_NONE + 1; id < TEXT_COUNT; id++) {
		char word[32];

		snprintf(word, sizeof(word), "word %u", id);
		assert_string_equal(text.at[id], word);
	}
	assert_string_equal(text.at[TEXT_NONE], "");
}

static void a_missing_word_is_named(void **state)
{
	(void)state;
	for (unsigned id = TEXT_NONE + 1; id < TEXT_COUNT; id++) {
		const char *key = text_key((enum text_id)id);
		char message[128];

		assert_false(read_text(make((enum text_id)id)));
		snprintf(message, sizeof(message), "lacks \"%s\"",
			 strchr(key, '.') + 1);
		assert_non_null(strstr(err.msg, message));
	}
}

static void a_mistyped_key_is_told_the_right_one(void **state)
{
	const char *key = text_key((enum text_id)1);
	char source[128];
	char message[128];

	(void)state;
	snprintf(source, sizeof(source), "[%.*s]\n%sx = 1\n",
		 (int)strcspn(key, "."), key, strchr(key, '.') + 1);
	snprintf(message, sizeof(message),
		 "en/text.ini:2: unknown key \"%sx\"; did you mean \"%s\"?",
		 key, key);
	assert_false(read_text(source));
	assert_string_equal(err.msg, message);
}

static void an_empty_word_is_refused(void **state)
{
	const char *key = text_key((enum text_id)1);
	char source[128];

	(void)state;
	snprintf(source, sizeof(source), "[%.*s]\n%s =\n",
		 (int)strcspn(key, "."), key, strchr(key, '.') + 1);
	assert_false(read_text(source));
	assert_non_null(strstr(err.msg, "is empty; fill it in"));
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
		cmocka_unit_test(every_word_finds_its_place),
		cmocka_unit_test(a_missing_word_is_named),
		cmocka_unit_test(a_mistyped_key_is_told_the_right_one),
		cmocka_unit_test(an_empty_word_is_refused),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
