/*
 * diff - two texts compared line by line, as `diff -u` shows it.
 *
 * The shortest way from one to the other (Myers 1986, An O(ND) Difference
 * Algorithm).  Texts that differ in more than DIFF_STEPS lines are shown as one
 * block removed and one added.
 */
#ifndef HAIRLINE_BASE_DIFF_H
#define HAIRLINE_BASE_DIFF_H

#include <stdbool.h>
#include <stddef.h>

#define DIFF_STEPS 1000
#define DIFF_CONTEXT 3 /* lines shown around a change */

enum diff_kind {
	DIFF_PLACE, /* "@@ -12,7 +12,8 @@" */
	DIFF_SAME,
	DIFF_REMOVED,
	DIFF_ADDED
};

/*
 * Call each() for every line to show, without its end and not NUL-terminated.
 * False when there is no memory.
 */
bool diff_each(const char *from, const char *to,
	       void (*each)(void *context, enum diff_kind kind,
			    const char *line, size_t len),
	       void *context);

#endif
