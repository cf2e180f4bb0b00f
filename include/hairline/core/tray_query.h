/*
 * tray_query - what was typed to find a lead, made ready to be compared.
 */
#ifndef HAIRLINE_CORE_TRAY_QUERY_H
#define HAIRLINE_CORE_TRAY_QUERY_H

#include "hairline/core/tray.h"

#define TRAY_QUERY_WORDS 16

/* One word of it, in each way it can be meant; "" where it cannot. */
struct tray_word {
	char folded[TRAY_QUERY_SIZE * 2];
	char digits[TRAY_QUERY_SIZE];
	char reference[TRAY_QUERY_SIZE];
	bool has_status[STATUS_COUNT]; /* the start of its word */
};

struct tray_query {
	struct tray_word words[TRAY_QUERY_WORDS];
	int count;
	struct tray_word whole; /* a number or reference typed with spaces */
};

void tray_query_read(struct tray_query *query, const char *typed,
		     const char *const status[STATUS_COUNT]);

/* Does everything that matches one query match another one too?  No says
 * nothing: this is only to look through fewer leads. */
bool tray_query_narrows(const struct tray_query *query,
			const struct tray_query *before);

bool tray_query_matches(const struct tray_query *query,
			const struct tray_lead *lead);

#endif
