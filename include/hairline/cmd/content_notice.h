/*
 * content_notice - versions of the content's files, put into the history as
 * they are noticed.
 */
#ifndef HAIRLINE_CMD_CONTENT_NOTICE_H
#define HAIRLINE_CMD_CONTENT_NOTICE_H

#include "hairline/store/versions.h"

/* The whole path of a file of the folder, as the history names it. */
bool content_notice_path(char path[VERSIONS_PATH_SIZE], const char *dir,
			 const char *name, struct err *err);

/* The name of a user; their number when they have none. */
void content_notice_who(char who[VERSIONS_NAME_SIZE], unsigned user);

/*
 * Keep one file, as it is now, in the name of whoever owns it.  number, which
 * may be NULL, gets the number of the version.
 */
bool content_notice_file(const char *data, const char *dir, const char *name,
			 const char *how, int *number, struct err *err);

/* Keep every file of a folder that has changed since anybody looked. */
bool content_notice(const char *data, const char *dir, const char *how,
		    struct err *err);

#endif
