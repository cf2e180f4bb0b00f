/*
 * session - one visitor: every word and choice of theirs, in one block.
 *
 * The block is guarded and locked memory (sodium_malloc), sized when the form
 * is known and wiped in one call.  No other memory of ours holds a visitor's
 * words longer than a frame.
 */
#ifndef HAIRLINE_CORE_SESSION_H
#define HAIRLINE_CORE_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/core/consent.h"
#include "hairline/core/contact.h"
#include "hairline/core/lead.h"
#include "hairline/form/answers.h"

#define SESSION_QUERY_SIZE 65
#define SESSION_PIN_SIZE 13
#define SESSION_TYPED_SIZE 2049

enum session_field {
	FIELD_NAME,
	FIELD_PHONE,
	FIELD_EMAIL,
	FIELD_COUNT
};

/* What is being typed into a question, and which answer to it becomes of it. */
struct typed {
	struct place place; /* of the question, or no place */
	int nth;            /* from 0; as many as there are: one more */
	int unit;           /* of a quantity: which of its units */
	char text[SESSION_TYPED_SIZE];
};

struct session {
	int language; /* index into the catalog's languages */
	bool has_more_time;
	bool has_seen_outcome;
	bool has_seen_code;
	int furthest; /* the last item reached, or FORM_NONE */
	struct answers answers;
	char name[CONTACT_NAME_SIZE];
	char phone[CONTACT_PHONE_SIZE];
	char email[CONTACT_EMAIL_SIZE];
	struct typed typed;
	char query[SESSION_QUERY_SIZE];
	char pin[SESSION_PIN_SIZE]; /* staff, leaving the kiosk */
	enum lead_time time;
	struct consent consent;
	char reference[REFERENCE_SIZE]; /* "" until a lead is saved */
	size_t size;                    /* of the whole block, bytes */
};

/* A fresh session for a form, or NULL when there is no memory. */
struct session *session_new(const struct form *form);
void session_free(struct session *session);

/* Forget everything of the visitor: every byte is overwritten. */
void session_clear(struct session *session);

/* Has the visitor done anything worth a question before it is thrown away? */
bool session_is_fresh(const struct session *session);

/* The memory of a field, and its size in bytes. */
char *session_field(struct session *session, enum session_field field,
		    size_t *size);

#endif
