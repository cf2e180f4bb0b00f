/*
 * program - the real binary, run once without a terminal.
 *
 * The binary is the one that the variable HAIRLINE names.  A run that takes
 * longer than 20 s is killed.  A helper that cannot do its work fails the
 * running test.
 */
#ifndef TESTS_SUPPORT_PROGRAM_H
#define TESTS_SUPPORT_PROGRAM_H

#include <stdbool.h>

#define PROGRAM_TEXT_SIZE 65536

struct program {
	/* Set before the run; zero is fine for all of them. */
	const char *input;      /* for standard input */
	const char *const *env; /* "NAME=value" to add; ends with NULL */
	bool is_closed[3];      /* standard streams that are closed */

	/* Set by the run. */
	int status; /* exit status, or minus the signal that ended it */
	char out[PROGRAM_TEXT_SIZE];
	char err[PROGRAM_TEXT_SIZE];
};

/* Run with arguments, which end with NULL.  Returns the status. */
int program_run(struct program *program, const char *const *args);

#define program_call(program, ...) \
	program_run(program, (const char *const[]){__VA_ARGS__, NULL})

#endif
