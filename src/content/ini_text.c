#include "hairline/content/ini_text.h"

#include <stdio.h>
#include <string.h>

#include "hairline/content/ini.h"
#include "hairline/core/text.h"

static const char *const known[] = {
#define X(id, key) key,
	TEXT_IDS(X)
#undef X
};

static bool set_text(struct text *text, const struct ini *ini,
		     const struct ini_entry *entry, struct err *err)
{
	char key[128];
	enum text_id id;

	snprintf(key, sizeof(key), "%s.%s", entry->section, entry->key);
	id = text_find(key);
	if (id == TEXT_COUNT)
		return ini_refuse_unknown(
			ini, entry, known,
			(int)(sizeof(known) / sizeof(known[0])), err);
	if (entry->value[0] == '\0')
		return ini_refuse_value(ini, entry, "is empty; fill it in",
					err);
	text->at[id] = entry->value;
	return true;
}

/* Say where the first missing key belongs. */
static bool refuse_missing(const struct ini *ini, enum text_id id,
			   struct err *err)
{
	const char *key = text_key(id);
	int section_len = (int)strcspn(key, ".");
	const char *name = key + section_len + 1;
	char section[64];

	snprintf(section, sizeof(section), "%.*s", section_len, key);
	return err_set(err, ERR_SYNTAX,
		       "%s:%u: [%s] lacks \"%s\"; add a line \"%s = ...\"",
		       ini->file->path, ini_section_line(ini, section), section,
		       name, name);
}

bool ini_text_read(struct text *text, struct arena *arena,
		   const struct file *file, struct err *err)
{
	struct ini ini;

	memset(text, 0, sizeof(*text));
	if (!ini_read(&ini, arena, file, err))
		return false;
	for (int i = 0; i < ini.count; i++)
		if (!set_text(text, &ini, &ini.entries[i], err))
			return false;
	text->at[TEXT_NONE] = "";
	for (unsigned id = 0; id < TEXT_COUNT; id++)
		if (!text->at[id])
			return refuse_missing(&ini, (enum text_id)id, err);
	return true;
}
