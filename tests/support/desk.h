/*
 * desk - a data folder for one test, the program run on it, and what it said.
 *
 * Everything here fails the running test when it cannot do its work.
 */
#ifndef TESTS_SUPPORT_DESK_H
#define TESTS_SUPPORT_DESK_H

#include <stdint.h>

#include "hairline/core/reference.h"
#include "support/program.h"
#include "support/store_fixture.h"
#include "support/tty.h"

struct desk {
	char dir[STORE_FIXTURE_DIR_SIZE];
	char shown[REFERENCE_SHOWN_SIZE]; /* of the lead saved last */
	struct program run;
	struct tty tty;
};

/* For a test whose state is a desk. */
int desk_make(void **state);
int desk_remove(void **state);
#define DESK_TEST(name) \
	cmocka_unit_test_setup_teardown(name, desk_make, desk_remove)

/* Save the fixture's lead of a number, under another name unless NULL, with
 * one answered question. */
void desk_save_lead(struct desk *desk, int number, const char *name);

/* Rows of the history. */
int64_t desk_count_events(const struct desk *desk);

/* Run the program with this data folder.  Returns the exit status. */
#define desk_call(desk, ...) \
	program_call(&(desk)->run, __VA_ARGS__, "--data", (desk)->dir)

/* The same in the desk's terminal, 24 x 120, where it may still be running. */
#define desk_start(desk, ...)                                              \
	desk_start_args(desk, (const char *const[]){__VA_ARGS__, "--data", \
						    (desk)->dir, NULL})
void desk_start_args(struct desk *desk, const char *const *args);

void assert_has(const char *text, const char *part);
void assert_lacks(const char *text, const char *part);

#endif
