/*
 * leads_command - "hairline leads": what visitors left, and what reception
 * does with it.
 */
#ifndef HAIRLINE_CMD_LEADS_COMMAND_H
#define HAIRLINE_CMD_LEADS_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/cmd/command.h"
#include "hairline/core/lead.h"
#include "hairline/store/deeds.h"

#define LEADS_WHO_SIZE 129
#define LEADS_WHEN_SIZE 24

struct dossier;
struct store;

extern const struct command command_leads_list;
extern const struct command command_leads_show;
extern const struct command command_leads_history;
extern const struct command command_leads_mark;
extern const struct command command_leads_correct;
extern const struct command command_leads_export;
extern const struct command command_leads_import;
extern const struct command command_leads_erase;
extern const struct command command_leads_purge;
extern const struct command command_leads_verify;

/*
 * Open the store.  NULL after command_failed() when there is none yet or the
 * clinic's secret key is not here: reading never makes anything.  What a
 * killed export left is settled first.
 */
struct store *leads_command_open(const struct command *command,
				 const struct options *options);

/* The same without the secret key, for what needs none. */
struct store *leads_command_open_sealed(const struct command *command,
					const struct options *options);

/* The same, and made where there is none yet. */
struct store *leads_command_open_new(const struct command *command,
				     const struct options *options);

/*
 * The id of the lead that was typed as a reference, or as the id itself.
 * False after command_failed(): there is none, or more than one.
 */
bool leads_command_find(const struct command *command, struct store *store,
			const char *typed, char id[LEAD_ID_SIZE]);

/* A whole command of the form "REF [--json]"; tell says the one lead. */
int leads_command_run_one(const struct command *command,
			  const struct options *options,
			  int (*tell)(const struct command *command,
				      struct store *store, const char *id,
				      bool is_json));

/*
 * Who does it, and now: --who, else the login name; who is its memory.  False
 * after command_misused().
 */
bool leads_command_deed(const struct command *command, struct deed *deed,
			char who[LEADS_WHO_SIZE], const char *typed);

/* A local time for people. */
void leads_command_when(char when[LEADS_WHEN_SIZE], int64_t seconds);

/* A moment in which the kiosk can save, between two parts of long work. */
void leads_command_breathe(void);

/* Say that so many leads stayed sealed.  EXIT_FINE when it is none. */
int leads_command_say_sealed(const struct command *command, int count);

#endif
