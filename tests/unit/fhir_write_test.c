#include "hairline/content/fhir_write.h"

#include "unit/fhir_helper.h"

#include <jansson.h>

#include "hairline/content/json_memory.h"
#include "hairline/form/answers.h"

#define AUTHORED 1795446245 /* 2026-11-23T15:04:05Z */

struct filled {
	struct arena arena;
	struct form form;
	struct answers answers;
	struct err err;
	char out[4096];
};

static int load_small(void **state)
{
	struct filled *filled = calloc(1, sizeof(*filled));
	struct file file;
	void *mem;

	assert_non_null(filled);
	*state = filled;
	arena_init(&filled->arena);
	if (!file_read(&file, &filled->arena, "tests/data/forms/small.json",
		       &filled->err) ||
	    !fhir_read(&filled->form, &filled->arena, &file, helper_languages,
		       2, &filled->err))
		fail_msg("%s", filled->err.msg);
	mem = arena_alloc(&filled->arena, answers_size(&filled->form));
	assert_non_null(mem);
	answers_init(&filled->answers, &filled->form, mem);
	return 0;
}

static int drop_small(void **state)
{
	struct filled *filled = *state;

	arena_release(&filled->arena);
	free(filled);
	return 0;
}

static void choose(struct filled *filled, const char *link_id, const char *code)
{
	int item = form_find(&filled->form, link_id);
	int option = form_find_option(&filled->form.items[item], code);

	assert_int_not_equal(option, FORM_NONE);
	answers_choose(&filled->answers, item, option);
}

static void write_in(struct filled *filled, int language, const char *tag)
{
	if (!fhir_write(&filled->answers, language, tag, AUTHORED, filled->out,
			sizeof(filled->out), &filled->err))
		fail_msg("%s", filled->err.msg);
}

#define HEAD(language)                                                         \
	"{'resourceType':'QuestionnaireResponse','questionnaire':"             \
	"'https://test.example/Questionnaire/small|0.1','language':'" language \
	"','status':'completed','authored':"                                   \
	"'2026-11-23T15:04:05Z'"
#define ANSWER(code, display)                                          \
	"{'valueCoding':{'system':'urn:hairline:answer','code':'" code \
	"','display':'" display "'}}"

#define GROUP(id, text, items) \
	"{'linkId':'" id "','text':'" text "','item':[" items "]}"
#define ITEM(id, text, answers) \
	"{'linkId':'" id "','text':'" text "','answer':[" answers "]}"
#define RASH ANSWER("rash", "Un sarpullido")
#define SCAR ANSWER("scar", "Una cicatriz")
#define AGE ITEM("age", "¿Tiene 18 años o más?", ANSWER("yes", "Sí"))
#define SORE ITEM("sore", "¿Le duele la piel?", ANSWER("no", "No"))
#define SKIN ITEM("skin", "¿Qué tiene?", RASH "," SCAR)
#define YOU GROUP("you", "Usted", AGE)
#define HEALTH GROUP("health", "Su salud", SORE "," SKIN)

static void assert_written(const struct filled *filled, const char *expected)
{
	char quoted[4096];

	snprintf(quoted, sizeof(quoted), "%s", expected);
	helper_quote(quoted);
	assert_string_equal(filled->out, quoted);
}

static void answers_stand_in_their_groups_in_the_order_of_the_form(void **state)
{
	struct filled *filled = *state;

	choose(filled, "age", "yes");
	choose(filled, "skin", "scar");
	choose(filled, "skin", "rash");
	choose(filled, "sore", "no");
	write_in(filled, 1, "es");
	assert_written(filled, HEAD("es") ",'item':[" YOU "," HEALTH "]}");
}

static void without_answers_there_are_no_items(void **state)
{
	struct filled *filled = *state;

	write_in(filled, 0, "en");
	assert_written(filled, HEAD("en") "}");
}

static void what_must_never_be_kept_is_left_out(void **state)
{
	struct filled *filled = *state;

	choose(filled, "age", "yes");
	choose(filled, "worry", "yes");
	choose(filled, "sore", "yes");
	write_in(filled, 0, "en");
	assert_null(strstr(filled->out, "worry"));
	assert_null(strstr(filled->out, "Talk to us"));
	assert_null(strstr(filled->out, "outcome"));
	assert_null(strstr(filled->out, "See a doctor"));
	assert_non_null(strstr(filled->out, "sore"));
}

static void a_question_of_the_outcome_is_left_out(void **state)
{
	struct filled *filled = *state;
	struct loaded loaded;
	struct answers answers;
	struct answer mem[2];

	helper_expect(
		&loaded,
		"{'linkId':'o','type':'group','code':[{'system':"
		"'urn:hairline:section','code':'outcome'}],'item':[" QUESTION_Q
		"]}");
	answers_init(&answers, &loaded.form, mem);
	answers_choose(&answers, 1, 0);
	assert_true(fhir_write(&answers, 0, "en", AUTHORED, filled->out,
			       sizeof(filled->out), &filled->err));
	assert_null(strstr(filled->out, "linkId"));
	helper_drop(&loaded);
}

static void a_disabled_answer_is_left_out(void **state)
{
	struct filled *filled = *state;

	choose(filled, "age", "yes");
	choose(filled, "sore", "yes");
	choose(filled, "fever", "yes");
	choose(filled, "sore", "no");
	write_in(filled, 0, "en");
	assert_null(strstr(filled->out, "fever"));
	choose(filled, "sore", "not-sure");
	write_in(filled, 0, "en");
	assert_non_null(strstr(filled->out, "fever"));
}

static void the_same_answers_give_the_same_bytes(void **state)
{
	struct filled *filled = *state;
	char first[sizeof(filled->out)];

	choose(filled, "age", "yes");
	choose(filled, "skin", "rash");
	choose(filled, "skin", "scar");
	write_in(filled, 0, "en");
	memcpy(first, filled->out, sizeof(first));
	choose(filled, "skin", "none");
	choose(filled, "skin", "scar");
	choose(filled, "skin", "rash");
	memset(filled->out, 'x', sizeof(filled->out));
	write_in(filled, 0, "en");
	assert_string_equal(first, filled->out);
}

static void what_is_written_is_json_with_every_character(void **state)
{
	struct filled *filled = *state;
	json_t *root;

	choose(filled, "age", "yes");
	choose(filled, "skin", "scar");
	write_in(filled, 0, "en");
	assert_non_null(strstr(filled->out, "A \\\"scar\\\""));
	json_memory_use();
	root = json_loads(filled->out, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(root);
	json_decref(root);
}

static void what_does_not_fit_is_refused_and_wiped(void **state)
{
	struct filled *filled = *state;
	static const char zeros[sizeof(filled->out)];
	size_t exact;

	choose(filled, "age", "yes");
	write_in(filled, 0, "en");
	exact = strlen(filled->out) + 1;
	assert_true(fhir_write(&filled->answers, 0, "en", AUTHORED, filled->out,
			       exact, &filled->err));
	for (size_t size = 1; size < exact; size++) {
		memset(filled->out, 'x', sizeof(filled->out));
		assert_false(fhir_write(&filled->answers, 0, "en", AUTHORED,
					filled->out, size, &filled->err));
		assert_int_equal(filled->err.code, ERR_LIMIT);
		assert_memory_equal(filled->out, zeros, size);
		assert_int_equal(filled->out[size], 'x');
	}
}

static void a_form_without_address_or_version_writes_what_it_has(void **state)
{
	struct filled *filled = *state;

	filled->form.version = "";
	write_in(filled, 0, "en");
	assert_non_null(strstr(filled->out, "Questionnaire/small\","));
	filled->form.url = "";
	write_in(filled, 0, "en");
	assert_null(strstr(filled->out, "\"questionnaire\""));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, load_small, drop_small)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(answers_stand_in_their_groups_in_the_order_of_the_form),
		TEST(without_answers_there_are_no_items),
		TEST(what_must_never_be_kept_is_left_out),
		TEST(a_question_of_the_outcome_is_left_out),
		TEST(a_disabled_answer_is_left_out),
		TEST(the_same_answers_give_the_same_bytes),
		TEST(what_is_written_is_json_with_every_character),
		TEST(what_does_not_fit_is_refused_and_wiped),
		TEST(a_form_without_address_or_version_writes_what_it_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
