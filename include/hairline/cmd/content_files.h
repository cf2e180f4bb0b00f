/*
 * content_files - the files of a content folder, as they lie on the disk.
 */
#ifndef HAIRLINE_CMD_CONTENT_FILES_H
#define HAIRLINE_CMD_CONTENT_FILES_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

/*
 * Call each(context, name, status) for every ordinary file .ini, .json, .md and
 * .txt in dir, then in the folders right below it; name is "en/faq.md".  False
 * when dir cannot be read.
 */
bool content_files_each(const char *dir,
			void (*each)(void *context, const char *name,
				     const struct stat *status),
			void *context);

/* The same for the folders right below it. */
bool content_files_folders(const char *dir,
			   void (*each)(void *context, const char *name),
			   void *context);

/*
 * A number that changes with any file of the folder: its name, size, place on
 * the disk and times.
 */
uint64_t content_files_stamp(const char *dir);

#endif
