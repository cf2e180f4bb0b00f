#include "hairline/store/visits.h"

#include <string.h>

#include "hairline/core/visit.h"
#include "hairline/form/form.h"
#include "hairline/store/database.h"

static bool check_text(const char *name, const char *text, size_t least,
		       size_t most, struct err *err)
{
	size_t len = text ? strlen(text) : 0;

	if (text && len >= least && len <= most)
		return true;
	return err_set(err, ERR_LIMIT, "visit: %s must have %zu to %zu bytes",
		       name, least, most);
}

static bool check(const struct visit *visit, struct err *err)
{
	return check_text("kiosk", visit->kiosk, 1, 128, err) &&
	       check_text("day", visit->day, 10, 10, err) &&
	       check_text("language", visit->language, 1, 35, err) &&
	       check_text("form", visit->form_hash, 0, 64, err) &&
	       check_text("furthest", visit->furthest, 0, 255, err) &&
	       check_text("tier", visit->tier, 0, 32, err);
}

bool visits_add_form(struct database *database, const struct form *form,
		     int64_t now, struct err *err)
{
	struct value row[] = {
		value_text(form->hash),
		value_text(form->url),
		value_text(form->version),
		{.kind = VALUE_TEXT,
		 .bytes = form->json,
		 .size = form->json_size},
		value_integer(now),
	};

	return database_write(database,
			      "INSERT INTO form"
			      " (hash, url, version, json, added_at)"
			      " VALUES (?, ?, ?, ?, ?)"
			      " ON CONFLICT (hash) DO NOTHING",
			      row, 5, err);
}

bool visits_add(struct database *database, const struct visit *visit,
		struct err *err)
{
	char id[VALUE_ID_SIZE];
	const char *furthest = visit->lead_saved ? "" : visit->furthest;
	const char *tier = visit->lead_saved ? "" : visit->tier;
	struct value row[10];

	if (!check(visit, err))
		return false;
	value_new_id(id);
	row[0] = value_text(id);
	row[1] = value_text(visit->kiosk);
	row[2] = value_text(visit->day);
	row[3] = value_text(visit->language);
	row[4] = value_text_or_null(visit->form_hash);
	row[5] = value_text_or_null(furthest);
	row[6] = value_text(visit_end_name(visit->end));
	row[7] = value_text_or_null(tier);
	row[8] = value_integer(visit->code_shown != 0);
	row[9] = value_integer(visit->lead_saved != 0);
	return database_write(database,
			      "INSERT INTO visit"
			      " (id, kiosk, day, language, form, furthest,"
			      " ended, tier, code_shown, lead_saved)"
			      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			      row, 10, err);
}

/* A row of the table visit as text. */
struct visit_row {
	char kiosk[129];
	char day[11];
	char language[36];
	char furthest[256];
	char ended[33];
	char tier[33];
	char code_shown[2];
	char lead_saved[2];
};

static struct visit read_visit(struct sqlite3_stmt *rows, struct visit_row *row)
{
	struct visit visit;

	database_get_text(rows, 0, row->kiosk, sizeof(row->kiosk));
	database_get_text(rows, 1, row->day, sizeof(row->day));
	database_get_text(rows, 2, row->language, sizeof(row->language));
	database_get_text(rows, 3, row->furthest, sizeof(row->furthest));
	database_get_text(rows, 4, row->ended, sizeof(row->ended));
	database_get_text(rows, 5, row->tier, sizeof(row->tier));
	database_get_text(rows, 6, row->code_shown, sizeof(row->code_shown));
	database_get_text(rows, 7, row->lead_saved, sizeof(row->lead_saved));
	visit = (struct visit){
		.kiosk = row->kiosk,
		.language = row->language,
		.form_hash = "",
		.furthest = row->furthest,
		.end = visit_end_find(row->ended),
		.tier = row->tier,
		.code_shown = row->code_shown[0] == '1',
		.lead_saved = row->lead_saved[0] == '1',
	};
	memcpy(visit.day, row->day, sizeof(visit.day));
	return visit;
}

bool visits_each(struct database *database, const char *first, const char *last,
		 bool (*each)(void *context, const struct visit *visit),
		 void *context, struct err *err)
{
	const struct value days[] = {value_text(first), value_text(last)};
	struct sqlite3_stmt *rows = database_ask(
		database,
		"SELECT kiosk, day, language, furthest, ended, tier,"
		" code_shown, lead_saved FROM visit"
		" WHERE day BETWEEN ? AND ? ORDER BY day, id",
		days, 2, err);
	bool has_row = true;
	bool ok = rows;

	while (ok && has_row) {
		struct visit_row row;
		struct visit visit;

		ok = database_next(database, rows, &has_row, err);
		if (!ok || !has_row)
			break;
		visit = read_visit(rows, &row);
		has_row = each(context, &visit);
	}
	database_done(rows);
	return ok;
}

bool visits_each_form(struct database *database,
		      bool (*each)(void *context, const char *json,
				   size_t size),
		      void *context, struct err *err)
{
	struct sqlite3_stmt *rows = database_ask(
		database, "SELECT json FROM form ORDER BY added_at DESC, hash",
		NULL, 0, err);
	bool has_row = true;
	bool ok = rows;

	while (ok && has_row) {
		size_t size;
		const char *json;

		ok = database_next(database, rows, &has_row, err);
		if (!ok || !has_row)
			break;
		json = database_text(rows, 0, &size);
		has_row = each(context, json, size);
	}
	database_done(rows);
	return ok;
}
