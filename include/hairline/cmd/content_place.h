/*
 * content_place - a new version of a content file, put in its place.
 */
#ifndef HAIRLINE_CMD_CONTENT_PLACE_H
#define HAIRLINE_CMD_CONTENT_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/err.h"

struct options;

#define CONTENT_NO_LOCK (-1)

/*
 * Keep other owners from changing a content folder until it is unlocked or the
 * process ends.  CONTENT_NO_LOCK when somebody else has it, who is named.
 */
int content_lock(const char *dir, struct err *err);
void content_unlock(int lock);

/*
 * Replace a file of the folder, whole or not at all, with its owner and rights;
 * behind a link, the file it points at.  The version before must be in the
 * history already; the new one is added in the name of who runs this.  *number
 * gets its number, 0 when it could not be added.
 */
bool content_place(const struct options *options, const char *name,
		   const char *how, const void *bytes, size_t size, int *number,
		   struct err *err);

/* A private copy of a file's text that is being worked on. */
struct draft {
	char dir[4096];
	char path[4352];
};

/* Make one in the data folder; name is "en/faq.md". */
bool draft_make(struct draft *draft, const char *data, const char *name,
		const void *bytes, size_t size, struct err *err);
void draft_remove(const struct draft *draft);

#endif
