/*
 * tray_ties - which leads share a phone or an e-mail address.
 *
 * Only keyed hashes of them are kept outside of guarded memory.
 */
#ifndef HAIRLINE_CORE_TRAY_TIES_H
#define HAIRLINE_CORE_TRAY_TIES_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/core/tray.h"

struct tray_table;

/* Starts with all zero. */
struct tray_ties {
	struct tray_table *tables[TRAY_TIES];
	uint8_t *key; /* guarded */
};

/* False when there is no memory: to be released all the same. */
bool tray_ties_init(struct tray_ties *ties);
void tray_ties_release(struct tray_ties *ties);

/* A hash that tells nothing of the text; 0 for "". */
uint64_t tray_ties_hash(const struct tray_ties *ties, const char *text);

/* Enter a lead with what it shares; scratch holds TRAY_WORD_SIZE bytes. */
void tray_ties_enter(struct tray_ties *ties, struct tray_lead *leads, int lead,
		     const struct lead *words, char *scratch);

/* Take it out again. */
void tray_ties_leave(struct tray_ties *ties, struct tray_lead *leads, int lead);

/* Take all out. */
void tray_ties_clear(struct tray_ties *ties, struct tray_lead *leads,
		     int count);

/* As tray_next_tied(). */
int tray_ties_next(const struct tray_ties *ties, const struct tray_lead *leads,
		   int lead, enum tray_tie tie, int from);

#endif
