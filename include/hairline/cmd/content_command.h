/*
 * content_command - "hairline content": what the clinic may change, checked,
 * edited, shown, and every version of it kept.
 */
#ifndef HAIRLINE_CMD_CONTENT_COMMAND_H
#define HAIRLINE_CMD_CONTENT_COMMAND_H

#include "hairline/cmd/command.h"
#include "hairline/content/findings.h"
#include "hairline/content/load.h"

extern const struct command command_content_check;
extern const struct command command_content_edit;
extern const struct command command_content_log;
extern const struct command command_content_diff;
extern const struct command command_content_restore;
extern const struct command command_content_preview;

/* All checks: what content_inspect() and content_fit() say today.  Returns true
 * when there is no error. */
bool content_command_check(const struct content_source *source,
			   struct findings *findings);

/*
 * Keep every file of a folder that has changed since anybody looked, in the
 * data folder's history; how says who noticed ("check").  A failure is said on
 * stderr and stops nobody.
 */
void content_command_notice(const struct options *options, const char *dir,
			    const char *how);

/* Read the number of a version.  False when it is none. */
bool content_command_number(const char *text, int *number);

#endif
