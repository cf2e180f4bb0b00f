/*
 * desk_deeds - who sits at the desk, and what they do to a lead.
 */
#ifndef HAIRLINE_CMD_DESK_DEEDS_H
#define HAIRLINE_CMD_DESK_DEEDS_H

#include "hairline/cmd/desk_store.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/loop.h"
#include "hairline/cmd/paths.h"
#include "hairline/core/catalog.h"
#include "hairline/ui/desk.h"

struct seat {
	const struct options *options;
	struct catalog catalog;
	struct desk_store store;
	struct desk desk;
	struct loop loop;
	struct canvas canvas;
	char who[LEADS_WHO_SIZE];
	char folder[PATHS_SIZE]; /* for exports */
	char file[PATHS_SIZE];   /* the last one */
	struct err why;          /* the leads cannot be read */
	int64_t drawn_ms;
	bool needs_frame;
};

/*
 * Do the deed that is among these effects to the lead that is meant, in the
 * store; the tray is not touched.  After an export seat->file is its name.
 */
bool desk_deeds_do(struct seat *seat, unsigned effects, struct err *err);

#endif
