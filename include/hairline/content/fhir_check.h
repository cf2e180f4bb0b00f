/*
 * fhir_check - everything there is to say about a form that has been loaded.
 *
 * What breaks the specification, circles, and what is not translated, the
 * reader has said before.
 */
#ifndef HAIRLINE_CONTENT_FHIR_CHECK_H
#define HAIRLINE_CONTENT_FHIR_CHECK_H

struct file;
struct findings;
struct form;

/* What a kiosk needs to know of it: items nobody reaches, questions nobody can
 * answer, texts too long for 80x24. */
void fhir_check(const struct form *form, const struct file *file,
		struct findings *findings);

/* The same, and where other form fillers take it differently. */
void fhir_check_all(const struct form *form, const struct file *file,
		    struct findings *findings);

#endif
