#include <stdio.h>
#include <unistd.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/key_command.h"
#include "hairline/cmd/say.h"
#include "hairline/cmd/unlock.h"
#include "hairline/store/keycopy.h"
#include "hairline/store/seal.h"

static const char warning[] =
	"The secret key is about to be removed from this machine.  From "
	"then on leads\ncan be saved here and nobody can read them here.  "
	"If there is no other copy of\nthe key, NOBODY CAN READ THEM "
	"ANYWHERE, EVER, and nothing brings them back.\n\nNo copy was "
	"named (--copy FILE), so none can be checked.  Go on only if "
	"you\nhold the key in your hand, on paper or on another "
	"machine.\n\n";

static const char done[] =
	"The secret key is removed from this machine.  Leads are saved as "
	"before; read\nthem where the key is kept, on a copy that "
	"\"hairline backup\" makes, or bring\nthe key back with \"hairline "
	"key restore\".\n";

/* The copy opens, and it is this clinic's. */
static bool prove(const char *file, const struct options *options,
		  struct err *err)
{
	struct seal_keys copy;
	bool ok = keycopy_begin(&copy, options->data, err) &&
		  keycopy_load(&copy, file, err) &&
		  unlock_copy(&copy, file, options, NULL, err) &&
		  keycopy_check(&copy, err);

	seal_keys_release(&copy);
	return ok;
}

static bool confirm(bool is_confirmed, struct err *err)
{
	if (is_confirmed)
		return true;
	fputs(warning, stderr);
	return key_command_confirm("remove", err);
}

/* The file in the data folder itself is no copy. */
static bool is_apart(const char *file, const struct options *options,
		     struct err *err)
{
	return !key_command_is_own(options, file) ||
	       err_set(err, ERR_KEY,
		       "%s: is the very file that is to be removed, not a "
		       "copy",
		       file);
}

static int run(const struct command *command, const struct options *options)
{
	const char *copy = NULL;
	struct args_option taken[] = {
		{"--copy", &copy, 1, 0},
		{.name = "--yes"},
		{.name = NULL},
	};
	struct options rest = *options;
	struct seal_keys keys;
	struct err err;
	bool is_done;

	if (!command_take_bare(command, &rest, taken))
		return EXIT_USAGE;
	is_done = key_command_load(&keys, &rest, &err);
	seal_keys_release(&keys);
	is_done =
		is_done &&
		(copy ? is_apart(copy, &rest, &err) && prove(copy, &rest, &err)
		      : confirm(taken[1].count > 0, &err)) &&
		keycopy_remove(rest.data, &err);
	if (!is_done)
		return command_failed(command, err.msg);
	fputs(done, stderr);
	return EXIT_FINE;
}

const struct command command_key_remove = {
	.name = "remove",
	.parent = &command_key,
	.usage = "--copy FILE | --yes",
	.help = "take the secret key off this machine, once there is a copy",
	.detail = "With --copy the copy is opened first and must be this "
		  "clinic's key.  Without\nit a person has to type a word, "
		  "or --yes stands for that.  The kiosk goes on\nsaving: it "
		  "needs the public key only.  Without any copy the leads "
		  "are lost for\ngood.",
	.run = run,
};
