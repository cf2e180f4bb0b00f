/*
 * outcome_property - what must hold for the sample clinic's own questionnaire
 * whatever a visitor answers.
 */
#include "hairline/core/outcome.h"

#include "unit/fhir_helper.h"

#include "hairline/base/utf8.h"
#include "hairline/form/flow.h"

#define STATES 3000
#define FOLDED_SIZE 8192

struct screening {
	struct arena arena;
	struct form form;
	struct answers answers;
	uint32_t seed;
};

static int load_screening(void **state)
{
	struct screening *screening = calloc(1, sizeof(*screening));
	struct file file;
	struct err err;
	void *mem;

	assert_non_null(screening);
	*state = screening;
	arena_init(&screening->arena);
	screening->seed = 2463534242u;
	if (!file_read(&file, &screening->arena, "assets/screening.json",
		       &err) ||
	    !fhir_read(&screening->form, &screening->arena, &file,
		       helper_languages, 2, &err))
		fail_msg("%s", err.msg);
	mem = arena_alloc(&screening->arena, answers_size(&screening->form));
	assert_non_null(mem);
	answers_init(&screening->answers, &screening->form, mem);
	return 0;
}

static int drop_screening(void **state)
{
	struct screening *screening = *state;

	arena_release(&screening->arena);
	free(screening);
	return 0;
}

/* xorshift: the same numbers in every run. */
static int pick(struct screening *screening, int count)
{
	uint32_t seed = screening->seed;

	seed ^= seed << 13;
	seed ^= seed >> 17;
	seed ^= seed << 5;
	screening->seed = seed;
	return (int)(seed % (uint32_t)count);
}

static bool is_safety(const struct form_item *item)
{
	return form_has_code(item, CODE_ROLE, "safety");
}

static bool is_code(const struct form_item *item, int option, const char *code)
{
	return strcmp(item->options[option].coding.code, code) == 0;
}

/* The option that says all is well: "no", or "none" of a list. */
static int harmless_option(const struct form_item *item)
{
	int no = form_find_option(item, "no");

	return no != FORM_NONE ? no : form_find_option(item, "none");
}

static bool is_adult_question(const struct form_item *item)
{
	return form_has_code(item, CODE_ROLE, "adult");
}

static int adult_question(const struct form *form)
{
	for (int i = 0; i < form->item_count; i++)
		if (is_adult_question(&form->items[i]))
			return i;
	fail_msg("no question is coded " CODE_ROLE "#adult");
	return FORM_NONE;
}

static void forget(struct screening *screening)
{
	answers_init(&screening->answers, &screening->form,
		     screening->answers.at);
}

/* A grown-up without any complaint; also in questions not asked so far. */
static void answer_all_well(struct screening *screening)
{
	const struct form *form = &screening->form;
	int adult = adult_question(form);

	forget(screening);
	answers_choose(&screening->answers, adult,
		       form_find_option(&form->items[adult], "yes"));
	for (int i = 0; i < form->item_count; i++)
		if (form->items[i].type == FORM_CHOICE && i != adult)
			answers_choose(&screening->answers, i,
				       harmless_option(&form->items[i]));
}

/* Give the first answer that makes an item apply, and so on upwards. */
static void enable(struct screening *screening, int item)
{
	const struct form_item *at = &screening->form.items[item];

	for (int i = 0; !answers_is_enabled(&screening->answers, item) &&
			i < at->condition_count;
	     i++) {
		const struct form_condition *condition = &at->conditions[i];

		enable(screening, condition->target);
		if (condition->op == FORM_EQUAL)
			answers_choose(&screening->answers, condition->target,
				       condition->option);
	}
	assert_true(answers_is_enabled(&screening->answers, item));
}

static struct outcome find_outcome(const struct screening *screening)
{
	struct outcome outcome;

	outcome_find(&outcome, &screening->answers);
	return outcome;
}

static void nothing_wrong_gives_no_warning_sign(void **state)
{
	struct screening *screening = *state;

	answer_all_well(screening);
	assert_int_equal(find_outcome(screening).tier, TIER_NONE);
}

/* The option alone, and it alone: a follow-up question needs what asks it,
 * so there the option itself must add a reason. */
static void check_option(struct screening *screening, int item, int option)
{
	const struct form_item *question = &screening->form.items[item];
	struct outcome before;
	struct outcome after;

	answer_all_well(screening);
	enable(screening, item);
	before = find_outcome(screening);
	answers_choose(&screening->answers, item, option);
	after = find_outcome(screening);
	if (after.tier == TIER_NONE || after.tier > before.tier ||
	    after.count <= before.count)
		fail_msg("%s: %s changes nothing", question->link_id,
			 question->options[option].coding.code);
}

static void every_safety_answer_alone_changes_the_outcome(void **state)
{
	struct screening *screening = *state;
	int checked = 0;

	for (int i = 0; i < screening->form.item_count; i++) {
		const struct form_item *item = &screening->form.items[i];

		for (int j = 0; is_safety(item) && j < item->option_count; j++)
			if (j != harmless_option(item)) {
				check_option(screening, i, j);
				checked++;
			}
	}
	assert_true(checked >= 40);
}

/* Any answers at all, also to questions that are not asked now. */
static void answer_at_random(struct screening *screening)
{
	const struct form *form = &screening->form;
	int adult = adult_question(form);

	forget(screening);
	for (int i = 0; i < form->item_count; i++) {
		const struct form_item *item = &form->items[i];
		int times =
			item->repeats ? pick(screening, 4) : pick(screening, 3);

		while (item->type == FORM_CHOICE && times-- > 0)
			answers_choose(&screening->answers, i,
				       pick(screening, item->option_count));
	}
	if (pick(screening, 10) > 0)
		answers_choose(&screening->answers, adult,
			       form_find_option(&form->items[adult], "yes"));
}

static bool has_chosen(const struct screening *screening, int item,
		       const char *code)
{
	int option = form_find_option(&screening->form.items[item], code);

	return answers_is_chosen(&screening->answers, item, option);
}

/*
 * Would choosing the option add a complaint and take none back?  In a list
 * that is not "not sure", which choosing another would clear; in a question
 * with one answer, only "no" or nothing is changed to something else.
 */
static bool is_addition(const struct screening *screening, int item, int option)
{
	const struct form_item *question = &screening->form.items[item];

	if (!is_safety(question) || option == harmless_option(question) ||
	    answers_is_chosen(&screening->answers, item, option))
		return false;
	if (question->repeats)
		return !question->options[option].is_exclusive &&
		       !has_chosen(screening, item, "not-sure") &&
		       !has_chosen(screening, item, "prefer-not");
	return screening->answers.at[item].chosen == 0 ||
	       answers_is_chosen(&screening->answers, item,
				 harmless_option(question));
}

/* Add each complaint that can be added to the state; returns how many. */
static int check_additions(struct screening *screening, struct answer *kept)
{
	const struct form *form = &screening->form;
	size_t size = answers_size(form);
	enum tier before = find_outcome(screening).tier;
	int checked = 0;

	memcpy(kept, screening->answers.at, size);
	for (int i = 0; i < form->item_count; i++)
		for (int j = 0; j < form->items[i].option_count; j++) {
			if (!is_addition(screening, i, j))
				continue;
			answers_choose(&screening->answers, i, j);
			checked++;
			if (find_outcome(screening).tier > before)
				fail_msg("%s: %s lowers the tier",
					 form->items[i].link_id,
					 form->items[i].options[j].coding.code);
			memcpy(screening->answers.at, kept, size);
		}
	return checked;
}

static void one_more_complaint_never_lowers_the_tier(void **state)
{
	struct screening *screening = *state;
	struct answer *kept =
		arena_alloc(&screening->arena, answers_size(&screening->form));
	int checked = 0;

	assert_non_null(kept);
	for (int i = 0; i < STATES; i++) {
		answer_at_random(screening);
		checked += check_additions(screening, kept);
	}
	assert_true(checked > STATES);
}

static enum tier tier_with(struct screening *screening, int item,
			   const char *code)
{
	int option = form_find_option(&screening->form.items[item], code);

	answer_all_well(screening);
	enable(screening, item);
	answers_choose(&screening->answers, item, option);
	return find_outcome(screening).tier;
}

static void not_sure_counts_as_yes(void **state)
{
	struct screening *screening = *state;
	int checked = 0;

	for (int i = 0; i < screening->form.item_count; i++) {
		const struct form_item *item = &screening->form.items[i];

		if (form_find_option(item, "not-sure") == FORM_NONE ||
		    form_find_option(item, "yes") == FORM_NONE)
			continue;
		checked++;
		if (tier_with(screening, i, "not-sure") >
		    tier_with(screening, i, "yes"))
			fail_msg("%s: not-sure is milder than yes",
				 item->link_id);
	}
	assert_true(checked >= 4);
}

/* Without accents and in lower case, as utf8_fold() leaves a text. */
static const char *const forbidden[] = {
	"safe",        "suitable",    "cleared",  "approved", "guaranteed",
	"diagnosis",   "seguro",      "segura",   "apto",     "apta",
	"adecuado",    "adecuada",    "aprobado", "aprobada", "garantizado",
	"garantizada", "diagnostico",
};

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || ((unsigned char)byte & 0x80u);
}

static bool has_word(const char *text, const char *word)
{
	const char *at = strstr(text, word);

	for (; at; at = strstr(at + 1, word))
		if ((at == text || !is_letter(at[-1])) &&
		    !is_letter(at[strlen(word)]))
			return true;
	return false;
}

static void check_text(const char *link_id, const struct form_text *text)
{
	for (int i = 0; i < 2; i++) {
		char folded[FOLDED_SIZE];
		struct buf buf;

		buf_init(&buf, folded, sizeof(folded));
		utf8_fold(&buf, text->in[i]);
		assert_false(buf.is_cut);
		for (size_t j = 0; j < sizeof(forbidden) / sizeof(*forbidden);
		     j++)
			if (has_word(folded, forbidden[j]))
				fail_msg("%s says \"%s\": %s", link_id,
					 forbidden[j], text->in[i]);
	}
}

static void a_forbidden_word_would_be_seen(void **state)
{
	(void)state;
	assert_true(has_word("you are safe.", "safe"));
	assert_true(has_word("unsafe, safe", "safe"));
	assert_false(has_word("unsafe safety", "safe"));
}

static void no_text_promises_or_diagnoses(void **state)
{
	struct screening *screening = *state;
	const struct form *form = &screening->form;

	check_text("title", &form->title);
	for (int i = 0; i < form->item_count; i++) {
		const struct form_item *item = &form->items[i];

		check_text(item->link_id, &item->text);
		check_text(item->link_id, &item->short_text);
		for (int j = 0; j < item->option_count; j++)
			check_text(item->link_id, &item->options[j].display);
	}
}

static void check_walk(const struct screening *screening)
{
	const struct answers *answers = &screening->answers;
	int steps = 0;
	int last = FORM_NONE;
	int item;

	for (item = flow_next(answers, FORM_NONE); item != FORM_NONE;
	     item = flow_next(answers, item)) {
		assert_true(item > last);
		assert_true(answers_is_enabled(answers, item));
		assert_int_equal(flow_previous(answers, item), last);
		assert_int_equal(flow_position(answers, item), steps);
		last = item;
		steps++;
	}
	assert_int_equal(flow_previous(answers, FORM_NONE), last);
	for (int i = 0; i < screening->form.item_count; i++)
		if (screening->form.items[i].type == FORM_CHOICE &&
		    answers_is_enabled(answers, i))
			steps--;
	assert_int_equal(steps, 0);
}

static void every_walk_ends_and_leads_back_the_same_way(void **state)
{
	struct screening *screening = *state;

	check_walk(screening);
	for (int i = 0; i < STATES; i++) {
		answer_at_random(screening);
		check_walk(screening);
	}
}

static void a_minor_is_asked_nothing_more(void **state)
{
	struct screening *screening = *state;
	int adult = adult_question(&screening->form);
	const struct form_item *item = &screening->form.items[adult];

	for (int i = 0; i < item->option_count; i++) {
		if (is_code(item, i, "yes"))
			continue;
		answer_all_well(screening);
		assert_int_equal(outcome_adult(&screening->answers), ADULT_YES);
		answers_choose(&screening->answers, adult, i);
		assert_int_equal(outcome_adult(&screening->answers), ADULT_NO);
		assert_int_equal(flow_count(&screening->answers), 1);
		assert_int_equal(flow_next(&screening->answers, FORM_NONE),
				 adult);
		assert_true(find_outcome(screening).tier < TIER_NONE);
	}
}

static void without_an_age_nothing_else_is_asked(void **state)
{
	struct screening *screening = *state;

	assert_int_equal(flow_count(&screening->answers), 1);
	assert_int_equal(outcome_adult(&screening->answers), ADULT_UNKNOWN);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, load_screening, drop_screening)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(nothing_wrong_gives_no_warning_sign),
		TEST(every_safety_answer_alone_changes_the_outcome),
		TEST(one_more_complaint_never_lowers_the_tier),
		TEST(not_sure_counts_as_yes),
		cmocka_unit_test(a_forbidden_word_would_be_seen),
		TEST(no_text_promises_or_diagnoses),
		TEST(every_walk_ends_and_leads_back_the_same_way),
		TEST(a_minor_is_asked_nothing_more),
		TEST(without_an_age_nothing_else_is_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
