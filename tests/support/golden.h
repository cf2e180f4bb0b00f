/*
 * golden - a frame as text, against a file in tests/screen/golden/: the
 * characters, then the style of each run of cells, then what a terminal
 * without colours shows of it.  UPDATE=1 in the environment rewrites the file.
 */
#ifndef HAIRLINE_TESTS_SUPPORT_GOLDEN_H
#define HAIRLINE_TESTS_SUPPORT_GOLDEN_H

#include "support/stage.h"

struct size {
	int rows;
	int cols;
};

/* The sizes at which every screen is looked at. */
static const struct size golden_sizes[] = {
	{24, 80}, {31, 100}, {60, 200}, {12, 40}};

#define GOLDEN_SIZES (sizeof(golden_sizes) / sizeof(golden_sizes[0]))

/* Fail the running test where a frame is another than the file says. */
void golden_compare(const struct canvas *canvas, const struct theme *theme,
		    const char *path);

/* The same for the frame on the stage, and the file of that name. */
void golden_check(const struct stage *stage, const char *name, int language);

#endif
