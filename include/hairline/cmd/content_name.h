/*
 * content_name - what an owner calls a file of the content folder.
 */
#ifndef HAIRLINE_CMD_CONTENT_NAME_H
#define HAIRLINE_CMD_CONTENT_NAME_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/err.h"

struct content_name {
	char file[64];     /* "en/faq.md" */
	char language[40]; /* the one it is in, or the first of the clinic */
	bool is_faq;
};

/*
 * "faq" or "en/faq.md" becomes the file's name.  language may be NULL: then it
 * is the first one in clinic.ini.
 */
bool content_name_find(struct content_name *name, const char *dir,
		       const char *word, const char *language, struct err *err);

/* The words it knows, with commas between. */
const char *content_name_list(void);

/* The languages that a folder's clinic.ini names, with spaces between, also
 * where other files have mistakes.  False when it names none. */
bool content_name_languages(const char *dir, char *tags, size_t size);

#endif
