/*
 * outcome - what a visitor's answers call for.
 *
 * The advice is part of the questionnaire: groups below the group coded
 * urn:hairline:section#outcome, each coded urn:hairline:advice#<tier> and
 * holding one display.  All enabled ones are reasons; the worst tier is the
 * headline.  An outcome never clears anyone.
 */
#ifndef HAIRLINE_CORE_OUTCOME_H
#define HAIRLINE_CORE_OUTCOME_H

#include <stdbool.h>

#include "hairline/form/answers.h"

#define CODE_SECTION "urn:hairline:section"
#define CODE_ADVICE "urn:hairline:advice"
#define CODE_FAQ "urn:hairline:faq"
#define CODE_ROLE "urn:hairline:role" /* adult, safety */
#define CODE_KEEP "urn:hairline:keep" /* never: not saved, not sent */

#define OUTCOME_REASONS_MAX 64

/* Worst first; X(id, "code"). */
#define TIERS(X)                       \
	X(TIER_URGENT, "urgent")       \
	X(TIER_DOCTOR, "doctor")       \
	X(TIER_NOT_NOW, "not-now")     \
	X(TIER_ASK_FIRST, "ask-first") \
	X(TIER_TELL_US, "tell-us")     \
	X(TIER_NONE, "none")

enum tier {
#define X(id, code) id,
	TIERS(X)
#undef X
	TIER_COUNT
};

struct reason {
	enum tier tier;
	int advice;         /* the group: its text is the title */
	int detail;         /* its display, or FORM_NONE */
	struct place cause; /* the first question that called for it, if any */
};

struct outcome {
	enum tier tier;  /* the worst; TIER_NONE without a reason */
	enum tier saved; /* the same without what must never be kept */
	struct reason reasons[OUTCOME_REASONS_MAX]; /* worst first */
	int count;
	bool has_advice; /* the form gives any at all */
};

/* What the answers call for now. */
void outcome_find(struct outcome *outcome, const struct answers *answers);

const char *tier_code(enum tier tier);

/* The tier with a code, or TIER_COUNT. */
enum tier tier_find(const char *code);

enum adult {
	ADULT_UNKNOWN,
	ADULT_YES,
	ADULT_NO
};

/* What was answered to the question coded role#adult; anything but yes is no.
 */
enum adult outcome_adult(const struct answers *answers);

#endif
