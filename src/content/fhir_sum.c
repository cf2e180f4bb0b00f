#include "hairline/content/fhir_sum.h"

#include "hairline/form/form.h"

#define SUM_MOST (INT64_MAX / 4) /* far from overflowing */

bool fhir_sum_is_single(const struct form *form, int item)
{
	for (item = form->items[item].parent; item != FORM_NONE;
	     item = form->items[item].parent)
		if (form->items[item].repeats)
			return false;
	return true;
}

static int64_t smaller(int64_t a, int64_t b)
{
	return a < b ? a : b;
}

static int64_t larger(int64_t a, int64_t b)
{
	return a > b ? a : b;
}

/* Widen the bounds by what one question can add; unanswered it adds nothing. */
static bool add_term(const struct form *form, int term, int64_t *least,
		     int64_t *most)
{
	const struct form_item *item = &form->items[term];
	int64_t low = 0;
	int64_t high = 0;

	if (item->score || item->is_open || !item->option_count ||
	    !fhir_sum_is_single(form, term))
		return false;
	for (int i = 0; i < item->option_count; i++) {
		int64_t weight = item->options[i].has_weight
					 ? item->options[i].weight
					 : 0;

		if (weight < -SUM_MOST || weight > SUM_MOST ||
		    low < -SUM_MOST || high > SUM_MOST)
			return false;
		low = item->repeats ? low + smaller(weight, 0)
				    : smaller(low, weight);
		high = item->repeats ? high + larger(weight, 0)
				     : larger(high, weight);
	}
	*least += low;
	*most += high;
	return *least >= -SUM_MOST && *most <= SUM_MOST;
}

bool fhir_sum_bounds(const struct form *form, int item, int64_t *least,
		     int64_t *most)
{
	const struct form_score *score = form->items[item].score;

	*least = 0;
	*most = 0;
	for (int i = 0; i < score->term_count; i++)
		if (!add_term(form, score->terms[i], least, most))
			return false;
	return true;
}
