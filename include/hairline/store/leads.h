/*
 * leads - the rows of the table lead.
 */
#ifndef HAIRLINE_STORE_LEADS_H
#define HAIRLINE_STORE_LEADS_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/core/lead.h"
#include "hairline/store/envelope.h"
#include "hairline/store/value.h"

/* Bytes of a column, with the NUL. */
#define LEADS_KIOSK_SIZE 129
#define LEADS_LANGUAGE_SIZE 36
#define LEADS_FORM_SIZE 65
#define LEADS_TIER_SIZE 33

/* In the order that leads_copy() expects. */
#define LEADS_COLUMNS                                              \
	"id, kiosk, reference, created_at, language, form, tier, " \
	"delete_after, key, sealed"

struct database;
struct datakey;
struct sqlite3_stmt;

/* A row as it is stored; start with all zero. */
struct stored_lead {
	struct lead lead; /* the columns; the sealed fields are not set */
	char kiosk[LEADS_KIOSK_SIZE];
	char language[LEADS_LANGUAGE_SIZE];
	char form[LEADS_FORM_SIZE];
	char tier[LEADS_TIER_SIZE];
	char key[VALUE_ID_SIZE];
	struct envelope envelope;
};

/* May it be saved?  Both boxes are set, nothing is missing or too long. */
bool leads_check(const struct lead *lead, struct err *err);

/* Is a text of the right length for the field with a name ("phone")? */
bool leads_check_text(const char *name, const char *text, struct err *err);

/*
 * Seal a lead and add its row, with an id and a reference that are made here.
 * hash is what the "saved" event covers.
 */
bool leads_add(struct database *database, struct lead *lead,
	       const struct datakey *datakey, uint8_t hash[ENVELOPE_HASH_SIZE],
	       struct err *err);

/* The same with the id and the reference that the lead has. */
bool leads_add_known(struct database *database, const struct lead *lead,
		     const struct datakey *datakey,
		     uint8_t hash[ENVELOPE_HASH_SIZE], struct err *err);

/*
 * Move to the next lead, from the oldest.  Between two calls nothing is
 * locked, so a slow reader does not keep the kiosk from saving.
 */
bool leads_next(struct database *database, struct stored_lead *stored,
		bool *found, struct err *err);

/* The lead with an id. */
bool leads_find_id(struct database *database, const char *id,
		   struct stored_lead *stored, bool *found, struct err *err);

/* The current row of a statement that selects LEADS_COLUMNS. */
bool leads_copy(struct stored_lead *stored, struct sqlite3_stmt *rows,
		struct err *err);

void leads_release(struct stored_lead *stored);

#endif
