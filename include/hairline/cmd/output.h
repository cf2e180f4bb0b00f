/*
 * output - a file that is there whole or not at all.
 *
 * It is written under another name beside the one that was asked for, readable
 * by its owner only, and takes the name's place once all of it is on the disk:
 * an older file of that name survives every failure.  Only an ordinary file
 * is ever replaced, never a link, a folder or a device.
 */
#ifndef HAIRLINE_CMD_OUTPUT_H
#define HAIRLINE_CMD_OUTPUT_H

#include <limits.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>

#include "hairline/base/err.h"

struct output {
	FILE *file;
	int folder; /* descriptor */
	const char *path;
	const char *name; /* the last part of path */
	char temporary[NAME_MAX + 1];
	sigset_t signals; /* blocked in between, to leave nothing behind */
};

bool output_open(struct output *output, const char *path, struct err *err);

/* The path of the file under its other name, for a writer of its own. */
bool output_draft(const struct output *output, char path[PATH_MAX],
		  struct err *err);

/* Put it in its place.  On false it is as after output_abandon(). */
bool output_finish(struct output *output, struct err *err);

/*
 * output_finish() in its two steps, for those who note what happens between:
 * all of it is on the disk under the temporary name; and it takes its place.
 * They leave the output as it is when they fail, for output_abandon().
 */
bool output_settle(struct output *output, struct err *err);
bool output_place(struct output *output, struct err *err);

/* The absolute path of the file that output_open() makes for a path, to be
 * known beforehand. */
bool output_temporary(char temporary[PATH_MAX], const char *path,
		      struct err *err);

/* Close it after output_place(). */
void output_close(struct output *output);

/* Leave everything as it was before. */
void output_abandon(struct output *output);

#endif
