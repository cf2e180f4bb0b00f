/*
 * findings_list - findings kept until a file is done, to be told in the order
 * of their places.
 */
#ifndef HAIRLINE_CONTENT_FINDINGS_LIST_H
#define HAIRLINE_CONTENT_FINDINGS_LIST_H

#include "hairline/base/arena.h"
#include "hairline/content/findings.h"

struct findings_entry;

struct findings_list {
	struct findings in; /* report to this */
	struct arena *arena;
	struct findings_entry *last;
	size_t count;
	struct findings *out; /* where they go in the end */
};

/* The list stays where it is, as long as it is reported to. */
void findings_list_init(struct findings_list *list, struct arena *arena,
			struct findings *out);

/*
 * Pass all on, by line and column, then by severity; what has the same place
 * stays as it came.  Where memory ran out they come unsorted; none is lost.
 */
void findings_list_tell(struct findings_list *list);

#endif
