/*
 * kiosk - the running kiosk: what its parts hold between them.
 *
 * Private to src/cmd/kiosk*.c.
 */
#ifndef HAIRLINE_CMD_KIOSK_H
#define HAIRLINE_CMD_KIOSK_H

#include "hairline/cmd/command.h"
#include "hairline/cmd/live.h"
#include "hairline/cmd/loop.h"
#include "hairline/cmd/purge.h"
#include "hairline/store/store.h"
#include "hairline/ui/app.h"
#include "hairline/ui/term.h"

struct kiosk {
	const struct options *options;
	struct live live;    /* the content and the visitor's session */
	struct store *store; /* NULL while it cannot be opened */
	struct loop loop;
	struct canvas canvas;
	struct app app;
	int64_t pin_after_ms; /* no PIN is checked before this */
	struct purge purge;
	bool needs_frame;
};

/* Take everything in hand; tear it down in any case. */
bool kiosk_set_up(struct kiosk *kiosk, struct err *err);
void kiosk_tear_down(struct kiosk *kiosk);

/* Open the store if it is not, and make sure that a lead can be saved. */
bool kiosk_open_store(struct kiosk *kiosk, struct err *err);

#endif
