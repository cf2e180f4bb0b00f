/*
 * fhir_set - a set of items, as an expression names them.
 */
#ifndef HAIRLINE_CONTENT_FHIR_SET_H
#define HAIRLINE_CONTENT_FHIR_SET_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/arena.h"

struct fhir_set {
	uint64_t *bits; /* NULL: there was no memory */
	int size;       /* items there are */
};

/* An empty set of items 0 to size - 1. */
struct fhir_set fhir_set_make(struct arena *arena, int size);

void fhir_set_add(struct fhir_set *set, int item);
bool fhir_set_has(const struct fhir_set *set, int item);
int fhir_set_count(const struct fhir_set *set);

/* Put all of another set in. */
void fhir_set_join(struct fhir_set *set, const struct fhir_set *other);

/* Have they an item in common; are they the same? */
bool fhir_set_meets(const struct fhir_set *a, const struct fhir_set *b);
bool fhir_set_is_same(const struct fhir_set *a, const struct fhir_set *b);

#endif
