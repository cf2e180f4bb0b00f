/*
 * paths - where the content and the data are when nobody says.
 */
#ifndef HAIRLINE_CMD_PATHS_H
#define HAIRLINE_CMD_PATHS_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/base/err.h"

#define PATHS_SIZE 4096

/* The installed content folder where there is one, else "assets". */
const char *paths_content(void);

/*
 * $XDG_DATA_HOME/hairline, else ~/.local/share/hairline.  A relative
 * XDG_DATA_HOME is skipped, as its specification asks.
 */
bool paths_data(char *path, size_t size, struct err *err);

/* folder/name; false when it does not fit. */
bool paths_join(char *path, size_t size, const char *folder, const char *name,
		struct err *err);

#endif
