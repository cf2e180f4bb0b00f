#include "hairline/content/claims.h"

#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/content/ini.h"

#define RULES "rules"
#define REACH 8 /* words that a denial reaches ahead */

/* --- reading --- */

struct field {
	const char *key; /* NULL ends a table */
	size_t at;
	bool is_optional;
	bool is_list; /* of phrases, which are kept folded */
};

static const struct field rule_fields[] = {
	{"denials", offsetof(struct claims, denials), false, true},
	{"denied_by", offsetof(struct claims, denied_by), false, true},
	{"not_denials", offsetof(struct claims, not_denials), false, true},
	{"breaks", offsetof(struct claims, breaks), false, true},
	{"asks", offsetof(struct claims, asks), false, true},
	{NULL, 0, false, false},
};

static const struct field claim_fields[] = {
	{"say", offsetof(struct claim, say), false, true},
	{"why", offsetof(struct claim, why), false, false},
	{"better", offsetof(struct claim, better), false, false},
	{"unless", offsetof(struct claim, unless), true, true},
	{NULL, 0, false, false},
};

#define FIELDS_MAX 5 /* in a table */

static const char **place_of(void *target, const struct field *field)
{
	return (const char **)(void *)((char *)target + field->at);
}

/* Folding makes no letter longer than twice its bytes. */
static const char *fold(struct arena *arena, const char *text)
{
	size_t size = 2 * strlen(text) + 1;
	char *folded = arena_alloc(arena, size);
	struct buf buf;

	if (!folded)
		return NULL;
	buf_init(&buf, folded, size);
	utf8_fold(&buf, text);
	return folded;
}

static bool set_field(void *target, const struct field *fields,
		      struct arena *arena, const struct ini *ini,
		      const struct ini_entry *entry, struct err *err)
{
	const char *known[FIELDS_MAX];
	int count = 0;

	if (entry->value[0] == '\0')
		return ini_refuse_value(ini, entry, "is empty; fill it in",
					err);
	for (; fields[count].key; count++) {
		known[count] = fields[count].key;
		if (strcmp(known[count], entry->key) != 0)
			continue;
		*place_of(target, &fields[count]) =
			fields[count].is_list ? fold(arena, entry->value)
					      : entry->value;
		return *place_of(target, &fields[count]) ||
		       err_set(err, ERR_MEMORY, "%s: no memory to read it",
			       ini->file->path);
	}
	return ini_refuse_unknown(ini, entry, known, count, err);
}

static bool check_fields(void *target, const struct field *fields,
			 const struct ini *ini, const char *section,
			 struct err *err)
{
	for (; fields->key; fields++)
		if (!fields->is_optional && !*place_of(target, fields))
			return err_set(err, ERR_SYNTAX,
				       "%s:%u: [%s] lacks \"%s\"; add a line "
				       "\"%s = ...\"",
				       ini->file->path,
				       ini_section_line(ini, section), section,
				       fields->key, fields->key);
	return true;
}

static struct claim *find_claim(struct claims *claims, const char *name)
{
	for (int i = 0; i < claims->count; i++)
		if (strcmp(claims->at[i].name, name) == 0)
			return &claims->at[i];
	claims->at[claims->count].name = name;
	return &claims->at[claims->count++];
}

static bool take_entries(struct claims *claims, struct arena *arena,
			 const struct ini *ini, struct err *err)
{
	for (int i = 0; i < ini->count; i++) {
		const struct ini_entry *entry = &ini->entries[i];
		bool is_rule = strcmp(entry->section, RULES) == 0;

		if (!set_field(is_rule ? (void *)claims
				       : find_claim(claims, entry->section),
			       is_rule ? rule_fields : claim_fields, arena, ini,
			       entry, err))
			return false;
	}
	return true;
}

bool claims_read(struct claims *claims, struct arena *arena,
		 const struct file *file, struct err *err)
{
	struct ini ini;

	memset(claims, 0, sizeof(*claims));
	if (!ini_read(&ini, arena, file, err))
		return false;
	claims->at =
		arena_array(arena, (size_t)ini.count + 1, sizeof(*claims->at));
	if (!claims->at)
		return err_set(err, ERR_MEMORY, "%s: no memory to read it",
			       file->path);
	if (!take_entries(claims, arena, &ini, err) ||
	    !check_fields(claims, rule_fields, &ini, RULES, err))
		return false;
	for (int i = 0; i < claims->count; i++)
		if (!check_fields(&claims->at[i], claim_fields, &ini,
				  claims->at[i].name, err))
			return false;
	return true;
}

/* --- matching --- */

struct said {
	struct word words[SENTENCE_WORDS];
	int count;
};

static bool is_word(const char *folded, const char *pattern, size_t len)
{
	if (len > 0 && pattern[len - 1] == '*')
		return strncmp(folded, pattern, len - 1) == 0;
	return strlen(folded) == len && memcmp(folded, pattern, len) == 0;
}

/* Words that the phrase up to the next comma takes when it stands at a word; 0:
 * it does not. */
static int match_phrase(const struct said *said, int at, const char *phrase)
{
	int taken = 0;

	phrase += strspn(phrase, " -");
	while (*phrase && *phrase != ',') {
		size_t len = strcspn(phrase, " -,");

		if (at + taken >= said->count ||
		    (taken > 0 && said->words[at + taken].is_apart) ||
		    !is_word(said->words[at + taken].folded, phrase, len))
			return 0;
		taken++;
		phrase += len;
		phrase += strspn(phrase, " -");
	}
	return taken;
}

static int match_list(const struct said *said, int at, const char *list)
{
	int longest = 0;

	while (*list) {
		int taken = match_phrase(said, at, list);

		if (taken > longest)
			longest = taken;
		list += strcspn(list, ",");
		list += *list == ',';
	}
	return longest;
}

static bool is_denial(const struct claims *claims, const struct said *said,
		      int at)
{
	return match_list(said, at, claims->denials) > 0 &&
	       match_list(said, at, claims->not_denials) == 0;
}

static bool is_break(const struct claims *claims, const struct said *said,
		     int at)
{
	return said->words[at].is_apart ||
	       match_list(said, at, claims->breaks) > 0;
}

/* Does a denial reach the claim in words from..to? */
static bool is_denied(const struct claims *claims, const struct said *said,
		      int from, int to)
{
	for (int at = from; at > 0 && from - at < REACH; at--) {
		if (is_break(claims, said, at))
			break;
		if (is_denial(claims, said, at - 1))
			return true;
	}
	for (int at = to; at < said->count && at <= to + 1; at++) {
		if (is_break(claims, said, at))
			break;
		if (match_list(said, at, claims->denied_by) > 0)
			return true;
	}
	return false;
}

static bool is_asked(const struct claims *claims, const struct sentence *where,
		     const struct said *said)
{
	return where->is_question && said->count > 0 &&
	       match_list(said, 0, claims->asks) > 0;
}

/* Is it part of a phrase that the list lets pass? */
static bool is_innocent(const struct claim *claim, const struct said *said,
			int at)
{
	return claim->unless && match_list(said, at, claim->unless) > 0;
}

/* Where in the sentence a claim is made; -1: nowhere. */
static int find_made(const struct claims *claims, const struct said *said,
		     const struct claim *claim, int *taken)
{
	for (int at = 0; at < said->count; at++) {
		*taken = match_list(said, at, claim->say);
		if (*taken > 0 && !is_innocent(claim, said, at) &&
		    !is_denied(claims, said, at, at + *taken))
			return at;
	}
	return -1;
}

const struct claim *claims_find(const struct claims *claims,
				const struct sentence *sentence, int *from,
				char *found, size_t size)
{
	struct said said;
	struct buf buf;
	int taken = 0;

	said.count = words_split(said.words, sentence);
	if (is_asked(claims, sentence, &said))
		return NULL;
	while (*from < claims->count) {
		const struct claim *claim = &claims->at[(*from)++];
		int at = find_made(claims, &said, claim, &taken);

		if (at < 0)
			continue;
		buf_init(&buf, found, size);
		for (int i = at; i < at + taken; i++) {
			buf_add(&buf, i > at ? " " : "");
			buf_add(&buf, said.words[i].folded);
		}
		return claim;
	}
	return NULL;
}
