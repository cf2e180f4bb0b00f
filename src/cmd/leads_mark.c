#include <string.h>

#include "hairline/base/suggest.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/core/status.h"
#include "hairline/store/store.h"

#define UNDO "undo"
#define WORDS_MAX (STATUS_COUNT + 1)

struct request {
	const char *reference;
	const char *word; /* a status, UNDO, or NULL: only a note */
	const char *note;
	enum status status;
	struct deed deed;
};

static bool is_undo(const struct request *request)
{
	return request->word && strcmp(request->word, UNDO) == 0;
}

/* False after command_misused(). */
static bool read_word(const struct command *command, struct request *request)
{
	const char *words[WORDS_MAX] = {UNDO};
	const char *meant;
	int count = 1;

	if (!request->word || is_undo(request))
		return true;
	request->status = status_find(request->word);
	if (request->status != STATUS_COUNT && status_is_mark(request->status))
		return true;
	for (int i = 0; i < STATUS_COUNT; i++)
		if (status_is_mark((enum status)i))
			words[count++] = status_name((enum status)i);
	meant = suggest_word(request->word, words, count);
	if (request->status == STATUS_ERASED)
		command_misused(command, "that takes \"hairline leads erase\"");
	else
		command_misused(command,
				"unknown status \"%s\"; did you mean \"%s\"?",
				request->word, meant ? meant : "called");
	return false;
}

static bool mark(struct store *store, const struct request *request,
		 const char *id, struct err *err)
{
	if (is_undo(request))
		return deeds_undo(store, id, &request->deed, err);
	if (!request->word)
		return deeds_note(store, id, request->note, &request->deed,
				  err);
	return deeds_mark(store, id, request->status, request->note,
			  &request->deed, err);
}

static int mark_in(const struct command *command, const struct options *options,
		   const struct request *request)
{
	struct store *store = leads_command_open(command, options);
	char id[LEAD_ID_SIZE];
	int status = EXIT_FOUND;
	struct err err;

	if (!store)
		return EXIT_FOUND;
	if (leads_command_find(command, store, request->reference, id))
		status = mark(store, request, id, &err)
				 ? EXIT_FINE
				 : command_failed(command, err.msg);
	store_close(store);
	return status;
}

static int run(const struct command *command, const struct options *options)
{
	struct request request = {.note = NULL};
	const char *typed_who = NULL;
	struct args_option taken[] = {
		{"--note", &request.note, 1, 0},
		{"--who", &typed_who, 1, 0},
		{.name = NULL},
	};
	char who[LEADS_WHO_SIZE];
	int argc = options->argc;
	struct err err;

	if (!args_take_all(&argc, options->argv, taken, &err))
		return command_misused(command, "%s", err.msg);
	if (argc < 1 || argc > 2 || (argc == 1 && !request.note))
		return command_misused(command,
				       "name one reference and a status");
	request.reference = options->argv[0];
	request.word = argc == 2 ? options->argv[1] : NULL;
	if (is_undo(&request) && request.note)
		return command_misused(command, "undo takes no note");
	if (!read_word(command, &request) ||
	    !leads_command_deed(command, &request.deed, who, typed_who))
		return EXIT_USAGE;
	return mark_in(command, options, &request);
}

const struct command command_leads_mark = {
	.name = "mark",
	.parent = &command_leads,
	.usage = "REF STATUS [--note TEXT] [--who NAME]\n"
		 "       hairline leads mark REF undo | --note TEXT",
	.help = "say what came of a lead, or take that back",
	.detail = "  called, no-answer, booked, closed\n"
		  "               what came of it\n"
		  "  new          to be called again\n"
		  "  restricted   the visitor asked that it is kept but "
		  "not used (GDPR art. 18): it\n"
		  "               is neither listed nor exported until it "
		  "is marked otherwise\n"
		  "  withdrawn    the visitor took the consent back: never "
		  "listed to be called nor\n"
		  "               exported again, and that stays; to erase "
		  "it: hairline leads erase\n"
		  "  undo         take back the latest mark\n"
		  "Notes are sealed like the lead itself.",
	.run = run,
};
