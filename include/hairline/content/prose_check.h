/*
 * prose_check - is what a visitor reads honest, and easy to read?
 *
 * Warns of claims on the language's list (claims.h) and of what is hard to
 * read (reading.h), each with the line it stands in.
 */
#ifndef HAIRLINE_CONTENT_PROSE_CHECK_H
#define HAIRLINE_CONTENT_PROSE_CHECK_H

#include "hairline/content/claims.h"
#include "hairline/content/reading.h"

struct findings;
struct form;

struct prose_check {
	const struct claims *claims;     /* NULL: there is no list */
	const struct reading_rule *rule; /* NULL: none for the language */
	struct findings *findings;
};

/* faq.md or privacy.md. */
void prose_check_markdown(const struct prose_check *check,
			  const struct file *file);

/* text.ini. */
void prose_check_ini(const struct prose_check *check, const struct file *file);

/* One text that stands in a line of a file. */
void prose_check_text(const struct prose_check *check, const char *path,
		      unsigned line, const char *text);

/* Every text of a questionnaire in one language. */
void prose_check_form(const struct prose_check *check, const char *path,
		      const struct form *form, int language);

#endif
