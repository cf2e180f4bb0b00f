#include "hairline/content/fhir_reader.h"

#include "unit/fhir_helper.h"

/* A reader of one document, as fhir_read() would set it up. */
struct open_reader {
	struct fhir_reader reader;
	struct arena arena;
	struct file file;
	struct findings findings;
	struct helper_report report;
	struct err err;
	char text[512];
};

static void open_text(struct open_reader *open, const char *text)
{
	memset(open, 0, sizeof(*open));
	arena_init(&open->arena);
	snprintf(open->text, sizeof(open->text), "%s", text);
	helper_quote(open->text);
	open->file.path = "form.json";
	open->file.text = open->text;
	open->file.size = strlen(open->text);
	open->findings.report = helper_collect;
	open->findings.context = &open->report;
	open->reader.file = &open->file;
	open->reader.arena = &open->arena;
	open->reader.findings = &open->findings;
	open->reader.err = &open->err;
	assert_true(fhir_reader_open(&open->reader));
}

static void close_text(struct open_reader *open)
{
	fhir_reader_close(&open->reader);
	arena_release(&open->arena);
}

static void an_absent_member_is_nothing_and_no_error(void **state)
{
	struct open_reader open;
	struct fhir_reader *reader = &open.reader;

	(void)state;
	open_text(&open, "{'b':true,'s':'x','l':[{}],'n':7}");
	assert_string_equal(fhir_string(reader, reader->root, "x"), "");
	assert_string_equal(fhir_string(reader, NULL, "x"), "");
	assert_false(fhir_flag(reader, reader->root, "x"));
	assert_null(fhir_list(reader, reader->root, "x"));
	assert_int_equal(fhir_count(reader, reader->root, "x", 0), 0);
	assert_string_equal(fhir_string(reader, reader->root, "s"), "x");
	assert_true(fhir_flag(reader, reader->root, "b"));
	assert_non_null(fhir_list(reader, reader->root, "l"));
	assert_int_equal(fhir_count(reader, reader->root, "n", 7), 7);
	assert_string_equal(open.report.text, "");
	close_text(&open);
}

static void a_member_of_a_wrong_type_is_reported_and_absent(void **state)
{
	struct open_reader open;
	struct fhir_reader *reader = &open.reader;

	(void)state;
	open_text(&open, "{'b':1,\n's':2,\n'l':3,\n'm':[4],\n'n':1.5,'o':-1}");
	assert_false(fhir_flag(reader, reader->root, "b"));
	assert_string_equal(fhir_string(reader, reader->root, "s"), "");
	assert_null(fhir_list(reader, reader->root, "l"));
	assert_null(fhir_list(reader, reader->root, "m"));
	assert_int_equal(fhir_count(reader, reader->root, "n", 0), 0);
	assert_int_equal(fhir_count(reader, reader->root, "o", 0), 0);
	assert_string_equal(
		open.report.text,
		"1:6: error: wrong-type: \"b\" must be true or false, without "
		"quotes\n"
		"2:5: error: wrong-type: \"s\" must be a text in quotes\n"
		"3:5: error: wrong-type: \"l\" must be a list in [ ]\n"
		"4:6: error: wrong-type: \"m\" must hold objects in { }\n"
		"5:5: error: wrong-type: \"n\" must be a whole number from 0 "
		"on\n"
		"5:13: error: wrong-type: \"o\" must be a whole number from 0 "
		"on\n");
	assert_false(reader->is_refused);
	close_text(&open);
}

static void the_first_refusal_is_kept_and_all_are_reported(void **state)
{
	struct open_reader open;
	struct fhir_reader *reader = &open.reader;

	(void)state;
	open_text(&open, "{\n'a':1}");
	fhir_refuse(reader, json_get(reader->root, "a"), "one", "first %d", 1);
	fhir_refuse(reader, NULL, "two", "second");
	assert_true(reader->is_refused);
	assert_string_equal(open.err.msg, "form.json:2:5: first 1");
	assert_string_equal(open.report.text, "2:5: error: one: first 1\n"
					      "1:1: error: two: second\n");
	close_text(&open);
}

static void a_finding_names_the_item_that_is_read(void **state)
{
	struct form_item item = {.link_id = "\x1b[31m"};
	const struct json *source;
	struct open_reader open;
	struct fhir_reader *reader = &open.reader;

	(void)state;
	open_text(&open, "{'item':[\n{'x':1}]}");
	source = json_first(json_get(reader->root, "item"));
	reader->items = &item;
	reader->sources = &source;
	fhir_set_item(reader, 0);
	fhir_warning(reader, NULL, "code", "said");
	fhir_refuse(reader, NULL, "code", "refused");
	assert_non_null(strstr(open.report.text, "2:1: warning: code "));
	assert_string_equal(open.err.msg,
			    "form.json:2:1: linkId \"\x1B[31m\": refused");
	close_text(&open);
}

static void a_long_text_is_cut_in_messages(void **state)
{
	char shown[FHIR_SHOWN_SIZE];
	char text[400];

	(void)state;
	memset(text, 'x', sizeof(text));
	text[sizeof(text) - 1] = '\0';
	fhir_shown(shown, text);
	assert_int_equal(strlen(shown), FHIR_SHOWN_SIZE - 1);
	assert_string_equal(shown + strlen(shown) - 4, "x...");
}

static void without_findings_nothing_is_reported(void **state)
{
	struct open_reader open;

	(void)state;
	open_text(&open, "{}");
	open.reader.findings = NULL;
	fhir_error(&open.reader, NULL, "code", "said");
	fhir_refuse(&open.reader, NULL, "code", "said");
	assert_string_equal(open.err.msg, "form.json:1:1: said");
	close_text(&open);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_absent_member_is_nothing_and_no_error),
		cmocka_unit_test(
			a_member_of_a_wrong_type_is_reported_and_absent),
		cmocka_unit_test(
			the_first_refusal_is_kept_and_all_are_reported),
		cmocka_unit_test(a_finding_names_the_item_that_is_read),
		cmocka_unit_test(a_long_text_is_cut_in_messages),
		cmocka_unit_test(without_findings_nothing_is_reported),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
