#include "hairline/store/standing.h"

#include "hairline/store/database.h"
#include "hairline/store/history.h"

static bool is_there(struct database *database, const char *lead_id,
		     struct err *err)
{
	struct value wanted = value_text(lead_id);
	int64_t count = 0;

	if (!database_number(database, "SELECT count(*) FROM lead WHERE id = ?",
			     &wanted, 1, &count, err))
		return false;
	return count > 0 ||
	       err_set(err, ERR_STORE, "there is no lead with that id");
}

static void settle(struct standing *standing, const struct history *history)
{
	struct dossier dossier = {
		.events = history->events,
		.event_count = history->count,
	};

	dossier_settle(&dossier);
	standing->status = dossier.status;
	standing->can_undo = dossier.can_undo;
	standing->last_at =
		history->count ? history->events[history->count - 1].at : 0;
}

static bool load(struct standing *standing, struct database *database,
		 const char *lead_id, struct arena *arena, struct err *err)
{
	struct sqlite3_stmt *rows = history_ask(database, err);
	struct history history;
	bool ok = rows &&
		  history_load(&history, database, rows, lead_id, arena, err);

	if (ok)
		settle(standing, &history);
	database_done(rows);
	return ok;
}

bool standing_load(struct standing *standing, struct database *database,
		   const char *lead_id, struct err *err)
{
	struct arena arena;
	bool ok;

	arena_init(&arena);
	ok = is_there(database, lead_id, err) &&
	     load(standing, database, lead_id, &arena, err);
	arena_release(&arena);
	return ok;
}

int64_t standing_time(const struct standing *standing, int64_t at)
{
	return at < standing->last_at ? standing->last_at : at;
}
