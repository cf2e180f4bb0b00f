#include "hairline/cmd/key_command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hairline/cmd/paths.h"
#include "hairline/cmd/unlock.h"
#include "hairline/store/seal.h"

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

bool key_command_open(struct seal_keys *keys, const struct options *options,
		      struct err *err)
{
	*keys = (struct seal_keys){.secret_key = NULL};
	return has_secret(options->data, err) &&
	       seal_keys_load(keys, options->data, err) &&
	       unlock_keys(keys, options, err);
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
	NULL,
};

const struct command command_key = {
	.name = "key",
	.usage = "passphrase | export | paper | remove | restore | rotate",
	.help = "keep the clinic's secret key from being lost or stolen",
	.detail = "What visitors leave is sealed: only the secret key opens "
		  "it.  Without any copy of it\nnobody can, ever, and no one "
		  "can help.  Keep two: \"key export\" to a stick, \"key\n"
		  "paper\" in a safe.  As long as it lies on the kiosk without "
		  "a passphrase, whoever\ntakes the machine can read the "
		  "leads.",
	.subcommands = subcommands,
};
