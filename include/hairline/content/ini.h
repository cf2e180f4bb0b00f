/*
 * ini - an .ini file as a list of entries, read with inih.
 *
 *   [section]
 *   key = value
 *     which goes on in lines that start with a space
 *
 * A key given twice, a line too long for the reader (INI_LINE_MAX bytes), a
 * character that cannot be shown and a value that a " ;" would cut short are
 * errors with file and line.  Comments start with ; or # at the left edge.
 */
#ifndef HAIRLINE_CONTENT_INI_H
#define HAIRLINE_CONTENT_INI_H

#include "hairline/content/file.h"

#define INI_LINE_MAX 190
#define INI_LINES_MAX 4096

struct ini_entry {
	const char *section;
	const char *key;
	const char *value; /* its lines joined by one space */
	unsigned line;     /* from 1 */
};

struct ini {
	const struct file *file;
	struct ini_entry *entries;
	int count;
};

/* The strings live in the arena. */
bool ini_read(struct ini *ini, struct arena *arena, const struct file *file,
	      struct err *err);

/* The entry of a key, or NULL. */
const struct ini_entry *ini_find(const struct ini *ini, const char *section,
				 const char *key);

/* The line a section's first entry stands in; 1 when it has none. */
unsigned ini_section_line(const struct ini *ini, const char *section);

/*
 * Refuse an entry that nobody knows, naming the nearest of the known ones
 * ("section.key" or "key").  Always returns false.
 */
bool ini_refuse_unknown(const struct ini *ini, const struct ini_entry *entry,
			const char *const *known, int known_count,
			struct err *err);

/* Refuse the value of an entry; why ends the sentence.  Returns false. */
bool ini_refuse_value(const struct ini *ini, const struct ini_entry *entry,
		      const char *why, struct err *err);

#endif
