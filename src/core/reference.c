#include "hairline/core/reference.h"

#include <string.h>

#define SYMBOLS 7              /* the last one is the check */
#define FIELD_POLYNOMIAL 0x25u /* x^5 + x^2 + 1, primitive over GF(2) */

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/* What people read or type for a character of the alphabet. */
static const char lookalikes[][2] = {{'O', '0'}, {'I', '1'}, {'L', '1'}};

/* Multiply an element of GF(32) by the generator. */
static unsigned times_generator(unsigned element)
{
	element <<= 1;
	return element & 0x20u ? element ^ FIELD_POLYNOMIAL : element;
}

/*
 * The symbols as a polynomial, at the generator: each symbol has a weight of
 * its own that is not 0, so one wrong symbol or two swapped ones change it.
 */
static unsigned evaluate(const unsigned *symbols, int count)
{
	unsigned sum = 0;

	for (int i = 0; i < count; i++)
		sum = times_generator(sum) ^ symbols[i];
	return sum;
}

static char canonical(char typed)
{
	if (typed >= 'a' && typed <= 'z')
		typed = (char)(typed - 'a' + 'A');
	for (size_t i = 0; i < sizeof(lookalikes) / sizeof(*lookalikes); i++)
		if (typed == lookalikes[i][0])
			return lookalikes[i][1];
	return typed;
}

/* The place of a character in the alphabet; false when it has none. */
static bool find_symbol(unsigned *symbol, char character)
{
	const char *found = strchr(alphabet, character);

	if (!found || !character)
		return false;
	*symbol = (unsigned)(found - alphabet);
	return true;
}

static bool read_symbols(unsigned symbols[SYMBOLS], const char *typed)
{
	int count = 0;

	for (; *typed; typed++) {
		if (*typed == '-' || *typed == ' ')
			continue;
		if (count == SYMBOLS ||
		    !find_symbol(&symbols[count], canonical(*typed)))
			return false;
		count++;
	}
	return count == SYMBOLS;
}

static void write_symbols(char reference[REFERENCE_SIZE],
			  const unsigned symbols[SYMBOLS])
{
	for (int i = 0; i < SYMBOLS; i++)
		reference[i] = alphabet[symbols[i]];
	reference[SYMBOLS] = '\0';
}

void reference_make(char reference[REFERENCE_SIZE], uint32_t random)
{
	unsigned symbols[SYMBOLS] = {0};

	for (int i = 0; i < SYMBOLS - 1; i++)
		symbols[i] = (random >> (5 * i)) & 0x1Fu;
	/* Chosen so that the whole evaluates to 0. */
	symbols[SYMBOLS - 1] = evaluate(symbols, SYMBOLS);
	write_symbols(reference, symbols);
}

bool reference_read(char reference[REFERENCE_SIZE], const char *typed)
{
	unsigned symbols[SYMBOLS];

	if (!read_symbols(symbols, typed) || evaluate(symbols, SYMBOLS) != 0)
		return false;
	write_symbols(reference, symbols);
	return true;
}

void reference_show(char shown[REFERENCE_SHOWN_SIZE], const char *reference)
{
	size_t at = 0;

	for (size_t i = 0; i < SYMBOLS && reference[i]; i++) {
		if (i == 3 || i == 6)
			shown[at++] = '-';
		shown[at++] = reference[i];
	}
	shown[at] = '\0';
}
