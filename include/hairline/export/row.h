/*
 * row - a lead as a line of named columns, the same in every table.
 */
#ifndef HAIRLINE_EXPORT_ROW_H
#define HAIRLINE_EXPORT_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct dossier;
struct lead;

/* X(id, "column name"), in their order. */
#define EXPORT_COLUMNS(X)                         \
	X(COLUMN_REFERENCE, "reference")          \
	X(COLUMN_CREATED, "created_at")           \
	X(COLUMN_STATUS, "status")                \
	X(COLUMN_NAME, "name")                    \
	X(COLUMN_PHONE, "phone")                  \
	X(COLUMN_EMAIL, "email")                  \
	X(COLUMN_TIME, "preferred_time")          \
	X(COLUMN_LANGUAGE, "language")            \
	X(COLUMN_TIER, "tier")                    \
	X(COLUMN_CONTACT, "consent_contact")      \
	X(COLUMN_ANSWERS_BOX, "consent_answers")  \
	X(COLUMN_TEXTS, "consent_texts")          \
	X(COLUMN_CALLS, "consent_calls")          \
	X(COLUMN_MAILS, "consent_email")          \
	X(COLUMN_TEXT_VERSION, "consent_version") \
	X(COLUMN_DELETE_AFTER, "delete_after")    \
	X(COLUMN_KIOSK, "kiosk")

enum export_column {
#define X(id, name) id,
	EXPORT_COLUMNS(X)
#undef X
	COLUMN_COUNT
};

struct export_row {
	const char *cells[COLUMN_COUNT]; /* never NULL */
	char times[2][21];               /* memory of the two times */
	char shown[10];                  /* memory of the reference */
};

const char *export_column_name(enum export_column column);

/* Does the column hold a time?  Then at is that of a lead. */
bool export_column_time(enum export_column column, const struct lead *lead,
			int64_t *at);

void export_row_fill(struct export_row *row, const struct dossier *dossier);

#endif
