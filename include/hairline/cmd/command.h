/*
 * command - one word after "hairline", each a const table in its own file.
 *
 * main.c reads the common options and follows the words down to a command
 * that has no subcommands; that one parses what is left.  Exit status:
 * EXIT_FINE, EXIT_FOUND, EXIT_USAGE.
 */
#ifndef HAIRLINE_CMD_COMMAND_H
#define HAIRLINE_CMD_COMMAND_H

#include <limits.h>
#include <stdbool.h>

enum exit_status {
	EXIT_FINE = 0,
	EXIT_FOUND = 1, /* something is wrong, or it failed: said on stderr */
	EXIT_USAGE = 2,
};

struct args_option;

struct options {
	const char *content;         /* the content folder */
	const char *data;            /* the data folder */
	const char *passphrase_file; /* for the secret key; NULL: ask */
	int argc;                    /* what follows the command's name */
	char **argv;
};

struct command {
	const char *name;
	const struct command *parent; /* of a subcommand; else NULL */
	const char *usage;  /* what follows the name: "list | show REF" */
	const char *help;   /* one line for the list of commands */
	const char *detail; /* more for --help of this command, or NULL */

	/* Ends with NULL.  A command has either these or run. */
	const struct command *const *subcommands;

	/* Returns an enum exit_status. */
	int (*run)(const struct command *command,
		   const struct options *options);
};

extern const struct command command_kiosk;
extern const struct command command_desk;
extern const struct command command_leads;
extern const struct command command_form;
extern const struct command command_content;
extern const struct command command_init;
extern const struct command command_doctor;
extern const struct command command_pin;
extern const struct command command_qr;
extern const struct command command_stats;
extern const struct command command_key;
extern const struct command command_backup;
extern const struct command command_restore;

/*
 * Follow the words of the call down the tree of subcommands, taking them off
 * the options; where they end early, the command that was reached.  NULL for
 * an unknown word, after command_misused().
 */
const struct command *command_find(const struct command *root,
				   struct options *options);

/* Is nothing left on the line?  False after command_misused(). */
bool command_is_bare(const struct command *command,
		     const struct options *options);

/*
 * Take the listed options out of the rest of the line, where no other may be;
 * what is left are words: none (bare), or at least..most of them, and when
 * their number is wrong, the "wanted" is said ("name one reference").  False
 * after command_misused().
 */
bool command_take_bare(const struct command *command, struct options *rest,
		       struct args_option *taken);
bool command_take(const struct command *command, struct options *rest,
		  struct args_option *taken, int least, int most,
		  const char *wanted);

#define ARGS_MANY INT_MAX

/* Say on stdout how a command is called. */
void command_help(const struct command *command);

/* Say what is wrong with the call and how to get help.  Returns EXIT_USAGE. */
int command_misused(const struct command *command, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Say what failed on stderr.  Returns EXIT_FOUND. */
int command_failed(const struct command *command, const char *msg);

#endif
