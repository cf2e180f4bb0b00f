/*
 * symbol - Crockford base32: codes that people read, type and read out.
 *
 * A check symbol is a Reed-Solomon parity symbol over GF(32): in up to 31
 * symbols it finds every single wrong one and every swap of two neighbours.
 */
#ifndef HAIRLINE_CORE_SYMBOL_H
#define HAIRLINE_CORE_SYMBOL_H

#include <stdbool.h>

/* The character for five bits. */
char symbol_show(unsigned symbol);

/* Five bits from what a person typed: any case, O as 0, I and L as 1.  False
 * for any other character. */
bool symbol_read(unsigned *symbol, char typed);

/*
 * Of count symbols the last one checks the others: 0 when it is right.  Where
 * it is still 0 this is what it has to be.
 */
unsigned symbol_check(const unsigned *symbols, int count);

#endif
