/*
 * point - the places of the answers in the order of the document, and the ends
 * of repeating groups between them.
 */
#ifndef HAIRLINE_FORM_POINT_H
#define HAIRLINE_FORM_POINT_H

#include <stdbool.h>

#include "hairline/form/answers.h"

/* A place, or the end of the last occurrence of the group at it. */
struct point {
	struct place place; /* no place: before the first, behind the last */
	bool is_end;
};

/*
 * The next point after one, without what does not apply; from no place the
 * first.  With is_inside false what stands below the place is passed over.
 */
struct point point_after(const struct answers *answers, struct point from,
			 bool is_inside);

#endif
