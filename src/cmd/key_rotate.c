#include <sodium.h>
#include <stdio.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/key_command.h"
#include "hairline/cmd/unlock.h"
#include "hairline/store/passphrase.h"
#include "hairline/store/seal.h"
#include "hairline/store/store.h"

static const char warning[] =
	"A new key pair takes the old one's place, under the same "
	"passphrase if there\nis one. All leads here stay readable, with "
	"the new key only.  Copies of the\nold key, on paper or in files, "
	"open no more than the backups made before: keep\none as long as "
	"those.\n\n";

static const char done[] =
	"There is a new key pair, and all leads are sealed to it.\n\n"
	"NO COPY OF IT EXISTS YET: make one now with \"hairline key "
	"export\" and\n\"hairline key paper\", and then a backup.\n";

static bool has_secret(const struct options *options, struct err *err)
{
	struct seal_keys keys;
	bool ok = key_command_load(&keys, options, err);

	seal_keys_release(&keys);
	return ok;
}

static bool rotate(const struct options *options, char *passphrase,
		   struct err *err)
{
	struct store *store = store_open(options->data, err);
	bool ok =
		store && unlock_store_with(store, options, passphrase, err) &&
		store_rotate_keys(store, *passphrase ? passphrase : NULL, err);

	store_close(store);
	return ok;
}

static bool rotate_guarded(const struct options *options, struct err *err)
{
	char *passphrase;
	bool ok;

	if (!has_secret(options, err))
		return false;
	passphrase = sodium_malloc(PASSPHRASE_SIZE);
	if (!passphrase)
		return err_set(err, ERR_MEMORY, "no memory for a passphrase");
	ok = rotate(options, passphrase, err);
	sodium_free(passphrase);
	return ok;
}

static bool confirm(bool is_confirmed, struct err *err)
{
	fputs(warning, stderr);
	return is_confirmed || key_command_confirm("rotate", err);
}

static int run(const struct command *command, const struct options *options)
{
	struct args_option taken[] = {
		{.name = "--yes"},
		{.name = NULL},
	};
	struct options rest = *options;
	struct err err;

	if (!command_take_bare(command, &rest, taken))
		return EXIT_USAGE;
	if (!confirm(taken[0].count > 0, &err) || !rotate_guarded(&rest, &err))
		return command_failed(command, err.msg);
	fputs(done, stderr);
	return EXIT_FINE;
}

const struct command command_key_rotate = {
	.name = "rotate",
	.parent = &command_key,
	.usage = "[--yes]",
	.help = "make a new key pair; leads stay readable with the new one",
	.detail = "For when a copy of the secret key may have fallen into "
		  "wrong hands.  The kiosk\nmay run meanwhile and uses the "
		  "new public key from its next day key on; a desk\nthat is "
		  "open has to be opened again.  Killed at any moment, "
		  "either the old\npair or the new one opens everything.  "
		  "Whoever has the old key AND an old\nbackup can still read "
		  "what is in that: replace the backups too.",
	.run = run,
};
