/*
 * paper - a 32-byte key as 13 groups of five characters, to be printed and
 * typed again: "7Q2KD-0M4XW-...".
 *
 * Four characters of a group are the key's (Crockford base32), the fifth
 * checks them and the group's place: a wrong character, two swapped ones and
 * two swapped groups are found where they were typed.  All memory here is the
 * caller's, who keeps it guarded.
 */
#ifndef HAIRLINE_CORE_PAPER_H
#define HAIRLINE_CORE_PAPER_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"

#define PAPER_KEY_SIZE 32
#define PAPER_GROUPS 13
#define PAPER_GROUP_CHARS 5
#define PAPER_GROUP_BYTES 4 /* symbols of the key in a group */
#define PAPER_TEXT_SIZE (PAPER_GROUPS * (PAPER_GROUP_CHARS + 1))

/* In front of the code in a QR code; skipped when it is read back. */
#define PAPER_MARK "HAIRLINE-KEY-1:"

struct paper {
	uint8_t symbols[PAPER_GROUPS * PAPER_GROUP_BYTES];
	int groups; /* how many were read */
};

/* The groups with dashes between them. */
void paper_write(char text[PAPER_TEXT_SIZE], const uint8_t key[PAPER_KEY_SIZE]);

/* Start reading with all zero.  Appends the groups of a text, which may come
 * in several: any case, dashes and white space skipped.  On false err names
 * the first group that is wrong, and those before it are kept. */
bool paper_read(struct paper *paper, const char *typed, struct err *err);

/* The key, once all groups were read. */
bool paper_key(const struct paper *paper, uint8_t key[PAPER_KEY_SIZE],
	       struct err *err);

#endif
