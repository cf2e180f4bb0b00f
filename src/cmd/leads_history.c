#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

#include "hairline/base/json_write.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/leads_events.h"
#include "hairline/core/date.h"
#include "hairline/core/dossier.h"
#include "hairline/store/inbox.h"

static bool print_lines(void *context, const struct dossier *dossier)
{
	(void)context;
	for (int i = 0; i < dossier->event_count; i++)
		leads_events_print(&dossier->events[i], isatty(STDOUT_FILENO));
	return true;
}

static void put_event(struct json_writer *writer,
		      const struct lead_event *event)
{
	char time[DATE_TIME_SIZE];

	date_time(time, event->at);
	json_open_object(writer);
	json_member_whole(writer, "number", event->number);
	json_member_text(writer, "at", time);
	json_member_text(writer, "who", event->who);
	json_member_text(writer, "kind", event->kind);
	json_put_key(writer, "note");
	if (event->note && *event->note)
		json_put_text(writer, event->note);
	else
		json_put_null(writer);
	json_close_object(writer);
}

static bool print_json(void *context, const struct dossier *dossier)
{
	bool *ok = context;

	for (int i = 0; i < dossier->event_count; i++) {
		struct json_writer writer;

		json_write_begin(&writer, NULL, json_sink_file, stdout);
		put_event(&writer, &dossier->events[i]);
		*ok = json_write_end(&writer) && *ok;
		putchar('\n');
	}
	return true;
}

static int print(const struct command *command, struct store *store,
		 const char *id, bool is_json)
{
	struct inbox_query query = {.id = id};
	struct err err;
	bool ok = true;

	if (!inbox_read(store, &query, is_json ? print_json : print_lines, &ok,
			&err))
		return command_failed(command, err.msg);
	if (!ok)
		return command_failed(command, "a note is not UTF-8 text");
	return EXIT_FINE;
}

static int run(const struct command *command, const struct options *options)
{
	return leads_command_run_one(command, options, print);
}

const struct command command_leads_history = {
	.name = "history",
	.parent = &command_leads,
	.usage = "REF [--json]",
	.help = "what happened to a lead, when, and who did it",
	.run = run,
};
