/*
 * screening - the words of the sample clinic's own questionnaire, and the way
 * through it.
 */
#include "unit/screening_helper.h"

#include "hairline/base/utf8.h"
#include "hairline/form/flow.h"

#define FOLDED_SIZE 8192

static bool is_code(const struct form_item *item, int option, const char *code)
{
	return strcmp(item->options[option].answer.code, code) == 0;
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
	const struct form *form = &screening->paper.form;

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
	const struct answers *answers = &screening->paper.answers;
	const struct step nowhere = {STEP_NONE, {ANSWERS_NONE, FORM_NONE}};
	struct step last = nowhere;
	struct step step = flow_next(answers, nowhere);
	int steps = 0;

	for (; step.kind != STEP_NONE; step = flow_next(answers, step)) {
		assert_int_equal(step.kind, STEP_QUESTION);
		assert_true(step.place.item > last.place.item);
		assert_true(answers_is_enabled(answers, step.place));
		assert_true(flow_is_same(flow_previous(answers, step), last));
		assert_int_equal(flow_position(answers, step), steps);
		last = step;
		steps++;
	}
	assert_true(flow_is_same(flow_previous(answers, nowhere), last));
	for (int i = 0; i < screening->paper.form.item_count; i++)
		if (screening->paper.form.items[i].type == FORM_CHOICE &&
		    answers_is_enabled(answers, place_of(screening, i)))
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

static int first_question(const struct screening *screening)
{
	const struct step nowhere = {STEP_NONE, {ANSWERS_NONE, FORM_NONE}};

	return flow_next(&screening->paper.answers, nowhere).place.item;
}

static void a_minor_is_asked_nothing_more(void **state)
{
	struct screening *screening = *state;
	int adult = adult_question(&screening->paper.form);
	const struct form_item *item = &screening->paper.form.items[adult];

	for (int i = 0; i < item->option_count; i++) {
		if (is_code(item, i, "yes"))
			continue;
		answer_all_well(screening);
		assert_int_equal(outcome_adult(&screening->paper.answers),
				 ADULT_YES);
		choose(screening, adult, i);
		assert_int_equal(outcome_adult(&screening->paper.answers),
				 ADULT_NO);
		assert_int_equal(flow_count(&screening->paper.answers), 1);
		assert_int_equal(first_question(screening), adult);
		assert_true(find_outcome(screening).tier < TIER_NONE);
	}
}

static void without_an_age_nothing_else_is_asked(void **state)
{
	struct screening *screening = *state;

	assert_int_equal(flow_count(&screening->paper.answers), 1);
	assert_int_equal(outcome_adult(&screening->paper.answers),
			 ADULT_UNKNOWN);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_forbidden_word_would_be_seen),
		TEST(no_text_promises_or_diagnoses),
		TEST(every_walk_ends_and_leads_back_the_same_way),
		TEST(a_minor_is_asked_nothing_more),
		TEST(without_an_age_nothing_else_is_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
