/*
 * check - do the files of a content folder agree with each other?
 */
#ifndef HAIRLINE_CONTENT_CHECK_H
#define HAIRLINE_CONTENT_CHECK_H

#include "hairline/content/findings.h"

struct catalog;

/*
 * Report each disagreement as "file:line: what and how to mend it":
 *
 *   - the questionnaire points at an entry that a language's FAQ lacks,
 *   - an entry of one language's FAQ is not in another's,
 *   - a text holds a {place} in one language only.
 */
void check_links(const struct catalog *catalog, const char *dir,
		 void (*report)(void *context, const char *text),
		 void *context);

/*
 * What loads but deserves a word: questions too long for a line, a countdown
 * too short to react to, styles of too little contrast.
 */
void check_warn(const struct catalog *catalog, const char *dir,
		struct findings *findings);

#endif
