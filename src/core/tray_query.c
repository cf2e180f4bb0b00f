#include "hairline/core/tray_query.h"

#include <string.h>

#include "hairline/base/utf8.h"

#define PUNCTUATION "+()-./ "
#define ALPHABET "0123456789ABCDEFGHJKMNPQRSTVWXYZ" /* Crockford's */
#define DIGITS_LEAST 2
#define REFERENCE_LEAST 3 /* fewer letters begin too many references */

/* The digits of a number; "" for a word that is none. */
static void read_digits(char *digits, const char *typed)
{
	struct buf buf;

	buf_init(&buf, digits, TRAY_QUERY_SIZE);
	for (; *typed; typed++) {
		if (*typed >= '0' && *typed <= '9')
			buf_add_bytes(&buf, typed, 1);
		else if (!strchr(PUNCTUATION, *typed))
			break;
	}
	if (*typed || buf.len < DIGITS_LEAST)
		buf_clear(&buf);
}

static char canonical(char ch)
{
	if (ch >= 'a' && ch <= 'z')
		ch = (char)(ch - 'a' + 'A');
	if (ch == 'O')
		return '0';
	return ch == 'I' || ch == 'L' ? '1' : ch;
}

/* The start of a reference; "" for a word that begins none. */
static void read_reference(char *reference, const char *typed)
{
	struct buf buf;

	buf_init(&buf, reference, TRAY_QUERY_SIZE);
	for (; *typed; typed++) {
		char ch = canonical(*typed);

		if (ch == '-' || ch == ' ')
			continue;
		if (!strchr(ALPHABET, ch))
			break;
		buf_add_bytes(&buf, &ch, 1);
	}
	if (*typed || buf.len < REFERENCE_LEAST || buf.len >= REFERENCE_SIZE)
		buf_clear(&buf);
}

/* Does a word of a text begin so? */
static bool begins_word(const char *text, const char *start)
{
	for (const char *at = strstr(text, start); at && *start;
	     at = strstr(at + 1, start))
		if (at == text || at[-1] == ' ')
			return true;
	return !*start;
}

static void read_status(struct tray_word *word,
			const char *const status[STATUS_COUNT])
{
	for (int i = 0; i < STATUS_COUNT; i++) {
		char mem[128];
		struct buf folded;

		buf_init(&folded, mem, sizeof(mem));
		utf8_fold(&folded, status[i]);
		word->has_status[i] = begins_word(mem, word->folded);
	}
}

static void read_word(struct tray_word *word, const char *typed,
		      const char *const status[STATUS_COUNT])
{
	struct buf folded;

	buf_init(&folded, word->folded, sizeof(word->folded));
	utf8_fold(&folded, typed);
	read_digits(word->digits, typed);
	read_reference(word->reference, typed);
	read_status(word, status);
}

static bool is_number(const struct tray_word *word,
		      const struct tray_lead *lead)
{
	return (word->digits[0] && strstr(lead->digits, word->digits)) ||
	       (word->reference[0] && strncmp(lead->reference, word->reference,
					      strlen(word->reference)) == 0);
}

static bool is_in(const struct tray_word *word, const struct tray_lead *lead)
{
	return word->has_status[lead->status] || is_number(word, lead) ||
	       strstr(lead->folded, word->folded);
}

void tray_query_read(struct tray_query *query, const char *typed,
		     const char *const status[STATUS_COUNT])
{
	memset(query, 0, sizeof(*query));
	read_word(&query->whole, typed, status);
	while (query->count < TRAY_QUERY_WORDS) {
		char word[TRAY_QUERY_SIZE];
		struct buf buf;
		size_t len;

		typed += strspn(typed, " ");
		len = strcspn(typed, " ");
		if (len == 0)
			return;
		buf_init(&buf, word, sizeof(word));
		buf_add_bytes(&buf, typed, len);
		read_word(&query->words[query->count++], word, status);
		typed += len;
	}
}

/* Is a text at least as hard to find as another? */
static bool is_longer(const char *text, const char *before)
{
	return !*text ||
	       (*before && strncmp(text, before, strlen(before)) == 0);
}

static bool number_narrows(const struct tray_word *word,
			   const struct tray_word *before)
{
	return is_longer(word->digits, before->digits) &&
	       is_longer(word->reference, before->reference);
}

static bool word_narrows(const struct tray_word *word,
			 const struct tray_word *before)
{
	return number_narrows(word, before) &&
	       strncmp(word->folded, before->folded, strlen(before->folded)) ==
		       0;
}

bool tray_query_narrows(const struct tray_query *query,
			const struct tray_query *before)
{
	if (query->count < before->count)
		return false;
	for (int i = 0; i < before->count; i++)
		if (!word_narrows(&query->words[i], &before->words[i]))
			return false;
	return number_narrows(&query->whole, &before->whole);
}

bool tray_query_matches(const struct tray_query *query,
			const struct tray_lead *lead)
{
	if (is_number(&query->whole, lead))
		return true;
	for (int i = 0; i < query->count; i++)
		if (!is_in(&query->words[i], lead))
			return false;
	return true;
}
