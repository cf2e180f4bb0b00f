#include "hairline/content/ini_clinic.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "hairline/content/ini.h"
#include "hairline/core/clinic.h"

#define LANGUAGE_MIN 2
#define LANGUAGE_MAX 35 /* RFC 5646, 4.4.1 */
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
#define LANGUAGE_CHARS LETTERS "0123456789-"
#define LINK_START "https://"
#define LINK_PLACE "{ref}"

struct word {
	const char *section;
	const char *key;
	const char *fallback;
	size_t at; /* of its form_text in struct clinic */
};

struct number {
	const char *section;
	const char *key;
	int fallback;
	int least;
	int most;
	size_t at;
};

static const struct word words[] = {
#define X(member, section, key, fallback) \
	{section, key, fallback, offsetof(struct clinic, member)},
	CLINIC_WORDS(X)
#undef X
};

static const struct number numbers[] = {
#define X(member, section, key, fallback, least, most) \
	{section, key, fallback, least, most, offsetof(struct clinic, member)},
	CLINIC_NUMBERS(X)
#undef X
};

static const char *const known[] = {
#define X(member, section, key, ...) section "." key,
	CLINIC_WORDS(X) CLINIC_NUMBERS(X)
#undef X
		"kiosk.languages",
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct reader {
	struct clinic *clinic;
	struct arena *arena;
	struct ini ini;
	struct err *err;
};

static struct form_text *word_of(struct clinic *clinic, const struct word *word)
{
	return (struct form_text *)((char *)clinic + word->at);
}

static bool refuse(const struct reader *reader, const struct ini_entry *entry,
		   const char *why)
{
	return ini_refuse_value(&reader->ini, entry, why, reader->err);
}

static bool lacks(const struct reader *reader, const char *section,
		  const char *key)
{
	return err_set(reader->err, ERR_SYNTAX,
		       "%s:%u: [%s] lacks \"%s\"; add a line \"%s = ...\"",
		       reader->ini.file->path,
		       ini_section_line(&reader->ini, section), section, key,
		       key);
}

static int find_language(const struct clinic *clinic, const char *language)
{
	for (int i = 0; i < clinic->language_count; i++)
		if (strcasecmp(clinic->languages[i], language) == 0)
			return i;
	return -1;
}

/* A language names a folder too, so nothing else may get in here. */
static bool add_language(struct reader *reader, const struct ini_entry *entry,
			 const char *tag, size_t len)
{
	struct clinic *clinic = reader->clinic;
	char *language = arena_copy(reader->arena, tag, len);

	if (!language)
		return err_set(reader->err, ERR_MEMORY, "%s: no memory",
			       reader->ini.file->path);
	if (len < LANGUAGE_MIN || len > LANGUAGE_MAX ||
	    strspn(language, LETTERS) < LANGUAGE_MIN ||
	    strspn(language, LANGUAGE_CHARS) != len)
		return refuse(reader, entry,
			      "must hold language tags such as \"en\", \"es\" "
			      "or \"pt-BR\" with spaces between");
	if (find_language(clinic, language) >= 0)
		return refuse(reader, entry,
			      "names a language twice; keep one");
	if (clinic->language_count == FORM_LANGUAGES_MAX)
		return refuse(reader, entry,
			      "names more than 8 languages; remove some");
	clinic->languages[clinic->language_count++] = language;
	return true;
}

static bool read_languages(struct reader *reader)
{
	const struct ini_entry *entry =
		ini_find(&reader->ini, "kiosk", "languages");
	const char *tag;

	if (!entry)
		return lacks(reader, "kiosk", "languages");
	tag = entry->value;
	while (*tag) {
		size_t len = strcspn(tag, " ");

		if (!add_language(reader, entry, tag, len))
			return false;
		tag += len;
		tag += strspn(tag, " ");
	}
	if (reader->clinic->language_count == 0)
		return refuse(reader, entry, "is empty; write \"en\"");
	return true;
}

/* Is the entry this key, or its variant in a language ("price.es")? */
static bool is_word(const struct ini_entry *entry, const struct word *word)
{
	size_t len = strlen(word->key);

	return strcmp(entry->section, word->section) == 0 &&
	       strncmp(entry->key, word->key, len) == 0 &&
	       (entry->key[len] == '\0' || entry->key[len] == '.');
}

static const struct word *find_word(const struct ini_entry *entry)
{
	for (size_t i = 0; i < COUNT(words); i++)
		if (is_word(entry, &words[i]))
			return &words[i];
	return NULL;
}

static bool is_number(const struct ini_entry *entry)
{
	for (size_t i = 0; i < COUNT(numbers); i++)
		if (strcmp(entry->section, numbers[i].section) == 0 &&
		    strcmp(entry->key, numbers[i].key) == 0)
			return true;
	return strcmp(entry->section, "kiosk") == 0 &&
	       strcmp(entry->key, "languages") == 0;
}

static int count_braces(const char *text)
{
	int count = 0;

	for (; *text; text++)
		count += *text == '{' || *text == '}';
	return count;
}

/* What passes fits a booking code too: a line is shorter than its limit. */
static bool check_link(const struct reader *reader,
		       const struct ini_entry *entry, bool has_place)
{
	const char *place = strstr(entry->value, LINK_PLACE);

	if (strncasecmp(entry->value, LINK_START, strlen(LINK_START)) != 0)
		return refuse(reader, entry, "must start with https://");
	for (const char *c = entry->value; *c; c++)
		if (*c <= ' ' || *c > '~')
			return refuse(reader, entry,
				      "may only hold A-Z, 0-9 and ASCII signs, "
				      "no spaces");
	if (has_place && (!place || strstr(place + 1, LINK_PLACE)))
		return refuse(reader, entry,
			      "must hold {ref} exactly once, where the "
			      "visitor's code goes");
	if (count_braces(entry->value) != (has_place ? 2 : 0))
		return refuse(reader, entry,
			      has_place ? "may not hold { or } but in {ref}"
					: "may not hold { or }");
	return true;
}

static bool check_word(const struct reader *reader, const struct word *word,
		       const struct ini_entry *entry)
{
	if (entry->value[0] == '\0' && (!word->fallback || word->fallback[0]))
		return refuse(reader, entry, "is empty; fill it in");
	if (word->at == offsetof(struct clinic, booking_link))
		return check_link(reader, entry, false);
	if (word->at == offsetof(struct clinic, booking_template))
		return check_link(reader, entry, true);
	if (strchr(entry->value, '{'))
		return refuse(reader, entry,
			      "may not hold {; nothing is filled in here");
	return true;
}

static bool set_word(struct reader *reader, const struct word *word,
		     const struct ini_entry *entry)
{
	const char *dot = strchr(entry->key, '.');
	struct form_text *text = word_of(reader->clinic, word);
	int language = dot ? find_language(reader->clinic, dot + 1) : 0;

	if (language < 0)
		return refuse(reader, entry,
			      "is for a language that [kiosk] languages does "
			      "not name; add it there or remove this line");
	if (!check_word(reader, word, entry))
		return false;
	if (dot)
		text->in[language] = entry->value;
	return true;
}

/* The variants first; read_words() then fills what they leave open. */
static bool read_entries(struct reader *reader)
{
	for (int i = 0; i < reader->ini.count; i++) {
		const struct ini_entry *entry = &reader->ini.entries[i];
		const struct word *word = find_word(entry);

		if (!word && !is_number(entry))
			return ini_refuse_unknown(&reader->ini, entry, known,
						  (int)COUNT(known),
						  reader->err);
		if (word && !set_word(reader, word, entry))
			return false;
	}
	return true;
}

static bool read_words(struct reader *reader)
{
	for (size_t i = 0; i < COUNT(words); i++) {
		const struct word *word = &words[i];
		struct form_text *text = word_of(reader->clinic, word);
		const struct ini_entry *entry =
			ini_find(&reader->ini, word->section, word->key);

		if (!entry && !word->fallback)
			return lacks(reader, word->section, word->key);
		for (int k = 0; k < reader->clinic->language_count; k++)
			if (!text->in[k])
				text->in[k] =
					entry ? entry->value : word->fallback;
	}
	return true;
}

static bool read_number(struct reader *reader, const struct number *number)
{
	const struct ini_entry *entry =
		ini_find(&reader->ini, number->section, number->key);
	int *value = (int *)(void *)((char *)reader->clinic + number->at);
	char why[96];
	char *end;
	long read;

	*value = number->fallback;
	if (!entry)
		return true;
	read = strtol(entry->value, &end, 10);
	snprintf(why, sizeof(why), "must be a whole number from %d to %d",
		 number->least, number->most);
	if (end == entry->value || *end || read < number->least ||
	    read > number->most)
		return refuse(reader, entry, why);
	*value = (int)read;
	return true;
}

static bool read_numbers(struct reader *reader)
{
	for (size_t i = 0; i < COUNT(numbers); i++)
		if (!read_number(reader, &numbers[i]))
			return false;
	return true;
}

/* After a failure: no word is NULL, so that other files can be looked at. */
static void fill_gaps(struct clinic *clinic)
{
	for (size_t i = 0; i < COUNT(words); i++) {
		struct form_text *text = word_of(clinic, &words[i]);
		const char *gap = words[i].fallback ? words[i].fallback : "";

		for (int k = 0; k < clinic->language_count; k++)
			if (!text->in[k])
				text->in[k] = gap;
	}
}

bool ini_clinic_read(struct clinic *clinic, struct arena *arena,
		     const struct file *file, struct err *err)
{
	struct reader reader = {.clinic = clinic, .arena = arena, .err = err};
	bool ok;

	memset(clinic, 0, sizeof(*clinic));
	ok = ini_read(&reader.ini, arena, file, err) &&
	     read_languages(&reader) && read_entries(&reader) &&
	     read_words(&reader) && read_numbers(&reader);
	fill_gaps(clinic);
	return ok;
}
