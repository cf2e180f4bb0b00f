/*
 * fhir_recall - what a stored QuestionnaireResponse calls for, worked out again
 * with the questionnaire that was asked.
 */
#ifndef HAIRLINE_CONTENT_FHIR_RECALL_H
#define HAIRLINE_CONTENT_FHIR_RECALL_H

#include <stdbool.h>

#include "hairline/base/err.h"

struct form;
struct outcome;

/*
 * Fill in the outcome of the answers of a response.  Items and options that
 * the form does not have are passed over.
 */
bool fhir_recall(const char *json, const struct form *form,
		 struct outcome *outcome, struct err *err);

#endif
