/*
 * key_command - "hairline key": the clinic's secret key, which opens what
 * visitors left, and everything that keeps it from being lost or stolen.
 */
#ifndef HAIRLINE_CMD_KEY_COMMAND_H
#define HAIRLINE_CMD_KEY_COMMAND_H

#include "hairline/cmd/command.h"

struct err;
struct seal_keys;

extern const struct command command_key_passphrase;
extern const struct command command_key_export;
extern const struct command command_key_remove;
extern const struct command command_key_paper;
extern const struct command command_key_restore;
extern const struct command command_key_rotate;

/* Finish or drop a rotation that was cut short, before keys are looked at. */
bool key_command_settle(const struct options *options, struct err *err);

/*
 * The keys of the data folder, the secret one here and open.  Never makes a
 * pair.  passphrase is as for unlock_keys().  To be released by
 * seal_keys_release(), also when it is false.
 */
bool key_command_open(struct seal_keys *keys, const struct options *options,
		      char *passphrase, struct err *err);

/* The same, but a key under a passphrase stays closed. */
bool key_command_load(struct seal_keys *keys, const struct options *options,
		      struct err *err);

/* Is a file the secret key of the data folder itself? */
bool key_command_is_own(const struct options *options, const char *file);

/*
 * Ask a person at the terminal to type a word before something that cannot be
 * taken back.  What is at stake was said before.
 */
bool key_command_confirm(const char *word, struct err *err);

#endif
