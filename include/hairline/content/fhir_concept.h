/*
 * fhir_concept - concepts of value sets become options.
 *
 * They are collected in a room that all sets of a form share, and then copied.
 */
#ifndef HAIRLINE_CONTENT_FHIR_CONCEPT_H
#define HAIRLINE_CONTENT_FHIR_CONCEPT_H

#include <stdbool.h>

struct fhir_reader;
struct form_option;
struct hl7_code;
struct hl7_set;
struct json;

struct fhir_concepts {
	struct fhir_reader *reader;
	struct form_option *options;
	int count;
};

/* Start with none.  False when there is no memory. */
bool fhir_concepts_init(struct fhir_concepts *concepts,
			struct fhir_reader *reader);

/* Add one; too many refuse the form. */
void fhir_concept_add(struct fhir_concepts *concepts,
		      const struct json *concept, const char *system);
void fhir_concept_add_hl7(struct fhir_concepts *concepts,
			  const struct hl7_set *set,
			  const struct hl7_code *code);

/* Take one away again. */
void fhir_concept_drop(struct fhir_concepts *concepts, const char *system,
		       const char *code);

/* The first count of them, in the form's arena; NULL: no memory. */
const struct form_option *fhir_concepts_keep(struct fhir_concepts *concepts,
					     int count);

#endif
