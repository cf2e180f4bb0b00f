/*
 * faq_read - faq.md becomes the questions and answers of one language.
 *
 *   # topic
 *   ## question {#slug}
 *   the answer, and as its last paragraph
 *   Sources: ...; reviewed 2026-11-22
 *
 * The last paragraph is in the clinic's language: the date at its end is what
 * is looked for.  A question without {#slug} makes its own of its words.
 * "{#slug: price, how much}" adds words that visitors may search for.  A link
 * to "#slug" must lead to a question of the file.
 */
#ifndef HAIRLINE_CONTENT_FAQ_READ_H
#define HAIRLINE_CONTENT_FAQ_READ_H

#include "hairline/content/file.h"

struct faq;
struct text_value;

bool faq_read(struct faq *faq, struct arena *arena, const struct file *file,
	      const struct text_value *values, struct err *err);

#endif
