/*
 * fhir_html - the text in a text with HTML in it.
 *
 * Form builders leave tags and entities in item.text.  Only what HTML knows
 * counts as a tag, so "a < b" and "<your name>" stay.
 */
#ifndef HAIRLINE_CONTENT_FHIR_HTML_H
#define HAIRLINE_CONTENT_FHIR_HTML_H

#include "hairline/base/buf.h"

/*
 * Append the text without tags, its entities as characters, a line end where a
 * paragraph, row or item of a list ends.  Never longer than the text was.
 */
void html_strip(struct buf *out, const char *text);

#endif
