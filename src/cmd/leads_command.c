#include "hairline/cmd/leads_command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hairline/cmd/paths.h"
#include "hairline/cmd/unlock.h"
#include "hairline/store/seal.h"
#include "hairline/store/store.h"

static bool has_store(const char *dir, struct err *err)
{
	char path[PATHS_SIZE];

	if (!paths_join(path, sizeof(path), dir, "leads.db", err))
		return false;
	if (access(path, F_OK) == 0)
		return true;
	return err_set(err, ERR_IO,
		       "%s: %s: the kiosk makes it when it first starts; if "
		       "it is elsewhere, say so with --data DIR",
		       path, strerror(errno));
}

static bool has_secret_key(const char *dir, struct err *err)
{
	char path[PATHS_SIZE];

	seal_secret_path(path, sizeof(path), dir);
	if (access(path, R_OK) == 0)
		return true;
	return err_set(err, ERR_KEY,
		       "%s: %s: the leads are sealed, and this is the secret "
		       "key that opens them; bring it back from where the "
		       "clinic keeps it with \"hairline key restore\"",
		       path, strerror(errno));
}

struct store *leads_command_open(const struct command *command,
				 const struct options *options)
{
	struct store *store = NULL;
	struct err err;

	if (has_store(options->data, &err) &&
	    has_secret_key(options->data, &err))
		store = store_open(options->data, &err);
	if (store && unlock_store(store, options, &err))
		return store;
	store_close(store);
	command_failed(command, err.msg);
	return NULL;
}

int leads_command_say_sealed(const struct command *command, int count)
{
	char msg[160];

	if (count == 0)
		return EXIT_FINE;
	snprintf(msg, sizeof(msg),
		 "%d of the leads cannot be read: sealed to another key, or "
		 "altered; \"hairline doctor\" looks closer",
		 count);
	return command_failed(command, msg);
}

static const struct command *const subcommands[] = {
	&command_leads_list,
	&command_leads_show,
	&command_leads_export,
	NULL,
};

const struct command command_leads = {
	.name = "leads",
	.usage = "list | show REF | export",
	.help = "list, show and export what visitors left",
	.subcommands = subcommands,
};
