/*
 * tray_words - the words of a lead, made ready to be shown and searched, in
 * guarded memory.
 */
#ifndef HAIRLINE_CORE_TRAY_WORDS_H
#define HAIRLINE_CORE_TRAY_WORDS_H

#include "hairline/core/tray.h"
#include "hairline/core/tray_pool.h"

#define TRAY_WORD_SIZE 1024 /* bytes, escaped; what is longer is cut */

/* Starts with all zero, and scratch in guarded memory. */
struct tray_words {
	struct tray_pool pool;
	char *scratch; /* TRAY_WORD_SIZE bytes */
};

/* Set what is shown and searched of a lead.  False when there is no memory:
 * then it is as it was. */
bool tray_words_read(struct tray_words *words, struct tray_lead *lead,
		     const struct lead *from);

/* Leave a lead without words; the first overwrites them too. */
void tray_words_wipe(struct tray_lead *lead);
void tray_words_forget(struct tray_lead *lead);

/* Overwrite all words ever read. */
void tray_words_clear(struct tray_words *words);

#endif
