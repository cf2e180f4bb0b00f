#include "hairline/core/paper.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "hairline/core/symbol.h"

#define CHECKED (1 + PAPER_GROUP_CHARS) /* the place of the group first */
#define BITS 5
#define SYMBOLS (PAPER_GROUPS * PAPER_GROUP_BYTES)

_Static_assert(SYMBOLS *BITS >= PAPER_KEY_SIZE * 8, "room for a key");

/* Symbol number n of a key, the highest bits first; zeros behind its end. */
static unsigned symbol_of(const uint8_t *key, int n)
{
	unsigned symbol = 0;

	for (int bit = n * BITS; bit < (n + 1) * BITS; bit++) {
		unsigned byte = bit / 8 < PAPER_KEY_SIZE ? key[bit / 8] : 0u;

		symbol = symbol << 1 | (byte >> (7 - bit % 8) & 1u);
	}
	return symbol;
}

static void write_group(char *text, const uint8_t *key, int group)
{
	unsigned checked[CHECKED] = {(unsigned)group + 1};

	for (int i = 0; i < PAPER_GROUP_BYTES; i++) {
		checked[1 + i] = symbol_of(key, group * PAPER_GROUP_BYTES + i);
		text[i] = symbol_show(checked[1 + i]);
	}
	text[PAPER_GROUP_BYTES] = symbol_show(symbol_check(checked, CHECKED));
}

static const char *skip_space(const char *typed)
{
	while (*typed == '-' || isspace((unsigned char)*typed))
		typed++;
	return typed;
}

static bool read_group(struct paper *paper, const char **typed)
{
	unsigned checked[CHECKED] = {(unsigned)paper->groups + 1};
	uint8_t *symbols = paper->symbols + paper->groups * PAPER_GROUP_BYTES;

	for (int i = 1; i < CHECKED; i++) {
		*typed = skip_space(*typed);
		if (!symbol_read(&checked[i], **typed))
			return false;
		++*typed;
	}
	if (symbol_check(checked, CHECKED) != 0)
		return false;
	for (int i = 0; i < PAPER_GROUP_BYTES; i++)
		symbols[i] = (uint8_t)checked[1 + i];
	return true;
}

void paper_write(char text[PAPER_TEXT_SIZE], const uint8_t key[PAPER_KEY_SIZE])
{
	for (int group = 0; group < PAPER_GROUPS; group++) {
		char *at = text + group * (PAPER_GROUP_CHARS + 1);

		write_group(at, key, group);
		at[PAPER_GROUP_CHARS] = group + 1 < PAPER_GROUPS ? '-' : '\0';
	}
}

bool paper_read(struct paper *paper, const char *typed, struct err *err)
{
	typed = skip_space(typed);
	if (strncasecmp(typed, PAPER_MARK, strlen(PAPER_MARK)) == 0)
		typed = skip_space(typed + strlen(PAPER_MARK));
	for (; *typed; typed = skip_space(typed)) {
		if (paper->groups == PAPER_GROUPS)
			return err_set(err, ERR_SYNTAX,
				       "there is more than the %d groups of a "
				       "key",
				       PAPER_GROUPS);
		if (!read_group(paper, &typed))
			return err_set(err, ERR_SYNTAX,
				       "group %d is not right: compare its %d "
				       "characters with the paper",
				       paper->groups + 1, PAPER_GROUP_CHARS);
		paper->groups++;
	}
	return true;
}

bool paper_key(const struct paper *paper, uint8_t key[PAPER_KEY_SIZE],
	       struct err *err)
{
	if (paper->groups != PAPER_GROUPS)
		return err_set(err, ERR_SYNTAX,
			       "the key has %d groups, and there are %d: type "
			       "group %d and those behind it",
			       PAPER_GROUPS, paper->groups, paper->groups + 1);
	memset(key, 0, PAPER_KEY_SIZE);
	for (int bit = 0; bit < PAPER_KEY_SIZE * 8; bit++) {
		unsigned symbol = paper->symbols[bit / BITS];
		unsigned value = symbol >> (BITS - 1 - bit % BITS) & 1u;

		key[bit / 8] |= (uint8_t)(value << (7 - bit % 8));
	}
	return true;
}
