#include "hairline/core/text.h"

#include <string.h>

#define NAME_CHARS "abcdefghijklmnopqrstuvwxyz0123456789_"

static const char *const keys[] = {[TEXT_NONE] = "",
#define X(id, key) [id] = key,
				   TEXT_IDS(X)
#undef X
};

/* What stands for the name, or NULL. */
static const char *find_value(const struct text_value *values, const char *name,
			      size_t len)
{
	for (; values->name; values++)
		if (strlen(values->name) == len &&
		    memcmp(values->name, name, len) == 0)
			return values->value;
	return NULL;
}

const char *text_key(enum text_id id)
{
	return keys[id];
}

enum text_id text_find(const char *key)
{
	unsigned id = TEXT_NONE + 1;

	while (id < TEXT_COUNT && strcmp(keys[id], key) != 0)
		id++;
	return (enum text_id)id;
}

const char *text_place(const char *text, size_t *len)
{
	const char *open = strchr(text, '{');

	while (open) {
		*len = strspn(open + 1, NAME_CHARS);
		if (*len > 0 && open[1 + *len] == '}')
			return open;
		open = strchr(open + 1, '{');
	}
	return NULL;
}

void text_fill(struct buf *buf, const char *template,
	       const struct text_value *values)
{
	size_t len;
	const char *place = text_place(template, &len);

	for (; place; place = text_place(template, &len)) {
		const char *value = find_value(values, place + 1, len);

		buf_add_bytes(buf, template, (size_t)(place - template));
		if (value)
			buf_add(buf, value);
		else
			buf_add_bytes(buf, place, len + 2);
		template = place + len + 2;
	}
	buf_add(buf, template);
}
