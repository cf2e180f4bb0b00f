#include "hairline/core/tray_like.h"

#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/base/suggest.h"
#include "hairline/base/utf8.h"

#define DIGITS_MAX 32
#define DIGITS_LEAST 7 /* what a number has at least, as core/contact says */
#define NAME_SIZE 256
#define WORDS_MAX 12

void tray_phone(char out[TRAY_PHONE_SIZE], const char *phone)
{
	char mem[DIGITS_MAX];
	struct buf digits;
	size_t skipped;

	buf_init(&digits, mem, sizeof(mem));
	for (; *phone; phone++)
		if (*phone >= '0' && *phone <= '9')
			buf_add_bytes(&digits, phone, 1);
	if (digits.len < DIGITS_LEAST)
		buf_clear(&digits);
	skipped = digits.len < TRAY_PHONE_SIZE
			  ? 0
			  : digits.len - (TRAY_PHONE_SIZE - 1);
	memcpy(out, mem + skipped, digits.len - skipped + 1);
}

void tray_email(char *out, size_t size, const char *email)
{
	const char *at = strrchr(email, '@');
	size_t local = at ? (size_t)(at - email) : 0;
	size_t plus = strcspn(email, "+");
	struct buf buf;
	char mem[NAME_SIZE];
	struct buf plain;

	buf_init(&buf, out, size);
	if (plus < local)
		local = plus;
	if (local == 0)
		return;
	buf_init(&plain, mem, sizeof(mem));
	buf_add_bytes(&plain, email, local);
	buf_add(&plain, at);
	utf8_fold(&buf, mem);
	if (buf.is_cut || plain.is_cut)
		buf_clear(&buf);
}

/* The word that comes first in the alphabet; NULL when none is left. */
static const char *take_first(const char *words[], int count)
{
	int first = -1;
	const char *word;

	for (int i = 0; i < count; i++)
		if (words[i] &&
		    (first < 0 || strcmp(words[i], words[first]) < 0))
			first = i;
	if (first < 0)
		return NULL;
	word = words[first];
	words[first] = NULL;
	return word;
}

/* Cut a folded name into its words, in place. */
static int split(char *name, const char *words[WORDS_MAX])
{
	int count = 0;

	while (count < WORDS_MAX) {
		name += strspn(name, " .,-");
		if (!*name)
			break;
		words[count++] = name;
		name += strcspn(name, " .,-");
		if (*name)
			*name++ = '\0';
	}
	return count;
}

/* In small letters, its words in the order of the alphabet. */
static void fold_name(char out[NAME_SIZE], const char *name)
{
	const char *words[WORDS_MAX];
	const char *word;
	char mem[NAME_SIZE];
	struct buf folded;
	struct buf sorted;
	int count;

	buf_init(&folded, mem, sizeof(mem));
	utf8_fold(&folded, name);
	count = split(mem, words);
	buf_init(&sorted, out, NAME_SIZE);
	for (word = take_first(words, count); word;
	     word = take_first(words, count)) {
		buf_add(&sorted, sorted.len > 0 ? " " : "");
		buf_add(&sorted, word);
	}
}

bool tray_names_are_near(const char *a, const char *b)
{
	char mine[NAME_SIZE];
	char other[NAME_SIZE];
	const char *list[] = {other};

	fold_name(mine, a);
	fold_name(other, b);
	if (!mine[0] || !other[0])
		return false;
	return strcmp(mine, other) == 0 || suggest_word(mine, list, 1) != NULL;
}
