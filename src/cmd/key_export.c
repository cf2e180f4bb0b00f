#include <stdio.h>
#include <time.h>

#include "hairline/cmd/key_command.h"
#include "hairline/cmd/say.h"
#include "hairline/store/keycopy.h"
#include "hairline/store/memo.h"
#include "hairline/store/seal.h"

static const char closed[] =
	"It opens with the same passphrase.  Keep the two apart, and a "
	"copy on paper\ntoo.\n";
static const char open[] =
	"It has no passphrase: whoever has this file can read the leads.  "
	"Lock it away.\n";

/* Only a help to "doctor": the copy is made, whatever becomes of it. */
static void remember(const struct seal_keys *keys)
{
	char name[SEAL_FINGERPRINT_SIZE];
	struct err err;

	seal_fingerprint(name, keys->public_key);
	if (!memo_write(keys->dir, MEMO_COPY, (int64_t)time(NULL), name, &err))
		command_failed(&command_key_export, err.msg);
}

static void say_done(const struct seal_keys *keys, const char *file)
{
	fputs("The secret key is copied to ", stderr);
	say_text(stderr, file);
	fputs(", and the copy was read back.\n", stderr);
	fputs(keys->has_passphrase ? closed : open, stderr);
}

static int run(const struct command *command, const struct options *options)
{
	struct options rest = *options;
	const char *file = options->argc > 0 ? options->argv[0] : NULL;
	struct seal_keys keys;
	struct err err;
	bool is_done;

	if (!file || file[0] == '-')
		return command_misused(command, "which file is the copy?");
	rest.argc--;
	rest.argv++;
	if (!command_is_bare(command, &rest))
		return EXIT_USAGE;
	is_done = key_command_load(&keys, options, &err) &&
		  keycopy_write(options->data, file, &err);
	if (is_done) {
		remember(&keys);
		say_done(&keys, file);
	}
	seal_keys_release(&keys);
	return is_done ? EXIT_FINE : command_failed(command, err.msg);
}

const struct command command_key_export = {
	.name = "export",
	.parent = &command_key,
	.usage = "FILE",
	.help = "copy the secret key to a file, for another machine or a safe",
	.detail = "An exact copy, under its passphrase if it has one, "
		  "readable by its owner only,\nand read back before this "
		  "says so.  A FILE that is there is never "
		  "replaced.\nWithout any copy, a broken disk makes every "
		  "lead unreadable for good.\n\"hairline key restore FILE\" "
		  "puts it into a data folder.",
	.run = run,
};
