#include "hairline/cmd/leads_command.h"

#include <ctype.h>
#include <errno.h>
#include <poll.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "hairline/base/utf8.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/paths.h"
#include "hairline/cmd/unlock.h"
#include "hairline/core/dossier.h"
#include "hairline/store/inbox.h"
#include "hairline/store/outgoing.h"
#include "hairline/store/seal.h"
#include "hairline/store/store.h"

#define BREATH_MS 15

/* Leads with a reference: one a kiosk. */
struct found {
	char id[LEAD_ID_SIZE];
	int count;
};

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

static struct store *open_settled(const char *dir, struct err *err)
{
	struct store *store = store_open(dir, err);

	if (!store || outgoing_settle(store, err))
		return store;
	store_close(store);
	return NULL;
}

struct store *leads_command_open(const struct command *command,
				 const struct options *options)
{
	struct store *store = NULL;
	struct err err;

	if (has_store(options->data, &err) &&
	    has_secret_key(options->data, &err))
		store = open_settled(options->data, &err);
	if (store && unlock_store(store, options, &err))
		return store;
	store_close(store);
	command_failed(command, err.msg);
	return NULL;
}

struct store *leads_command_open_sealed(const struct command *command,
					const struct options *options)
{
	struct store *store = NULL;
	struct err err;

	if (has_store(options->data, &err))
		store = open_settled(options->data, &err);
	if (!store)
		command_failed(command, err.msg);
	return store;
}

struct store *leads_command_open_new(const struct command *command,
				     const struct options *options)
{
	struct err err;
	struct store *store = open_settled(options->data, &err);

	if (!store)
		command_failed(command, err.msg);
	return store;
}

/* Seven letters and digits that do not fit together are a slip in one. */
static void refuse_reference(const struct command *command, const char *typed)
{
	int count = 0;

	for (const char *at = typed; *at; at++)
		count += isalnum((unsigned char)*at) != 0;
	if (count == REFERENCE_SIZE - 1)
		command_failed(command,
			       "the check character at the end does not fit "
			       "the rest: one of the seven is mistyped");
	else
		command_failed(command, "that is not a reference: it has seven "
					"letters and digits, like H4K-7QX-3");
}

/* Wants none: the id is all that is asked. */
static bool count_found(void *context, const struct dossier *dossier)
{
	struct found *found = context;

	memcpy(found->id, dossier->lead->id, sizeof(found->id));
	found->count++;
	return false;
}

static bool is_id(const char *typed)
{
	return strlen(typed) == LEAD_ID_SIZE - 1 &&
	       strspn(typed, "0123456789abcdef") == LEAD_ID_SIZE - 1;
}

bool leads_command_find(const struct command *command, struct store *store,
			const char *typed, char id[LEAD_ID_SIZE])
{
	char reference[REFERENCE_SIZE];
	struct found found = {.count = 0};
	struct inbox_query query = {.wants = count_found};
	struct err err;

	if (is_id(typed))
		query.id = typed;
	else if (reference_read(reference, typed))
		query.reference = reference;
	else {
		refuse_reference(command, typed);
		return false;
	}
	if (!inbox_read(store, &query, NULL, &found, &err))
		command_failed(command, err.msg);
	else if (found.count == 0)
		command_failed(command,
			       "there is no lead with that reference; "
			       "\"hairline leads list\" shows them all");
	else if (found.count > 1)
		command_failed(command,
			       "leads of two kiosks have that reference: name "
			       "the id instead, which \"hairline leads list "
			       "--json\" shows");
	memcpy(id, found.id, LEAD_ID_SIZE);
	return found.count == 1;
}

int leads_command_run_one(const struct command *command,
			  const struct options *options,
			  int (*tell)(const struct command *command,
				      struct store *store, const char *id,
				      bool is_json))
{
	struct args_option taken[] = {{.name = "--json"}, {.name = NULL}};
	struct options rest = *options;
	char id[LEAD_ID_SIZE];
	int status = EXIT_FOUND;
	struct store *store;

	if (!command_take(command, &rest, taken, 1, 1, "name one reference"))
		return EXIT_USAGE;
	store = leads_command_open(command, &rest);
	if (!store)
		return EXIT_FOUND;
	if (leads_command_find(command, store, rest.argv[0], id))
		status = tell(command, store, id, taken[0].count > 0);
	store_close(store);
	return status;
}

static void name_person(char who[LEADS_WHO_SIZE])
{
	const struct passwd *person = getpwuid(getuid());

	if (person)
		snprintf(who, LEADS_WHO_SIZE, "%s", person->pw_name);
	else
		snprintf(who, LEADS_WHO_SIZE, "uid %lu",
			 (unsigned long)getuid());
}

static bool is_printable(const char *text)
{
	while (*text)
		if (!utf8_is_printable(utf8_next(&text)))
			return false;
	return true;
}

bool leads_command_deed(const struct command *command, struct deed *deed,
			char who[LEADS_WHO_SIZE], const char *typed)
{
	*deed = (struct deed){who, (int64_t)time(NULL)};
	if (!typed) {
		name_person(who);
		return true;
	}
	snprintf(who, LEADS_WHO_SIZE, "%s", typed);
	if (strlen(typed) < LEADS_WHO_SIZE && is_printable(typed))
		return true;
	command_misused(command, "--who is too long a name, or not one");
	return false;
}

void leads_command_when(char when[LEADS_WHEN_SIZE], int64_t seconds)
{
	const time_t at = (time_t)seconds;
	struct tm local;

	when[0] = '\0';
	if (localtime_r(&at, &local))
		strftime(when, LEADS_WHEN_SIZE, "%Y-%m-%d %H:%M", &local);
}

void leads_command_breathe(void)
{
	poll(NULL, 0, BREATH_MS);
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
	&command_leads_history,
	&command_leads_mark,
	&command_leads_correct,
	&command_leads_export,
	&command_leads_import,
	&command_leads_erase,
	&command_leads_purge,
	&command_leads_verify,
	NULL,
};

const struct command command_leads = {
	.name = "leads",
	.usage = "list | show | history | mark | correct | export | import | "
		 "erase | purge | verify",
	.help = "what visitors left: read it, mark it, export it, erase it",
	.subcommands = subcommands,
};
