#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hairline/cmd/command.h"
#include "hairline/cmd/terminal_read.h"
#include "hairline/store/pin.h"

#define LINE_SIZE 64

struct entry {
	char pin[LINE_SIZE];
	char again[LINE_SIZE];
};

static bool ask(struct entry *entry, struct err *err)
{
	if (!terminal_read_secret(entry->pin, LINE_SIZE, "New PIN: ", err) ||
	    !pin_is_good(entry->pin, err))
		return false;
	if (!isatty(STDIN_FILENO))
		return true;
	if (!terminal_read_secret(entry->again, LINE_SIZE,
				  "The same again: ", err))
		return false;
	if (strcmp(entry->pin, entry->again) == 0)
		return true;
	return err_set(err, ERR_SYNTAX,
		       "the two were not the same: the PIN stays as it was");
}

static int run(const struct command *command, const struct options *options)
{
	struct entry entry;
	struct err err;
	bool is_saved;

	if (!command_is_bare(command, options))
		return EXIT_USAGE;
	is_saved =
		ask(&entry, &err) && pin_save(options->data, entry.pin, &err);
	sodium_memzero(&entry, sizeof(entry));
	if (!is_saved)
		return command_failed(command, err.msg);
	fputs("The PIN is set.\n", stderr);
	return EXIT_FINE;
}

const struct command command_pin = {
	.name = "pin",
	.usage = "",
	.help = "set the PIN that staff leave the kiosk with",
	.detail = "Asks for 4 to 12 digits, twice and unseen; where input is "
		  "not a terminal it reads\none line.  A new PIN replaces the "
		  "old one.",
	.run = run,
};
