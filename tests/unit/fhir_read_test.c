#include "unit/fhir_helper.h"

#define SMALL "tests/data/forms/small.json"

static const char *const languages[] = {"en", "es"};

struct small {
	struct arena arena;
	struct file file;
	struct form form;
	struct err err;
};

static int load_small(void **state)
{
	struct small *small = calloc(1, sizeof(*small));

	assert_non_null(small);
	*state = small;
	arena_init(&small->arena);
	if (!file_read(&small->file, &small->arena, SMALL, &small->err) ||
	    !fhir_read(&small->form, &small->arena, &small->file, languages, 2,
		       NULL, &small->err))
		fail_msg("%s", small->err.msg);
	return 0;
}

static int drop_small(void **state)
{
	struct small *small = *state;

	arena_release(&small->arena);
	free(small);
	return 0;
}

static void the_head_of_the_document_is_kept(void **state)
{
	const struct small *small = *state;
	const struct form *form = &small->form;

	assert_string_equal(form->url,
			    "https://test.example/Questionnaire/small");
	assert_string_equal(form->version, "0.1");
	assert_string_equal(form->title.in[0], "Small");
	assert_string_equal(form->title.in[1], "Pequeño");
	assert_string_equal(form->hash, small->file.hash);
	assert_ptr_equal(form->json, small->file.text);
	assert_int_equal(form->json_size, small->file.size);
}

static void a_question_is_read_with_all_that_belongs_to_it(void **state)
{
	const struct small *small = *state;
	const struct form *form = &small->form;
	const struct form_item *age = &form->items[form_find(form, "age")];
	const struct form_item *skin = &form->items[form_find(form, "skin")];

	assert_int_equal(age->type, FORM_CHOICE);
	assert_true(age->is_required);
	assert_false(age->repeats);
	assert_string_equal(age->short_text.in[1], "Edad");
	assert_string_equal(form->items[age->help].text.in[0],
			    "Only for adults.");
	assert_true(form_has_code(age, "urn:hairline:role", "adult"));
	assert_true(skin->repeats);
	assert_int_equal(form_find_option(skin, "none"), 2);
	assert_true(skin->options[2].is_exclusive);
}

static void conditions_of_items_and_advice_are_read(void **state)
{
	const struct small *small = *state;
	const struct form *form = &small->form;
	int sore = form_find(form, "sore");
	const struct form_item *advice =
		&form->items[form_find(form, "doctor-sore")];

	assert_int_equal(advice->condition_count, 2);
	assert_int_equal(advice->conditions[1].target, sore);
	assert_string_equal(advice->conditions[1].expected.code, "not-sure");
	assert_true(advice->is_advice);
	assert_false(form->items[sore].is_advice);
}

static void a_form_without_faults_gets_no_finding(void **state)
{
	const struct small *small = *state;
	struct helper_report report = {.len = 0, .has_untranslated = true};
	struct findings findings = {.report = helper_collect,
				    .context = &report};
	struct arena arena;
	struct form form;
	struct err err;

	arena_init(&arena);
	assert_true(fhir_read(&form, &arena, &small->file, languages, 2,
			      &findings, &err));
	assert_string_equal(report.text, "");
	arena_release(&arena);
}

static void a_comma_left_out_is_reported_where_it_is_missing(void **state)
{
	struct arena arena;
	struct file file;
	struct form form;
	struct err err;

	(void)state;
	arena_init(&arena);
	assert_true(
		file_read(&file, &arena, "tests/data/forms/comma.json", &err));
	assert_false(fhir_read(&form, &arena, &file, languages, 2, NULL, &err));
	assert_string_equal(err.msg,
			    "tests/data/forms/comma.json:4:39: parse error: "
			    "after key and value, inside map, I expect ',' "
			    "or '}'; mend the JSON there");
	arena_release(&arena);
}

static const struct refusal documents[] = {
	{"", "1:1: parse error: premature EOF; mend the JSON there"},
	{"[]", "1:1: is not a JSON object; a Questionnaire starts with {"},
	{"{}", "1:1: resourceType must be 'Questionnaire'"},
	{"{'resourceType':'Patient'}",
	 "1:1: resourceType must be 'Questionnaire'"},
	{"{'resourceType':'Questionnaire'}",
	 "1:1: the questionnaire has no items"},
	{"{\n'a':1,\n'a':2}",
	 "3:1: a member is there twice; remove one of them"},
};

static void what_is_no_questionnaire_is_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(documents) / sizeof(documents[0]); i++) {
		char expected[512];
		struct loaded loaded;

		assert_false(helper_load_document(&loaded, documents[i].items));
		snprintf(expected, sizeof(expected), "form.json:%s",
			 documents[i].message);
		helper_quote(loaded.err.msg);
		helper_quote(expected);
		assert_string_equal(loaded.err.msg, expected);
		helper_drop(&loaded);
	}
}

static void a_file_cut_off_anywhere_is_refused_with_its_line(void **state)
{
	const struct small *small = *state;
	struct file cut = small->file;
	char *text = strdup(small->file.text);

	assert_non_null(text);
	cut.text = text;
	/* The last two bytes are the closing brace and the line end. */
	for (cut.size = small->file.size - 2; cut.size > 0; cut.size -= 7) {
		struct arena arena;
		struct form form;
		struct err err = {.code = ERR_NONE};

		text[cut.size] = '\0';
		arena_init(&arena);
		assert_false(fhir_read(&form, &arena, &cut, languages, 2, NULL,
				       &err));
		assert_int_equal(err.code, ERR_SYNTAX);
		assert_non_null(strstr(err.msg, SMALL ":"));
		arena_release(&arena);
		if (cut.size < 7)
			break;
	}
	free(text);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_head_of_the_document_is_kept),
		cmocka_unit_test(
			a_question_is_read_with_all_that_belongs_to_it),
		cmocka_unit_test(conditions_of_items_and_advice_are_read),
		cmocka_unit_test(a_form_without_faults_gets_no_finding),
		cmocka_unit_test(
			a_comma_left_out_is_reported_where_it_is_missing),
		cmocka_unit_test(what_is_no_questionnaire_is_refused),
		cmocka_unit_test(
			a_file_cut_off_anywhere_is_refused_with_its_line),
	};

	return cmocka_run_group_tests(tests, load_small, drop_small);
}
