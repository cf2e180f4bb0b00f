#include "hairline/content/ini_theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/content/ini.h"
#include "hairline/core/theme.h"

#define SPACES " "
#define PART_SIZE 64

struct range {
	int least;
	int most;
};

/* Colours 0 to 15 of 256 differ from terminal to terminal. */
static const struct range colours[] = {
	[THEME_256] = {16, 255},
	[THEME_8] = {0, 7},
	[THEME_MONO] = {-1, -1},
};

static const char *const part_help[] = {
	[THEME_256] = "needs as its first part \"fg on bg\" with colours from "
		      "16 to 255, then bold or underline if wanted",
	[THEME_8] = "needs as its second part, behind |, \"fg on bg\" with "
		    "colours from 0 to 7, then bold or underline if wanted",
	[THEME_MONO] = "needs as its third part, behind |, one or more of "
		       "normal, bold, reverse and underline",
};

static const char *const styles[] = {
#define X(id, name, contrast) name,
	STYLES(X)
#undef X
};

/* Take the next word of a part; "" at its end. */
static void next_word(const char **part, char word[PART_SIZE])
{
	size_t len;

	*part += strspn(*part, SPACES);
	len = strcspn(*part, SPACES);
	snprintf(word, PART_SIZE, "%.*s", (int)len, *part);
	*part += len;
}

static bool read_colour(short *colour, enum theme_depth depth, const char *word)
{
	char *end;
	long number = strtol(word, &end, 10);

	if (end == word || *end || number < colours[depth].least ||
	    number > colours[depth].most)
		return false;
	*colour = (short)number;
	return true;
}

static bool read_colours(struct look *look, enum theme_depth depth,
			 const char **part)
{
	char fg[PART_SIZE];
	char on[PART_SIZE];
	char bg[PART_SIZE];

	next_word(part, fg);
	next_word(part, on);
	next_word(part, bg);
	return strcmp(on, "on") == 0 && read_colour(&look->fg, depth, fg) &&
	       read_colour(&look->bg, depth, bg);
}

static bool read_attribute(struct look *look, enum theme_depth depth,
			   const char *word)
{
	bool is_mono = depth == THEME_MONO;

	if (strcmp(word, "bold") == 0)
		look->is_bold = true;
	else if (strcmp(word, "underline") == 0)
		look->is_underlined = true;
	else if (strcmp(word, "reverse") == 0 && is_mono)
		look->is_reverse = true;
	else
		return strcmp(word, "normal") == 0 && is_mono;
	return true;
}

static bool read_look(struct look *look, enum theme_depth depth,
		      const char *part)
{
	char word[PART_SIZE];
	int count = 0;

	*look = (struct look){.fg = -1, .bg = -1};
	if (depth != THEME_MONO && !read_colours(look, depth, &part))
		return false;
	for (next_word(&part, word); word[0]; next_word(&part, word)) {
		if (!read_attribute(look, depth, word))
			return false;
		count++;
	}
	return depth != THEME_MONO || count > 0;
}

static bool read_style(struct theme *theme, const struct ini *ini,
		       const struct ini_entry *entry, struct err *err)
{
	enum style style = theme_find_style(entry->key);
	const char *at = entry->value;
	char part[PART_SIZE];

	if (style == STYLE_COUNT)
		return ini_refuse_unknown(ini, entry, styles, STYLE_COUNT, err);
	for (unsigned depth = 0; depth < THEME_DEPTHS; depth++) {
		size_t len = strcspn(at, "|");

		snprintf(part, sizeof(part), "%.*s", (int)len, at);
		if (len >= sizeof(part) ||
		    !read_look(&theme->looks[depth][style],
			       (enum theme_depth)depth, part))
			return ini_refuse_value(ini, entry, part_help[depth],
						err);
		at += len;
		at += *at == '|';
	}
	if (*at)
		return ini_refuse_value(ini, entry,
					"has more than three parts; remove "
					"what stands behind the third",
					err);
	return true;
}

static bool check_complete(const struct ini *ini, const char *name,
			   struct err *err)
{
	for (unsigned i = 0; i < STYLE_COUNT; i++)
		if (!ini_find(ini, name, styles[i]))
			return err_set(err, ERR_SYNTAX,
				       "%s:%u: theme [%s] lacks the style "
				       "\"%s\"; copy it from another theme",
				       ini->file->path,
				       ini_section_line(ini, name), name,
				       styles[i]);
	return true;
}

/* Read the theme that starts with the first entry of a section. */
static bool read_theme(struct theme *theme, const struct ini *ini,
		       const char *name, struct err *err)
{
	for (int i = 0; i < ini->count; i++)
		if (strcmp(ini->entries[i].section, name) == 0 &&
		    !read_style(theme, ini, &ini->entries[i], err))
			return false;
	return check_complete(ini, name, err);
}

/* Read every theme; keep the one of that name. */
static bool read_themes(struct theme *theme, const struct ini *ini,
			const char *name, struct err *err)
{
	const char *section = "";
	bool is_found = false;

	for (int i = 0; i < ini->count; i++) {
		struct theme read;

		if (strcmp(ini->entries[i].section, section) == 0)
			continue;
		section = ini->entries[i].section;
		memset(&read, 0, sizeof(read));
		if (!read_theme(&read, ini, section, err))
			return false;
		if (strcmp(section, name) != 0)
			continue;
		*theme = read;
		is_found = true;
	}
	if (!is_found)
		return err_set(err, ERR_SYNTAX,
			       "%s:1: has no theme [%s]; name another one at "
			       "[kiosk] theme in clinic.ini",
			       ini->file->path, name);
	return true;
}

bool ini_theme_read(struct theme *theme, const struct file *file,
		    const char *name, struct err *err)
{
	struct arena arena;
	struct ini ini;
	bool ok;

	arena_init(&arena);
	ok = ini_read(&ini, &arena, file, err) &&
	     read_themes(theme, &ini, name, err);
	arena_release(&arena);
	return ok;
}
