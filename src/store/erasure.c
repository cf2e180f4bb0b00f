#include "hairline/store/erasure.h"

#include <string.h>

#include "hairline/core/date.h"
#include "hairline/store/database.h"
#include "hairline/store/events.h"
#include "hairline/store/parts.h"
#include "hairline/store/standing.h"

#define AT_A_TIME 40 /* leads erased under one lock: some milliseconds */

#define STILL_THERE "length(sealed) > 0"
#define DUE "FROM lead WHERE delete_after <= ?1 AND " STILL_THERE
#define OF_DAY                         \
	"FROM lead WHERE " STILL_THERE \
	" AND key IN (SELECT id FROM data_key WHERE day = ?1)"

struct ids {
	char at[AT_A_TIME][VALUE_ID_SIZE];
	int count;
};

/* Which leads, and the kind of event that says why. */
struct sweep {
	const char *select; /* ids, AT_A_TIME at most */
	struct value bound;
	enum kind kind;
	const struct deed *deed;
};

/* The columns that came from the answers go too. */
static bool overwrite(struct database *database, const char *id,
		      struct err *err)
{
	struct value lead = value_text(id);

	return database_write(database,
			      "UPDATE lead SET sealed = x'', form = NULL,"
			      " tier = NULL WHERE id = ?",
			      &lead, 1, err) &&
	       database_write(database,
			      "UPDATE lead_event SET note = NULL"
			      " WHERE lead = ? AND note IS NOT NULL",
			      &lead, 1, err);
}

static bool erase(struct database *database, const char *id, enum kind kind,
		  const struct deed *deed, struct err *err)
{
	struct standing standing;
	struct event event = {
		.lead_id = id,
		.who = deed->who,
		.kind = kind_name(kind),
		.key = "",
	};

	if (!standing_load(&standing, database, id, err))
		return false;
	if (standing.status == STATUS_ERASED)
		return true;
	event.at = standing_time(&standing, deed->at);
	return overwrite(database, id, err) &&
	       events_add(database, &event, err);
}

static bool read_ids(struct ids *ids, struct database *database,
		     const struct sweep *sweep, struct err *err)
{
	struct sqlite3_stmt *rows =
		database_ask(database, sweep->select, &sweep->bound, 1, err);
	bool has_row = true;
	bool ok = rows;

	ids->count = 0;
	while (ok && ids->count < AT_A_TIME) {
		ok = database_next(database, rows, &has_row, err);
		if (!ok || !has_row)
			break;
		database_get_text(rows, 0, ids->at[ids->count++],
				  VALUE_ID_SIZE);
	}
	database_done(rows);
	return ok;
}

static bool sweep_some(struct database *database, const struct sweep *sweep,
		       int64_t *count, struct err *err)
{
	struct ids ids;
	bool ok;

	*count = 0;
	if (!database_begin(database, err))
		return false;
	ok = read_ids(&ids, database, sweep, err);
	for (int i = 0; ok && i < ids.count; i++)
		ok = erase(database, ids.at[i], sweep->kind, sweep->deed, err);
	ok = database_end(database, ok, err);
	if (ok)
		*count = ids.count;
	return ok;
}

bool erasure_erase(struct store *store, const char *id, const struct deed *deed,
		   struct err *err)
{
	struct database *database = store_database(store);
	bool ok;

	if (!database_begin(database, err))
		return false;
	ok = erase(database, id, KIND_ERASED, deed, err);
	return database_end(database, ok, err);
}

bool erasure_purge(struct store *store, const struct deed *deed, int64_t *count,
		   struct err *err)
{
	struct sweep sweep = {
		.select = "SELECT id " DUE " LIMIT 40",
		.bound = value_integer(deed->at),
		.kind = KIND_PURGED,
		.deed = deed,
	};

	return sweep_some(store_database(store), &sweep, count, err);
}

bool erasure_count_due(struct store *store, int64_t now, int64_t *count,
		       struct err *err)
{
	struct value bound = value_integer(now);

	return database_number(store_database(store), "SELECT count(*) " DUE,
			       &bound, 1, count, err);
}

/* The kiosk may still be saving with today's key. */
static bool is_over(const char *day, int64_t now, struct err *err)
{
	char today[DATE_DAY_SIZE];

	date_day(today, now);
	return strcmp(day, today) < 0 ||
	       err_set(err, ERR_LIMIT,
		       "%s is not over: a day's key can be deleted from the "
		       "next day on (UTC)",
		       day);
}

static bool forget_keys(struct database *database, const struct value *day,
			struct err *err)
{
	return database_write(database,
			      "UPDATE data_key SET wrapped = NULL"
			      " WHERE day = ?",
			      day, 1, err);
}

bool erasure_forget_day(struct store *store, const char *day,
			const struct deed *deed, int64_t *count,
			struct err *err)
{
	struct database *database = store_database(store);
	struct sweep sweep = {
		.select = "SELECT id " OF_DAY " LIMIT 40",
		.bound = value_text(day),
		.kind = KIND_DAY_ERASED,
		.deed = deed,
	};

	*count = 0;
	return is_over(day, deed->at, err) &&
	       forget_keys(database, &sweep.bound, err) &&
	       sweep_some(database, &sweep, count, err);
}
