/*
 * markdown - CommonMark (by cmark) becomes docs.
 */
#ifndef HAIRLINE_CONTENT_MARKDOWN_H
#define HAIRLINE_CONTENT_MARKDOWN_H

#include "hairline/content/file.h"

struct faq;
struct privacy;

/*
 * faq.md: "# topic", "## question {#slug}", the answer, and as its last
 * paragraph "Sources: ...; reviewed YYYY-MM-DD" in the clinic's language (the
 * date is what is looked for).  A heading without {#slug} makes its own.
 */
bool markdown_read_faq(struct faq *faq, struct arena *arena,
		       const struct file *file, struct err *err);

/* privacy.md: ends with a paragraph that holds "Version: YYYY-MM-DD". */
bool markdown_read_privacy(struct privacy *privacy, struct arena *arena,
			   const struct file *file, struct err *err);

#endif
