/*
 * fhir_option - codes, and the options of a question.
 */
#ifndef HAIRLINE_CONTENT_FHIR_OPTION_H
#define HAIRLINE_CONTENT_FHIR_OPTION_H

#include <stdbool.h>

struct fhir_reader;
struct form_item;
struct form_option;
struct json;

/* item.code; codings without a code are left out. */
void fhir_codes_read(struct fhir_reader *reader, const struct json *object,
		     struct form_item *item);

/* item.answerOption, else the value set it names. */
void fhir_options_read(struct fhir_reader *reader, const struct json *object,
		       struct form_item *item);

/* The ordinalValue or itemWeight of an object; false when it has none. */
bool fhir_weight_read(struct fhir_reader *reader, const struct json *object,
		      struct form_option *option);

#endif
