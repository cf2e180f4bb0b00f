/*
 * question_list - the questions of a stored questionnaire (FHIR R4, JSON), in
 * the order they are asked, and what they are called in a language.
 *
 * Any version that the store has kept can be listed, also one that this
 * program would no longer run.
 */
#ifndef HAIRLINE_CONTENT_QUESTION_LIST_H
#define HAIRLINE_CONTENT_QUESTION_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/err.h"

struct arena;

struct question_list {
	const char **link_ids;
	const char **names; /* its short text, else its text, else its linkId */
	int count;
};

/* language is a BCP 47 code; without a translation the document's own text is
 * taken.  What is listed lives in the arena. */
bool question_list_read(struct question_list *list, struct arena *arena,
			const char *json, size_t size, const char *language,
			struct err *err);

#endif
