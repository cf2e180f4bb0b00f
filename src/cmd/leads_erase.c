#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/say.h"
#include "hairline/core/dossier.h"
#include "hairline/store/erasure.h"
#include "hairline/store/inbox.h"
#include "hairline/store/store.h"

struct request {
	const char *day; /* NULL: one lead */
	bool is_sure;
	struct deed deed;
};

static bool ask_of(void *context, const struct dossier *dossier)
{
	(void)context;
	fputs("Erase the lead of ", stderr);
	say_text(stderr, dossier->lead->name ? dossier->lead->name
					     : "(cannot be read)");
	return true;
}

/* On a terminal only: a program that calls means what it says. */
static bool is_confirmed(void)
{
	int answer;
	int rest;

	fputs("? Nobody can bring it back. [y/N] ", stderr);
	answer = getchar();
	for (rest = answer; rest != '\n' && rest != EOF;)
		rest = getchar();
	return tolower(answer) == 'y';
}

static bool may_erase(struct store *store, const struct request *request,
		      const char *id)
{
	struct inbox_query query = {.id = id};
	struct err ignored;

	if (request->is_sure || !isatty(STDIN_FILENO))
		return true;
	/* Without the secret key there is no name to ask with. */
	if (!inbox_read(store, &query, ask_of, NULL, &ignored))
		fputs("Erase this lead", stderr);
	return is_confirmed();
}

static int erase_one(const struct command *command, struct store *store,
		     const struct request *request, const char *typed)
{
	char id[LEAD_ID_SIZE];
	struct err err;

	if (!leads_command_find(command, store, typed, id))
		return EXIT_FOUND;
	if (!may_erase(store, request, id))
		return command_failed(command, "nothing was erased");
	if (!erasure_erase(store, id, &request->deed, &err))
		return command_failed(command, err.msg);
	return EXIT_FINE;
}

static int forget_day(const struct command *command, struct store *store,
		      const struct request *request)
{
	struct erasure_walk walk = {.count = 0};
	struct err err;

	if (!request->is_sure && isatty(STDIN_FILENO)) {
		fprintf(stderr, "Erase everything that was saved on ");
		say_text(stderr, request->day);
		if (!is_confirmed())
			return command_failed(command, "nothing was erased");
	}
	while (!walk.is_done) {
		int64_t before = walk.count;

		if (!erasure_forget_day(store, request->day, &request->deed,
					&walk, &err))
			return command_failed(command, err.msg);
		if (walk.count > before)
			leads_command_breathe();
	}
	printf("%lld\n", (long long)walk.count);
	return EXIT_FINE;
}

static bool is_day(const char *text)
{
	static const char shape[] = "dddd-dd-dd";

	if (strlen(text) != strlen(shape))
		return false;
	for (size_t i = 0; shape[i]; i++)
		if (shape[i] == 'd' ? !isdigit((unsigned char)text[i])
				    : text[i] != '-')
			return false;
	return true;
}

static int run(const struct command *command, const struct options *options)
{
	struct request request = {.day = NULL};
	const char *typed_who = NULL;
	struct args_option taken[] = {
		{.name = "--yes"},
		{"--day", &request.day, 1, 0},
		{"--who", &typed_who, 1, 0},
		{.name = NULL},
	};
	char who[LEADS_WHO_SIZE];
	int argc = options->argc;
	struct store *store;
	struct err err;
	int status;

	if (!args_take_all(&argc, options->argv, taken, &err))
		return command_misused(command, "%s", err.msg);
	if (argc != (request.day ? 0 : 1))
		return command_misused(command,
				       "name one reference, or --day DAY");
	if (request.day && !is_day(request.day))
		return command_misused(command, "--day is like 2026-11-23");
	if (!leads_command_deed(command, &request.deed, who, typed_who))
		return EXIT_USAGE;
	request.is_sure = taken[0].count > 0;
	store = leads_command_open_sealed(command, options);
	if (!store)
		return EXIT_FOUND;
	status = request.day ? forget_day(command, store, &request)
			     : erase_one(command, store, &request,
					 options->argv[0]);
	store_close(store);
	return status;
}

const struct command command_leads_erase = {
	.name = "erase",
	.parent = &command_leads,
	.usage = "REF [--yes] [--who NAME]\n"
		 "       hairline leads erase --day DAY [--yes] [--who NAME]",
	.help = "make a lead unreadable for good",
	.detail = "The sealed details, the notes and the outcome are "
		  "overwritten in the store\n"
		  "and in its journal.  A row stays that says when, by "
		  "whom and why, so that a\n"
		  "visitor who asks can be told.  On a terminal it asks "
		  "first, unless --yes.\n"
		  " Old backups and exported files are not reached: delete "
		  "those too.\n"
		  "\n"
		  "--day DAY deletes the data key of a day that is over "
		  "(UTC, like 2026-11-23):\n"
		  "nothing that was saved on that day can be read any "
		  "more, and its leads are\n"
		  "erased.  It prints how many.  Neither needs the secret "
		  "key.",
	.run = run,
};
