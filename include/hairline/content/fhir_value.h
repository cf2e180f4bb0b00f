/*
 * fhir_value - value[x] and answer[x] become an answer.
 */
#ifndef HAIRLINE_CONTENT_FHIR_VALUE_H
#define HAIRLINE_CONTENT_FHIR_VALUE_H

#include <stdbool.h>

struct answer;
struct fhir_reader;
struct json;

/* The member of an object that is its value[x]: prefix is "value" or "answer".
 * NULL when it has none. */
const struct json *fhir_value_find(const struct json *object,
				   const char *prefix);

/*
 * Read value[x] of an object.  False when there is none; false, and reported,
 * when it is not well formed.
 */
bool fhir_value_read(struct fhir_reader *reader, const struct json *object,
		     const char *prefix, struct answer *answer);

/* Read a Coding; false, and reported, when it has neither code nor display. */
bool fhir_coding_read(struct fhir_reader *reader, const struct json *object,
		      struct answer *answer);

#endif
