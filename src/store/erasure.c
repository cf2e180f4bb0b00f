#include "hairline/store/erasure.h"

#include <sqlite3.h>
#include <string.h>

#include "hairline/core/date.h"
#include "hairline/store/database.h"
#include "hairline/store/events.h"
#include "hairline/store/parts.h"
#include "hairline/store/standing.h"

#define AT_A_TIME 40     /* leads erased under one lock: some milliseconds */
#define ROWS_A_TIME 2000 /* rows looked at: there is no index to go by */

#define RANGE "FROM lead WHERE rowid > ?2 AND rowid <= ?3 AND "
#define STILL_THERE "length(sealed) > 0"
#define DUE STILL_THERE " AND delete_after <= ?1"
#define OF_DAY                    \
	STILL_THERE " AND key IN" \
		    " (SELECT id FROM data_key WHERE day = ?1)"
#define IN_ORDER " ORDER BY rowid LIMIT 40"

struct ids {
	char at[AT_A_TIME][VALUE_ID_SIZE];
	int count;
};

/* Which leads, and the kind of event that says why. */
struct sweep {
	const char *select; /* rowid and id, AT_A_TIME at most */
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

/* Where the walk is then: behind the last id, or behind the rows looked at. */
static bool read_ids(struct ids *ids, struct database *database,
		     const struct sweep *sweep, int64_t *after, struct err *err)
{
	struct value values[] = {
		sweep->bound,
		value_integer(*after),
		value_integer(*after + ROWS_A_TIME),
	};
	struct sqlite3_stmt *rows =
		database_ask(database, sweep->select, values, 3, err);
	bool has_row = true;
	bool ok = rows;

	*after += ROWS_A_TIME;
	for (ids->count = 0; ok && ids->count < AT_A_TIME; ids->count++) {
		ok = database_next(database, rows, &has_row, err);
		if (!ok || !has_row)
			break;
		database_get_text(rows, 1, ids->at[ids->count], VALUE_ID_SIZE);
		if (ids->count == AT_A_TIME - 1)
			*after = sqlite3_column_int64(rows, 0);
	}
	database_done(rows);
	return ok;
}

static bool find_end(struct database *database, int64_t *end, struct err *err)
{
	return database_number(database, "SELECT max(rowid) FROM lead", NULL, 0,
			       end, err);
}

static bool erase_all(struct database *database, const struct ids *ids,
		      const struct sweep *sweep, struct err *err)
{
	bool ok;

	if (ids->count == 0)
		return true;
	if (!database_begin(database, err))
		return false;
	ok = true;
	for (int i = 0; ok && i < ids->count; i++)
		ok = erase(database, ids->at[i], sweep->kind, sweep->deed, err);
	return database_end(database, ok, err);
}

static bool sweep_some(struct database *database, const struct sweep *sweep,
		       struct erasure_walk *walk, struct err *err)
{
	int64_t after = walk->after;
	int64_t end;
	struct ids ids;

	if (!find_end(database, &end, err) ||
	    !read_ids(&ids, database, sweep, &after, err) ||
	    !erase_all(database, &ids, sweep, err))
		return false;
	walk->after = after;
	walk->count += ids.count;
	walk->is_done = after >= end;
	return true;
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

bool erasure_purge(struct store *store, const struct deed *deed,
		   struct erasure_walk *walk, struct err *err)
{
	struct sweep sweep = {
		.select = "SELECT rowid, id " RANGE DUE IN_ORDER,
		.bound = value_integer(deed->at),
		.kind = KIND_PURGED,
		.deed = deed,
	};

	return sweep_some(store_database(store), &sweep, walk, err);
}

bool erasure_count_due(struct store *store, int64_t now, int64_t *count,
		       struct err *err)
{
	struct database *database = store_database(store);
	int64_t end;

	*count = 0;
	if (!find_end(database, &end, err))
		return false;
	for (int64_t after = 0; after < end; after += ROWS_A_TIME) {
		struct value values[] = {
			value_integer(now),
			value_integer(after),
			value_integer(after + ROWS_A_TIME),
		};
		int64_t some;

		if (!database_number(database, "SELECT count(*) " RANGE DUE,
				     values, 3, &some, err))
			return false;
		*count += some;
	}
	return true;
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
			      " WHERE day = ? AND wrapped IS NOT NULL",
			      day, 1, err);
}

bool erasure_forget_day(struct store *store, const char *day,
			const struct deed *deed, struct erasure_walk *walk,
			struct err *err)
{
	struct database *database = store_database(store);
	struct sweep sweep = {
		.select = "SELECT rowid, id " RANGE OF_DAY IN_ORDER,
		.bound = value_text(day),
		.kind = KIND_DAY_ERASED,
		.deed = deed,
	};

	return is_over(day, deed->at, err) &&
	       forget_keys(database, &sweep.bound, err) &&
	       sweep_some(database, &sweep, walk, err);
}
