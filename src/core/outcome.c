#include "hairline/core/outcome.h"

#include <string.h>

#include "hairline/form/enable.h"

static const char *const tier_codes[TIER_COUNT] = {
#define X(id, code) [id] = code,
	TIERS(X)
#undef X
};

static enum tier advice_tier(const struct form_item *item)
{
	const char *code = form_code(item, CODE_ADVICE);

	return item->type == FORM_GROUP && code ? tier_find(code) : TIER_COUNT;
}

static int find_coded(const struct form *form, const char *system,
		      const char *code)
{
	for (int i = 0; i < form->item_count; i++)
		if (form_has_code(&form->items[i], system, code))
			return i;
	return FORM_NONE;
}

/* The first display of an advice that applies now. */
static int find_detail(const struct answers *answers, int advice)
{
	const struct form_item *items = answers->form->items;

	for (int i = advice + 1; i < items[advice].end; i++)
		if (items[i].type == FORM_DISPLAY && !items[i].is_help &&
		    answers_is_enabled(answers, answers_place(answers, i)))
			return i;
	return FORM_NONE;
}

static struct place find_cause(const struct answers *answers, int advice)
{
	const struct form_item *item = &answers->form->items[advice];
	struct place place = answers_place(answers, advice);
	struct place cause = {ANSWERS_NONE, FORM_NONE};

	for (int i = 0; i < item->condition_count; i++) {
		const struct form_condition *condition = &item->conditions[i];
		struct place target = enable_target(answers, place, condition);

		if (answers_is_place(target) &&
		    answers_is_enabled(answers, target) &&
		    enable_is_met(answers, place, condition) &&
		    (!answers_is_place(cause) || target.item < cause.item))
			cause = target;
	}
	return cause;
}

static void add_reason(struct outcome *outcome, const struct answers *answers,
		       enum tier tier, int advice)
{
	const struct form_item *item = &answers->form->items[advice];

	if (tier < outcome->tier)
		outcome->tier = tier;
	if (tier < outcome->saved && !form_has_code(item, CODE_KEEP, "never"))
		outcome->saved = tier;
	if (outcome->count == OUTCOME_REASONS_MAX)
		return;
	outcome->reasons[outcome->count++] = (struct reason){
		.tier = tier,
		.advice = advice,
		.detail = find_detail(answers, advice),
		.cause = find_cause(answers, advice),
	};
}

/* A tier at a time, so that the worst come first and none of them is lost. */
void outcome_find(struct outcome *outcome, const struct answers *answers)
{
	const struct form *form = answers->form;
	int section = find_coded(form, CODE_SECTION, "outcome");

	memset(outcome, 0, sizeof(*outcome));
	outcome->tier = TIER_NONE;
	outcome->saved = TIER_NONE;
	if (section == FORM_NONE)
		return;
	outcome->has_advice = true;
	for (enum tier tier = 0; tier < TIER_NONE; tier++)
		for (int i = section + 1; i < form->items[section].end; i++)
			if (advice_tier(&form->items[i]) == tier &&
			    answers_is_enabled(answers,
					       answers_place(answers, i)))
				add_reason(outcome, answers, tier, i);
}

const char *tier_code(enum tier tier)
{
	return tier < TIER_COUNT ? tier_codes[tier] : "";
}

enum tier tier_find(const char *code)
{
	enum tier tier = 0;

	while (tier < TIER_COUNT && strcmp(tier_codes[tier], code) != 0)
		tier++;
	return tier;
}

enum adult outcome_adult(const struct answers *answers)
{
	const struct form *form = answers->form;
	int item = find_coded(form, CODE_ROLE, "adult");
	struct place place;
	int yes;

	if (item == FORM_NONE)
		return ADULT_UNKNOWN;
	place = answers_place(answers, item);
	if (!answers_is_place(place) || !answers_has(answers, place))
		return ADULT_UNKNOWN;
	if (form->items[item].type == FORM_BOOLEAN)
		return answers_first(answers, place)->answer.is_true ? ADULT_YES
								     : ADULT_NO;
	yes = form_find_option(&form->items[item], "yes");
	return answers_counts(answers, place, yes) ? ADULT_YES : ADULT_NO;
}
