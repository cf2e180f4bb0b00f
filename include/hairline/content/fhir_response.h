/*
 * fhir_response - a stored QuestionnaireResponse, read back for staff.
 */
#ifndef HAIRLINE_CONTENT_FHIR_RESPONSE_H
#define HAIRLINE_CONTENT_FHIR_RESPONSE_H

#include "hairline/base/err.h"

/*
 * Call each(context, linkId, text, answer) for every answered item of the
 * response, in its order; several answers come joined with "; ".
 */
bool fhir_response_each(const char *json,
			void (*each)(void *context, const char *link_id,
				     const char *text, const char *answer),
			void *context, struct err *err);

#endif
