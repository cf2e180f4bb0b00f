/*
 * fhir_option - codes, and the options of a question.
 */
#ifndef HAIRLINE_CONTENT_FHIR_OPTION_H
#define HAIRLINE_CONTENT_FHIR_OPTION_H

#include <jansson.h>
#include <stdbool.h>

struct fhir_reader;
struct form_coding;
struct form_item;

/* Do two codings mean the same?  One without a system goes by its code. */
bool fhir_coding_is_equal(const struct form_coding *a,
			  const struct form_coding *b);

/* A Coding; one without a code is refused. */
bool fhir_coding_read(struct fhir_reader *reader, const json_t *object,
		      struct form_coding *coding);

/* item.code */
bool fhir_codes_read(struct fhir_reader *reader, const json_t *object,
		     struct form_item *item);

/* item.answerOption; a question must have some, others none. */
bool fhir_options_read(struct fhir_reader *reader, const json_t *object,
		       struct form_item *item);

#endif
