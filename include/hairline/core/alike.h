/*
 * alike - which leads may be of the same person.
 *
 * Only candidates, to be shown: households share numbers, so nothing is ever
 * merged for this.  Two leads are alike when the last nine digits of their
 * phone numbers are the same, or their e-mail addresses without regard to
 * case and to a "+tag".  Numbers and addresses are kept as 64-bit hashes.
 */
#ifndef HAIRLINE_CORE_ALIKE_H
#define HAIRLINE_CORE_ALIKE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define ALIKE_NONE (-1)

struct alike_key {
	uint64_t hash;
	int lead; /* the caller's number of it */
};

struct alike {
	struct alike_key *keys; /* from malloc; start with all zero */
	size_t count;
	size_t room;
	bool is_sorted;
};

/* Know one more lead.  False when there is no memory. */
bool alike_add(struct alike *alike, int lead, const char *phone,
	       const char *email);

/*
 * The n-th other lead (from 0) that is like the one with a number, or
 * ALIKE_NONE past the last; one that is alike in both comes once.  The first
 * call after alike_add() sorts.
 */
int alike_find(struct alike *alike, int lead, const char *phone,
	       const char *email, int n);

void alike_release(struct alike *alike);

#endif
