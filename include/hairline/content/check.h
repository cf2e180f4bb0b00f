/*
 * check - do the files of a content folder agree with each other?
 */
#ifndef HAIRLINE_CONTENT_CHECK_H
#define HAIRLINE_CONTENT_CHECK_H

#include "hairline/content/findings.h"

struct catalog;
struct file;

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

/* A catalog to look at, and what tells where in its files something stands. */
struct checked {
	const struct catalog *catalog;
	const char *dir;
	const struct file *clinic; /* clinic.ini, or NULL */
	const struct file *theme;  /* theme.ini, or NULL */
	const char *today;         /* "2026-11-23" */
};

/*
 * What loads but deserves a word: FAQ questions too long for a line, answers
 * and notices that nobody has reviewed for a year, idle times too short to
 * react in (WCAG 2.2.1), styles of too little contrast.
 */
void check_warn(const struct checked *checked, struct findings *findings);

#endif
