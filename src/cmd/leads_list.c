#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hairline/base/json_write.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/leads_filter.h"
#include "hairline/cmd/say.h"
#include "hairline/core/alike.h"
#include "hairline/core/date.h"
#include "hairline/core/dossier.h"
#include "hairline/export/row.h"
#include "hairline/store/store.h"

#define SAME_MAX 3 /* others that may be the same person, on a line */
#define SAME_JSON_MAX 20
#define SAME_SIZE 64

enum option {
	JSON = LEADS_FILTER_OPTIONS,
	OPTION_COUNT
};

static const struct {
	enum export_column column;
	const char *title; /* for people; programs get the column's name */
} columns[] = {
	{COLUMN_REFERENCE, "Reference"}, {COLUMN_CREATED, "When"},
	{COLUMN_STATUS, "Status"},       {COLUMN_NAME, "Name"},
	{COLUMN_PHONE, "Phone"},         {COLUMN_EMAIL, "E-mail"},
	{COLUMN_TIME, "Best time"},      {COLUMN_TIER, "Outcome"},
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

/* What is said of a lead when it is like another one. */
struct other {
	char reference[REFERENCE_SIZE];
	bool is_withdrawn;
};

/* Every lead is looked at first: for the widths, and for who is like whom. */
struct list {
	const struct leads_filter *filter;
	int widths[COLUMNS];
	int count;
	int sealed;
	struct alike alike;
	struct other *others; /* by their number in alike */
	int other_count;
	int other_room;
	bool has_failed;
};

/* What one line shows. */
struct line {
	struct export_row row;
	char when[LEADS_WHEN_SIZE];
	char same[SAME_SIZE];
};

static void fill(struct line *line, const struct dossier *dossier,
		 bool is_for_people)
{
	export_row_fill(&line->row, dossier);
	if (!is_for_people)
		return;
	leads_command_when(line->when, dossier->lead->created_at);
	line->row.cells[COLUMN_CREATED] = line->when;
	if (!dossier->lead->name)
		line->row.cells[COLUMN_NAME] = dossier->status == STATUS_ERASED
						       ? "(erased)"
						       : "(cannot be read)";
}

static bool remember(struct list *list, const struct dossier *dossier)
{
	const struct lead *lead = dossier->lead;
	struct other *other;

	if (list->other_count == list->other_room) {
		int room = list->other_room ? list->other_room * 2 : 64;
		void *others = reallocarray(list->others, (size_t)room,
					    sizeof(*list->others));

		if (!others)
			return false;
		list->others = others;
		list->other_room = room;
	}
	other = &list->others[list->other_count];
	snprintf(other->reference, sizeof(other->reference), "%s",
		 lead->reference);
	other->is_withdrawn = dossier->status == STATUS_WITHDRAWN;
	return alike_add(&list->alike, list->other_count++, lead->phone,
			 lead->email);
}

static bool measure(void *context, const struct dossier *dossier)
{
	struct list *list = context;
	struct line line;

	if (!remember(list, dossier)) {
		list->has_failed = true;
		return false;
	}
	if (!leads_filter_wants(list->filter, dossier))
		return true;
	fill(&line, dossier, true);
	for (size_t i = 0; i < COLUMNS; i++) {
		int width = say_width(line.row.cells[columns[i].column]);

		if (width > list->widths[i])
			list->widths[i] = width;
	}
	list->count++;
	return true;
}

/* The n-th that may be the same person as a lead, or NULL. */
static const struct other *find_same(struct list *list, const struct lead *lead,
				     int n)
{
	for (int i = 0; lead->name; i++) {
		int found = alike_find(&list->alike, ALIKE_NONE, lead->phone,
				       lead->email, i);

		if (found == ALIKE_NONE)
			return NULL;
		/* It is like itself. */
		if (strcmp(list->others[found].reference, lead->reference) &&
		    n-- == 0)
			return &list->others[found];
	}
	return NULL;
}

static void fill_same(struct line *line, struct list *list,
		      const struct lead *lead)
{
	struct buf same;
	const struct other *other = find_same(list, lead, 0);

	buf_init(&same, line->same, sizeof(line->same));
	for (int n = 0; other && n < SAME_MAX;
	     other = find_same(list, lead, ++n)) {
		char shown[REFERENCE_SHOWN_SIZE];

		reference_show(shown, other->reference);
		buf_addf(&same, "%s%s%s", n ? " " : "", shown,
			 other->is_withdrawn ? " withdrawn" : "");
	}
	buf_add(&same, other ? " ..." : "");
}

static bool gets_line(struct list *list, const struct dossier *dossier)
{
	if (!leads_filter_wants(list->filter, dossier))
		return false;
	list->sealed +=
		!dossier->lead->name && dossier->status != STATUS_ERASED;
	return true;
}

static bool print_for_people(void *context, const struct dossier *dossier)
{
	struct list *list = context;
	struct line line;

	if (!gets_line(list, dossier))
		return true;
	fill(&line, dossier, true);
	fill_same(&line, list, dossier->lead);
	for (size_t i = 0; i + 1 < COLUMNS; i++)
		say_padded(stdout, line.row.cells[columns[i].column],
			   list->widths[i] + 2);
	if (line.same[0])
		say_padded(stdout, line.row.cells[columns[COLUMNS - 1].column],
			   list->widths[COLUMNS - 1] + 2);
	else
		say_text(stdout, line.row.cells[columns[COLUMNS - 1].column]);
	printf("%s%s\n", line.same[0] ? "maybe the same as " : "", line.same);
	return true;
}

static bool print_plain(void *context, const struct dossier *dossier)
{
	struct list *list = context;
	struct line line;

	if (!gets_line(list, dossier))
		return true;
	fill(&line, dossier, false);
	fill_same(&line, list, dossier->lead);
	for (size_t i = 0; i < COLUMNS; i++) {
		say_text(stdout, line.row.cells[columns[i].column]);
		putchar('\t');
	}
	puts(line.same);
	return true;
}

static void put_time_or_null(struct json_writer *writer, const char *key,
			     int64_t at)
{
	char time[DATE_TIME_SIZE];

	json_put_key(writer, key);
	if (!at) {
		json_put_null(writer);
		return;
	}
	date_time(time, at);
	json_put_text(writer, time);
}

static void put_same(struct json_writer *writer, struct list *list,
		     const struct lead *lead)
{
	const struct other *other = find_same(list, lead, 0);

	json_put_key(writer, "maybe_same");
	json_open_array(writer);
	for (int n = 0; other && n < SAME_JSON_MAX;
	     other = find_same(list, lead, ++n))
		json_put_text(writer, other->reference);
	json_close_array(writer);
}

static bool print_json(void *context, const struct dossier *dossier)
{
	struct list *list = context;
	struct json_writer writer;
	struct line line;

	if (!gets_line(list, dossier))
		return true;
	fill(&line, dossier, false);
	json_write_begin(&writer, NULL, json_sink_file, stdout);
	json_open_object(&writer);
	json_member_text(&writer, "id", dossier->lead->id);
	for (size_t i = 0; i < COLUMNS; i++)
		json_member_text(&writer, export_column_name(columns[i].column),
				 line.row.cells[columns[i].column]);
	json_member_text(&writer, "kiosk", dossier->lead->kiosk);
	json_member_text(&writer, "language", dossier->lead->language);
	put_time_or_null(&writer, "status_at",
			 dossier->mark ? dossier->mark->at : 0);
	put_time_or_null(&writer, "exported_at", dossier->exported_at);
	put_time_or_null(&writer, "delete_after", dossier->lead->delete_after);
	put_same(&writer, list, dossier->lead);
	json_close_object(&writer);
	list->has_failed |= !json_write_end(&writer);
	putchar('\n');
	return true;
}

static void print_title(const struct list *list)
{
	for (size_t i = 0; i + 1 < COLUMNS; i++)
		say_padded(stdout, columns[i].title, list->widths[i] + 2);
	puts(columns[COLUMNS - 1].title);
}

static void print_header(void)
{
	for (size_t i = 0; i < COLUMNS; i++)
		printf("%s\t", export_column_name(columns[i].column));
	puts("maybe_same");
}

static bool print_all(struct list *list, struct store *store, bool is_json,
		      struct err *err)
{
	struct inbox_query query = {.since = 0};

	if (is_json)
		return inbox_read(store, &query, print_json, list, err);
	if (!isatty(STDOUT_FILENO)) {
		print_header();
		return inbox_read(store, &query, print_plain, list, err);
	}
	if (list->count == 0)
		return puts(list->other_count ? "No such leads."
					      : "No leads yet.") >= 0;
	print_title(list);
	return inbox_read(store, &query, print_for_people, list, err);
}

static int list_leads(const struct command *command, struct store *store,
		      const struct leads_filter *filter, bool is_json)
{
	struct list list = {.filter = filter};
	struct inbox_query query = {.since = 0};
	struct err err;
	bool ok;

	for (size_t i = 0; i < COLUMNS; i++)
		list.widths[i] = say_width(columns[i].title);
	ok = inbox_read(store, &query, measure, &list, &err) &&
	     (list.has_failed ? err_set(&err, ERR_MEMORY, "out of memory")
			      : print_all(&list, store, is_json, &err));
	alike_release(&list.alike);
	free(list.others);
	if (!ok)
		return command_failed(command, err.msg);
	return leads_command_say_sealed(command, list.sealed);
}

static int run(const struct command *command, const struct options *options)
{
	struct leads_filter filter = {.since = 0};
	struct args_option taken[OPTION_COUNT + 1] = {
		[JSON] = {.name = "--json"},
	};
	struct options rest = *options;
	struct store *store;
	struct err err;
	int status;

	leads_filter_options(&filter, taken);
	if (!args_take_all(&rest.argc, rest.argv, taken, &err) ||
	    !leads_filter_read(&filter, taken, &err))
		return command_misused(command, "%s", err.msg);
	if (!command_is_bare(command, &rest))
		return EXIT_USAGE;
	store = leads_command_open(command, options);
	if (!store)
		return EXIT_FOUND;
	status = list_leads(command, store, &filter, taken[JSON].count > 0);
	store_close(store);
	return status;
}

const struct command command_leads_list = {
	.name = "list",
	.parent = &command_leads,
	.usage = LEADS_FILTER_USAGE "\n       [--json]",
	.help = "every lead on a line, oldest first",
	.detail = LEADS_FILTER_HELP
	"\n"
	"On a terminal a table with local times; else lines of "
	"tab-separated cells\n"
	"under a header, with times in UTC; with --json an "
	"object a line.  A lead\n"
	"whose phone number or e-mail address is that of another "
	"is shown as maybe\n"
	"the same person; nothing is merged.",
	.run = run,
};
