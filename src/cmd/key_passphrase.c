#include <sodium.h>
#include <stdio.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/key_command.h"
#include "hairline/cmd/unlock.h"
#include "hairline/store/keylock.h"
#include "hairline/store/passphrase.h"
#include "hairline/store/seal.h"

static const char done[] =
	"The secret key is under the passphrase now.  It is asked for by "
	"whoever reads\nleads; saving goes on without it.  A forgotten "
	"passphrase cannot be looked up\nor reset: only a copy of the key "
	"without one helps then (\"hairline key\npaper\").  Copies made "
	"before keep the protection they had.\n";

static bool protect(struct seal_keys *keys, const char *file, struct err *err)
{
	char *passphrase = sodium_malloc(PASSPHRASE_SIZE);
	bool ok;

	if (!passphrase)
		return err_set(err, ERR_MEMORY, "no memory for a passphrase");
	ok = unlock_ask_new(passphrase, file, err) &&
	     keylock_set(keys, passphrase, err);
	sodium_free(passphrase);
	return ok;
}

static int run(const struct command *command, const struct options *options)
{
	const char *file = NULL;
	struct args_option taken[] = {
		{"--new-passphrase-file", &file, 1, 0},
		{.name = NULL},
	};
	struct options rest = *options;
	struct seal_keys keys;
	struct err err;
	bool is_done;

	if (!command_take_bare(command, &rest, taken))
		return EXIT_USAGE;
	is_done = key_command_open(&keys, &rest, NULL, &err) &&
		  protect(&keys, file, &err);
	seal_keys_release(&keys);
	if (!is_done)
		return command_failed(command, err.msg);
	fputs(done, stderr);
	return EXIT_FINE;
}

const struct command command_key_passphrase = {
	.name = "passphrase",
	.parent = &command_key,
	.usage = "[--new-passphrase-file FILE]",
	.help = "put the secret key under a passphrase, or change it",
	.detail = "Asks for the one in use, where there is one, and for the "
		  "new one twice,\nunseen. --passphrase-file and "
		  "--new-passphrase-file name files to read them\nfrom "
		  "instead. The key is closed by Argon2id and "
		  "XSalsa20-Poly1305 (libsodium).\nKeep a copy before: if "
		  "the passphrase is forgotten, only a copy without "
		  "one\nopens the leads.",
	.run = run,
};
