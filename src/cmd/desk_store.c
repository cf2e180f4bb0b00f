#include "hairline/cmd/desk_store.h"

#include <stdlib.h>
#include <string.h>

#include "hairline/cmd/loop.h"
#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"
#include "hairline/store/columns.h"
#include "hairline/store/inbox.h"

#define ONE_BY_ONE 500 /* more leads than this are faster read in one go */

static bool stop(void *context, const struct dossier *dossier)
{
	(void)context;
	(void)dossier;
	return false;
}

/* No lead has this id, so only the key is asked for. */
bool desk_store_can_read(struct desk_store *desk, struct err *err)
{
	const struct inbox_query none = {.id = "none"};

	return inbox_read(desk->store, &none, stop, NULL, err);
}

/* --- columns --- */

struct loader {
	struct desk_store *desk;
	bool *is_odd; /* by lead: its history is not simply its latest mark */
	int odd;
	bool has_failed;
};

static bool put(struct tray *tray, const struct lead *lead, enum status status,
		int64_t at)
{
	return tray_put(tray, &(struct tray_columns){
				      .id = lead->id,
				      .reference = lead->reference,
				      .created_at = lead->created_at,
				      .changed_at = at,
				      .tier = tier_find(lead->tier),
				      .status = status,
			      });
}

static void load_lead(void *context, const struct lead *lead)
{
	struct loader *loader = context;

	if (!put(loader->desk->tray, lead, STATUS_NEW, lead->created_at))
		loader->has_failed = true;
}

/* Does a mark count, whatever came before? */
static bool is_over(enum status before, enum status status)
{
	if (before == STATUS_ERASED)
		return false;
	return before != STATUS_WITHDRAWN || status == STATUS_ERASED;
}

static void set_status(struct tray *tray, int at, enum status status,
		       int64_t changed_at)
{
	const struct tray_lead *lead = tray_lead(tray, at);

	if (is_over(lead->status, status))
		tray_put(tray, &(struct tray_columns){
				       .id = lead->id,
				       .reference = lead->reference,
				       .created_at = lead->created_at,
				       .changed_at = changed_at,
				       .tier = lead->tier,
				       .status = status,
			       });
}

static void load_event(void *context, const char *lead_id,
		       const struct lead_event *event)
{
	struct loader *loader = context;
	struct tray *tray = loader->desk->tray;
	int at = tray_find(tray, lead_id);
	enum kind kind = kind_find(event->kind);

	if (at == TRAY_NONE || kind == KIND_COUNT || kind == KIND_SAVED)
		return;
	if (kind == KIND_UNDONE || kind == KIND_IMPORTED) {
		loader->odd += !loader->is_odd[at];
		loader->is_odd[at] = true;
	}
	if (kind_status(kind) != STATUS_COUNT)
		set_status(tray, at, kind_status(kind), event->at);
}

/* Wants nothing: the columns and what the history adds up to are enough. */
static bool put_settled(void *context, const struct dossier *dossier)
{
	struct desk_store *desk = context;
	const struct lead_event *mark = dossier->mark;

	put(desk->tray, dossier->lead, dossier->status,
	    mark ? mark->at : dossier->lead->created_at);
	return false;
}

static bool settle_odd(struct loader *loader, struct err *err)
{
	struct desk_store *desk = loader->desk;
	struct inbox_query query = {.wants = put_settled};

	if (loader->odd > ONE_BY_ONE)
		return inbox_read(desk->store, &query, NULL, desk, err);
	for (int i = 0; i < tray_total(desk->tray); i++) {
		query.id = tray_lead(desk->tray, i)->id;
		if (loader->is_odd[i] &&
		    !inbox_read(desk->store, &query, NULL, desk, err))
			return false;
	}
	return true;
}

static bool load_events(struct loader *loader, struct err *err)
{
	size_t total = (size_t)tray_total(loader->desk->tray);
	bool ok;

	loader->is_odd = calloc(total + 1, sizeof(*loader->is_odd));
	if (loader->has_failed || !loader->is_odd)
		return err_set(err, ERR_MEMORY, "no memory for the leads");
	ok = columns_each_event(loader->desk->store, load_event, loader, err) &&
	     settle_odd(loader, err);
	free(loader->is_odd);
	return ok;
}

bool desk_store_load(struct desk_store *desk, struct err *err)
{
	struct loader loader = {.desk = desk};

	desk_store_start_again(desk);
	return inbox_last_event(desk->store, &desk->last_event, err) &&
	       columns_each_lead(desk->store, load_lead, &loader, err) &&
	       load_events(&loader, err);
}

/* --- changes --- */

/* Did staff correct the words of the lead since the tray last looked? */
static bool is_corrected(const struct desk_store *desk,
			 const struct dossier *dossier)
{
	for (int i = 0; i < dossier->event_count; i++)
		if (dossier->events[i].number > desk->last_event &&
		    kind_find(dossier->events[i].kind) == KIND_CORRECTED)
			return true;
	return false;
}

static bool take_change(void *context, const struct dossier *dossier)
{
	struct desk_store *desk = context;
	const char *id = dossier->lead->id;

	put_settled(desk, dossier);
	if (is_corrected(desk, dossier))
		tray_reread(desk->tray, tray_find(desk->tray, id));
	if (strcmp(desk->page->id, id) == 0)
		tray_page_clear(desk->page);
	return false;
}

bool desk_store_look(struct desk_store *desk, bool *is_changed, struct err *err)
{
	struct inbox_query query = {.after_event = desk->last_event,
				    .wants = take_change};
	int64_t last;

	*is_changed = false;
	if (!inbox_last_event(desk->store, &last, err))
		return false;
	if (last == desk->last_event)
		return true;
	*is_changed = true;
	if (!inbox_read(desk->store, &query, NULL, desk, err))
		return false;
	desk->last_event = last;
	desk_store_start_again(desk);
	return true;
}

/* --- words --- */

struct reading {
	struct desk_store *desk;
	int64_t until_ms;
	int count;
	bool has_failed;
};

static bool is_sealed(void *context, const struct dossier *dossier)
{
	const struct reading *reading = context;
	struct tray *tray = reading->desk->tray;
	int at = tray_find(tray, dossier->lead->id);

	return at != TRAY_NONE && tray_lead(tray, at)->state == TRAY_SEALED;
}

static bool take_words(void *context, const struct dossier *dossier)
{
	struct reading *reading = context;
	struct desk_store *desk = reading->desk;
	int at = tray_find(desk->tray, dossier->lead->id);

	if (!tray_read(desk->tray, at, dossier->lead))
		reading->has_failed = true;
	reading->count++;
	desk->until = dossier->lead->created_at;
	return !reading->has_failed && loop_clock_ms() < reading->until_ms;
}

static bool take_one(void *context, const struct dossier *dossier)
{
	struct reading *reading = context;
	int64_t until = reading->desk->until;

	take_words(reading, dossier);
	reading->desk->until = until;
	return false;
}

void desk_store_start_again(struct desk_store *desk)
{
	desk->until = INT64_MAX - 1;
}

static bool has_time(const struct reading *reading)
{
	return loop_clock_ms() < reading->until_ms;
}

/* What is in sight, lead by lead. */
static bool read_seen(struct reading *reading, int n, int count,
		      struct err *err)
{
	struct desk_store *desk = reading->desk;

	for (int i = n; i < n + count && has_time(reading); i++) {
		const struct tray_lead *lead;
		struct inbox_query query = {.wants = is_sealed};

		if (i >= tray_count(desk->tray))
			return true;
		lead = tray_lead(desk->tray, tray_at(desk->tray, i));
		query.id = lead->id;
		if (lead->state == TRAY_SEALED &&
		    !inbox_read(desk->store, &query, take_one, reading, err))
			return false;
	}
	return true;
}

/* One that no pass comes by is not there any more. */
static void give_up_on(struct reading *reading, int lead)
{
	const struct lead unreadable = {.name = NULL};

	tray_read(reading->desk->tray, lead, &unreadable);
}

/* The rest, from the newest. */
static bool read_rest(struct reading *reading, struct err *err)
{
	struct desk_store *desk = reading->desk;
	struct inbox_query query = {
		.until = desk->until + 1, /* those of the same second again */
		.is_newest_first = true,
		.wants = is_sealed,
	};
	bool was_whole = desk->until == INT64_MAX - 1;
	int left;

	reading->count = 0;
	if (!inbox_read(desk->store, &query, take_words, reading, err))
		return false;
	if (!has_time(reading))
		return true;
	left = tray_next_sealed(desk->tray, 0, 0);
	if (left != TRAY_NONE && was_whole && reading->count == 0)
		give_up_on(reading, left);
	desk_store_start_again(desk);
	return true;
}

bool desk_store_read(struct desk_store *desk, int n, int count,
		     int64_t until_ms, struct err *err)
{
	struct reading reading = {.desk = desk, .until_ms = until_ms};

	if (!read_seen(&reading, n, count, err))
		return false;
	if (has_time(&reading) &&
	    tray_next_sealed(desk->tray, 0, 0) != TRAY_NONE &&
	    !read_rest(&reading, err))
		return false;
	return !reading.has_failed ||
	       err_set(err, ERR_MEMORY, "no memory for the leads");
}
