/*
 * place - one of every kind of screen of the kiosk: how to get there, and back.
 *
 * All on a screen of 24 x 80, in English, from the welcome.
 */
#ifndef TESTS_SUPPORT_PLACE_H
#define TESTS_SUPPORT_PLACE_H

#include <stddef.h>

#include "support/kiosk.h"

struct place {
	const char *way;  /* a script; "" for the welcome itself */
	const char *seen; /* there, and on no other screen before it */
	const char *last; /* the last that is drawn */
};

#define PLACES 13
extern const struct place places[PLACES];

void place_go(struct kiosk *kiosk, const struct place *place);

/* Have it drawn anew, so that all that was sent before has been dealt with. */
void place_redraw(struct kiosk *kiosk, const struct place *place);

/* Go there, send texts one by one, see that nothing changes, and leave. */
void place_check_ignored(struct kiosk *kiosk, const struct place *place,
			 const char *const *texts, size_t count);

/* Back to the welcome, from wherever the kiosk is. */
void place_leave(struct kiosk *kiosk);

#endif
