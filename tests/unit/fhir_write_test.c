#include "hairline/content/fhir_write.h"

#include "unit/paper_helper.h"

#include "hairline/base/json.h"

#define OUT_SIZE 4096

struct filled {
	struct paper paper;
	struct err err;
	char out[OUT_SIZE];
};

static int load_small(void **state)
{
	struct filled *filled = calloc(1, sizeof(*filled));

	assert_non_null(filled);
	*state = filled;
	paper_load(&filled->paper, "tests/data/forms/small.json");
	return 0;
}

static int drop_small(void **state)
{
	struct filled *filled = *state;

	paper_drop(&filled->paper);
	free(filled);
	return 0;
}

static void choose(struct filled *filled, const char *link_id, const char *code)
{
	paper_choose(&filled->paper, link_id, code);
}

static void write_in(struct filled *filled, int language, const char *tag)
{
	const struct fhir_writing writing = {
		.language = language,
		.tag = tag,
		.status = "completed",
		.authored = "2026-11-23T15:04:05Z",
		.is_for_keeping = true,
	};
	struct buf buf;

	buf_init(&buf, filled->out, sizeof(filled->out));
	if (!fhir_write(&filled->paper.answers, &writing, json_sink_buf, &buf,
			&filled->err))
		fail_msg("%s", filled->err.msg);
	assert_int_equal(buf.len,
			 fhir_write_size(&filled->paper.answers, &writing));
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
	for (char *at = quoted; *at; at++)
		if (*at == '\'')
			*at = '"';
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

	choose(filled, "age", "yes");
	choose(filled, "skin", "scar");
	write_in(filled, 0, "en");
	assert_non_null(strstr(filled->out, "A \\\"scar\\\""));
	assert_non_null(json_parse(&filled->paper.arena, filled->out,
				   strlen(filled->out), &filled->err));
}

static void a_form_without_address_or_version_writes_what_it_has(void **state)
{
	struct filled *filled = *state;

	filled->paper.form.version = "";
	write_in(filled, 0, "en");
	assert_non_null(strstr(filled->out, "Questionnaire/small\","));
	filled->paper.form.url = "";
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
		TEST(a_disabled_answer_is_left_out),
		TEST(the_same_answers_give_the_same_bytes),
		TEST(what_is_written_is_json_with_every_character),
		TEST(a_form_without_address_or_version_writes_what_it_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
