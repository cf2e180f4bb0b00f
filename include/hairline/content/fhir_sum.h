/*
 * fhir_sum - how low and how high a score can get.
 */
#ifndef HAIRLINE_CONTENT_FHIR_SUM_H
#define HAIRLINE_CONTENT_FHIR_SUM_H

#include <stdbool.h>
#include <stdint.h>

struct form;

/*
 * The bounds of a score, in millionths.  False where there are none to give:
 * something that is added may be there any number of times, or is no option.
 */
bool fhir_sum_bounds(const struct form *form, int item, int64_t *least,
		     int64_t *most);

/* May an item be there more than once in a response? */
bool fhir_sum_is_single(const struct form *form, int item);

#endif
