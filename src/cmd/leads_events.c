#include "hairline/cmd/leads_events.h"

#include <stdio.h>
#include <string.h>

#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/say.h"
#include "hairline/core/date.h"
#include "hairline/core/dossier.h"

#define WHEN_WIDTH 18
#define WHO_WIDTH 14
#define KIND_WIDTH 12

static const char *note_of(const struct lead_event *event)
{
	return event->note ? event->note : "(note not readable)";
}

static void print_columns(const struct lead_event *event)
{
	char when[LEADS_WHEN_SIZE];

	leads_command_when(when, event->at);
	say_padded(stdout, when, WHEN_WIDTH);
	say_padded(stdout, event->who, WHO_WIDTH - 1);
	putchar(' ');
	say_padded(stdout, event->kind, KIND_WIDTH);
	say_text(stdout, note_of(event));
	putchar('\n');
}

static void print_tabbed(const struct lead_event *event)
{
	char time[DATE_TIME_SIZE];

	date_time(time, event->at);
	printf("%s\t", time);
	say_text(stdout, event->who);
	putchar('\t');
	say_text(stdout, event->kind);
	putchar('\t');
	say_text(stdout, note_of(event));
	putchar('\n');
}

void leads_events_print(const struct lead_event *event, bool is_for_people)
{
	if (is_for_people)
		print_columns(event);
	else
		print_tabbed(event);
}
