#include "hairline/content/fhir_reader.h"

#include "unit/fhir_helper.h"

/* A reader of one document, as fhir_read() would set it up. */
struct open_reader {
	struct fhir_reader reader;
	struct arena arena;
	struct file file;
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
	open->reader.file = &open->file;
	open->reader.arena = &open->arena;
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
	const char *string = "x";
	const json_t *list;
	bool flag = true;

	(void)state;
	open_text(&open, "{}");
	assert_true(
		fhir_get_string(&open.reader, open.reader.root, "a", &string));
	assert_true(fhir_get_flag(&open.reader, open.reader.root, "a", &flag));
	assert_true(fhir_get_list(&open.reader, open.reader.root, "a", &list));
	assert_null(string);
	assert_false(flag);
	assert_null(list);
	close_text(&open);
}

static void a_member_is_read_when_it_is_of_the_right_type(void **state)
{
	struct open_reader open;
	const json_t *root;
	const char *string;
	const json_t *list;
	bool flag;

	(void)state;
	open_text(&open, "{'s':'x','f':true,'l':[{}]}");
	root = open.reader.root;
	assert_true(fhir_get_string(&open.reader, root, "s", &string));
	assert_true(fhir_get_flag(&open.reader, root, "f", &flag));
	assert_true(fhir_get_list(&open.reader, root, "l", &list));
	assert_string_equal(string, "x");
	assert_true(flag);
	assert_int_equal(json_array_size(list), 1);
	assert_false(fhir_get_string(&open.reader, root, "f", &string));
	assert_false(fhir_get_flag(&open.reader, root, "s", &flag));
	assert_false(fhir_get_list(&open.reader, root, "s", &list));
	close_text(&open);
}

static void the_line_of_each_link_id_is_known(void **state)
{
	struct open_reader open;

	(void)state;
	open_text(&open, "[{'linkId':'a'},\n{'linkId' :\n 'b'},\n"
			 "'linkId',\n{'linkId':5},{'linkId':'c'}]");
	assert_int_equal(fhir_line(&open.reader, "a"), 1);
	assert_int_equal(fhir_line(&open.reader, "b"), 2);
	assert_int_equal(fhir_line(&open.reader, "c"), 5);
	assert_int_equal(fhir_line(&open.reader, "nowhere"), 1);
	close_text(&open);
}

static void an_extension_is_found_by_its_full_address_only(void **state)
{
	struct open_reader open;

	(void)state;
	open_text(
		&open,
		"{'extension':[{'url':'http://h17.org/fhir/StructureDefinition/"
		"questionnaire-hidden'"
		"},{'url':'http://hl7.org/fhir/StructureDefinition/"
		"questionnaire-unit'}]}");
	assert_null(fhir_extension(open.reader.root, "questionnaire-hidden"));
	assert_non_null(fhir_extension(open.reader.root, "questionnaire-unit"));
	assert_null(fhir_extension(NULL, "questionnaire-unit"));
	close_text(&open);
}

static void what_a_message_shows_of_a_file_is_short_and_harmless(void **state)
{
	char shown[FHIR_SHOWN_SIZE];
	char text[400];

	(void)state;
	assert_string_equal(fhir_shown(shown, "a\x1B[2J"), "a\\u{001B}[2J");
	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	fhir_shown(shown, text);
	assert_int_equal(strlen(shown), FHIR_SHOWN_SIZE - 1);
	assert_string_equal(shown + strlen(shown) - 4, "x...");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_absent_member_is_nothing_and_no_error),
		cmocka_unit_test(a_member_is_read_when_it_is_of_the_right_type),
		cmocka_unit_test(the_line_of_each_link_id_is_known),
		cmocka_unit_test(
			an_extension_is_found_by_its_full_address_only),
		cmocka_unit_test(
			what_a_message_shows_of_a_file_is_short_and_harmless),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
