/*
 * fhir_layout - texts that would not fit a small screen.
 */
#ifndef HAIRLINE_CONTENT_FHIR_LAYOUT_H
#define HAIRLINE_CONTENT_FHIR_LAYOUT_H

struct file;
struct findings;
struct form;

/* Warn of questions and options too long for 80x24, in any language. */
void fhir_layout_warn(const struct form *form, const struct file *file,
		      int language_count, struct findings *findings);

#endif
