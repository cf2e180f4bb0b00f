#include "hairline/content/findings_list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

struct heard {
	char text[4096];
	struct buf buf;
};

static void hear(void *context, const struct finding *finding)
{
	struct heard *heard = context;

	finding_line(&heard->buf, finding);
	buf_add(&heard->buf, "\n");
}

static void say(struct findings_list *list, enum severity severity,
		unsigned line, unsigned column, const char *words)
{
	char gone[32];
	struct finding finding = {
		.severity = severity,
		.file = "f",
		.line = line,
		.column = column,
		.text = gone,
	};

	snprintf(gone, sizeof(gone), "%s", words);
	findings_add(&list->in, &finding);
	snprintf(gone, sizeof(gone), "overwritten");
}

static void findings_come_in_the_order_of_their_places(void **state)
{
	struct heard heard;
	struct findings out = {.report = hear, .context = &heard};
	struct findings_list list;
	struct arena arena;

	(void)state;
	buf_init(&heard.buf, heard.text, sizeof(heard.text));
	arena_init(&arena);
	findings_list_init(&list, &arena, &out);
	say(&list, FINDING_NOTE, 10, 2, "d");
	say(&list, FINDING_WARNING, 9, 7, "c");
	say(&list, FINDING_NOTE, 10, 2, "e");
	say(&list, FINDING_WARNING, 9, 3, "b");
	say(&list, FINDING_ERROR, 10, 2, "first");
	say(&list, FINDING_NOTE, 0, 0, "a");
	assert_string_equal(heard.text, "");
	findings_list_tell(&list);
	assert_string_equal(heard.text, "f: note: a\n"
					"f:9:3: warning: b\n"
					"f:9:7: warning: c\n"
					"f:10:2: error: first\n"
					"f:10:2: note: d\n"
					"f:10:2: note: e\n");
	assert_int_equal(out.count[FINDING_ERROR], 1);
	assert_int_equal(out.count[FINDING_WARNING], 2);
	assert_int_equal(out.count[FINDING_NOTE], 3);
	arena_release(&arena);
}

static void an_empty_list_tells_nothing(void **state)
{
	struct heard heard;
	struct findings out = {.report = hear, .context = &heard};
	struct findings_list list;
	struct arena arena;

	(void)state;
	buf_init(&heard.buf, heard.text, sizeof(heard.text));
	arena_init(&arena);
	findings_list_init(&list, &arena, &out);
	findings_list_tell(&list);
	assert_string_equal(heard.text, "");
	arena_release(&arena);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(findings_come_in_the_order_of_their_places),
		cmocka_unit_test(an_empty_list_tells_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
