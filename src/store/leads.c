#include "hairline/store/leads.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/store/database.h"
#include "hairline/store/datakey.h"

#define REFERENCE_TRIES 16 /* 30 bits: the second is hardly ever needed */

struct limit {
	const char *name;
	size_t offset; /* of a const char * in struct lead */
	size_t least;  /* bytes */
	size_t most;
};

static const struct limit limits[] = {
	{"kiosk", offsetof(struct lead, kiosk), 1, LEADS_KIOSK_SIZE - 1},
	{"language", offsetof(struct lead, language), 1,
	 LEADS_LANGUAGE_SIZE - 1},
	{"form_hash", offsetof(struct lead, form_hash), 0, LEADS_FORM_SIZE - 1},
	{"tier", offsetof(struct lead, tier), 0, LEADS_TIER_SIZE - 1},
	{"name", offsetof(struct lead, name), 1, 120},
	{"phone", offsetof(struct lead, phone), 0, 32},
	{"email", offsetof(struct lead, email), 0, 254},
	{"time", offsetof(struct lead, time), 0, 32},
	{"clinic", offsetof(struct lead, clinic), 0, 1024},
	{"text_version", offsetof(struct lead, text_version), 0, 256},
	{"text_hash", offsetof(struct lead, text_hash), 0, 64},
	{"faq_hash", offsetof(struct lead, faq_hash), 0, 64},
	{"method", offsetof(struct lead, method), 0, 64},
	{"answers", offsetof(struct lead, answers), 0, (size_t)512 * 1024},
};

static bool check_length(const struct limit *limit, const char *text,
			 struct err *err)
{
	size_t len = text ? strlen(text) : 0;

	if (!text || len < limit->least)
		return err_set(err, ERR_LIMIT, "lead: %s is missing",
			       limit->name);
	if (len > limit->most)
		return err_set(err, ERR_LIMIT,
			       "lead: %s has more than %zu bytes", limit->name,
			       limit->most);
	return true;
}

static bool check_text(const struct lead *lead, const struct limit *limit,
		       struct err *err)
{
	const char *text;

	memcpy(&text, (const char *)lead + limit->offset, sizeof(text));
	return check_length(limit, text, err);
}

static bool is_taken(struct database *database, const char *reference,
		     bool *taken, struct err *err)
{
	struct value wanted = value_text(reference);
	int64_t count = 0;
	bool ok = database_number(database,
				  "SELECT count(*) FROM lead"
				  " WHERE reference = ?",
				  &wanted, 1, &count, err);

	*taken = count > 0;
	return ok;
}

static bool draw_reference(struct database *database,
			   char reference[REFERENCE_SIZE], struct err *err)
{
	for (int i = 0; i < REFERENCE_TRIES; i++) {
		bool taken;

		reference_make(reference, randombytes_random());
		if (!is_taken(database, reference, &taken, err))
			return false;
		if (!taken)
			return true;
	}
	return err_set(err, ERR_STORE,
		       "%s: no free reference was found: delete old leads",
		       database->path);
}

static bool add_row(struct database *database, const struct lead *lead,
		    const char *key_id, const struct envelope *envelope,
		    struct err *err)
{
	struct value row[ENVELOPE_COLUMNS + 1];

	envelope_columns(row, lead, key_id);
	row[ENVELOPE_COLUMNS] = value_blob(envelope->bytes, envelope->size);
	return database_write(database,
			      "INSERT INTO lead (" LEADS_COLUMNS ")"
			      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
			      row, ENVELOPE_COLUMNS + 1, err);
}

static bool copy_envelope(struct envelope *envelope, struct sqlite3_stmt *rows,
			  struct err *err)
{
	const void *bytes = sqlite3_column_blob(rows, 9);

	envelope_release(envelope);
	envelope->size = bytes ? (size_t)sqlite3_column_bytes(rows, 9) : 0;
	envelope->bytes = malloc(envelope->size + 1);
	if (!envelope->bytes)
		return err_set(err, ERR_MEMORY, "no memory for a lead");
	if (bytes)
		memcpy(envelope->bytes, bytes, envelope->size);
	return true;
}

static bool read_one(struct database *database, const char *sql,
		     const struct value *values, size_t count,
		     struct stored_lead *stored, bool *found, struct err *err)
{
	struct sqlite3_stmt *rows =
		database_ask(database, sql, values, count, err);
	bool ok = rows && database_next(database, rows, found, err);

	if (ok && *found)
		ok = leads_copy(stored, rows, err);
	database_done(rows);
	return ok;
}

bool leads_check(const struct lead *lead, struct err *err)
{
	if (!consent_allows_save(&lead->consent))
		return err_set(err, ERR_LIMIT,
			       "lead: the boxes \"%s\" and \"%s\" are not set",
			       consent_name(CONSENT_ADULT),
			       consent_name(CONSENT_CONTACT));
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		if (!check_text(lead, &limits[i], err))
			return false;
	return true;
}

bool leads_check_text(const char *name, const char *text, struct err *err)
{
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		if (strcmp(limits[i].name, name) == 0)
			return check_length(&limits[i], text, err);
	return err_set(err, ERR_LIMIT, "lead: there is no %s", name);
}

bool leads_add(struct database *database, struct lead *lead,
	       const struct datakey *datakey, uint8_t hash[ENVELOPE_HASH_SIZE],
	       struct err *err)
{
	value_new_id(lead->id);
	return draw_reference(database, lead->reference, err) &&
	       leads_add_known(database, lead, datakey, hash, err);
}

bool leads_add_known(struct database *database, const struct lead *lead,
		     const struct datakey *datakey,
		     uint8_t hash[ENVELOPE_HASH_SIZE], struct err *err)
{
	struct envelope envelope = {0};
	bool ok = envelope_seal(&envelope, lead, datakey, err) &&
		  add_row(database, lead, datakey->id, &envelope, err);

	if (ok)
		envelope_hash(hash, &envelope, lead, datakey->id);
	envelope_release(&envelope);
	return ok;
}

bool leads_next(struct database *database, struct stored_lead *stored,
		bool *found, struct err *err)
{
	struct value last[] = {
		value_integer(stored->lead.created_at),
		value_text(stored->lead.id),
	};

	return read_one(database,
			"SELECT " LEADS_COLUMNS " FROM lead"
			" WHERE (created_at, id) > (?, ?)"
			" ORDER BY created_at, id LIMIT 1",
			last, 2, stored, found, err);
}

bool leads_find_id(struct database *database, const char *id,
		   struct stored_lead *stored, bool *found, struct err *err)
{
	struct value wanted = value_text(id);

	return read_one(database,
			"SELECT " LEADS_COLUMNS " FROM lead WHERE id = ?",
			&wanted, 1, stored, found, err);
}

bool leads_copy(struct stored_lead *stored, struct sqlite3_stmt *rows,
		struct err *err)
{
	struct lead *lead = &stored->lead;

	database_get_text(rows, 0, lead->id, sizeof(lead->id));
	database_get_text(rows, 1, stored->kiosk, sizeof(stored->kiosk));
	database_get_text(rows, 2, lead->reference, sizeof(lead->reference));
	lead->created_at = sqlite3_column_int64(rows, 3);
	database_get_text(rows, 4, stored->language, sizeof(stored->language));
	database_get_text(rows, 5, stored->form, sizeof(stored->form));
	database_get_text(rows, 6, stored->tier, sizeof(stored->tier));
	lead->delete_after = sqlite3_column_int64(rows, 7);
	database_get_text(rows, 8, stored->key, sizeof(stored->key));
	lead->kiosk = stored->kiosk;
	lead->language = stored->language;
	lead->form_hash = stored->form;
	lead->tier = stored->tier;
	return copy_envelope(&stored->envelope, rows, err);
}

void leads_release(struct stored_lead *stored)
{
	envelope_release(&stored->envelope);
}
