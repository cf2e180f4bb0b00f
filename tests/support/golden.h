/*
 * golden - frames against text files: the characters, then the style of each
 * run of cells, then what a terminal without colours shows of it.
 */
#ifndef TESTS_SUPPORT_GOLDEN_H
#define TESTS_SUPPORT_GOLDEN_H

struct canvas;
struct theme;

/* A frame as it is compared. */
struct golden {
	const struct canvas *canvas;
	const struct theme *theme;
};

/* Fails the running test when the file says something else; with UPDATE=1 in
 * the environment it is rewritten instead. */
void golden_compare(const struct golden *golden, const char *path);

#endif
