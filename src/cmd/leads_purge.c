#include <stdio.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/store/erasure.h"
#include "hairline/store/store.h"

static int purge(const struct command *command, struct store *store,
		 const struct deed *deed)
{
	struct erasure_walk walk = {.count = 0};
	struct err err;

	while (!walk.is_done) {
		int64_t before = walk.count;

		if (!erasure_purge(store, deed, &walk, &err))
			return command_failed(command, err.msg);
		if (walk.count > before)
			leads_command_breathe();
	}
	printf("%lld\n", (long long)walk.count);
	return EXIT_FINE;
}

static int count_due(const struct command *command, struct store *store,
		     const struct deed *deed)
{
	int64_t count;
	struct err err;

	if (!erasure_count_due(store, deed->at, &count, &err))
		return command_failed(command, err.msg);
	printf("%lld\n", (long long)count);
	return EXIT_FINE;
}

static int run(const struct command *command, const struct options *options)
{
	const char *typed_who = NULL;
	struct args_option taken[] = {
		{.name = "--count"},
		{"--who", &typed_who, 1, 0},
		{.name = NULL},
	};
	struct options rest = *options;
	char who[LEADS_WHO_SIZE];
	struct store *store;
	struct deed deed;
	int status;

	if (!command_take_bare(command, &rest, taken) ||
	    !leads_command_deed(command, &deed, who, typed_who))
		return EXIT_USAGE;
	store = leads_command_open_sealed(command, options);
	if (!store)
		return EXIT_FOUND;
	status = taken[0].count ? count_due(command, store, &deed)
				: purge(command, store, &deed);
	store_close(store);
	return status;
}

const struct command command_leads_purge = {
	.name = "purge",
	.parent = &command_leads,
	.usage = "[--count] [--who NAME]",
	.help = "erase the leads whose time to be kept is over",
	.detail = "Each lead says until when it is kept (delete_after).  "
		  "It prints how many\n"
		  "were erased; with --count only how many are due.  The "
		  "kiosk does the same\n"
		  "once a day by itself.",
	.run = run,
};
