/*
 * lead_read - a line of hairline-leads(5) becomes a lead with its history.
 */
#ifndef HAIRLINE_CONTENT_LEAD_READ_H
#define HAIRLINE_CONTENT_LEAD_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/arena.h"
#include "hairline/base/err.h"

struct dossier;

/*
 * Read a line; the lead and its events live in the arena.  Members that are
 * not known are passed over.  False for what is no JSON, or lacks a member
 * that must be there; err says which, and nothing of what the line holds.
 * Whether consent is recorded is not looked at here: what is absent is empty.
 */
bool lead_read(struct dossier *dossier, struct arena *arena, const char *line,
	       size_t size, struct err *err);

#endif
