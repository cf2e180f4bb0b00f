/*
 * outcome_property - the outcome of the sample clinic's own questionnaire:
 * what must hold whatever a visitor answers.
 */
#include "hairline/core/outcome.h"

#include "unit/screening_helper.h"

static bool is_safety(const struct form_item *item)
{
	return form_has_code(item, CODE_ROLE, "safety");
}

static bool is_enabled(const struct screening *screening, int item)
{
	return answers_is_enabled(&screening->paper.answers,
				  place_of(screening, item));
}

/* Give the first answer that makes an item apply, and so on upwards. */
static void enable(struct screening *screening, int item)
{
	const struct form_item *items = screening->paper.form.items;
	const struct form_item *at = &items[item];

	for (int i = 0; !is_enabled(screening, item) && i < at->condition_count;
	     i++) {
		const struct form_condition *condition = &at->conditions[i];
		int target = condition->target;

		enable(screening, target);
		if (condition->op == FORM_EQUAL)
			choose(screening, target,
			       form_match_option(&items[target],
						 &condition->expected));
	}
	assert_true(is_enabled(screening, item));
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
	const struct form_item *question = &screening->paper.form.items[item];
	struct outcome before;
	struct outcome after;

	answer_all_well(screening);
	enable(screening, item);
	before = find_outcome(screening);
	choose(screening, item, option);
	after = find_outcome(screening);
	if (after.tier == TIER_NONE || after.tier > before.tier ||
	    after.count <= before.count)
		fail_msg("%s: %s changes nothing", question->link_id,
			 question->options[option].answer.code);
}

static void every_safety_answer_alone_changes_the_outcome(void **state)
{
	struct screening *screening = *state;
	int checked = 0;

	for (int i = 0; i < screening->paper.form.item_count; i++) {
		const struct form_item *item = &screening->paper.form.items[i];

		for (int j = 0; is_safety(item) && j < item->option_count; j++)
			if (j != harmless_option(item)) {
				check_option(screening, i, j);
				checked++;
			}
	}
	assert_true(checked >= 40);
}

static bool is_chosen(const struct screening *screening, int item, int option)
{
	return answers_is_chosen(&screening->paper.answers,
				 place_of(screening, item), option);
}

static bool has_chosen(const struct screening *screening, int item,
		       const char *code)
{
	int option = form_find_option(&screening->paper.form.items[item], code);

	return is_chosen(screening, item, option);
}

/*
 * Would choosing the option add a complaint and take none back?  In a list
 * that is not "not sure", which choosing another would clear; in a question
 * with one answer, only "no" or nothing is changed to something else.
 */
static bool is_addition(const struct screening *screening, int item, int option)
{
	const struct form_item *question = &screening->paper.form.items[item];

	if (!is_safety(question) || option == harmless_option(question) ||
	    is_chosen(screening, item, option))
		return false;
	if (question->repeats)
		return !question->options[option].is_exclusive &&
		       !has_chosen(screening, item, "not-sure") &&
		       !has_chosen(screening, item, "prefer-not");
	return answers_count(&screening->paper.answers,
			     place_of(screening, item)) == 0 ||
	       is_chosen(screening, item, harmless_option(question));
}

/* The answers as they are, to come back to. */
struct kept {
	struct answers answers;
	void *mem;
};

static void keep(struct kept *kept, const struct paper *paper)
{
	kept->answers = paper->answers;
	memcpy(kept->mem, paper->mem, paper->size);
}

static void restore(struct paper *paper, const struct kept *kept)
{
	paper->answers = kept->answers;
	memcpy(paper->mem, kept->mem, paper->size);
}

/* Add each complaint that can be added to the state; returns how many. */
static int check_additions(struct screening *screening, struct kept *kept)
{
	const struct form *form = &screening->paper.form;
	enum tier before = find_outcome(screening).tier;
	int checked = 0;

	keep(kept, &screening->paper);
	for (int i = 0; i < form->item_count; i++)
		for (int j = 0; j < form->items[i].option_count; j++) {
			if (!is_addition(screening, i, j))
				continue;
			choose(screening, i, j);
			checked++;
			if (find_outcome(screening).tier > before)
				fail_msg("%s: %s lowers the tier",
					 form->items[i].link_id,
					 form->items[i].options[j].answer.code);
			restore(&screening->paper, kept);
		}
	return checked;
}

static void one_more_complaint_never_lowers_the_tier(void **state)
{
	struct screening *screening = *state;
	struct kept kept;
	int checked = 0;

	kept.mem = arena_alloc(&screening->paper.arena, screening->paper.size);
	assert_non_null(kept.mem);
	for (int i = 0; i < STATES; i++) {
		answer_at_random(screening);
		checked += check_additions(screening, &kept);
	}
	assert_true(checked > STATES);
}

static enum tier tier_with(struct screening *screening, int item,
			   const char *code)
{
	int option = form_find_option(&screening->paper.form.items[item], code);

	answer_all_well(screening);
	enable(screening, item);
	choose(screening, item, option);
	return find_outcome(screening).tier;
}

static void not_sure_counts_as_yes(void **state)
{
	struct screening *screening = *state;
	int checked = 0;

	for (int i = 0; i < screening->paper.form.item_count; i++) {
		const struct form_item *item = &screening->paper.form.items[i];

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

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(nothing_wrong_gives_no_warning_sign),
		TEST(every_safety_answer_alone_changes_the_outcome),
		TEST(one_more_complaint_never_lowers_the_tier),
		TEST(not_sure_counts_as_yes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
