/*
 * tray_helper - an tray with a few leads whose words are plain to see.
 */
#ifndef HAIRLINE_TESTS_UNIT_TRAY_HELPER_H
#define HAIRLINE_TESTS_UNIT_TRAY_HELPER_H

#include <stdio.h>

#include "hairline/core/tray.h"

#define NOON 1795435200 /* 2026-11-23 12:00:00 UTC */

static const char *const status_words[STATUS_COUNT] = {
	"New",    "Called",     "No answer", "Booked",
	"Closed", "Restricted", "Withdrawn", "Erased",
};

/* A lead with this number, so many minutes old. */
static inline int put(struct tray *tray, int number, int minutes,
		      enum status status)
{
	char id[LEAD_ID_SIZE];
	char reference[16];

	snprintf(id, sizeof(id), "%032x", (unsigned)number);
	snprintf(reference, sizeof(reference), "H4K%04d", number % 10000);
	if (!tray_put(tray, &(struct tray_columns){
				    .id = id,
				    .reference = reference,
				    .created_at = NOON - minutes * 60,
				    .changed_at = NOON - minutes * 60,
				    .tier = TIER_NONE,
				    .status = status,
			    }))
		return TRAY_NONE;
	return tray_find(tray, id);
}

static inline bool read_words(struct tray *tray, int lead, const char *name,
			      const char *phone, const char *email)
{
	return tray_read(tray, lead,
			 &(struct lead){.name = name,
					.phone = phone,
					.email = email,
					.time = "morning"});
}

#endif
