#include "hairline/core/reference.h"

#include <stddef.h>

#include "hairline/core/symbol.h"

#define SYMBOLS 7 /* the last one is the check */

static bool read_symbols(unsigned symbols[SYMBOLS], const char *typed)
{
	int count = 0;

	for (; *typed; typed++) {
		if (*typed == '-' || *typed == ' ')
			continue;
		if (count == SYMBOLS || !symbol_read(&symbols[count], *typed))
			return false;
		count++;
	}
	return count == SYMBOLS;
}

static void write_symbols(char reference[REFERENCE_SIZE],
			  const unsigned symbols[SYMBOLS])
{
	for (int i = 0; i < SYMBOLS; i++)
		reference[i] = symbol_show(symbols[i]);
	reference[SYMBOLS] = '\0';
}

void reference_make(char reference[REFERENCE_SIZE], uint32_t random)
{
	unsigned symbols[SYMBOLS] = {0};

	for (int i = 0; i < SYMBOLS - 1; i++)
		symbols[i] = (random >> (5 * i)) & 0x1Fu;
	/* Chosen so that the whole evaluates to 0. */
	symbols[SYMBOLS - 1] = symbol_check(symbols, SYMBOLS);
	write_symbols(reference, symbols);
}

bool reference_read(char reference[REFERENCE_SIZE], const char *typed)
{
	unsigned symbols[SYMBOLS];

	if (!read_symbols(symbols, typed) ||
	    symbol_check(symbols, SYMBOLS) != 0)
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
