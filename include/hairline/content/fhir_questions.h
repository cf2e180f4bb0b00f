/*
 * fhir_questions - the questions of all versions of a questionnaire, each once:
 * the columns of a table of answers.
 *
 * A question is known by its linkId; one that has another linkId in another
 * version, but the same text, is the same.  The version added first gives the
 * text and the order, so the newest comes first.
 */
#ifndef HAIRLINE_CONTENT_FHIR_QUESTIONS_H
#define HAIRLINE_CONTENT_FHIR_QUESTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/arena.h"
#include "hairline/base/err.h"

#define FHIR_QUESTION_NONE (-1)

struct fhir_questions {
	struct arena arena;
	const char **texts; /* count of them: the columns */
	int count;
	struct fhir_link *links; /* every linkId, with its column */
	int link_count;
	int link_room;
	int last; /* where the last find was: answers come in order */
};

void fhir_questions_init(struct fhir_questions *questions);
void fhir_questions_release(struct fhir_questions *questions);

/*
 * Add what a stored Questionnaire asks.  Not what is coded
 * urn:hairline:keep#never, whose answers are never stored.
 */
bool fhir_questions_add(struct fhir_questions *questions, const char *json,
			size_t size, struct err *err);

/* The column of a linkId, or FHIR_QUESTION_NONE. */
int fhir_questions_find(struct fhir_questions *questions, const char *link_id);

#endif
