/*
 * owner - a clinic's owner at a shell: a content folder, a data folder, an
 * editor that does what a test says, and the program.
 *
 * Everything here fails the running test when it cannot do its work.
 */
#ifndef TESTS_SUPPORT_OWNER_H
#define TESTS_SUPPORT_OWNER_H

#include "support/folder.h"
#include "support/program.h"
#include "support/tty.h"

struct owner {
	char content[FOLDER_PATH];
	char data[FOLDER_PATH];
	char tools[FOLDER_PATH]; /* where the editor lies */
	char editor[2 * FOLDER_PATH];
	const char *env[2];
	struct program run;
	struct tty tty;
};

/* For a test whose state is an owner with a copy of assets/. */
int owner_make(void **state);
int owner_remove(void **state);
#define OWNER_TEST(name) \
	cmocka_unit_test_setup_teardown(name, owner_make, owner_remove)

/*
 * What the editor does with the file "$1", as lines of sh; $CONTENT and $TOOLS
 * are set.
 */
void owner_edits(struct owner *owner, const char *script);

/* Run the program on both folders.  Returns the exit status. */
#define owner_call(owner, ...)                                \
	program_call(&(owner)->run, __VA_ARGS__, "--content", \
		     (owner)->content, "--data", (owner)->data)

/* The same in a terminal, where it may still be running. */
#define owner_start(owner, ...)                                            \
	owner_start_args(owner,                                            \
			 (const char *const[]){__VA_ARGS__, "--content",   \
					       (owner)->content, "--data", \
					       (owner)->data, NULL})
void owner_start_args(struct owner *owner, const char *const *args);

/* Does a content file hold a text?  And its whole text, freed by the caller. */
bool owner_has(const struct owner *owner, const char *name, const char *text);
char *owner_read(const struct owner *owner, const char *name);

/* Change the first place of a text in a content file, as an editor that knows
 * nothing of us would. */
void owner_replace(const struct owner *owner, const char *name,
		   const char *from, const char *to);

/* How many drafts lie in the data folder. */
int owner_drafts(const struct owner *owner);

/* The last run said a text, on stdout or stderr. */
void owner_said(const struct owner *owner, const char *text);

#endif
