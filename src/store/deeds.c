#include "hairline/store/deeds.h"

#include <sodium.h>

#include "hairline/base/json_write.h"
#include "hairline/store/database.h"
#include "hairline/store/events.h"
#include "hairline/store/leads.h"
#include "hairline/store/parts.h"
#include "hairline/store/standing.h"

/* An event to be added, if the lead stands so that it may be. */
struct step {
	const char *id;
	const char *kind;
	const char *note; /* "" or NULL: none */
	const struct deed *deed;
	bool (*may)(const struct standing *standing, struct err *err);
};

static bool may_note(const struct standing *standing, struct err *err)
{
	return standing->status != STATUS_ERASED ||
	       err_set(err, ERR_STORE,
		       "this lead is erased: nothing can be "
		       "added to it");
}

static bool may_mark(const struct standing *standing, struct err *err)
{
	if (!may_note(standing, err))
		return false;
	return standing->status != STATUS_WITHDRAWN ||
	       err_set(err, ERR_STORE,
		       "the consent of this lead was withdrawn, and that "
		       "stays: it can only be erased");
}

static bool may_undo(const struct standing *standing, struct err *err)
{
	if (!may_mark(standing, err))
		return false;
	return standing->can_undo ||
	       err_set(err, ERR_STORE,
		       "there is no mark on this lead to be taken back");
}

static bool add_event(struct store *store, const struct step *step,
		      const struct standing *standing, struct err *err)
{
	struct event event = {
		.lead_id = step->id,
		.at = standing_time(standing, step->deed->at),
		.who = step->deed->who,
		.kind = step->kind,
		.key = "",
	};

	if (!step->note || !*step->note)
		return events_add(store_database(store), &event, err);
	return events_add_note(store_database(store), store_keys(store), &event,
			       step->note, err);
}

static bool take(struct store *store, const struct step *step, struct err *err)
{
	struct database *database = store_database(store);
	struct standing standing;
	bool ok;

	if (!database_begin(database, err))
		return false;
	ok = standing_load(&standing, database, step->id, err) &&
	     step->may(&standing, err) &&
	     add_event(store, step, &standing, err);
	return database_end(database, ok, err);
}

bool deeds_mark(struct store *store, const char *id, enum status status,
		const char *note, const struct deed *deed, struct err *err)
{
	struct step step = {id, status_name(status), note, deed, may_mark};

	if (!status_is_mark(status))
		return err_set(err, ERR_LIMIT,
			       "\"%s\" is not a mark that can be set",
			       status_name(status));
	return take(store, &step, err);
}

bool deeds_note(struct store *store, const char *id, const char *note,
		const struct deed *deed, struct err *err)
{
	struct step step = {id, kind_name(KIND_NOTE), note, deed, may_note};

	if (!note || !*note)
		return err_set(err, ERR_LIMIT, "the note is empty");
	return take(store, &step, err);
}

bool deeds_undo(struct store *store, const char *id, const struct deed *deed,
		struct err *err)
{
	struct step step = {id, kind_name(KIND_UNDONE), NULL, deed, may_undo};

	return take(store, &step, err);
}

/* --- corrections: a note that is a JSON object of what is new --- */

struct change {
	const char *field; /* for leads_check_text() */
	const char *key;
	const char *text; /* NULL: stays as it is */
};

static bool check_change(const struct change *change, struct err *err)
{
	return !change->text ||
	       leads_check_text(change->field, change->text, err);
}

static bool write_changes(struct buf *note, const struct change *changes,
			  size_t count, struct err *err)
{
	struct json_writer writer;

	json_write_begin(&writer, NULL, json_sink_buf, note);
	json_open_object(&writer);
	for (size_t i = 0; i < count; i++)
		if (changes[i].text)
			json_member_text(&writer, changes[i].key,
					 changes[i].text);
	json_close_object(&writer);
	if (!json_write_end(&writer) || note->is_cut)
		return err_set(err, ERR_LIMIT,
			       "what is new is too long, or not UTF-8 text");
	return true;
}

bool deeds_correct(struct store *store, const char *id,
		   const struct correction *correction, const struct deed *deed,
		   struct err *err)
{
	const struct change changes[] = {
		{"name", "name", correction->name},
		{"phone", "phone", correction->phone},
		{"email", "email", correction->email},
		{"time", "preferred_time", correction->time},
	};
	const size_t count = sizeof(changes) / sizeof(changes[0]);
	char mem[EVENTS_NOTE_MAX + 1];
	struct buf note;
	struct step step = {id, kind_name(KIND_CORRECTED), mem, deed, may_mark};
	bool ok = true;

	buf_init(&note, mem, sizeof(mem));
	for (size_t i = 0; ok && i < count; i++)
		ok = check_change(&changes[i], err);
	ok = ok && write_changes(&note, changes, count, err) &&
	     take(store, &step, err);
	sodium_memzero(mem, sizeof(mem));
	return ok;
}
