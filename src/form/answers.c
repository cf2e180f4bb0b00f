#include "hairline/form/answers.h"

#include <string.h>

#include "hairline/form/enable.h"

static uint64_t bit(int option)
{
	return (uint64_t)1 << option;
}

static bool is_item(const struct answers *answers, int item)
{
	return item >= 0 && item < answers->form->item_count;
}

static bool is_option(const struct answers *answers, int item, int option)
{
	return is_item(answers, item) && option >= 0 &&
	       option < answers->form->items[item].option_count;
}

static uint64_t exclusive_bits(const struct form_item *item)
{
	uint64_t bits = 0;

	for (int i = 0; i < item->option_count; i++)
		if (item->options[i].is_exclusive)
			bits |= bit(i);
	return bits;
}

size_t answers_size(const struct form *form)
{
	return (size_t)form->item_count * sizeof(struct answer);
}

void answers_init(struct answers *answers, const struct form *form, void *mem)
{
	answers->form = form;
	answers->at = mem;
	memset(mem, 0, answers_size(form));
	enable_update(answers);
}

void answers_choose(struct answers *answers, int item, int option)
{
	const struct form_item *question;
	uint64_t *chosen;

	if (!is_option(answers, item, option))
		return;
	question = &answers->form->items[item];
	chosen = &answers->at[item].chosen;
	if (!question->repeats || question->options[option].is_exclusive)
		*chosen = 0;
	*chosen &= ~exclusive_bits(question);
	*chosen |= bit(option);
	enable_update(answers);
}

void answers_clear(struct answers *answers, int item, int option)
{
	if (!answers_is_chosen(answers, item, option))
		return;
	answers->at[item].chosen &= ~bit(option);
	enable_update(answers);
}

bool answers_is_chosen(const struct answers *answers, int item, int option)
{
	return is_option(answers, item, option) &&
	       (answers->at[item].chosen & bit(option)) != 0;
}

bool answers_has(const struct answers *answers, int item)
{
	return answers_is_enabled(answers, item) &&
	       answers->at[item].chosen != 0;
}

bool answers_counts(const struct answers *answers, int item, int option)
{
	return answers_is_enabled(answers, item) &&
	       answers_is_chosen(answers, item, option);
}

bool answers_is_enabled(const struct answers *answers, int item)
{
	return is_item(answers, item) && answers->at[item].is_enabled;
}

bool answers_is_empty(const struct answers *answers)
{
	for (int i = 0; i < answers->form->item_count; i++)
		if (answers->at[i].chosen)
			return false;
	return true;
}
