/*
 * lead - a person who asked to be called back, and what they agreed to.
 *
 * The words of the visitor are held by the session block while they are at
 * the kiosk and by guarded memory of the store when staff read them; a lead
 * only points at them.
 */
#ifndef HAIRLINE_CORE_LEAD_H
#define HAIRLINE_CORE_LEAD_H

#include <stdint.h>

#include "hairline/core/consent.h"
#include "hairline/core/reference.h"

#define LEAD_ID_SIZE 33 /* 128 random bits, hex */
#define HASH_HEX_SIZE 65

/* Preferred time of a call; X(id, "name in exports"). */
#define LEAD_TIMES(X)                  \
	X(LEAD_ANY_TIME, "any")        \
	X(LEAD_MORNING, "morning")     \
	X(LEAD_AFTERNOON, "afternoon") \
	X(LEAD_EVENING, "evening")

enum lead_time {
#define X(id, name) id,
	LEAD_TIMES(X)
#undef X
	LEAD_TIME_COUNT
};

struct lead {
	/* Columns of the store, readable without the key. */
	char id[LEAD_ID_SIZE];
	char reference[REFERENCE_SIZE];
	const char *kiosk;
	int64_t created_at;   /* s since 1970 UTC */
	int64_t delete_after; /* s since 1970 UTC */
	const char *language;
	const char *form_hash; /* "" when answers are not shared */
	const char *tier;      /* "" when answers are not shared */

	/* Sealed. */
	const char *name;
	const char *phone; /* "" when not given */
	const char *email; /* "" when not given */
	const char *time;  /* of LEAD_TIMES */
	const char *clinic;
	const char *text_version;
	const char *text_hash; /* SHA-256 of the exact text shown, hex */
	const char *faq_hash;
	const char *method; /* "kiosk-keypress" */
	int64_t retention_days;
	struct consent consent;
	const char *answers; /* a QuestionnaireResponse, or "" */
};

const char *lead_time_name(enum lead_time time);

#endif
