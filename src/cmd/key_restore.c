#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hairline/cmd/key_command.h"
#include "hairline/cmd/terminal_read.h"
#include "hairline/cmd/unlock.h"
#include "hairline/core/paper.h"
#include "hairline/store/datadir.h"
#include "hairline/store/keycopy.h"
#include "hairline/store/passphrase.h"
#include "hairline/store/seal.h"

#define PROMPT_SIZE 48

/* What is read, all of it in guarded memory. */
struct reading {
	struct paper paper;
	uint8_t key[PAPER_KEY_SIZE];
	char text[KEYCOPY_TEXT_SIZE];
	char passphrase[PASSPHRASE_SIZE];
};

static const char ask[] =
	"Type the key from the paper, one or more groups of 5 characters a "
	"line.  What\nyou type is not shown; each group is checked at "
	"once.\n";

/* Group by group at a terminal, with a word on each line; else to the end. */
static bool read_typed(struct reading *reading, struct err *err)
{
	bool is_person = isatty(STDIN_FILENO);
	struct paper *paper = &reading->paper;

	if (is_person)
		fputs(ask, stderr);
	while (paper->groups < PAPER_GROUPS) {
		char prompt[PROMPT_SIZE];

		snprintf(prompt, sizeof(prompt),
			 "From group %d of %d: ", paper->groups + 1,
			 PAPER_GROUPS);
		if (!terminal_read_secret(reading->text, KEYCOPY_TEXT_SIZE,
					  prompt, err))
			return false;
		if (paper_read(paper, reading->text, err))
			continue;
		if (!is_person)
			return false;
		fprintf(stderr, "%s\n", err->msg);
	}
	return true;
}

static bool is_key_file(const char *text)
{
	return strncmp(text, "hairline secret key", 19) == 0;
}

/* The groups of one line; any other line is skipped whole. */
static bool read_groups(struct paper *paper, const char *line, struct err *err)
{
	int before = paper->groups;

	return paper_read(paper, line, err) || paper->groups == before;
}

/* Paper as a file: the lines of groups may have others around them. */
static bool read_lines(struct reading *reading, struct err *err)
{
	char *line = reading->text;

	while (line && reading->paper.groups < PAPER_GROUPS) {
		char *end = strchr(line, '\n');

		if (end)
			*end = '\0';
		if (!read_groups(&reading->paper, line, err))
			return false;
		line = end ? end + 1 : NULL;
	}
	return reading->paper.groups == PAPER_GROUPS ||
	       err_set(err, ERR_KEY,
		       "this file is neither a key that \"hairline key "
		       "export\" made nor one that \"hairline key paper\" "
		       "printed");
}

static bool take_paper(struct seal_keys *keys, struct reading *reading,
		       struct err *err)
{
	return paper_key(&reading->paper, reading->key, err) &&
	       keycopy_take(keys, reading->key, err);
}

static bool take_file(struct seal_keys *keys, struct reading *reading,
		      const char *file, const struct options *options,
		      struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	const char *name;

	if (!datadir_split(folder, &name, file, err) ||
	    !datadir_read(folder, name, reading->text, KEYCOPY_TEXT_SIZE, err))
		return false;
	if (!is_key_file(reading->text))
		return read_lines(reading, err) &&
		       take_paper(keys, reading, err);
	return keycopy_load(keys, file, err) &&
	       unlock_copy(keys, file, options, reading->passphrase, err);
}

static bool restore(struct seal_keys *keys, struct reading *reading,
		    const char *file, const struct options *options,
		    struct err *err)
{
	const char *passphrase = reading->passphrase;
	bool ok = keycopy_begin(keys, options->data, err) &&
		  (file ? take_file(keys, reading, file, options, err)
			: read_typed(reading, err) &&
				   take_paper(keys, reading, err));

	return ok && keycopy_check(keys, err) &&
	       keycopy_install(keys, *passphrase ? passphrase : NULL, err);
}

static bool restore_guarded(struct seal_keys *keys, const char *file,
			    const struct options *options, struct err *err)
{
	struct reading *reading;
	bool ok;

	*keys = (struct seal_keys){.secret_key = NULL};
	if (sodium_init() < 0)
		return err_set(err, ERR_KEY, "libsodium does not start");
	reading = sodium_malloc(sizeof(*reading));
	if (!reading)
		return err_set(err, ERR_MEMORY, "no memory for a key");
	memset(reading, 0, sizeof(*reading));
	ok = key_command_settle(options, err) &&
	     restore(keys, reading, file, options, err);
	sodium_free(reading);
	return ok;
}

static int run(const struct command *command, const struct options *options)
{
	struct options rest = *options;
	const char *file = options->argc > 0 ? options->argv[0] : NULL;
	struct seal_keys keys;
	struct err err;
	bool is_done;

	rest.argc -= file != NULL;
	rest.argv += file != NULL;
	if (!command_is_bare(command, file && file[0] != '-' ? &rest : options))
		return EXIT_USAGE;
	is_done = restore_guarded(&keys, file, options, &err);
	if (is_done)
		fputs(keys.has_passphrase
			      ? "The secret key is back, under its "
				"passphrase.\n"
			      : "The secret key is back, without a passphrase: "
				"set one with\n\"hairline key passphrase\".\n",
		      stderr);
	seal_keys_release(&keys);
	return is_done ? EXIT_FINE : command_failed(command, err.msg);
}

const struct command command_key_restore = {
	.name = "restore",
	.parent = &command_key,
	.usage = "[FILE]",
	.help = "bring the secret key back, typed or from a file",
	.detail = "FILE is what \"key export\" made, or the text of \"key "
		  "paper\".  Without it the\nkey is typed from the paper, or "
		  "read from standard input.  A key that does not\nbelong to "
		  "this data folder is refused and nothing is changed.  A "
		  "key restored\nfrom paper has no passphrase: that is the "
		  "way when one is forgotten.",
	.run = run,
};
