#include <stdio.h>
#include <string.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/core/contact.h"
#include "hairline/store/store.h"

/* What is wrong with each, for somebody who types it in a shell. */
static const char *const faults[CONTACT_FAULTS] = {
	[CONTACT_NO_NAME] = "the name is empty",
	[CONTACT_NO_WAY] = "there is neither phone nor e-mail",
	[CONTACT_PHONE_CHARACTER] = "something in the phone number is not part "
				    "of one",
	[CONTACT_PHONE_SHORT] = "the phone number has fewer than 7 digits",
	[CONTACT_PHONE_LONG] = "the phone number has more than 15 digits",
	[CONTACT_EMAIL_AT] = "the e-mail address has not exactly one @",
	[CONTACT_EMAIL_DOT] = "the e-mail address has no dot behind the @",
	[CONTACT_EMAIL_SPACE] = "the e-mail address has a space in it",
};

static bool is_time(const char *text)
{
	for (int i = 0; i < LEAD_TIME_COUNT; i++)
		if (strcmp(text, lead_time_name((enum lead_time)i)) == 0)
			return true;
	return false;
}

static enum contact_fault find_fault(const struct correction *correction)
{
	enum contact_fault fault = CONTACT_FINE;

	if (correction->name)
		fault = contact_check_name(correction->name);
	if (fault == CONTACT_FINE && correction->phone)
		fault = contact_check_phone(correction->phone);
	if (fault == CONTACT_FINE && correction->email)
		fault = contact_check_email(correction->email);
	return fault;
}

/* False after command_misused(). */
static bool check(const struct command *command,
		  const struct correction *correction)
{
	enum contact_fault fault = find_fault(correction);

	if (!correction->name && !correction->phone && !correction->email &&
	    !correction->time)
		command_misused(command, "say what is new, with --name, "
					 "--phone, --email or --time");
	else if (fault != CONTACT_FINE)
		command_misused(command, "%s", faults[fault]);
	else if (correction->time && !is_time(correction->time))
		command_misused(command, "--time is any, morning, afternoon or "
					 "evening");
	else
		return true;
	return false;
}

static int correct_in(const struct command *command,
		      const struct options *options,
		      const struct correction *correction,
		      const struct deed *deed)
{
	struct store *store = leads_command_open(command, options);
	char id[LEAD_ID_SIZE];
	int status = EXIT_FOUND;
	struct err err;

	if (!store)
		return EXIT_FOUND;
	if (leads_command_find(command, store, options->argv[0], id))
		status = deeds_correct(store, id, correction, deed, &err)
				 ? EXIT_FINE
				 : command_failed(command, err.msg);
	store_close(store);
	return status;
}

static int run(const struct command *command, const struct options *options)
{
	struct correction correction = {.name = NULL};
	const char *typed_who = NULL;
	struct args_option taken[] = {
		{"--name", &correction.name, 1, 0},
		{"--phone", &correction.phone, 1, 0},
		{"--email", &correction.email, 1, 0},
		{"--time", &correction.time, 1, 0},
		{"--who", &typed_who, 1, 0},
		{.name = NULL},
	};
	char who[LEADS_WHO_SIZE];
	struct options rest = *options;
	struct deed deed;

	if (!command_take(command, &rest, taken, 1, 1, "name one reference"))
		return EXIT_USAGE;
	if (!check(command, &correction) ||
	    !leads_command_deed(command, &deed, who, typed_who))
		return EXIT_USAGE;
	return correct_in(command, options, &correction, &deed);
}

const struct command command_leads_correct = {
	.name = "correct",
	.parent = &command_leads,
	.usage = "REF [--name NAME] [--phone NUMBER]\n"
		 "       [--email ADDRESS] [--who NAME]\n"
		 "       [--time any|morning|afternoon|evening]",
	.help = "put right what a visitor says is wrong",
	.detail = "What was saved stays as it was, sealed; the history "
		  "keeps the correction,\n"
		  "and from now on the lead is shown and exported with it.",
	.run = run,
};
