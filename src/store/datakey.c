#include "hairline/store/datakey.h"

#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "hairline/core/date.h"
#include "hairline/store/database.h"
#include "hairline/store/rotation.h"
#include "hairline/store/seal.h"

_Static_assert(DATAKEY_DAY_SIZE == DATE_DAY_SIZE, "a day");

static bool add_row(const struct datakey *datakey, struct database *database,
		    const struct seal_keys *keys, const uint8_t *wrapped,
		    struct err *err)
{
	char recipient[SEAL_FINGERPRINT_SIZE];
	struct value row[5];

	seal_fingerprint(recipient, keys->public_key);
	row[0] = value_text(datakey->id);
	row[1] = value_text(datakey->kiosk);
	row[2] = value_text(datakey->day);
	row[3] = value_text(recipient);
	row[4] = value_blob(wrapped, SEAL_WRAPPED_SIZE);
	return database_write(database,
			      "INSERT INTO data_key"
			      " (id, kiosk, day, recipient, wrapped)"
			      " VALUES (?, ?, ?, ?, ?)",
			      row, 5, err);
}

static bool is_wrapped(struct sqlite3_stmt *rows)
{
	return sqlite3_column_type(rows, 0) == SQLITE_BLOB &&
	       sqlite3_column_bytes(rows, 0) == SEAL_WRAPPED_SIZE;
}

bool datakey_use(struct datakey *datakey, struct database *database,
		 struct seal_keys *keys, const char *kiosk, int64_t at,
		 struct err *err)
{
	uint8_t wrapped[SEAL_WRAPPED_SIZE];
	char day[DATAKEY_DAY_SIZE];

	date_day(day, at);
	if (datakey->secret && strcmp(datakey->kiosk, kiosk) == 0 &&
	    strcmp(datakey->day, day) == 0)
		return true;
	datakey_release(datakey);
	if (!rotation_settle(database, keys->dir, err) ||
	    !seal_keys_refresh(keys, err))
		return false;
	datakey->secret = seal_data_key_new(keys, wrapped);
	if (!datakey->secret)
		return err_set(err, ERR_MEMORY, "no memory for a data key");
	value_new_id(datakey->id);
	snprintf(datakey->kiosk, sizeof(datakey->kiosk), "%s", kiosk);
	memcpy(datakey->day, day, sizeof(day));
	return add_row(datakey, database, keys, wrapped, err);
}

bool datakey_load(struct datakey *datakey, struct database *database,
		  const struct seal_keys *keys, const char *id, struct err *err)
{
	struct value wanted = value_text(id);
	struct sqlite3_stmt *rows;
	bool has_row;
	bool ok;

	if (strcmp(datakey->id, id) == 0)
		return true;
	datakey_release(datakey);
	rows = database_ask(database,
			    "SELECT wrapped FROM data_key WHERE id = ?",
			    &wanted, 1, err);
	ok = rows && database_next(database, rows, &has_row, err);
	if (ok && has_row && is_wrapped(rows))
		datakey->secret =
			seal_data_key_open(keys, sqlite3_column_blob(rows, 0));
	database_done(rows);
	if (ok)
		snprintf(datakey->id, sizeof(datakey->id), "%s", id);
	return ok;
}

bool datakey_find(char id[VALUE_ID_SIZE], struct database *database,
		  const char *kiosk, const char *day, struct err *err)
{
	struct value values[] = {value_text(kiosk), value_text(day)};
	struct sqlite3_stmt *rows =
		database_ask(database,
			     "SELECT id FROM data_key WHERE kiosk = ?"
			     " AND day = ? AND wrapped IS NOT NULL LIMIT 1",
			     values, 2, err);
	bool has_row;
	bool ok = rows && database_next(database, rows, &has_row, err);

	id[0] = '\0';
	if (ok && has_row)
		database_get_text(rows, 0, id, VALUE_ID_SIZE);
	database_done(rows);
	return ok;
}

bool datakey_count(struct database *database, const char *recipient,
		   int64_t *count, struct err *err)
{
	struct value wanted = value_text(recipient);

	return database_number(database,
			       "SELECT count(*) FROM data_key"
			       " WHERE wrapped IS NOT NULL AND recipient = ?",
			       &wanted, 1, count, err);
}

/* The first row past an id that is sealed to a clinic key; "" for none. */
static bool find_next(struct database *database, const char *recipient,
		      char id[VALUE_ID_SIZE], struct err *err)
{
	struct value wanted[] = {value_text(recipient), value_text(id)};
	struct sqlite3_stmt *rows = database_ask(
		database,
		"SELECT id FROM data_key WHERE wrapped IS NOT NULL"
		" AND recipient = ? AND id > ? ORDER BY id LIMIT 1",
		wanted, 2, err);
	bool has_row = false;
	bool ok = rows && database_next(database, rows, &has_row, err);

	if (ok && has_row)
		database_get_text(rows, 0, id, VALUE_ID_SIZE);
	else
		id[0] = '\0';
	database_done(rows);
	return ok;
}

static bool wrap_again(struct datakey *datakey, struct database *database,
		       const struct seal_keys *to, const char *recipient,
		       struct err *err)
{
	uint8_t wrapped[SEAL_WRAPPED_SIZE];
	struct value row[3];

	if (!datakey->secret ||
	    !seal_data_key_wrap(to, datakey->secret, wrapped))
		return err_set(err, ERR_KEY,
			       "%s: a data key is damaged and could not be "
			       "sealed again: nothing was changed",
			       database->path);
	row[0] = value_blob(wrapped, sizeof(wrapped));
	row[1] = value_text(recipient);
	row[2] = value_text(datakey->id);
	return database_write(database,
			      "UPDATE data_key SET wrapped = ?, recipient = ?"
			      " WHERE id = ?",
			      row, 3, err);
}

bool datakey_move_all(struct database *database, const struct seal_keys *from,
		      const struct seal_keys *to, struct err *err)
{
	char old[SEAL_FINGERPRINT_SIZE];
	char new[SEAL_FINGERPRINT_SIZE];
	char id[VALUE_ID_SIZE] = "";
	struct datakey datakey = {0};
	bool ok;

	seal_fingerprint(old, from->public_key);
	seal_fingerprint(new, to->public_key);
	ok = find_next(database, old, id, err);
	while (ok && id[0])
		ok = datakey_load(&datakey, database, from, id, err) &&
		     wrap_again(&datakey, database, to, new, err) &&
		     find_next(database, old, id, err);
	datakey_release(&datakey);
	return ok;
}

void datakey_release(struct datakey *datakey)
{
	seal_data_key_free(datakey->secret);
	*datakey = (struct datakey){0};
}
