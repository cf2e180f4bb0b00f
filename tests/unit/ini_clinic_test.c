#include "hairline/content/ini_clinic.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/clinic.h"

/* All that must be there but [kiosk] and [booking]. */
#define FACTS                                                     \
	"[clinic]\nname = N\naddress = A\nphone = 1\n"            \
	"[privacy]\ncontact = C\ncomplain_to = I\n"               \
	"[facts]\nprice = P\nconsultation = free\nsmp_kind = K\n" \
	"help_lines = H\n"
#define KIOSK "[kiosk]\nlanguages = en es\n"
#define LINK "[booking]\nlink = https://a.example/b\n"
#define TEMPLATE "link_with_reference = https://a.example/{ref}\n"
#define TEMPLATE_KEY "link_with_reference = "
#define WHOLE FACTS KIOSK LINK TEMPLATE

static struct arena arena;
static struct clinic clinic;
static struct err err;

static bool read_text(const char *text)
{
	const struct file file = {
		.path = "clinic.ini", .text = text, .size = strlen(text)};

	return ini_clinic_read(&clinic, &arena, &file, &err);
}

static void assert_read(const char *text)
{
	if (!read_text(text))
		fail_msg("%s", err.msg);
}

static void the_least_is_enough_and_the_rest_has_defaults(void **state)
{
	(void)state;
	assert_read(WHOLE);
	assert_string_equal(clinic.name.in[0], "N");
	assert_string_equal(clinic.name.in[1], "N");
	assert_string_equal(clinic.tagline.in[0], "");
	assert_string_equal(clinic.theme.in[0], "clinic");
	assert_int_equal(clinic.idle_question, 60);
	assert_int_equal(clinic.retention_days, 90);
}

static void a_word_can_be_said_for_one_language(void **state)
{
	(void)state;
	assert_read(WHOLE "[kiosk]\nid = k\n[clinic]\nname.es = Ene\n"
			  "tagline.es = Lema\n");
	assert_string_equal(clinic.name.in[0], "N");
	assert_string_equal(clinic.name.in[1], "Ene");
	assert_string_equal(clinic.tagline.in[0], "");
	assert_string_equal(clinic.tagline.in[1], "Lema");
}

static void languages_are_read_in_their_order(void **state)
{
	(void)state;
	assert_read(FACTS LINK TEMPLATE
		    "[kiosk]\nlanguages = es  pt-BR\n  zh-Hans\n");
	assert_int_equal(clinic.language_count, 3);
	assert_string_equal(clinic.languages[0], "es");
	assert_string_equal(clinic.languages[1], "pt-BR");
	assert_string_equal(clinic.languages[2], "zh-Hans");
}

static const struct {
	const char *text;
	const char *message;
} mistakes[] = {
	{KIOSK LINK TEMPLATE "[clinic]\naddress = A\n",
	 "clinic.ini:7: [clinic] lacks \"name\"; add"},
	{FACTS LINK TEMPLATE "[kiosk]\nid = k\n",
	 "clinic.ini:17: [kiosk] lacks \"languages\"; add"},
	{FACTS LINK TEMPLATE "[kiosk]\nlanguages =\n",
	 "clinic.ini:17: \"languages\" in [kiosk] is empty"},
	{FACTS LINK TEMPLATE "[kiosk]\nlanguages = en, es\n",
	 "clinic.ini:17: \"languages\" in [kiosk] must hold"},
	{FACTS LINK TEMPLATE "[kiosk]\nlanguages = ../en\n",
	 "clinic.ini:17: \"languages\" in [kiosk] must hold"},
	{FACTS LINK TEMPLATE "[kiosk]\nlanguages = en EN\n",
	 "clinic.ini:17: \"languages\" in [kiosk] names a language "
	 "twice"},
	{FACTS LINK TEMPLATE
	 "[kiosk]\nlanguages = aa bb cc dd ee ff gg hh ii\n",
	 "clinic.ini:17: \"languages\" in [kiosk] names more than 8"},
	{WHOLE "[clinic]\nfone = 1\n",
	 "clinic.ini:19: unknown key \"clinic.fone\"; did you mean "
	 "\"clinic.phone\"?"},
	{WHOLE "[clinic]\nname.fr = Nom\n",
	 "clinic.ini:19: \"name.fr\" in [clinic] is for a language"},
	{WHOLE "[clinic]\nname.es =\n",
	 "clinic.ini:19: \"name.es\" in [clinic] is empty; fill"},
	{WHOLE "[clinic]\ntagline = {name}\n",
	 "clinic.ini:19: \"tagline\" in [clinic] may not hold {"},
	{WHOLE "[idle]\nquestion = 0\n",
	 "clinic.ini:19: \"question\" in [idle] must be a whole "
	 "number from 1 to 3600"},
	{WHOLE "[idle]\nquestion = 20 s\n",
	 "clinic.ini:19: \"question\" in [idle] must be a whole"},
	{WHOLE "[idle]\nquestion =\n",
	 "clinic.ini:19: \"question\" in [idle] must be a whole"},
	{WHOLE "[privacy]\nretention_days = 99999999999999999999\n",
	 "clinic.ini:19: \"retention_days\" in [privacy] must be"},
	{WHOLE "[idle]\nquestion.es = 30\n",
	 "clinic.ini:19: unknown key \"question.es\" in [idle]; remove it"},
};

static void a_mistake_is_refused_with_its_line_and_cure(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(mistakes) / sizeof(mistakes[0]); i++) {
		assert_false(read_text(mistakes[i].text));
		if (!strstr(err.msg, mistakes[i].message))
			fail_msg("%s: %s", mistakes[i].message, err.msg);
	}
}

static void a_booking_link_must_work_as_a_code(void **state)
{
	static const struct {
		const char *links;
		const char *message;
	} cases[] = {
		{"link = http://a\n", "must start with https://"},
		{"link = https://a b\n", "may only hold"},
		{"link = https://\u00f1.es\n", "may only hold"},
		{"link = https://a/{ref}\n", "may not hold { or }"},
		{"link = https://a/}\n", "may not hold { or }"},
		{TEMPLATE_KEY "https://a/\n", "exactly once"},
		{TEMPLATE_KEY "https://a/{ref\n", "exactly once"},
		{TEMPLATE_KEY "https://a/{ref}/{ref}\n", "exactly once"},
		{TEMPLATE_KEY "https://a/{ref}/{x}\n", "may not hold { or }"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char text[1024];

		snprintf(text, sizeof(text), FACTS KIOSK "[booking]\n%s",
			 cases[i].links);
		assert_false(read_text(text));
		assert_memory_equal(err.msg, "clinic.ini:16: \"link", 20);
		assert_non_null(strstr(err.msg, cases[i].message));
	}
}

static void links_in_any_case_are_links(void **state)
{
	(void)state;
	assert_read(FACTS KIOSK "[booking]\nlink = HTTPS://A.EXAMPLE/B\n"
				"link_with_reference = Https://A/{ref}?x=1\n");
	assert_string_equal(clinic.booking_link.in[1], "HTTPS://A.EXAMPLE/B");
}

static void the_languages_outlive_a_mistake_elsewhere(void **state)
{
	(void)state;
	assert_false(read_text(KIOSK "[clinic]\nname = N\n"));
	assert_int_equal(clinic.language_count, 2);
	assert_string_equal(clinic.phone.in[1], "");
	assert_string_equal(clinic.theme.in[0], "clinic");
	assert_false(read_text("[kiosk\n"));
	assert_int_equal(clinic.language_count, 0);
}

static void the_sample_clinic_is_right(void **state)
{
	struct file file;

	(void)state;
	assert_true(file_read(&file, &arena, "assets/clinic.ini", &err));
	if (!ini_clinic_read(&clinic, &arena, &file, &err))
		fail_msg("%s", err.msg);
	assert_string_equal(clinic.name.in[0], "Northgate Scalp Clinic");
	assert_string_not_equal(clinic.price.in[0], clinic.price.in[1]);
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
		cmocka_unit_test(the_least_is_enough_and_the_rest_has_defaults),
		cmocka_unit_test(a_word_can_be_said_for_one_language),
		cmocka_unit_test(languages_are_read_in_their_order),
		cmocka_unit_test(a_mistake_is_refused_with_its_line_and_cure),
		cmocka_unit_test(a_booking_link_must_work_as_a_code),
		cmocka_unit_test(links_in_any_case_are_links),
		cmocka_unit_test(the_languages_outlive_a_mistake_elsewhere),
		cmocka_unit_test(the_sample_clinic_is_right),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
