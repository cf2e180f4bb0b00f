#include "unit/remark_helper.h"

#include "hairline/content/fhir_layout.h"

#define X10 "xxxxxxxxxx"
#define X60 X10 X10 X10 X10 X10 X10
#define LINE X60 "xxxxxxxx " /* 68 cells and the space to break at */
#define LINES4 LINE LINE LINE LINE
#define LINES12 LINES4 LINES4 LINES4
#define OPTIONS11 "a b c d e f g h i j k"
#define OPTIONS31 OPTIONS11 " l m n o p q r s t u v w x y z 0 1 2 3 4"

static void says(struct sketch sketch, const char *expected)
{
	struct sketched sketched;
	struct said said;

	helper_sketch(&sketched, &sketch, 1);
	helper_listen(&said, &sketched, fhir_layout_warn);
	assert_string_equal(said.text, expected);
	helper_drop_form(&sketched);
}

static void what_fits_passes(void **state)
{
	(void)state;
	says((struct sketch){0, "q", FORM_STRING, 0, .text = LINES12}, "");
	says((struct sketch){0, "q", FORM_CHOICE, REQUIRED, NULL, OPTIONS11,
			     .text = LINES4 LINE},
	     "");
	says((struct sketch){0, "t", FORM_DISPLAY, 0, .text = LINES12 LINES4},
	     "");
	says((struct sketch){0, "q", FORM_CHOICE, 0, NULL, X60}, "");
	says((struct sketch){0, "q", FORM_STRING, HIDDEN,
			     .text = LINES12 LINES4},
	     "");
}

static void a_question_too_long_for_its_field_is_reported(void **state)
{
	(void)state;
	says((struct sketch){0, "q", FORM_STRING, 0, .text = LINES12 "x"},
	     "too-long q: the question takes 13 lines and its answers 4; a "
	     "screen of 80x24 shows 16, so visitors must scroll; shorten the "
	     "question, or put its explanation into a help\n");
}

static void a_question_with_many_options_is_reported(void **state)
{
	(void)state;
	says((struct sketch){0, "q", FORM_CHOICE, 0, NULL, OPTIONS11 " l m n o",
			     .text = "?"},
	     "too-long q: the question takes 1 line and its answers 16; a "
	     "screen of 80x24 shows 16, so visitors must scroll; split the "
	     "question, or offer fewer options\n");
}

static void a_list_to_search_in_is_noted(void **state)
{
	(void)state;
	says((struct sketch){0, "q", FORM_CHOICE, 0, NULL, OPTIONS31},
	     "long-list q: has 31 options, so visitors must search them; put "
	     "the usual ones first, or ask in two steps\n");
}

static void an_option_of_more_than_a_line_is_reported(void **state)
{
	(void)state;
	says((struct sketch){0, "q", FORM_CHOICE, 0, NULL, X60 "x"},
	     "too-long q: the option \"" X60
	     "...\" takes 61 columns; shorten it to 60, so that it fits a "
	     "line of a small screen\n");
}

static void a_long_text_or_help_is_reported(void **state)
{
	(void)state;
	says((struct sketch){0, "t", FORM_DISPLAY, 0,
			     .text = LINES12 LINES4 "x"},
	     "long-text t: this text takes 17 lines; a screen of 80x24 shows "
	     "16, so visitors must scroll; shorten it, or split it in two\n");
	says((struct sketch){0, "h", FORM_DISPLAY, HELP,
			     .text = LINES12 LINES4 "x"},
	     "long-text h: this help takes 17 lines; a screen of 80x24 shows "
	     "16, so visitors must scroll; shorten it, or split it in two\n");
}

static void a_question_of_many_sentences_is_noted(void **state)
{
	(void)state;
	says((struct sketch){0, "q", FORM_STRING, 0,
			     .text = "We ask. You say. We see. Who are you?"},
	     "wordy q: the question has 4 sentences; ask in one, and put the "
	     "others into a text before it or a help\n");
	says((struct sketch){0, "q", FORM_STRING, 0,
			     .text = "It is 1.5 m. Really? Yes!"},
	     "");
}

static void every_language_is_looked_at(void **state)
{
	static const struct sketch form[] = {{0, "q", FORM_STRING}};
	struct file file = {.path = "form.json"};
	struct said said = {.count = 0};
	struct findings findings = {.report = helper_hear, .context = &said};
	struct sketched sketched;

	(void)state;
	SKETCH(&sketched, form);
	sketched.items[0].text.in[1] = LINES12 LINES4;
	sketched.form.language_count = 2;
	sketched.form.languages[0] = "en";
	sketched.form.languages[1] = "es";
	buf_init(&said.buf, said.text, sizeof(said.text));
	fhir_layout_warn(
		&(struct fhir_remarks){&sketched.form, &file, &findings});
	assert_non_null(strstr(said.text, "the question in es takes 16 lines"));
	helper_drop_form(&sketched);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_fits_passes),
		cmocka_unit_test(a_question_too_long_for_its_field_is_reported),
		cmocka_unit_test(a_question_with_many_options_is_reported),
		cmocka_unit_test(a_list_to_search_in_is_noted),
		cmocka_unit_test(an_option_of_more_than_a_line_is_reported),
		cmocka_unit_test(a_long_text_or_help_is_reported),
		cmocka_unit_test(a_question_of_many_sentences_is_noted),
		cmocka_unit_test(every_language_is_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
