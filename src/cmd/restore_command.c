#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "hairline/cmd/command.h"
#include "hairline/cmd/paths.h"
#include "hairline/cmd/say.h"
#include "hairline/core/date.h"
#include "hairline/core/reference.h"
#include "hairline/store/restore.h"

#define NAME_SIZE 64
#define WHEN_SIZE 24
#define TRIES_MAX 100

/* "leads-before-restore-20261125-194215.db", in local time; one that is taken
 * gets a number. */
static void name_aside(char name[NAME_SIZE], const char *data)
{
	char path[PATHS_SIZE];
	char when[WHEN_SIZE] = "";
	time_t now = time(NULL);
	struct tm local;
	struct err err;

	if (localtime_r(&now, &local))
		strftime(when, sizeof(when), "%Y%m%d-%H%M%S", &local);
	snprintf(name, NAME_SIZE, RESTORE_ASIDE "%s.db", when);
	for (int i = 2; i < TRIES_MAX &&
			paths_join(path, sizeof(path), data, name, &err) &&
			access(path, F_OK) == 0;
	     i++)
		snprintf(name, NAME_SIZE, RESTORE_ASIDE "%s-%d.db", when, i);
}

static void say_aside(const char *data, const char *aside)
{
	printf("What was there is kept as ");
	say_text(stdout, data);
	printf("/%s\n", aside);
}

static void say_facts(const struct restore_facts *facts)
{
	char day[DATE_DAY_SIZE];

	date_day(day, facts->newest);
	printf("Restored: %lld lead%s", (long long)facts->leads,
	       facts->leads == 1 ? "" : "s");
	if (facts->leads > 0)
		printf(", the newest of %s", day);
	putchar('\n');
	if (facts->our_keys < facts->day_keys)
		printf("%lld of %lld day keys are sealed to another key than "
		       "the one here: leads of\nthose days open only with the "
		       "key of that time.\n",
		       (long long)(facts->day_keys - facts->our_keys),
		       (long long)facts->day_keys);
}

/* Whoever asked to be erased must stay so. */
static void say_revived(void *context, const char *reference)
{
	char shown[REFERENCE_SHOWN_SIZE];
	int *count = context;

	if ((*count)++ == 0)
		puts("These were erased since the backup and are back; erase "
		     "them again:");
	reference_show(shown, reference);
	printf("  hairline leads erase %s\n", shown);
}

static void say_all_revived(const char *data, const char *aside)
{
	int count = 0;
	struct err ignored;

	if (!aside ||
	    !restore_each_revived(data, aside, say_revived, &count, &ignored))
		puts("If leads were erased since the backup, they are back: "
		     "erase them again.");
}

static int restore(const struct command *command, const char *data,
		   const char *file)
{
	struct restore_facts facts;
	char aside[NAME_SIZE];
	bool has_aside;
	struct err err;

	name_aside(aside, data);
	if (!restore_run(data, file, aside, &has_aside, &err))
		return command_failed(command, err.msg);
	if (has_aside)
		say_aside(data, aside);
	if (!restore_look(data, &facts, &err))
		return command_failed(command, err.msg);
	say_facts(&facts);
	say_all_revived(data, has_aside ? aside : NULL);
	return EXIT_FINE;
}

static int run(const struct command *command, const struct options *options)
{
	struct options rest = *options;
	const char *file = options->argc > 0 ? options->argv[0] : NULL;

	if (!file || file[0] == '-')
		return command_misused(command, "which backup?");
	rest.argc--;
	rest.argv++;
	if (!command_is_bare(command, &rest))
		return EXIT_USAGE;
	return restore(command, options->data, file);
}

const struct command command_restore = {
	.name = "restore",
	.usage = "FILE",
	.help = "put a backup in the place of the store",
	.detail = "Close the kiosk first: while anything has the store open "
		  "this is refused.  So\nis a file that is damaged, of "
		  "another program or of a newer version.  What was\nthere "
		  "is kept in the data folder under a dated name.  Keys are "
		  "not in a\nbackup: in an empty folder go on with "
		  "\"hairline key restore\".",
	.run = run,
};
