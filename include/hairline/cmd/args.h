/*
 * args - options among the words of a call.
 *
 * An option may stand anywhere before "--".  "--name value" and "--name=value"
 * are the same.
 */
#ifndef HAIRLINE_CMD_ARGS_H
#define HAIRLINE_CMD_ARGS_H

#include <stdbool.h>

#include "hairline/base/err.h"

struct args_option {
	const char *name;    /* "--output" */
	const char **values; /* where its values go; NULL: it takes none */
	int room;            /* how many values there is room for */
	int count;           /* how often it was given; set by args_take() */
};

/*
 * Take the listed options out of argv; the list ends with a NULL name.  Other
 * options stay.  False when a value is missing or there are too many.
 */
bool args_take(int *argc, char **argv, struct args_option *options,
	       struct err *err);

/*
 * The same, for the last to look: any other option is an error, and "--" is
 * taken out, so that only plain words are left.
 */
bool args_take_all(int *argc, char **argv, struct args_option *options,
		   struct err *err);

#endif
