/*
 * reference - the short code a visitor takes away: six Crockford base32
 * characters and one check character, shown as "H4K-7QX-3".
 *
 * The check character is a Reed-Solomon parity symbol over GF(32): it finds
 * every single wrong character and every swap of two neighbours.
 */
#ifndef HAIRLINE_CORE_REFERENCE_H
#define HAIRLINE_CORE_REFERENCE_H

#include <stdbool.h>
#include <stdint.h>

#define REFERENCE_SIZE 8 /* seven characters and the NUL */
#define REFERENCE_SHOWN_SIZE 10

/* Make a reference from 30 random bits. */
void reference_make(char reference[REFERENCE_SIZE], uint32_t random);

/*
 * Read what a person typed: any case, dashes and spaces skipped, O as 0, I and
 * L as 1 (Crockford).  False when the length, a character or the check is
 * wrong.
 */
bool reference_read(char reference[REFERENCE_SIZE], const char *typed);

/* "H4K-7QX-3". */
void reference_show(char shown[REFERENCE_SHOWN_SIZE], const char *reference);

#endif
