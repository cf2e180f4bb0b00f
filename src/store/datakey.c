#include "hairline/store/datakey.h"

#include <sodium.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "hairline/core/date.h"
#include "hairline/store/database.h"
#include "hairline/store/seal.h"

_Static_assert(DATAKEY_DAY_SIZE == DATE_DAY_SIZE, "a day");

/* Says which clinic key a data key was sealed to. */
static void fingerprint(char hex[crypto_hash_sha256_BYTES * 2 + 1],
			const struct seal_keys *keys)
{
	uint8_t hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, keys->public_key, SEAL_PUBLIC_SIZE);
	sodium_bin2hex(hex, sizeof(hash) * 2 + 1, hash, sizeof(hash));
}

static bool add_row(const struct datakey *datakey, struct database *database,
		    const struct seal_keys *keys, const uint8_t *wrapped,
		    struct err *err)
{
	char recipient[crypto_hash_sha256_BYTES * 2 + 1];
	struct value row[5];

	fingerprint(recipient, keys);
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
		 const struct seal_keys *keys, const char *kiosk, int64_t at,
		 struct err *err)
{
	uint8_t wrapped[SEAL_WRAPPED_SIZE];
	char day[DATAKEY_DAY_SIZE];

	date_day(day, at);
	if (datakey->secret && strcmp(datakey->kiosk, kiosk) == 0 &&
	    strcmp(datakey->day, day) == 0)
		return true;
	datakey_release(datakey);
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

void datakey_release(struct datakey *datakey)
{
	seal_data_key_free(datakey->secret);
	*datakey = (struct datakey){0};
}
