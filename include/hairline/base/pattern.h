/*
 * pattern - a regular expression of a form (the regex extension), by PCRE2.
 *
 * Matches the whole text.  The work of one match is bounded, so a pattern
 * cannot stop the kiosk; nothing is allocated while matching.
 */
#ifndef HAIRLINE_BASE_PATTERN_H
#define HAIRLINE_BASE_PATTERN_H

#include <stdbool.h>

#include "hairline/base/arena.h"
#include "hairline/base/err.h"

struct pattern;

/* NULL when it is no pattern; err says why and at which character.  Lives in
 * the arena. */
const struct pattern *pattern_read(struct arena *arena, const char *text,
				   struct err *err);

/* Also true where the bound was reached first: what cannot be decided must
 * not keep a visitor from going on. */
bool pattern_matches(const struct pattern *pattern, const char *text);

#endif
