#include "hairline/form/flow.h"

#include "hairline/form/answers.h"

static bool is_asked(const struct answers *answers, int item)
{
	const struct form_item *question = &answers->form->items[item];

	return question->type == FORM_CHOICE && !question->is_hidden &&
	       answers_is_enabled(answers, item);
}

int flow_next(const struct answers *answers, int item)
{
	for (int i = item < 0 ? 0 : item + 1; i < answers->form->item_count;
	     i++)
		if (is_asked(answers, i))
			return i;
	return FORM_NONE;
}

int flow_previous(const struct answers *answers, int item)
{
	int count = answers->form->item_count;

	for (int i = item < 0 || item > count ? count - 1 : item - 1; i >= 0;
	     i--)
		if (is_asked(answers, i))
			return i;
	return FORM_NONE;
}

int flow_first_missing(const struct answers *answers)
{
	int item = flow_next(answers, FORM_NONE);

	while (item != FORM_NONE && flow_may_leave(answers, item))
		item = flow_next(answers, item);
	return item;
}

int flow_count(const struct answers *answers)
{
	return flow_position(answers, answers->form->item_count);
}

int flow_position(const struct answers *answers, int item)
{
	int count = 0;

	for (int i = 0; i < item && i < answers->form->item_count; i++)
		if (is_asked(answers, i))
			count++;
	return count;
}

bool flow_may_leave(const struct answers *answers, int item)
{
	if (item < 0 || item >= answers->form->item_count)
		return true;
	return !answers->form->items[item].is_required ||
	       answers_has(answers, item);
}
