/*
 * file - a content file as text: read whole, checked, NUL-terminated.
 *
 * Refuses a file that is missing, unreadable, larger than FILE_SIZE_MAX, not
 * UTF-8 or holds a NUL.  A byte order mark is skipped and CRLF becomes LF, so
 * that a file from any editor reads the same.
 */
#ifndef HAIRLINE_CONTENT_FILE_H
#define HAIRLINE_CONTENT_FILE_H

#include <stddef.h>

#include "hairline/base/arena.h"
#include "hairline/base/err.h"

#define FILE_SIZE_MAX ((size_t)8 * 1024 * 1024)

struct file {
	const char *path; /* as it is named in messages */
	const char *text;
	size_t size;   /* bytes */
	char hash[65]; /* SHA-256 of text, hex */
};

bool file_read(struct file *file, struct arena *arena, const char *path,
	       struct err *err);

/* The same, with another name for it in messages. */
bool file_read_as(struct file *file, struct arena *arena, const char *path,
		  const char *shown, struct err *err);

/* The line (from 1) that a byte offset of the text is in. */
unsigned file_line(const struct file *file, size_t offset);

#endif
