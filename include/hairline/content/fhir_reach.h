/*
 * fhir_reach - items that no visitor can ever get to.
 */
#ifndef HAIRLINE_CONTENT_FHIR_REACH_H
#define HAIRLINE_CONTENT_FHIR_REACH_H

#include <stdbool.h>

struct arena;
struct fhir_remarks;
struct form;

/*
 * Which items no answers at all bring up: one flag an item, in the arena.
 * NULL when there is no memory.
 *
 * An item needs its conditions and those of all above it to be met, and what
 * they look at to be enabled in turn.  Looked at together, one question at a
 * time: a true flag is always right, but not every dead end is found.  In a
 * form with a circle none is looked for.
 */
const bool *fhir_reach_find(const struct form *form, struct arena *arena);

/*
 * Warn of these items ("unreachable"), saying why, not of what stands below
 * one; and of single conditions of others that are never met ("never-met").
 */
void fhir_reach_warn(const struct fhir_remarks *remarks);

#endif
