#include "hairline/store/merge.h"

#include <string.h>

#include "hairline/core/date.h"
#include "hairline/core/lead.h"
#include "hairline/store/database.h"
#include "hairline/store/events.h"
#include "hairline/store/history.h"
#include "hairline/store/leads.h"
#include "hairline/store/parts.h"
#include "hairline/store/standing.h"

static const char *const result_names[] = {
#define X(id, name) [id] = name,
	MERGE_RESULTS(X)
#undef X
};

static bool is_kind(const struct lead_event *event, enum kind kind)
{
	return strcmp(event->kind, kind_name(kind)) == 0;
}

/* --- may it come in? --- */

static bool check_id(const struct lead *lead, struct err *err)
{
	if (strlen(lead->id) == LEAD_ID_SIZE - 1 &&
	    strspn(lead->id, "0123456789abcdef") == LEAD_ID_SIZE - 1)
		return true;
	return err_set(err, ERR_SYNTAX,
		       "the id is not 32 digits and letters "
		       "from a to f");
}

static bool check_consent(const struct lead *lead, struct err *err)
{
	if (consent_allows_save(&lead->consent) && *lead->text_version &&
	    *lead->text_hash && *lead->method &&
	    lead->consent.at[CONSENT_CONTACT] > 0)
		return true;
	return err_set(err, ERR_LIMIT,
		       "no consent is recorded: what was agreed to, when and "
		       "how, and that the visitor is an adult");
}

static bool check_dates(const struct lead *lead, struct err *err)
{
	return (lead->created_at >= 0 &&
		lead->delete_after >= lead->created_at) ||
	       err_set(err, ERR_LIMIT,
		       "delete_after is earlier than created_at");
}

static bool check_status(const struct dossier *dossier, struct err *err)
{
	return dossier->status != STATUS_ERASED ||
	       err_set(err, ERR_LIMIT, "it was erased where it comes from");
}

static bool check(const struct dossier *dossier, struct err *err)
{
	return check_id(dossier->lead, err) &&
	       check_consent(dossier->lead, err) &&
	       check_dates(dossier->lead, err) && check_status(dossier, err) &&
	       leads_check(dossier->lead, err);
}

/* --- one that is new here --- */

static bool add_event(struct merge *merge, const char *lead_id,
		      const struct lead_event *from, const uint8_t *covers,
		      struct err *err)
{
	struct database *database = store_database(merge->store);
	struct event event = {
		.lead_id = lead_id,
		.at = from->at,
		.who = from->who,
		.kind = from->kind,
		.key = "",
		.covers = covers,
	};

	if (!from->note || !*from->note)
		return events_add(database, &event, err);
	return events_add_sealed(database, &event, &merge->datakey, from->note,
				 err);
}

static bool add_imported(struct merge *merge, const char *lead_id,
			 int64_t last_at, struct err *err)
{
	struct lead_event imported = {
		.at = merge->deed.at < last_at ? last_at : merge->deed.at,
		.who = merge->deed.who,
		.kind = kind_name(KIND_IMPORTED),
		.note = "",
	};

	return add_event(merge, lead_id, &imported, NULL, err);
}

/* The saving first, whatever the rest is: it covers the lead. */
static bool add_history(struct merge *merge, const struct dossier *dossier,
			const uint8_t *covers, struct err *err)
{
	const struct lead *lead = dossier->lead;
	struct lead_event saved = {
		.at = lead->created_at,
		.who = lead->kiosk,
		.kind = kind_name(KIND_SAVED),
		.note = "",
	};
	int64_t last_at = saved.at;

	for (int i = 0; i < dossier->event_count; i++)
		if (is_kind(&dossier->events[i], KIND_SAVED))
			saved = dossier->events[i];
	saved.note = "";
	if (!add_event(merge, lead->id, &saved, covers, err))
		return false;
	for (int i = 0; i < dossier->event_count; i++) {
		const struct lead_event *event = &dossier->events[i];

		if (is_kind(event, KIND_SAVED))
			continue;
		if (!add_event(merge, lead->id, event, NULL, err))
			return false;
		last_at = event->at > last_at ? event->at : last_at;
	}
	return add_imported(merge, lead->id, last_at, err);
}

static bool is_free(struct database *database, const struct lead *lead,
		    struct err *err)
{
	struct value values[] = {
		value_text(lead->reference),
		value_text(lead->kiosk),
	};
	int64_t count = 0;

	if (!database_number(database,
			     "SELECT count(*) FROM lead"
			     " WHERE reference = ? AND kiosk = ?",
			     values, 2, &count, err))
		return false;
	return count == 0 || err_set(err, ERR_STORE,
				     "another lead of the same kiosk has its "
				     "reference here");
}

/* A key that is here for the kiosk's day, else a new one. */
static bool use_key(struct merge *merge, const struct lead *lead,
		    struct err *err)
{
	struct database *database = store_database(merge->store);
	char day[DATAKEY_DAY_SIZE];
	char id[VALUE_ID_SIZE];

	date_day(day, lead->created_at);
	if (!datakey_find(id, database, lead->kiosk, day, err))
		return false;
	if (id[0] && !datakey_load(&merge->datakey, database,
				   store_keys(merge->store), id, err))
		return false;
	if (id[0] && merge->datakey.secret)
		return true;
	return datakey_use(&merge->datakey, database, store_keys(merge->store),
			   lead->kiosk, lead->created_at, err);
}

static bool add_lead(struct merge *merge, const struct dossier *dossier,
		     enum merge_result *result, struct err *err)
{
	struct database *database = store_database(merge->store);
	const struct lead *lead = dossier->lead;
	uint8_t hash[ENVELOPE_HASH_SIZE];

	*result = MERGE_ADDED;
	return is_free(database, lead, err) && use_key(merge, lead, err) &&
	       leads_add_known(database, lead, &merge->datakey, hash, err) &&
	       add_history(merge, dossier, hash, err);
}

/* --- one that is here already --- */

static bool is_same_event(const struct lead_event *one,
			  const struct lead_event *two)
{
	return one->at == two->at && strcmp(one->who, two->who) == 0 &&
	       strcmp(one->kind, two->kind) == 0 &&
	       (!one->note || !two->note || strcmp(one->note, two->note) == 0);
}

/* Each event here stands for one that comes: two alike need two. */
static bool take_same(struct history *history, const struct lead_event *event)
{
	for (int i = 0; i < history->count; i++) {
		if (!is_same_event(&history->events[i], event))
			continue;
		history->events[i] = history->events[--history->count];
		return true;
	}
	return false;
}

static bool add_missing(struct merge *merge, const struct dossier *dossier,
			struct history *history, bool *is_new, struct err *err)
{
	*is_new = false;
	for (int i = 0; i < dossier->event_count; i++) {
		const struct lead_event *event = &dossier->events[i];

		if (is_kind(event, KIND_SAVED) || take_same(history, event))
			continue;
		*is_new = true;
		if (!add_event(merge, dossier->lead->id, event, NULL, err))
			return false;
	}
	return true;
}

static bool load_history(struct merge *merge, struct history *history,
			 const char *id, struct arena *arena, struct err *err)
{
	struct database *database = store_database(merge->store);
	struct stored_lead stored = {0};
	struct sqlite3_stmt *rows = history_ask(database, err);
	bool found = false;
	bool ok = rows &&
		  history_load(history, database, rows, id, arena, err) &&
		  leads_find_id(database, id, &stored, &found, err) &&
		  datakey_load(&merge->datakey, database,
			       store_keys(merge->store), stored.key, err) &&
		  history_open(history, id, &merge->datakey, arena, err);

	database_done(rows);
	leads_release(&stored);
	return ok;
}

static bool update_lead(struct merge *merge, const struct dossier *dossier,
			const struct standing *standing,
			enum merge_result *result, struct err *err)
{
	struct history history;
	struct arena arena;
	bool is_new;
	bool ok;

	arena_init(&arena);
	ok = load_history(merge, &history, dossier->lead->id, &arena, err) &&
	     add_missing(merge, dossier, &history, &is_new, err);
	if (ok && is_new)
		ok = add_imported(merge, dossier->lead->id, standing->last_at,
				  err);
	*result = ok && is_new ? MERGE_UPDATED : MERGE_SAME;
	arena_release(&arena);
	return ok;
}

static bool is_known(struct database *database, const struct lead *lead,
		     bool *known, struct err *err)
{
	struct value id = value_text(lead->id);
	int64_t count = 0;
	bool ok = database_number(database,
				  "SELECT count(*) FROM lead WHERE id = ?", &id,
				  1, &count, err);

	*known = count > 0;
	return ok;
}

static bool take(struct merge *merge, const struct dossier *dossier,
		 enum merge_result *result, struct err *err)
{
	struct database *database = store_database(merge->store);
	struct standing standing;
	bool known;

	if (!is_known(database, dossier->lead, &known, err))
		return false;
	if (!known)
		return add_lead(merge, dossier, result, err);
	if (!standing_load(&standing, database, dossier->lead->id, err))
		return false;
	*result = MERGE_ERASED;
	return standing.status == STATUS_ERASED ||
	       update_lead(merge, dossier, &standing, result, err);
}

const char *merge_result_name(enum merge_result result)
{
	return result_names[result];
}

bool merge_begin(struct merge *merge, struct err *err)
{
	return database_begin(store_database(merge->store), err);
}

bool merge_lead(struct merge *merge, const struct dossier *dossier,
		enum merge_result *result, struct err *err)
{
	struct database *database = store_database(merge->store);
	struct err ignored;

	if (!check(dossier, err) ||
	    !database_run(database, "SAVEPOINT one", err))
		return false;
	if (take(merge, dossier, result, err))
		return database_run(database, "RELEASE one", err);
	datakey_release(&merge->datakey); /* its row may be gone */
	database_run(database, "ROLLBACK TO one; RELEASE one", &ignored);
	return false;
}

bool merge_end(struct merge *merge, struct err *err)
{
	bool ok = database_end(store_database(merge->store), true, err);

	if (!ok)
		datakey_release(&merge->datakey);
	return ok;
}
