/*
 * live - the content that the kiosk shows, and its change between visitors.
 *
 * A changed folder is loaded whole beside what is shown, and takes its place
 * only when all of it is right and the folder stayed the same meanwhile.
 * Until then, and after a mistake, the last good content stays.
 */
#ifndef HAIRLINE_CMD_LIVE_H
#define HAIRLINE_CMD_LIVE_H

#include "hairline/base/err.h"
#include "hairline/cmd/content_watch.h"
#include "hairline/core/catalog.h"
#include "hairline/core/session.h"

struct live {
	const char *dir;
	struct catalog catalogs[2];
	int at;                  /* the one that is shown */
	struct session *session; /* of its form */
	struct content_watch watch;
	bool is_bad;    /* the folder holds a mistake: this is older */
	struct err err; /* the mistake */
};

enum live_news {
	LIVE_NONE,
	LIVE_NEW, /* catalog and session are others now */
	LIVE_BAD  /* the change has a mistake */
};

/* Load the folder for the first time.  False with nothing held but what
 * live_close() releases. */
bool live_open(struct live *live, const char *dir, int64_t now_ms,
	       struct err *err);
void live_close(struct live *live);

const struct catalog *live_catalog(const struct live *live);

/*
 * Take note of changes.  Only when is_free, with no visitor at the kiosk, may
 * the content be another afterwards; the old catalog and session are gone then.
 */
enum live_news live_turn(struct live *live, int64_t now_ms, bool is_free);

/* A visit has ended: look at the files themselves. */
void live_look(struct live *live, int64_t now_ms);

/* As content_watch_deadline(). */
int64_t live_deadline(const struct live *live, bool is_free);

#endif
