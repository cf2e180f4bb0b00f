/*
 * leads_events - one event of a lead's history, printed.
 */
#ifndef HAIRLINE_CMD_LEADS_EVENTS_H
#define HAIRLINE_CMD_LEADS_EVENTS_H

#include <stdbool.h>

struct lead_event;

/*
 * A line: when, who, what and the note; for people in columns with the local
 * time, else separated by tabs with the time in UTC.
 */
void leads_events_print(const struct lead_event *event, bool is_for_people);

#endif
