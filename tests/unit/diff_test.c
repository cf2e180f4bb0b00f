#include "hairline/base/diff.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LINES_MAX 40

static char shown[65536];

static void keep(void *context, enum diff_kind kind, const char *line,
		 size_t len)
{
	static const char marks[] = {' ', ' ', '-', '+'};
	size_t used = strlen(shown);

	(void)context;
	if (kind == DIFF_PLACE)
		snprintf(shown + used, sizeof(shown) - used, "%.*s\n", (int)len,
			 line);
	else
		snprintf(shown + used, sizeof(shown) - used, "%c%.*s\n",
			 marks[kind], (int)len, line);
}

static const char *diff(const char *from, const char *to)
{
	shown[0] = '\0';
	assert_true(diff_each(from, to, keep, NULL));
	return shown;
}

static void texts_that_are_the_same_show_nothing(void **state)
{
	(void)state;
	assert_string_equal(diff("", ""), "");
	assert_string_equal(diff("a\nb\n", "a\nb\n"), "");
	assert_string_equal(diff("a", "a\n"), "");
}

static void a_changed_line_is_shown_among_its_neighbours(void **state)
{
	(void)state;
	assert_string_equal(diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n",
				 "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
			    "@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n "
			    "8\n");
}

static void lines_are_added_and_removed(void **state)
{
	(void)state;
	assert_string_equal(diff("", "a\nb\n"), "@@ -0,0 +1,2 @@\n+a\n+b\n");
	assert_string_equal(diff("a\nb\n", ""), "@@ -1,2 +0,0 @@\n-a\n-b\n");
	assert_string_equal(diff("a\nc\n", "a\nb\nc\n"),
			    "@@ -1,2 +1,3 @@\n a\n+b\n c\n");
}

static void changes_far_apart_are_two_blocks(void **state)
{
	(void)state;
	assert_string_equal(diff("x\n1\n2\n3\n4\n5\n6\n7\nx\n",
				 "y\n1\n2\n3\n4\n5\n6\n7\ny\n"),
			    "@@ -1,4 +1,4 @@\n-x\n+y\n 1\n 2\n 3\n"
			    "@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-x\n+y\n");
}

/* What the way makes of the first text, as far as it is shown. */
struct patch {
	char text[4096];
	size_t len;
	int changed;
};

static void apply(void *context, enum diff_kind kind, const char *line,
		  size_t len)
{
	struct patch *patch = context;

	patch->changed += kind == DIFF_ADDED || kind == DIFF_REMOVED;
	if (kind == DIFF_PLACE || kind == DIFF_REMOVED)
		return;
	memcpy(patch->text + patch->len, line, len);
	patch->len += len;
	patch->text[patch->len++] = '\n';
	patch->text[patch->len] = '\0';
}

static void make_text(char *text, unsigned *seed, unsigned letters)
{
	unsigned lines = *seed / 65536 % LINES_MAX;

	for (unsigned i = 0; i < lines; i++) {
		*seed = *seed * 1103515245u + 12345u;
		*text++ = (char)('a' + *seed / 65536 % letters);
		*text++ = '\n';
	}
	*seed = *seed * 1103515245u + 12345u;
	*text = '\0';
}

/* By the longest common subsequence: the least number of changes. */
static int least_changes(const char *from, const char *to)
{
	static int best[LINES_MAX + 1][LINES_MAX + 1];
	int n = (int)strlen(from) / 2;
	int m = (int)strlen(to) / 2;

	memset(best, 0, sizeof(best));
	for (int i = 1; i <= n; i++)
		for (int k = 1; k <= m; k++) {
			int skip = best[i - 1][k] > best[i][k - 1]
					   ? best[i - 1][k]
					   : best[i][k - 1];

			best[i][k] = from[2 * i - 2] == to[2 * k - 2]
					     ? best[i - 1][k - 1] + 1
					     : skip;
		}
	return n + m - 2 * best[n][m];
}

static void the_way_is_the_shortest_and_leads_to_the_other_text(void **state)
{
	unsigned seed = 1;

	(void)state;
	for (unsigned i = 0; i < 5000; i++) {
		char from[LINES_MAX * 2 + 1];
		char to[LINES_MAX * 2 + 1];
		struct patch patch = {.len = 0};

		make_text(from, &seed, 1 + i % 5);
		make_text(to, &seed, 1 + i % 5);
		assert_true(diff_each(from, to, apply, &patch));
		assert_int_equal(patch.changed, least_changes(from, to));
		/* three lines or fewer are all context */
		if (strlen(from) <= 6 && patch.changed > 0)
			assert_string_equal(patch.text, to);
	}
}

static void texts_with_nothing_in_common_are_replaced(void **state)
{
	char *from = calloc(DIFF_STEPS, 8);
	char *to = calloc(DIFF_STEPS, 8);
	size_t from_len = 0;
	size_t to_len = 0;

	(void)state;
	assert_non_null(from);
	assert_non_null(to);
	for (int i = 0; i < DIFF_STEPS; i++) {
		from_len += (size_t)snprintf(from + from_len, 8, "a%d\n", i);
		to_len += (size_t)snprintf(to + to_len, 8, "b%d\n", i);
	}
	diff(from, to);
	assert_memory_equal(shown, "@@ -1,1000 +1,1000 @@\n-a0\n", 26);
	free(from);
	free(to);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_that_are_the_same_show_nothing),
		cmocka_unit_test(a_changed_line_is_shown_among_its_neighbours),
		cmocka_unit_test(lines_are_added_and_removed),
		cmocka_unit_test(changes_far_apart_are_two_blocks),
		cmocka_unit_test(
			the_way_is_the_shortest_and_leads_to_the_other_text),
		cmocka_unit_test(texts_with_nothing_in_common_are_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
