#include "hairline/store/columns.h"

#include <sqlite3.h>
#include <stddef.h>

#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"
#include "hairline/store/database.h"
#include "hairline/store/parts.h"

#define KIND_SIZE 33

static void fill_lead(struct lead *lead, struct sqlite3_stmt *rows, char *tier)
{
	database_get_text(rows, 0, lead->id, sizeof(lead->id));
	database_get_text(rows, 1, lead->reference, sizeof(lead->reference));
	lead->created_at = sqlite3_column_int64(rows, 2);
	lead->delete_after = sqlite3_column_int64(rows, 3);
	database_get_text(rows, 4, tier, KIND_SIZE);
	lead->tier = tier;
}

bool columns_each_lead(struct store *store,
		       void (*each)(void *context, const struct lead *lead),
		       void *context, struct err *err)
{
	struct database *database = store_database(store);
	struct sqlite3_stmt *rows = database_ask(
		database,
		"SELECT id, reference, created_at, delete_after, tier"
		" FROM lead",
		NULL, 0, err);
	bool has_row = true;
	bool ok = rows;

	while (ok && has_row) {
		struct lead lead = {.kiosk = "", .language = ""};
		char tier[KIND_SIZE];

		ok = database_next(database, rows, &has_row, err);
		if (!ok || !has_row)
			break;
		fill_lead(&lead, rows, tier);
		each(context, &lead);
	}
	database_done(rows);
	return ok;
}

bool columns_each_event(struct store *store,
			void (*each)(void *context, const char *lead_id,
				     const struct lead_event *event),
			void *context, struct err *err)
{
	struct database *database = store_database(store);
	struct sqlite3_stmt *rows =
		database_ask(database,
			     "SELECT number, lead, at, kind FROM lead_event"
			     " ORDER BY number",
			     NULL, 0, err);
	bool has_row = true;
	bool ok = rows;

	while (ok && has_row) {
		struct lead_event event = {.who = ""};
		char id[LEAD_ID_SIZE];
		char kind[KIND_SIZE];

		ok = database_next(database, rows, &has_row, err);
		if (!ok || !has_row)
			break;
		event.number = sqlite3_column_int64(rows, 0);
		database_get_text(rows, 1, id, sizeof(id));
		event.at = sqlite3_column_int64(rows, 2);
		database_get_text(rows, 3, kind, sizeof(kind));
		event.kind = kind;
		each(context, id, &event);
	}
	database_done(rows);
	return ok;
}
