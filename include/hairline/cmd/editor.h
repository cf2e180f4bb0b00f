/*
 * editor - a file opened in the editor that its owner likes.
 */
#ifndef HAIRLINE_CMD_EDITOR_H
#define HAIRLINE_CMD_EDITOR_H

#include <stdbool.h>

#include "hairline/base/err.h"

/*
 * Run $VISUAL, else $EDITOR, else sensible-editor, nano or vi, on a file and
 * wait for its end.  The variable may hold options ("code --wait"); no shell
 * looks at it.  False when it cannot be started, fails or is killed.
 */
bool editor_run(const char *path, struct err *err);

#endif
