/*
 * load - a content folder becomes a catalog, whole or not at all.
 *
 *   DIR/clinic.ini  DIR/screening.json  DIR/theme.ini
 *   DIR/<lang>/text.ini  DIR/<lang>/faq.md  DIR/<lang>/privacy.md
 */
#ifndef HAIRLINE_CONTENT_LOAD_H
#define HAIRLINE_CONTENT_LOAD_H

#include "hairline/base/err.h"
#include "hairline/content/findings.h"

struct catalog;
struct file;

/* A content folder, one file of which may be read from another place: a copy
 * that is being edited. */
struct content_source {
	const char *dir;
	const char *name;    /* "en/faq.md", or NULL */
	const char *instead; /* its path */
};

/*
 * Load everything in dir.  False with the first error, "file:line: what and
 * how to mend it", and nothing held.
 */
bool content_load(struct catalog *catalog, const char *dir, struct err *err);
bool content_load_from(struct catalog *catalog,
		       const struct content_source *source, struct err *err);

/* Release a loaded catalog; a zeroed one is fine. */
void content_release(struct catalog *catalog);

/* Somebody who looks on while a folder is read. */
struct content_watcher {
	void *context;

	/* A file that could be read, before it is understood; it lives as long
	 * as the catalog.  language is an index, or -1. */
	void (*file)(void *context, const struct file *file, const char *name,
		     int language);
};

/*
 * Read as much of a folder as there is, reporting each error and going on with
 * the next file.  Returns true when all of it loads, but for what check_links()
 * says; release the catalog in any case.
 */
bool content_look(struct catalog *catalog, const struct content_source *source,
		  const struct content_watcher *watcher,
		  struct findings *findings);

#endif
