#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <unistd.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/say.h"
#include "hairline/content/fhir_response.h"
#include "hairline/core/date.h"
#include "hairline/core/lead.h"
#include "hairline/export/row.h"
#include "hairline/store/store.h"

#define LABEL_WIDTH 18

/* Columns of an export that are one fact each; boxes are shown with times. */
static const enum export_column plain_columns[] = {
	COLUMN_REFERENCE,    COLUMN_CREATED, COLUMN_NAME,     COLUMN_PHONE,
	COLUMN_EMAIL,        COLUMN_TIME,    COLUMN_LANGUAGE, COLUMN_TIER,
	COLUMN_DELETE_AFTER, COLUMN_KIOSK,
};

struct page {
	bool is_for_people;
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

static void print_columns(const struct page *page, const struct lead *lead)
{
	struct export_row row;

	export_row_fill(&row, lead, "");
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

static bool print_lead(void *context, const struct lead *lead)
{
	struct page *page = context;

	print_columns(page, lead);
	if (!lead->name) {
		page->sealed++;
		return true;
	}
	print_boxes(page, &lead->consent);
	print_words(page, lead);
	if (!lead->answers || !lead->answers[0])
		return true;
	return fhir_response_each(lead->answers, print_answer, page,
				  &page->err);
}

/* Seven letters and digits that do not fit together are a slip in one. */
static int refuse_reference(const struct command *command, const char *typed)
{
	int count = 0;

	for (const char *at = typed; *at; at++)
		count += isalnum((unsigned char)*at) != 0;
	if (count == REFERENCE_SIZE - 1)
		return command_failed(command,
				      "the check character at the end does "
				      "not fit the rest: one of the seven is "
				      "mistyped");
	return command_failed(command, "that is not a reference: it has seven "
				       "letters and digits, like H4K-7QX-3");
}

static int show(const struct command *command, struct store *store,
		const char *reference)
{
	struct page page = {.is_for_people = isatty(STDOUT_FILENO)};
	struct err err;
	bool found = false;

	if (!store_find_lead(store, reference, print_lead, &page, &found, &err))
		return command_failed(command, err.msg);
	if (!found)
		return command_failed(command,
				      "there is no lead with that reference; "
				      "\"hairline leads list\" shows them all");
	if (page.err.code != ERR_NONE)
		return command_failed(command, page.err.msg);
	return leads_command_say_sealed(command, page.sealed);
}

static int run(const struct command *command, const struct options *options)
{
	struct args_option none[] = {{.name = NULL}};
	char reference[REFERENCE_SIZE];
	int argc = options->argc;
	struct store *store;
	struct err err;
	int status;

	if (!args_take_all(&argc, options->argv, none, &err))
		return command_misused(command, "%s", err.msg);
	if (argc != 1)
		return command_misused(command, "name one reference");
	if (!reference_read(reference, options->argv[0]))
		return refuse_reference(command, options->argv[0]);
	store = leads_command_open(command, options);
	if (!store)
		return EXIT_FOUND;
	status = show(command, store, reference);
	store_close(store);
	return status;
}

const struct command command_leads_show = {
	.name = "show",
	.parent = &command_leads,
	.usage = "REF",
	.help = "everything about one lead",
	.detail = "REF may be typed in small letters and without dashes; O is "
		  "read as 0, I and L as 1.",
	.run = run,
};
