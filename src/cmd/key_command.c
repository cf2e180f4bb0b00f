#include "hairline/cmd/key_command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hairline/cmd/paths.h"
#include "hairline/cmd/unlock.h"
#include "hairline/store/rotation.h"
#include "hairline/store/seal.h"
#include "hairline/store/store.h"

#define WORD_SIZE 64

static bool has_secret(const char *dir, struct err *err)
{
	char path[PATHS_SIZE];

	seal_secret_path(path, sizeof(path), dir);
	if (access(path, F_OK) == 0)
		return true;
	return err_set(err, ERR_KEY,
		       "%s: %s: do this where the clinic keeps its secret key, "
		       "or bring it back with \"hairline key restore\"",
		       path, strerror(errno));
}

/* Opening the store does it. */
bool key_command_settle(const struct options *options, struct err *err)
{
	struct store *store;

	if (!rotation_is_open(options->data))
		return true;
	store = store_open(options->data, err);
	store_close(store);
	return store != NULL;
}

bool key_command_load(struct seal_keys *keys, const struct options *options,
		      struct err *err)
{
	*keys = (struct seal_keys){.secret_key = NULL};
	return key_command_settle(options, err) &&
	       has_secret(options->data, err) &&
	       seal_keys_load(keys, options->data, err);
}

bool key_command_open(struct seal_keys *keys, const struct options *options,
		      char *passphrase, struct err *err)
{
	return key_command_load(keys, options, err) &&
	       unlock_keys(keys, options, passphrase, err);
}

bool key_command_is_own(const struct options *options, const char *file)
{
	char path[PATHS_SIZE];
	struct stat own;
	struct stat other;

	seal_secret_path(path, sizeof(path), options->data);
	return stat(path, &own) == 0 && stat(file, &other) == 0 &&
	       own.st_dev == other.st_dev && own.st_ino == other.st_ino;
}

bool key_command_confirm(const char *word, struct err *err)
{
	char typed[WORD_SIZE];

	if (!isatty(STDIN_FILENO))
		return err_set(err, ERR_SYNTAX,
			       "this has to be confirmed by a person at a "
			       "terminal, or by --yes");
	fprintf(stderr, "Type %s to go on: ", word);
	if (!fgets(typed, sizeof(typed), stdin))
		typed[0] = '\0';
	typed[strcspn(typed, "\n")] = '\0';
	return strcmp(typed, word) == 0 ||
	       err_set(err, ERR_SYNTAX, "not confirmed: nothing was changed");
}

static const struct command *const subcommands[] = {
	&command_key_passphrase,
	&command_key_export,
	&command_key_paper,
	&command_key_remove,
	&command_key_restore,
	&command_key_rotate,
	NULL,
};

const struct command command_key = {
	.name = "key",
	.usage = "passphrase | export | paper | remove | restore | rotate",
	.help = "keep the clinic's secret key from being lost or stolen",
	.detail = "What visitors leave is sealed: only the secret key opens "
		  "it.  Without any copy\nof it nobody can, ever, and no one "
		  "can help.  Keep two: \"key export\" to a\nstick, \"key "
		  "paper\" in a safe.  As long as it lies on the kiosk "
		  "without a\npassphrase, whoever takes the machine can read "
		  "the leads.",
	.subcommands = subcommands,
};
