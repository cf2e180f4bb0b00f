#include "hairline/form/form.h"

#include <string.h>

int form_find(const struct form *form, const char *link_id)
{
	for (int i = 0; i < form->item_count; i++)
		if (strcmp(form->items[i].link_id, link_id) == 0)
			return i;
	return FORM_NONE;
}

const char *form_code(const struct form_item *item, const char *system)
{
	for (int i = 0; i < item->code_count; i++)
		if (strcmp(item->codes[i].system, system) == 0)
			return item->codes[i].code;
	return NULL;
}

bool form_has_code(const struct form_item *item, const char *system,
		   const char *code)
{
	for (int i = 0; i < item->code_count; i++)
		if (strcmp(item->codes[i].system, system) == 0 &&
		    strcmp(item->codes[i].code, code) == 0)
			return true;
	return false;
}

int form_find_option(const struct form_item *item, const char *code)
{
	for (int i = 0; i < item->option_count; i++)
		if (strcmp(item->options[i].coding.code, code) == 0)
			return i;
	return FORM_NONE;
}

int form_section(const struct form *form, int item)
{
	if (item < 0 || item >= form->item_count)
		return FORM_NONE;
	while (form->items[item].parent != FORM_NONE)
		item = form->items[item].parent;
	return form->items[item].type == FORM_GROUP ? item : FORM_NONE;
}
