/*
 * seat - "hairline desk" in a real terminal, on the data and the content of a
 * kiosk that need not run.
 *
 * Everything here fails the running test when it cannot do its work.
 */
#ifndef TESTS_SUPPORT_SEAT_H
#define TESTS_SUPPORT_SEAT_H

#include "hairline/core/lead.h"
#include "hairline/core/reference.h"
#include "support/kiosk.h"

/* Save the fixture's lead of a number under another name.  Gives its id, and
 * its reference as it is shown, where these are not NULL. */
void seat_save(struct kiosk *kiosk, int number, const char *name,
	       char id[LEAD_ID_SIZE], char shown[REFERENCE_SHOWN_SIZE]);

/* Start a desk in a terminal; and in the kiosk's own, until it is drawn. */
void seat_start_at(struct kiosk *kiosk, struct tty *tty);
void seat_start(struct kiosk *kiosk);

/* With three new leads in sight: Mary Holloway, Zoë Núñez, whose reference is
 * given, and Peter Smith. */
void seat_start_with_three(struct kiosk *kiosk,
			   char shown[REFERENCE_SHOWN_SIZE]);

/* Leave by the key for it; the terminal is as before. */
void seat_leave(struct kiosk *kiosk);

/* What "hairline leads show" says of a lead. */
const char *seat_show(struct kiosk *kiosk, const char *reference);

#endif
