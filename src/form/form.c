#include "hairline/form/form.h"

#include <string.h>

static const char *const type_names[FORM_TYPE_COUNT] = {
#define X(id, name, kind) [id] = name,
	FORM_TYPES(X)
#undef X
};

static const enum answer_kind kinds[FORM_TYPE_COUNT] = {
#define X(id, name, kind) [id] = kind,
	FORM_TYPES(X)
#undef X
};

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
		if (strcmp(item->options[i].answer.code, code) == 0)
			return i;
	return FORM_NONE;
}

int form_match_option(const struct form_item *item, const struct answer *answer)
{
	for (int i = 0; i < item->option_count; i++)
		if (answer_compare(&item->options[i].answer, answer) ==
		    RELATION_EQUAL)
			return i;
	return FORM_NONE;
}

bool form_is_question(const struct form_item *item)
{
	return item->type != FORM_GROUP && item->type != FORM_DISPLAY;
}

bool form_is_answerable(const struct form_item *item)
{
	return form_is_question(item) && item->type != FORM_ATTACHMENT &&
	       item->type != FORM_REFERENCE &&
	       (!item->has_options || item->option_count > 0 || item->is_open);
}

enum answer_kind form_kind(const struct form_item *item)
{
	return item->is_open ? ANSWER_STRING : kinds[item->type];
}

const char *form_type_name(enum form_type type)
{
	return type_names[type];
}
