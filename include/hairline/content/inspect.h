/*
 * inspect - everything there is to say about a content folder.
 *
 * Errors keep the kiosk from showing it: a file that does not load, files that
 * disagree (check.h).  Warnings do not: what check_warn() and fhir_warn()
 * name, and prose that claims too much or is hard to read (prose_check.h).
 * <lang>/claims.ini is read here only; the kiosk does without.
 */
#ifndef HAIRLINE_CONTENT_INSPECT_H
#define HAIRLINE_CONTENT_INSPECT_H

#include "hairline/content/findings.h"
#include "hairline/content/load.h"

/*
 * Report each finding, going on after an error to the next file.  today is
 * "2026-11-23".  Returns true when there is no error.
 */
bool content_inspect(const struct content_source *source, const char *today,
		     struct findings *findings);

#endif
