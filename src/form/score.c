#include "hairline/form/score.h"

#include <string.h>

#include "hairline/form/change.h"
#include "hairline/form/decimal.h"

struct sum {
	int64_t millionths;
	bool has_any;
};

/* A number typed where a text is asked for is no number. */
static bool is_number(const struct answer *answer)
{
	return answer->kind == ANSWER_INTEGER ||
	       answer->kind == ANSWER_DECIMAL ||
	       answer->kind == ANSWER_QUANTITY;
}

static void add_given(struct sum *sum, const struct form_item *item,
		      const struct given *given)
{
	const struct form_option *option;
	int64_t value;

	if (given->option != FORM_NONE) {
		option = &item->options[given->option];
		sum->has_any |= option->has_weight;
		sum->millionths += option->weight;
	} else if (is_number(&given->answer) &&
		   decimal_scaled(given->answer.text, &value)) {
		sum->has_any = true;
		sum->millionths += value;
	}
}

static void add_place(struct sum *sum, const struct answers *answers,
		      struct place place)
{
	const struct given *given = answers_first(answers, place);

	if (!answers_is_enabled(answers, place))
		return;
	for (; given; given = answers_next(answers, given))
		add_given(sum, answers_item(answers, place), given);
}

static struct sum sum_up(const struct answers *answers,
			 const struct form_score *score)
{
	struct sum sum = {0, false};

	for (int i = 0; i < score->term_count; i++) {
		int item = score->terms[i];
		int frame =
			answers_live(answers, answers->form->items[item].scope);

		for (; frame != ANSWERS_NONE;
		     frame = answers->frames[frame].older)
			add_place(&sum, answers, (struct place){frame, item});
	}
	return sum;
}

static void set(struct answers *answers, struct place place, const char *digits)
{
	struct answer answer =
		answer_of(form_kind(answers_item(answers, place)));

	answer.text = digits;
	if (answers_set(answers, place, &answer))
		answers->givens[answers_cell(answers, place)->given]
			.is_from_form = true;
}

static bool is_same(const struct sum *sum, const struct given *given,
		    const char *digits)
{
	if (!sum->has_any || !given)
		return !sum->has_any && !given;
	return strcmp(given->answer.text, digits) == 0;
}

bool score_update(struct answers *answers, struct place place)
{
	const struct form_item *item = answers_item(answers, place);
	const struct given *given = answers_first(answers, place);
	struct sum sum = sum_up(answers, item->score);
	bool was_loading = answers->is_loading;
	char digits[DECIMAL_SHOWN_SIZE];

	decimal_show(digits, sum.millionths);
	if (is_same(&sum, given, digits))
		return false;
	answers->is_loading = true;
	if (sum.has_any)
		set(answers, place, digits);
	else
		answers_remove_all(answers, place);
	answers->is_loading = was_loading;
	return true;
}
