#include <stdio.h>

#include "hairline/base/json_write.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/say.h"
#include "hairline/store/audit.h"
#include "hairline/store/store.h"

static void print_wrong(void *context, const char *text)
{
	(void)context;
	say_text(stderr, text);
	fputc('\n', stderr);
}

static void print_json(const struct audit *audit)
{
	struct json_writer writer;

	json_write_begin(&writer, NULL, json_sink_file, stdout);
	json_open_object(&writer);
	json_member_whole(&writer, "events", audit->events);
	json_member_whole(&writer, "leads", audit->leads);
	json_member_whole(&writer, "wrong", audit->wrong);
	json_member_whole(&writer, "last", audit->last);
	json_member_text(&writer, "last_sha256", audit->last_hash);
	json_close_object(&writer);
	json_write_end(&writer);
	putchar('\n');
}

static int verify(const struct command *command, struct store *store,
		  bool is_json)
{
	struct audit audit = {.report = print_wrong};
	struct err err;

	if (!audit_run(&audit, store, &err))
		return command_failed(command, err.msg);
	if (is_json)
		print_json(&audit);
	else
		printf("%lld events, %lld leads, %lld wrong; the last event is "
		       "%lld, %s\n",
		       (long long)audit.events, (long long)audit.leads,
		       (long long)audit.wrong, (long long)audit.last,
		       audit.last_hash);
	return audit.wrong ? EXIT_FOUND : EXIT_FINE;
}

static int run(const struct command *command, const struct options *options)
{
	struct args_option taken[] = {{.name = "--json"}, {.name = NULL}};
	struct options rest = *options;
	struct store *store;
	int status;

	if (!command_take_bare(command, &rest, taken))
		return EXIT_USAGE;
	store = leads_command_open_sealed(command, options);
	if (!store)
		return EXIT_FOUND;
	status = verify(command, store, taken[0].count > 0);
	store_close(store);
	return status;
}

const struct command command_leads_verify = {
	.name = "verify",
	.parent = &command_leads,
	.usage = "[--json]",
	.help = "is the history what it was?",
	.detail = "Finds events and leads that were changed, exchanged or "
		  "taken out.  Who can\n"
		  "write to the store and knows this program could compute "
		  "all of it anew:\n"
		  "against that, note the last event's number and hash "
		  "elsewhere now and then,\n"
		  "and compare them later.",
	.run = run,
};
