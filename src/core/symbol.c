#include "hairline/core/symbol.h"

#include <stddef.h>
#include <string.h>

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

static char canonical(char typed)
{
	if (typed >= 'a' && typed <= 'z')
		typed = (char)(typed - 'a' + 'A');
	for (size_t i = 0; i < sizeof(lookalikes) / sizeof(*lookalikes); i++)
		if (typed == lookalikes[i][0])
			return lookalikes[i][1];
	return typed;
}

char symbol_show(unsigned symbol)
{
	return alphabet[symbol & 0x1Fu];
}

bool symbol_read(unsigned *symbol, char typed)
{
	char character = canonical(typed);
	const char *found = strchr(alphabet, character);

	if (!found || !character)
		return false;
	*symbol = (unsigned)(found - alphabet);
	return true;
}

/*
 * The symbols as a polynomial, at the generator: each symbol has a weight of
 * its own that is not 0, so one wrong symbol or two swapped ones change it.
 */
unsigned symbol_check(const unsigned *symbols, int count)
{
	unsigned sum = 0;

	for (int i = 0; i < count; i++)
		sum = times_generator(sum) ^ symbols[i];
	return sum;
}
