/*
 * outgoing - which leads went out in a file, exactly, even when the export is
 * killed.
 *
 * One export runs at a time.  A note beside the store says which temporary
 * file it writes; once that is complete and on the disk, the note also says
 * which leads are in it; then the file takes its name (rename), and then each
 * lead's history gets its "exported" event.  Whoever opens the store for
 * staff next settles what a killed export left: while the temporary file is
 * still there nothing went out, so it is removed and nothing is recorded; when
 * it is gone although its leads are noted, it took its name, so they are
 * recorded.  A lead is therefore recorded if and only if the file was given
 * out.  Only an export to a pipe cannot know that: it is recorded when the
 * last byte was written.
 */
#ifndef HAIRLINE_STORE_OUTGOING_H
#define HAIRLINE_STORE_OUTGOING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/core/lead.h"
#include "hairline/store/datadir.h"
#include "hairline/store/deeds.h"

struct store;

struct outgoing {
	struct store *store;
	struct deed deed;
	const char *temporary;          /* NULL: to a pipe */
	char folder[DATADIR_PATH_SIZE]; /* for files of its own, 0700 */
	int lock;
	char (*ids)[LEAD_ID_SIZE];
	size_t count;
	size_t room;
	size_t recorded;
	bool is_noted; /* the note may say which leads are in the file */
	bool is_left;  /* of a killed export: some may be recorded already */
};

/*
 * Start an export whose temporary file will have an absolute path; NULL for
 * one to a pipe.  Refused while another one runs.  To be ended by
 * outgoing_close() when it returned true.
 */
bool outgoing_open(struct outgoing *outgoing, struct store *store,
		   const char *temporary, const struct deed *deed,
		   struct err *err);

/* A lead is in the file. */
bool outgoing_add(struct outgoing *outgoing, const char *id, struct err *err);

/* The temporary file and its name are on the disk: it will take its name. */
bool outgoing_commit(struct outgoing *outgoing, struct err *err);

/*
 * It did not: to be called before the temporary file is removed.  On false
 * that must stay where it is, for outgoing_settle() to find.  Nothing happens
 * when it took its name after all.
 */
bool outgoing_revoke(struct outgoing *outgoing, struct err *err);

/*
 * The file has its name: record leads, some at a time, so that the kiosk can
 * save in between.  Call it again while is_done is false.
 */
bool outgoing_record(struct outgoing *outgoing, bool *is_done, struct err *err);

void outgoing_close(struct outgoing *outgoing);

/* Settle what a killed export left.  One that is running is left alone. */
bool outgoing_settle(struct store *store, struct err *err);

#endif
