/*
 * visit - one visitor, counted without anything that leads to a person: no
 * answer, no time of day, no link to a lead.
 */
#ifndef HAIRLINE_CORE_VISIT_H
#define HAIRLINE_CORE_VISIT_H

/* How a visit ended; X(id, "name in the store"). */
#define VISIT_ENDS(X)                         \
	X(VISIT_FINISHED, "finished")         \
	X(VISIT_STARTED_OVER, "started-over") \
	X(VISIT_IDLE, "idle")                 \
	X(VISIT_CLOSED, "closed")

enum visit_end {
#define X(id, name) id,
	VISIT_ENDS(X)
#undef X
	VISIT_END_COUNT
};

struct visit {
	const char *kiosk;
	char day[11]; /* local date, "2026-11-23" */
	const char *language;
	const char *form_hash;
	const char *furthest; /* linkId of the last question reached, or "" */
	enum visit_end end;
	const char *tier; /* "" when no outcome was shown */
	int code_shown;   /* 1 when the booking code was */
	int lead_saved;
};

const char *visit_end_name(enum visit_end end);

/* The end with a name, or VISIT_END_COUNT. */
enum visit_end visit_end_find(const char *name);

#endif
