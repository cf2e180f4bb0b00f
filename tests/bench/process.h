/*
 * process - a program run to its end, without a terminal.
 */
#ifndef TESTS_BENCH_PROCESS_H
#define TESTS_BENCH_PROCESS_H

#include <stdbool.h>

struct process {
	double ms;      /* from the fork to its end */
	double peak_mb; /* most memory it ever had resident */
	int status;     /* as from waitpid */
};

/* Run argv (ends with NULL); output goes to a file, or is dropped when NULL.
 * Ends the row's process when the program cannot be run or fails. */
struct process process_run(const char *const *argv, const char *output);

/* Is a program of this name on the PATH? */
bool process_has(const char *name);

#endif
