/*
 * fhir_demand - can the answers to one question be what is asked of them?
 */
#ifndef HAIRLINE_CONTENT_FHIR_DEMAND_H
#define HAIRLINE_CONTENT_FHIR_DEMAND_H

#include <stdbool.h>

#include "hairline/base/buf.h"
#include "hairline/content/fhir_bounds.h"
#include "hairline/form/form.h"

#define FHIR_DEMANDS_MAX 64 /* what is asked beyond that is not looked at */

/* What is asked of one question. */
struct fhir_demand {
	const struct form *form;
	int target;    /* FORM_NONE: of an item that is not there */
	bool is_never; /* known never to be enabled */
	const struct form_condition *at[FHIR_DEMANDS_MAX];
	int count;
};

/*
 * Why no visitor can ever give answers that meet all of it, or NEVER_NOT.
 * What cannot be decided here is NEVER_NOT, so another result is always right.
 */
enum fhir_never fhir_demand_never(const struct fhir_demand *demand);

/* Append why, behind the linkId, with what is asked where it matters: 'has no
 * option that is like that (= "red")'. */
void fhir_demand_say(struct buf *buf, const struct fhir_demand *demand,
		     enum fhir_never never);

/* Does a condition need an answer?  Not with != nor with exists false. */
bool fhir_demand_needs_answer(const struct form_condition *condition);

/* Does one answer do for a condition, were it the only one? */
bool fhir_demand_is_met(const struct form_condition *condition,
			const struct answer *answer);

#endif
