#include "hairline/core/outcome.h"

#include "unit/paper_helper.h"

/* Two options, "a" and "b". */
#define OPTIONS                                         \
	"'answerOption':[{'valueCoding':{'code':'a'}}," \
	"{'valueCoding':{'code':'b'}}]"
#define QUESTION(id) \
	"{'linkId':'" id "','type':'choice','text':'?'," OPTIONS "}"
#define QUESTION_Q QUESTION("q")
#define QUESTION_R QUESTION("r")

struct filled {
	struct paper paper;
	struct outcome outcome;
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
	outcome_find(&filled->outcome, &filled->paper.answers);
}

static void assert_reason(const struct filled *filled, int index,
			  enum tier tier, const char *advice, const char *cause)
{
	const struct reason *reason = &filled->outcome.reasons[index];
	const struct form_item *items = filled->paper.form.items;

	assert_int_equal(reason->tier, tier);
	assert_string_equal(items[reason->advice].link_id, advice);
	assert_int_equal(reason->detail, reason->advice + 1);
	assert_string_equal(items[reason->cause.item].link_id, cause);
}

static void without_answers_there_is_no_reason(void **state)
{
	struct filled *filled = *state;

	outcome_find(&filled->outcome, &filled->paper.answers);
	assert_int_equal(filled->outcome.tier, TIER_NONE);
	assert_int_equal(filled->outcome.saved, TIER_NONE);
	assert_int_equal(filled->outcome.count, 0);
}

static void all_reasons_are_listed_worst_first(void **state)
{
	struct filled *filled = *state;

	choose(filled, "age", "yes");
	choose(filled, "skin", "rash");
	choose(filled, "sore", "not-sure");
	choose(filled, "fever", "yes");
	assert_int_equal(filled->outcome.tier, TIER_URGENT);
	assert_int_equal(filled->outcome.count, 3);
	assert_reason(filled, 0, TIER_URGENT, "urgent-fever", "fever");
	assert_reason(filled, 1, TIER_DOCTOR, "doctor-sore", "sore");
	assert_reason(filled, 2, TIER_TELL_US, "tell-skin", "skin");
}

static void a_reason_goes_with_the_answer_that_called_for_it(void **state)
{
	struct filled *filled = *state;

	choose(filled, "age", "yes");
	choose(filled, "sore", "yes");
	assert_int_equal(filled->outcome.tier, TIER_DOCTOR);
	choose(filled, "age", "no");
	assert_int_equal(filled->outcome.tier, TIER_NOT_NOW);
	assert_int_equal(filled->outcome.count, 1);
}

static void what_must_never_be_kept_does_not_colour_the_saved_tier(void **state)
{
	struct filled *filled = *state;

	choose(filled, "age", "yes");
	choose(filled, "worry", "yes");
	assert_int_equal(filled->outcome.tier, TIER_ASK_FIRST);
	assert_int_equal(filled->outcome.saved, TIER_NONE);
	choose(filled, "skin", "rash");
	assert_int_equal(filled->outcome.tier, TIER_ASK_FIRST);
	assert_int_equal(filled->outcome.saved, TIER_TELL_US);
}

#define CODED(name, code) \
	"'code':[{'system':'urn:hairline:" name "','code':'" code "'}]"
#define WHEN(item, op, code)                          \
	"{'question':'" item "','operator':'" op "'," \
	"'answerCoding':{'code':'" code "'}}"
#define DETAIL "{'linkId':'d','type':'display','text':'x'}"
#define ADVICE(conditions)                                            \
	"{'linkId':'a','type':'group','text':'t'," CODED(             \
		"advice", "doctor") ",'enableWhen':[" conditions "]," \
				    "'item':[" DETAIL "]}"
#define OUTCOME(advice)                        \
	"{'linkId':'o','type':'group'," CODED( \
		"section", "outcome") ",'item':[" advice "]}"
#define R_IS_A WHEN("r", "=", "a")
#define Q_NOT_A WHEN("q", "!=", "a")
#define Q_IS_B WHEN("q", "=", "b")
#define R_NOT_B WHEN("r", "!=", "b")
#define LATE_FIRST OUTCOME(ADVICE(R_IS_A "," Q_NOT_A))
#define NOT_B OUTCOME(ADVICE(R_NOT_B))

/* Its first condition asks for the later question. */
static void the_cause_is_the_first_question_that_called_for_it(void **state)
{
	struct paper paper;
	struct outcome outcome;

	(void)state;
	paper_write(&paper, QUESTION_Q "," QUESTION_R "," LATE_FIRST);
	paper_choose(&paper, "r", "a");
	outcome_find(&outcome, &paper.answers);
	assert_int_equal(outcome.count, 1);
	assert_int_equal(outcome.reasons[0].cause.item, 0);
	paper_choose(&paper, "q", "a");
	outcome_find(&outcome, &paper.answers);
	assert_int_equal(outcome.reasons[0].cause.item, 1);
	paper_drop(&paper);
}

/* "Not b" is also met by a question that is not asked: no reason to name it. */
static void a_question_not_asked_is_no_cause(void **state)
{
	struct paper paper;
	struct outcome outcome;

	(void)state;
	paper_write(&paper,
		    QUESTION_Q ",{'linkId':'r','type':'choice','text':'?',"
			       "'enableWhen':[" Q_IS_B "]," OPTIONS "}," NOT_B);
	outcome_find(&outcome, &paper.answers);
	assert_int_equal(outcome.count, 1);
	assert_false(answers_is_place(outcome.reasons[0].cause));
	paper_choose(&paper, "q", "b");
	outcome_find(&outcome, &paper.answers);
	assert_int_equal(outcome.reasons[0].cause.item, 1);
	paper_drop(&paper);
}

static void write_outcome(struct paper *paper, const char *advices)
{
	static const char frame[] = "{'linkId':'o','type':'group'," CODED(
		"section", "outcome") ",'item':[%s]}";
	size_t size = sizeof(frame) + strlen(advices);
	char *items = malloc(size);

	assert_non_null(items);
	snprintf(items, size, frame, advices);
	paper_write(paper, items);
	free(items);
}

/* 70 advices without conditions, the last of them the worst. */
static void the_worst_reasons_are_kept_when_there_are_too_many(void **state)
{
	char advices[70 * 160] = "";
	struct outcome outcome;
	struct paper paper;
	struct buf buf;

	(void)state;
	buf_init(&buf, advices, sizeof(advices));
	for (int i = 0; i < 70; i++)
		buf_addf(&buf,
			 "%s{'linkId':'%d','type':'group','text':'t','code':["
			 "{'system':'urn:hairline:advice','code':'%s'}],"
			 "'item':[{'linkId':'%d.1','type':'display',"
			 "'text':'x'}]}",
			 i ? "," : "", i, i == 69 ? "urgent" : "tell-us", i);
	assert_false(buf.is_cut);
	write_outcome(&paper, advices);
	outcome_find(&outcome, &paper.answers);
	assert_true(outcome.has_advice);
	assert_int_equal(outcome.count, OUTCOME_REASONS_MAX);
	assert_int_equal(outcome.tier, TIER_URGENT);
	assert_int_equal(outcome.reasons[0].advice, 1 + 2 * 69);
	assert_false(answers_is_place(outcome.reasons[0].cause));
	assert_int_equal(outcome.reasons[1].advice, 1);
	paper_drop(&paper);
}

static void only_yes_makes_an_adult(void **state)
{
	struct filled *filled = *state;

	assert_int_equal(outcome_adult(&filled->paper.answers), ADULT_UNKNOWN);
	choose(filled, "age", "yes");
	assert_int_equal(outcome_adult(&filled->paper.answers), ADULT_YES);
	choose(filled, "age", "no");
	assert_int_equal(outcome_adult(&filled->paper.answers), ADULT_NO);
	choose(filled, "age", "prefer-not");
	assert_int_equal(outcome_adult(&filled->paper.answers), ADULT_NO);
}

static void an_adult_may_be_asked_by_yes_or_no(void **state)
{
	struct answer yes = answer_of(ANSWER_BOOLEAN);
	struct paper paper;

	(void)state;
	paper_write(&paper, "{'linkId':'q','type':'boolean','text':'?'," CODED(
				    "role", "adult") "}");
	assert_int_equal(outcome_adult(&paper.answers), ADULT_UNKNOWN);
	answers_set(&paper.answers, paper_at(&paper, "q"), &yes);
	assert_int_equal(outcome_adult(&paper.answers), ADULT_NO);
	yes.is_true = true;
	answers_set(&paper.answers, paper_at(&paper, "q"), &yes);
	assert_int_equal(outcome_adult(&paper.answers), ADULT_YES);
	paper_drop(&paper);
}

static void a_form_that_never_asks_knows_no_adult(void **state)
{
	struct paper paper;
	struct outcome outcome;

	(void)state;
	paper_write(&paper, QUESTION_Q);
	paper_choose(&paper, "q", "a");
	assert_int_equal(outcome_adult(&paper.answers), ADULT_UNKNOWN);
	outcome_find(&outcome, &paper.answers);
	assert_int_equal(outcome.tier, TIER_NONE);
	assert_false(outcome.has_advice);
	paper_drop(&paper);
}

static void every_tier_is_found_by_its_code(void **state)
{
	(void)state;
	for (enum tier tier = 0; tier < TIER_COUNT; tier++)
		assert_int_equal(tier_find(tier_code(tier)), tier);
	assert_int_equal(tier_find("nonsense"), TIER_COUNT);
	assert_string_equal(tier_code(TIER_COUNT), "");
	assert_true(TIER_URGENT < TIER_DOCTOR && TIER_TELL_US < TIER_NONE);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, load_small, drop_small)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(without_answers_there_is_no_reason),
		TEST(all_reasons_are_listed_worst_first),
		TEST(a_reason_goes_with_the_answer_that_called_for_it),
		TEST(what_must_never_be_kept_does_not_colour_the_saved_tier),
		TEST(the_cause_is_the_first_question_that_called_for_it),
		TEST(a_question_not_asked_is_no_cause),
		TEST(the_worst_reasons_are_kept_when_there_are_too_many),
		TEST(only_yes_makes_an_adult),
		TEST(an_adult_may_be_asked_by_yes_or_no),
		TEST(a_form_that_never_asks_knows_no_adult),
		TEST(every_tier_is_found_by_its_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
