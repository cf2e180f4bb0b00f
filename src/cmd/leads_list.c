#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/say.h"
#include "hairline/core/lead.h"
#include "hairline/export/row.h"
#include "hairline/store/store.h"

#define WHEN_SIZE 24

static const struct {
	enum export_column column;
	const char *title; /* for people; programs get the column's name */
} columns[] = {
	{COLUMN_REFERENCE, "Reference"}, {COLUMN_CREATED, "When"},
	{COLUMN_NAME, "Name"},           {COLUMN_PHONE, "Phone"},
	{COLUMN_EMAIL, "E-mail"},        {COLUMN_TIME, "Best time"},
	{COLUMN_TIER, "Outcome"},
};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

/* What stands in a list: measured first, so that no word need be kept. */
struct list {
	int widths[COLUMNS];
	int count;
	int sealed;
};

static void local_time(char when[WHEN_SIZE], int64_t seconds)
{
	const time_t at = (time_t)seconds;
	struct tm local;

	when[0] = '\0';
	if (localtime_r(&at, &local))
		strftime(when, WHEN_SIZE, "%Y-%m-%d %H:%M", &local);
}

static void fill_for_people(struct export_row *row, char when[WHEN_SIZE],
			    const struct lead *lead)
{
	export_row_fill(row, lead, "");
	local_time(when, lead->created_at);
	row->cells[COLUMN_CREATED] = when;
	if (!lead->name)
		row->cells[COLUMN_NAME] = "(cannot be read)";
}

static bool measure(void *context, const struct lead *lead)
{
	struct list *list = context;
	struct export_row row;
	char when[WHEN_SIZE];

	fill_for_people(&row, when, lead);
	for (size_t i = 0; i < COLUMNS; i++) {
		int width = say_width(row.cells[columns[i].column]);

		if (width > list->widths[i])
			list->widths[i] = width;
	}
	list->count++;
	return true;
}

static bool print_for_people(void *context, const struct lead *lead)
{
	struct list *list = context;
	struct export_row row;
	char when[WHEN_SIZE];

	fill_for_people(&row, when, lead);
	for (size_t i = 0; i + 1 < COLUMNS; i++)
		say_padded(stdout, row.cells[columns[i].column],
			   list->widths[i] + 2);
	say_text(stdout, row.cells[columns[COLUMNS - 1].column]);
	putchar('\n');
	list->sealed += !lead->name;
	return true;
}

static bool list_for_people(struct store *store, struct list *list,
			    struct err *err)
{
	for (size_t i = 0; i < COLUMNS; i++)
		list->widths[i] = say_width(columns[i].title);
	if (!store_each_lead(store, measure, list, err))
		return false;
	if (list->count == 0)
		return puts("No leads yet.") >= 0;
	for (size_t i = 0; i + 1 < COLUMNS; i++)
		say_padded(stdout, columns[i].title, list->widths[i] + 2);
	puts(columns[COLUMNS - 1].title);
	return store_each_lead(store, print_for_people, list, err);
}

static bool print_plain(void *context, const struct lead *lead)
{
	struct list *list = context;
	struct export_row row;

	export_row_fill(&row, lead, "");
	for (size_t i = 0; i < COLUMNS; i++) {
		fputs(i ? "\t" : "", stdout);
		say_text(stdout, row.cells[columns[i].column]);
	}
	putchar('\n');
	list->sealed += !lead->name;
	return true;
}

static bool list_plain(struct store *store, struct list *list, struct err *err)
{
	for (size_t i = 0; i < COLUMNS; i++)
		printf("%s%s", i ? "\t" : "",
		       export_column_name(columns[i].column));
	putchar('\n');
	return store_each_lead(store, print_plain, list, err);
}

static int list_all(const struct command *command, struct store *store)
{
	struct list list = {.count = 0};
	struct err err;
	bool is_listed = isatty(STDOUT_FILENO)
				 ? list_for_people(store, &list, &err)
				 : list_plain(store, &list, &err);

	if (!is_listed)
		return command_failed(command, err.msg);
	return leads_command_say_sealed(command, list.sealed);
}

static int run(const struct command *command, const struct options *options)
{
	struct store *store;
	int status;

	if (!command_is_bare(command, options))
		return EXIT_USAGE;
	store = leads_command_open(command, options);
	if (!store)
		return EXIT_FOUND;
	status = list_all(command, store);
	store_close(store);
	return status;
}

const struct command command_leads_list = {
	.name = "list",
	.parent = &command_leads,
	.usage = "",
	.help = "every lead on a line, oldest first",
	.detail = "On a terminal a table with local times; else lines of "
		  "tab-separated cells under\na header, with times in UTC.",
	.run = run,
};
