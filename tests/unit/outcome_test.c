#include "hairline/core/outcome.h"

#include "unit/fhir_helper.h"

struct filled {
	struct arena arena;
	struct form form;
	struct answers answers;
	struct outcome outcome;
};

static int load_small(void **state)
{
	struct filled *filled = calloc(1, sizeof(*filled));
	struct file file;
	struct err err;
	void *mem;

	assert_non_null(filled);
	*state = filled;
	arena_init(&filled->arena);
	if (!file_read(&file, &filled->arena, "tests/data/forms/small.json",
		       &err) ||
	    !fhir_read(&filled->form, &filled->arena, &file, helper_languages,
		       2, &err))
		fail_msg("%s", err.msg);
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
	outcome_find(&filled->outcome, &filled->answers);
}

static void assert_reason(const struct filled *filled, int index,
			  enum tier tier, const char *advice, const char *cause)
{
	const struct reason *reason = &filled->outcome.reasons[index];
	const struct form_item *items = filled->form.items;

	assert_int_equal(reason->tier, tier);
	assert_string_equal(items[reason->advice].link_id, advice);
	assert_int_equal(reason->detail, reason->advice + 1);
	assert_string_equal(items[reason->cause].link_id, cause);
}

static void without_answers_there_is_no_reason(void **state)
{
	struct filled *filled = *state;

	outcome_find(&filled->outcome, &filled->answers);
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
	struct loaded loaded;
	struct answers answers;
	struct answer mem[8];
	struct outcome outcome;

	(void)state;
	helper_expect(&loaded, QUESTION_Q "," QUESTION_R "," LATE_FIRST);
	assert_true(loaded.form.item_count <= 8);
	answers_init(&answers, &loaded.form, mem);
	answers_choose(&answers, 1, 0);
	outcome_find(&outcome, &answers);
	assert_int_equal(outcome.count, 1);
	assert_int_equal(outcome.reasons[0].cause, 0);
	answers_choose(&answers, 0, 0);
	outcome_find(&outcome, &answers);
	assert_int_equal(outcome.reasons[0].cause, 1);
	helper_drop(&loaded);
}

/* "Not b" is also met by a question that is not asked: no reason to name it. */
static void a_question_not_asked_is_no_cause(void **state)
{
	struct loaded loaded;
	struct answers answers;
	struct answer mem[8];
	struct outcome outcome;

	(void)state;
	helper_expect(&loaded, QUESTION_Q
		      ",{'linkId':'r','type':'choice','text':'?',"
		      "'enableWhen':[" Q_IS_B "]," OPTIONS "}," NOT_B);
	answers_init(&answers, &loaded.form, mem);
	outcome_find(&outcome, &answers);
	assert_int_equal(outcome.count, 1);
	assert_int_equal(outcome.reasons[0].cause, FORM_NONE);
	answers_choose(&answers, 0, 1);
	outcome_find(&outcome, &answers);
	assert_int_equal(outcome.reasons[0].cause, 1);
	helper_drop(&loaded);
}

/* 70 advices without conditions, the last of them the worst. */
static void the_worst_reasons_are_kept_when_there_are_too_many(void **state)
{
	static struct form_item items[71];
	static const struct form_coding section = {CODE_SECTION, "outcome"};
	static const struct form_coding tell = {CODE_ADVICE, "tell-us"};
	static const struct form_coding urgent = {CODE_ADVICE, "urgent"};
	const struct form form = {.items = items, .item_count = 71};
	struct answer mem[71];
	struct answers answers;
	struct outcome outcome;

	(void)state;
	for (int i = 0; i < 71; i++)
		items[i] = (struct form_item){
			.parent = i ? 0 : FORM_NONE,
			.end = i + 1,
			.codes = i == 70 ? &urgent : &tell,
			.code_count = 1,
		};
	items[0].codes = &section;
	items[0].end = 71;
	answers_init(&answers, &form, mem);
	outcome_find(&outcome, &answers);
	assert_int_equal(outcome.count, OUTCOME_REASONS_MAX);
	assert_int_equal(outcome.tier, TIER_URGENT);
	assert_int_equal(outcome.reasons[0].advice, 70);
	assert_int_equal(outcome.reasons[0].cause, FORM_NONE);
	assert_int_equal(outcome.reasons[0].detail, FORM_NONE);
	assert_int_equal(outcome.reasons[1].advice, 1);
}

static void only_yes_makes_an_adult(void **state)
{
	struct filled *filled = *state;

	assert_int_equal(outcome_adult(&filled->answers), ADULT_UNKNOWN);
	choose(filled, "age", "yes");
	assert_int_equal(outcome_adult(&filled->answers), ADULT_YES);
	choose(filled, "age", "no");
	assert_int_equal(outcome_adult(&filled->answers), ADULT_NO);
	choose(filled, "age", "prefer-not");
	assert_int_equal(outcome_adult(&filled->answers), ADULT_NO);
}

static void a_form_that_never_asks_knows_no_adult(void **state)
{
	struct loaded loaded;
	struct answers answers;
	struct answer mem[1];
	struct outcome outcome;

	(void)state;
	helper_expect(&loaded, QUESTION_Q);
	answers_init(&answers, &loaded.form, mem);
	answers_choose(&answers, 0, 0);
	assert_int_equal(outcome_adult(&answers), ADULT_UNKNOWN);
	outcome_find(&outcome, &answers);
	assert_int_equal(outcome.tier, TIER_NONE);
	helper_drop(&loaded);
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
		TEST(a_form_that_never_asks_knows_no_adult),
		TEST(every_tier_is_found_by_its_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
