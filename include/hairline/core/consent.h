/*
 * consent - what a visitor has agreed to, box by box (GDPR art. 7, 9(2)(a)).
 *
 * Every box starts empty and is set only by the visitor's own act on the
 * consent screen.
 */
#ifndef HAIRLINE_CORE_CONSENT_H
#define HAIRLINE_CORE_CONSENT_H

#include <stdbool.h>
#include <stdint.h>

/* X(id, "name in exports"). */
#define CONSENT_BOXES(X)              \
	X(CONSENT_ADULT, "adult")     \
	X(CONSENT_CONTACT, "contact") \
	X(CONSENT_ANSWERS, "answers") \
	X(CONSENT_TEXTS, "texts")     \
	X(CONSENT_CALLS, "calls")     \
	X(CONSENT_EMAIL, "email")

enum consent_box {
#define X(id, name) id,
	CONSENT_BOXES(X)
#undef X
	CONSENT_COUNT
};

struct consent {
	bool is_set[CONSENT_COUNT];
	int64_t at[CONSENT_COUNT]; /* s since 1970 UTC; last change, 0 never */
};

/* Set an empty box or empty a set one. */
void consent_toggle(struct consent *consent, enum consent_box box, int64_t at);

/* Adult and contact are set: the least that lets a lead be saved. */
bool consent_allows_save(const struct consent *consent);

const char *consent_name(enum consent_box box);

#endif
