#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hairline/base/json_write.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/leads_events.h"
#include "hairline/cmd/say.h"
#include "hairline/content/fhir_response.h"
#include "hairline/core/date.h"
#include "hairline/core/dossier.h"
#include "hairline/export/jsonl.h"
#include "hairline/export/row.h"
#include "hairline/store/inbox.h"

#define LABEL_WIDTH 18

/* Columns of an export that are one fact each; boxes are shown with times. */
static const enum export_column plain_columns[] = {
	COLUMN_REFERENCE, COLUMN_CREATED,      COLUMN_STATUS, COLUMN_NAME,
	COLUMN_PHONE,     COLUMN_EMAIL,        COLUMN_TIME,   COLUMN_LANGUAGE,
	COLUMN_TIER,      COLUMN_DELETE_AFTER, COLUMN_KIOSK,
};

struct page {
	bool is_for_people;
	bool is_json;
	int count;
	int sealed;
	struct err err;
};

static void print_fact(const struct page *page, const char *name,
		       const char *value)
{
	if (page->is_for_people)
		say_padded(stdout, name, LABEL_WIDTH);
	else
		printf("%s\t", name);
	say_text(stdout, value);
	putchar('\n');
}

static void print_columns(const struct page *page,
			  const struct dossier *dossier)
{
	struct export_row row;

	export_row_fill(&row, dossier);
	for (size_t i = 0; i < sizeof(plain_columns) / sizeof(plain_columns[0]);
	     i++)
		print_fact(page, export_column_name(plain_columns[i]),
			   row.cells[plain_columns[i]]);
}

static void print_boxes(const struct page *page, const struct consent *consent)
{
	for (int i = 0; i < CONSENT_COUNT; i++) {
		char name[32];
		char value[40];
		char at[DATE_TIME_SIZE] = "never touched";

		if (consent->at[i])
			date_time(at, consent->at[i]);
		snprintf(name, sizeof(name), "consent_%s",
			 consent_name((enum consent_box)i));
		snprintf(value, sizeof(value), "%s, %s",
			 consent->is_set[i] ? "yes" : "no", at);
		print_fact(page, name, value);
	}
}

static void print_words(const struct page *page, const struct lead *lead)
{
	const char *const words[][2] = {
		{"clinic", lead->clinic},
		{"consent_version", lead->text_version},
		{"consent_sha256", lead->text_hash},
		{"consent_method", lead->method},
		{"faq_sha256", lead->faq_hash},
		{"form_sha256", lead->form_hash},
	};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		print_fact(page, words[i][0], words[i][1] ? words[i][1] : "");
}

static void print_answer(void *context, const char *link_id, const char *text,
			 const char *answer)
{
	const struct page *page = context;

	(void)link_id;
	fputs(page->is_for_people ? "\n  " : "answer\t", stdout);
	say_text(stdout, text);
	fputs(page->is_for_people ? "\n    " : "\t", stdout);
	say_text(stdout, answer);
	putchar('\n');
}

static void print_events(const struct page *page, const struct dossier *dossier)
{
	fputs(page->is_for_people ? "\n" : "", stdout);
	for (int i = 0; i < dossier->event_count; i++) {
		fputs(page->is_for_people ? "" : "event\t", stdout);
		leads_events_print(&dossier->events[i], page->is_for_people);
	}
}

static void print_answers(struct page *page, const struct lead *lead)
{
	if (*lead->answers)
		fhir_response_each(lead->answers, print_answer, page,
				   &page->err);
}

static bool print_lead(void *context, const struct dossier *dossier)
{
	struct page *page = context;

	page->count++;
	print_columns(page, dossier);
	if (dossier->lead->name) {
		print_boxes(page, &dossier->lead->consent);
		print_words(page, dossier->lead);
		print_answers(page, dossier->lead);
	} else if (dossier->status != STATUS_ERASED) {
		page->sealed++;
	}
	print_events(page, dossier);
	return true;
}

static bool print_json(void *context, const struct dossier *dossier)
{
	struct page *page = context;
	const char *answers = dossier->lead->answers;
	const struct json *tree = NULL;
	struct json_writer writer;
	struct arena arena;

	page->count++;
	page->sealed +=
		!dossier->lead->name && dossier->status != STATUS_ERASED;
	arena_init(&arena);
	if (*answers)
		tree = json_parse(&arena, answers, strlen(answers), &page->err);
	json_write_begin(&writer, NULL, json_sink_file, stdout);
	jsonl_put(&writer, dossier, tree);
	if (!json_write_end(&writer))
		err_set(&page->err, ERR_SYNTAX,
			"the words of this lead are not UTF-8 text");
	putchar('\n');
	arena_release(&arena);
	return true;
}

static int show(const struct command *command, struct store *store,
		const char *id, bool is_json)
{
	struct page page = {.is_for_people = isatty(STDOUT_FILENO)};
	struct inbox_query query = {.id = id};
	struct err err;

	if (!inbox_read(store, &query, is_json ? print_json : print_lead, &page,
			&err))
		return command_failed(command, err.msg);
	if (page.err.code != ERR_NONE)
		return command_failed(command, page.err.msg);
	return leads_command_say_sealed(command, page.sealed);
}

static int run(const struct command *command, const struct options *options)
{
	return leads_command_run_one(command, options, show);
}

const struct command command_leads_show = {
	.name = "show",
	.parent = &command_leads,
	.usage = "REF [--json]",
	.help = "everything about one lead",
	.detail = "REF may be typed in small letters and without dashes; O "
		  "is read as 0, I and\n"
		  "L as 1. With --json it is one line as hairline-leads(5) "
		  "describes it: the\n"
		  "copy that a visitor may ask for.",
	.run = run,
};
