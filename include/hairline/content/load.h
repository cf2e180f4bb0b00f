/*
 * load - a content folder becomes a catalog, whole or not at all.
 *
 *   DIR/clinic.ini  DIR/screening.json  DIR/theme.ini
 *   DIR/<lang>/text.ini  DIR/<lang>/faq.md  DIR/<lang>/privacy.md
 */
#ifndef HAIRLINE_CONTENT_LOAD_H
#define HAIRLINE_CONTENT_LOAD_H

#include "hairline/base/err.h"
#include "hairline/content/findings.h"

struct catalog;

/*
 * Load everything in dir.  False with the first error, "file:line: what and
 * how to mend it", and nothing held.
 */
bool content_load(struct catalog *catalog, const char *dir, struct err *err);

/* Release a loaded catalog; a zeroed one is fine. */
void content_release(struct catalog *catalog);

/*
 * Look at everything in dir and report each error and warning; goes on after
 * an error to the next file.  Returns true when there is no error.
 */
bool content_check(const char *dir, struct findings *findings);

#endif
