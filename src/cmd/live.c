#include "hairline/cmd/live.h"

#include <string.h>

#include "hairline/cmd/content_files.h"
#include "hairline/content/load.h"

/* Load into the place that is not shown. */
static bool load_other(struct live *live, struct session **session,
		       struct err *err)
{
	struct catalog *catalog = &live->catalogs[!live->at];

	if (!content_load(catalog, live->dir, err))
		return false;
	*session = session_new(&catalog->form);
	if (*session)
		return true;
	content_release(catalog);
	return err_set(err, ERR_MEMORY, "out of memory");
}

bool live_open(struct live *live, const char *dir, int64_t now_ms,
	       struct err *err)
{
	memset(live, 0, sizeof(*live));
	live->dir = dir;
	content_watch_open(&live->watch, dir, now_ms);
	if (!load_other(live, &live->session, err))
		return false;
	live->at = !live->at;
	return true;
}

void live_close(struct live *live)
{
	if (!live->dir)
		return;
	session_free(live->session);
	content_release(&live->catalogs[0]);
	content_release(&live->catalogs[1]);
	content_watch_close(&live->watch);
	live->dir = NULL;
	live->session = NULL;
}

const struct catalog *live_catalog(const struct live *live)
{
	return &live->catalogs[live->at];
}

static void swap(struct live *live, struct session *session)
{
	session_free(live->session);
	content_release(&live->catalogs[live->at]);
	live->at = !live->at;
	live->session = session;
}

static enum live_news reload(struct live *live, int64_t now_ms)
{
	uint64_t stamp = content_files_stamp(live->dir);
	struct session *session = NULL;
	bool is_good = load_other(live, &session, &live->err);

	/* Changed while it was read: what was read may be half of each. */
	if (content_files_stamp(live->dir) != stamp) {
		live->watch.changed_ms = now_ms;
		session_free(session);
		content_release(&live->catalogs[!live->at]);
		return LIVE_NONE;
	}
	content_watch_settle(&live->watch, stamp);
	live->is_bad = !is_good;
	if (!is_good)
		return LIVE_BAD;
	swap(live, session);
	return LIVE_NEW;
}

enum live_news live_turn(struct live *live, int64_t now_ms, bool is_free)
{
	content_watch_take(&live->watch, now_ms);
	if (!is_free || !content_watch_is_due(&live->watch, now_ms))
		return LIVE_NONE;
	return reload(live, now_ms);
}

void live_look(struct live *live, int64_t now_ms)
{
	content_watch_look(&live->watch, now_ms);
	/* What failed for want of memory may load now. */
	if (live->is_bad && live->watch.changed_ms < 0)
		live->watch.changed_ms = now_ms;
}

int64_t live_deadline(const struct live *live, bool is_free)
{
	return content_watch_deadline(&live->watch, is_free);
}
