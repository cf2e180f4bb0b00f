/*
 * tray - the leads as the receptionist sees them: who to call next, what was
 * typed to find one, and who may be the same person.
 *
 * A lead comes in two parts.  Its columns need no key and come first; its
 * words are unsealed later, a few at a time, and live in guarded memory only,
 * made harmless for a terminal (utf8_escape).  What is shown and filtered is
 * what is there: tray_readable() of tray_total().
 *
 * The order: new ones, those who gave no answer, called, booked, closed, and
 * last those who must not be called.  While a call is still to be made the one
 * who has waited longest comes first; behind that the one marked last.
 */
#ifndef HAIRLINE_CORE_TRAY_H
#define HAIRLINE_CORE_TRAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/core/lead.h"
#include "hairline/core/outcome.h"
#include "hairline/core/status.h"

#define TRAY_NONE (-1)
#define TRAY_QUERY_SIZE 65

enum tray_state {
	TRAY_SEALED, /* not looked at yet */
	TRAY_READ,
	TRAY_UNREADABLE /* erased, altered, or sealed to another key */
};

/* What is known of a lead without its words. */
struct tray_columns {
	const char *id;
	const char *reference;
	int64_t created_at; /* s since 1970 UTC */
	int64_t changed_at; /* of its latest event */
	enum tier tier;     /* TIER_COUNT: the answers were not shared */
	enum status status;
};

/* What two leads can share. */
enum tray_tie {
	TRAY_BY_PHONE,
	TRAY_BY_EMAIL,
	TRAY_TIES
};

struct tray_link {
	uint64_t hash; /* keyed; 0: nothing to share */
	int next;      /* with the same place in a table, or TRAY_NONE */
};

struct tray_lead {
	char id[LEAD_ID_SIZE];
	char reference[REFERENCE_SIZE];
	int64_t created_at;
	int64_t changed_at;
	enum tier tier;
	enum status status;
	enum tray_state state;
	enum lead_time time;
	const char *name; /* escaped; "" until they are read */
	const char *phone;
	const char *email;

	/* For the module itself. */
	const char *folded; /* name and e-mail, to search in */
	const char *digits; /* of the phone */
	struct tray_link ties[TRAY_TIES];
	int next_id; /* as tray_link's */
};

struct tray;

/* An empty one, or NULL when there is no memory. */
struct tray *tray_new(void);
void tray_free(struct tray *tray);

/*
 * Add a lead, or change the columns of the one with this id.  A lead that has
 * become erased loses its words at once.  False when there is no memory.
 */
bool tray_put(struct tray *tray, const struct tray_columns *columns);

/* Give a lead its words; name NULL: it cannot be read.  False when there is
 * no memory. */
bool tray_read(struct tray *tray, int lead, const struct lead *words);

/* Overwrite the words of a lead, which have changed: they are to be read
 * again. */
void tray_reread(struct tray *tray, int lead);

/* The lead with an id, or TRAY_NONE.  A lead keeps its number. */
int tray_find(const struct tray *tray, const char *id);

/* The next lead whose words are sealed, in the order of the list; those that
 * are found, from the n-th on, first.  TRAY_NONE: all are read. */
int tray_next_sealed(struct tray *tray, int n, int count);

/* Overwrite all words, and the query.  The columns stay. */
void tray_seal(struct tray *tray);

/*
 * Show only the leads that hold every word of the query: in the name, the
 * e-mail, the phone's digits or the status, or as the start of the reference.
 * Case, accents, dashes and look-alikes in a reference (O for 0, I and L for
 * 1) are forgiven.  status holds the words for each status, as they are
 * shown.  An empty query shows all.
 */
void tray_filter(struct tray *tray, const char *query,
		 const char *const status[STATUS_COUNT]);

/* How many are shown, and the n-th of them. */
int tray_count(struct tray *tray);
int tray_at(struct tray *tray, int n);

/* Where a lead stands among those shown, or TRAY_NONE. */
int tray_place(struct tray *tray, int lead);

const struct tray_lead *tray_lead(const struct tray *tray, int lead);

/* All; those whose words have been looked at; those with a status. */
int tray_total(const struct tray *tray);
int tray_readable(const struct tray *tray);
int tray_with(const struct tray *tray, enum status status);

/*
 * The next lead that shares its phone or e-mail with one, behind another in
 * no special order; from TRAY_NONE the first.  TRAY_NONE: no more.
 */
int tray_next_tied(const struct tray *tray, int lead, enum tray_tie tie,
		   int from);

#endif
