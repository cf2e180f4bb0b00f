#include "hairline/content/ini.h"

#include <ini.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/suggest.h"
#include "hairline/base/utf8.h"

#define NAME_MAX_LEN 63
#define SPACES " \t"

/* What inih is reading; it neither counts lines nor tells a line that goes on
 * from a key given twice. */
struct reading {
	struct ini *ini;
	struct arena *arena;
	struct err *err;
	const char *next;       /* first byte of the next line */
	unsigned line;          /* number of the current one */
	bool is_indented;       /* the current one */
	struct ini_entry *open; /* the entry an indented line adds to */
};

static size_t line_length(const char *line)
{
	return strcspn(line, "\n");
}

/* Does inih see a comment behind text in this line? */
static bool has_late_comment(const char *line, size_t len)
{
	for (size_t i = 1; i < len; i++)
		if (line[i] == ';' && strchr(SPACES, line[i - 1]))
			return true;
	return false;
}

static bool is_comment(char first)
{
	return first == ';' || first == '#';
}

static bool check_line(const struct file *file, unsigned number,
		       const char *line, struct err *err)
{
	size_t len = line_length(line);
	size_t indent = strspn(line, SPACES);

	if (len > INI_LINE_MAX)
		return err_set(err, ERR_LIMIT,
			       "%s:%u: the line has %zu bytes, at most %d fit; "
			       "go on in a new line that starts with a space",
			       file->path, number, len, INI_LINE_MAX);
	if (is_comment(line[0]))
		return true;
	if (is_comment(line[indent]))
		return err_set(err, ERR_SYNTAX,
			       "%s:%u: a comment must start at the left edge; "
			       "remove the spaces before it",
			       file->path, number);
	if (has_late_comment(line, len))
		return err_set(err, ERR_SYNTAX,
			       "%s:%u: the text behind \" ;\" would be lost; "
			       "write a comma, or a comment in its own line",
			       file->path, number);
	return true;
}

static bool check_lines(const struct file *file, struct err *err)
{
	const char *line = file->text;

	for (unsigned number = 1; *line; number++) {
		if (number > INI_LINES_MAX)
			return err_set(err, ERR_LIMIT,
				       "%s:%u: more than %d lines; shorten it",
				       file->path, number, INI_LINES_MAX);
		if (!check_line(file, number, line, err))
			return false;
		line += line_length(line);
		line += *line == '\n';
	}
	return true;
}

/* Give inih its next line, as fgets() would. */
static char *next_line(char *out, int size, void *stream)
{
	struct reading *reading = stream;
	const char *line = reading->next;
	size_t len = line_length(line);

	if (*line == '\0' || len + 1 >= (size_t)size)
		return NULL;
	memcpy(out, line, len);
	out[len] = '\0';
	reading->line++;
	reading->is_indented = strspn(line, SPACES) > 0;
	if (*line == '[')
		reading->open = NULL;
	reading->next = line + len + (line[len] == '\n');
	return out;
}

static bool no_memory(const struct reading *reading)
{
	return err_set(reading->err, ERR_MEMORY, "%s: no memory to read it",
		       reading->ini->file->path);
}

static bool check_value(const struct reading *reading, const char *value)
{
	while (*value) {
		unsigned code_point = utf8_next(&value);

		if (!utf8_is_printable(code_point))
			return err_set(reading->err, ERR_SYNTAX,
				       "%s:%u: the character U+%04X cannot be "
				       "shown; remove it",
				       reading->ini->file->path, reading->line,
				       code_point);
	}
	return true;
}

static bool go_on(struct reading *reading, const char *value)
{
	struct ini_entry *entry = reading->open;
	size_t size = strlen(entry->value) + strlen(value) + 2;
	char *joined = arena_alloc(reading->arena, size);
	struct buf buf;

	if (!joined)
		return no_memory(reading);
	buf_init(&buf, joined, size);
	buf_add(&buf, entry->value);
	if (buf.len > 0)
		buf_add(&buf, " ");
	buf_add(&buf, value);
	entry->value = joined;
	return true;
}

static bool add_entry(struct reading *reading, const char *section,
		      const char *key, const char *value)
{
	struct ini *ini = reading->ini;
	const struct ini_entry *first = ini_find(ini, section, key);
	struct ini_entry *entry = &ini->entries[ini->count];

	if (first)
		return err_set(reading->err, ERR_SYNTAX,
			       "%s:%u: \"%s\" is given twice in [%s], first in "
			       "line %u; keep one",
			       ini->file->path, reading->line, key, section,
			       first->line);
	entry->section = arena_dup(reading->arena, section);
	entry->key = arena_dup(reading->arena, key);
	entry->value = arena_dup(reading->arena, value);
	entry->line = reading->line;
	if (!entry->section || !entry->key || !entry->value)
		return no_memory(reading);
	ini->count++;
	reading->open = entry;
	return true;
}

/* Called by inih for a key and for each line that goes on with its value. */
static int take(void *user, const char *section, const char *key,
		const char *value)
{
	struct reading *reading = user;
	const struct ini_entry *open = reading->open;

	if (reading->err->code != ERR_NONE || !check_value(reading, value))
		return 0;
	if (open && reading->is_indented && strcmp(open->key, key) == 0)
		return go_on(reading, value);
	return add_entry(reading, section, key, value);
}

bool ini_read(struct ini *ini, struct arena *arena, const struct file *file,
	      struct err *err)
{
	struct reading reading = {
		.ini = ini, .arena = arena, .err = err, .next = file->text};
	int bad_line;

	err_clear(err);
	ini->file = file;
	ini->count = 0;
	if (!check_lines(file, err))
		return false;
	ini->entries = arena_array(arena, file_line(file, file->size),
				   sizeof(*ini->entries));
	if (!ini->entries)
		return no_memory(&reading);
	bad_line = ini_parse_stream(next_line, &reading, take, &reading);
	if (err->code != ERR_NONE)
		return false;
	if (bad_line != 0)
		return err_set(err, ERR_SYNTAX,
			       "%s:%d: neither [section] nor \"key = value\"; "
			       "a text that goes on must start with a space",
			       file->path, bad_line);
	return true;
}

const struct ini_entry *ini_find(const struct ini *ini, const char *section,
				 const char *key)
{
	for (int i = 0; i < ini->count; i++)
		if (strcmp(ini->entries[i].section, section) == 0 &&
		    strcmp(ini->entries[i].key, key) == 0)
			return &ini->entries[i];
	return NULL;
}

unsigned ini_section_line(const struct ini *ini, const char *section)
{
	for (int i = 0; i < ini->count; i++)
		if (strcmp(ini->entries[i].section, section) == 0)
			return ini->entries[i].line;
	return 1;
}

bool ini_refuse_unknown(const struct ini *ini, const struct ini_entry *entry,
			const char *const *known, int known_count,
			struct err *err)
{
	bool has_sections = known_count > 0 && strchr(known[0], '.');
	char name[2 * NAME_MAX_LEN];
	const char *nearest;

	if (has_sections)
		snprintf(name, sizeof(name), "%s.%s", entry->section,
			 entry->key);
	else
		snprintf(name, sizeof(name), "%s", entry->key);
	nearest = suggest_word(name, known, known_count);
	if (!nearest)
		return err_set(err, ERR_SYNTAX,
			       "%s:%u: unknown key \"%s\" in [%s]; remove it",
			       ini->file->path, entry->line, entry->key,
			       entry->section);
	return err_set(err, ERR_SYNTAX,
		       "%s:%u: unknown key \"%s\"; did you mean \"%s\"?",
		       ini->file->path, entry->line, name, nearest);
}

bool ini_refuse_value(const struct ini *ini, const struct ini_entry *entry,
		      const char *why, struct err *err)
{
	return err_set(err, ERR_SYNTAX, "%s:%u: \"%s\" in [%s] %s",
		       ini->file->path, entry->line, entry->key, entry->section,
		       why);
}
