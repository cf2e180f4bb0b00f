/*
 * fhir_reach - items that no visitor can ever get to.
 */
#ifndef HAIRLINE_CONTENT_FHIR_REACH_H
#define HAIRLINE_CONTENT_FHIR_REACH_H

struct file;
struct findings;
struct form;

/*
 * Warn of items whose conditions no set of answers meets (two answers to a
 * question that takes one, an answer to a question that is never asked) and
 * of hidden questions that must be answered.  Looks at one item and those
 * above it at a time: a warning is always right, but not every dead end is
 * found.
 */
void fhir_reach_warn(const struct form *form, const struct file *file,
		     struct findings *findings);

#endif
