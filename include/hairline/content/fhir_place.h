/*
 * fhir_place - where a byte of a document stands, found fast.
 *
 * A form may have 20,000 findings and be one line of eight megabytes, so
 * counting from the start each time is out of the question.
 */
#ifndef HAIRLINE_CONTENT_FHIR_PLACE_H
#define HAIRLINE_CONTENT_FHIR_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/arena.h"
#include "hairline/base/json.h"

struct fhir_places {
	const char *text;
	size_t size;
	struct json_place *marks; /* of every 512th byte */
};

/* False when there is no memory. */
bool fhir_places_init(struct fhir_places *places, struct arena *arena,
		      const char *text, size_t size);

/* The line and column of a byte; behind the end, those of the end. */
struct json_place fhir_place(const struct fhir_places *places, size_t at);

#endif
