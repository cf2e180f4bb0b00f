#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/content/fhir_html.h"

static const struct {
	const char *text;
	const char *stripped;
} cases[] = {
	{"plain", "plain"},
	{"<b>bold</b> and <i class='x'>more</i>", "bold and more"},
	{"a<br>b<br/>c<BR />d", "a\nb\nc\nd"},
	{"<p>one</p>\n<p>two</p>", "one\ntwo"},
	{"<ul><li>one</li><li>two</li></ul>", "- one\n- two"},
	{"a < b, 5<6 and <your name>", "a < b, 5<6 and <your name>"},
	{"a <b", "a <b"},
	{"<bold>x</bold>", "<bold>x</bold>"},
	{"Tom &amp; Ana &lt;3&nbsp;x &#233; &#xE9; &quot;",
	 "Tom & Ana <3 x é é \""},
	{"&unknown; & &#0; &#xD800; &#99999999;",
	 "&unknown; & &#0; &#xD800; &#99999999;"},
	{"a<!-- not this -->b", "ab"},
	{"<style>p { x }</style>text<script>bad()</script>", "text"},
	{"<script>never closed", ""},
	{"&amp;lt;b&amp;gt;", "&lt;b&gt;"},
	{"", ""},
};

static void tags_go_and_words_stay(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char memory[200];
		struct buf buf;

		buf_init(&buf, memory, strlen(cases[i].text) + 1);
		html_strip(&buf, cases[i].text);
		assert_string_equal(buf.at, cases[i].stripped);
		assert_false(buf.is_cut);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tags_go_and_words_stay),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
