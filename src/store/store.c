#include "hairline/store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/core/lead.h"
#include "hairline/store/database.h"
#include "hairline/store/datakey.h"
#include "hairline/store/events.h"
#include "hairline/store/keylock.h"
#include "hairline/store/leads.h"
#include "hairline/store/parts.h"
#include "hairline/store/rotation.h"
#include "hairline/store/schema.h"
#include "hairline/store/seal.h"
#include "hairline/store/visits.h"

#define DATABASE_NAME "leads.db"

struct store {
	struct database database;
	struct seal_keys keys;
	struct datakey today;
	int lock; /* while it is held, the files are not exchanged */
	char dir[DATADIR_PATH_SIZE];
};

struct counter {
	const char *table;
	const char *sql;
};

static const struct counter counters[] = {
	{"lead", "SELECT count(*) FROM lead"},
	{"visit", "SELECT count(*) FROM visit"},
	{"form", "SELECT count(*) FROM form"},
	{"data_key", "SELECT count(*) FROM data_key"},
	{"lead_event", "SELECT count(*) FROM lead_event"},
};

/* 64 KiB, as much as a lead with long answers, into a table that has room. */
static const char trial[] =
	"INSERT INTO form (hash, url, version, json, added_at) VALUES"
	" (hex(randomblob(32)), '', '', hex(randomblob(32768)), 0)";

/*
 * Leads are there, but the keys are gone: a new pair would hide that what is
 * there cannot be read any more.
 */
static bool has_its_keys(const char *dir, struct err *err)
{
	if (!datadir_has(dir, DATABASE_NAME) ||
	    datadir_has(dir, "keys/clinic.pub") ||
	    datadir_has(dir, "keys/clinic.key"))
		return true;
	return err_set(
		err, ERR_KEY,
		"%s: holds a store but no keys: bring the clinic's key "
		"back with \"hairline key restore\", or move " DATABASE_NAME
		" away to start again",
		dir);
}

/* Before the keys are loaded: it decides which pair that is. */
static bool settle_keys(struct database *database, const char *dir,
			struct err *err)
{
	bool ok;

	if (!rotation_is_open(dir))
		return true;
	if (!database_open(database, dir, DATABASE_NAME, err))
		return false;
	ok = schema_prepare(database, err) && database_begin(database, err) &&
	     database_end(database, rotation_settle(database, dir, err), err);
	database_close(database);
	return ok;
}

static bool open_in(struct store *store, const char *dir, struct err *err)
{
	struct database *database = &store->database;

	snprintf(store->dir, sizeof(store->dir), "%s", dir);
	if (!datadir_make(dir, err))
		return false;
	store->lock = datadir_share(dir, err);
	return store->lock != DATADIR_NO_LOCK && has_its_keys(dir, err) &&
	       settle_keys(database, dir, err) &&
	       seal_keys_load(&store->keys, store->dir, err) &&
	       database_open(database, dir, DATABASE_NAME, err) &&
	       schema_prepare(database, err) &&
	       database_check(database, "PRAGMA quick_check(1)", err);
}

bool store_can_read(const struct store *store, struct err *err)
{
	char path[DATADIR_PATH_SIZE];

	if (store->keys.secret_key)
		return true;
	seal_secret_path(path, sizeof(path), store->dir);
	if (store->keys.has_passphrase)
		return err_set(err, ERR_KEY,
			       "%s: is under a passphrase, which was not given",
			       path);
	return err_set(err, ERR_KEY,
		       "%s: the secret key is not here, so leads cannot be "
		       "read: read them where it is kept",
		       path);
}

static bool save_rows(struct store *store, struct lead *lead, struct err *err)
{
	uint8_t hash[ENVELOPE_HASH_SIZE];
	struct event saved = {
		.lead_id = lead->id, /* filled in by leads_add() */
		.at = lead->created_at,
		.who = lead->kiosk,
		.kind = "saved",
		.key = "",
		.covers = hash,
	};

	return datakey_use(&store->today, &store->database, &store->keys,
			   lead->kiosk, lead->created_at, err) &&
	       leads_add(&store->database, lead, &store->today, hash, err) &&
	       events_add(&store->database, &saved, err);
}

/* Answers go in only when their own box is set. */
static struct lead without_unshared(const struct lead *lead)
{
	struct lead shared = *lead;

	if (!lead->consent.is_set[CONSENT_ANSWERS])
		shared.answers = shared.form_hash = shared.tier = "";
	return shared;
}

struct database *store_database(struct store *store)
{
	return &store->database;
}

struct seal_keys *store_keys(struct store *store)
{
	return &store->keys;
}

const char *store_dir(const struct store *store)
{
	return store->dir;
}

struct store *store_open(const char *dir, struct err *err)
{
	struct store *store = calloc(1, sizeof(*store));

	if (!store) {
		err_set(err, ERR_MEMORY, "no memory for the store");
		return NULL;
	}
	store->lock = DATADIR_NO_LOCK;
	if (open_in(store, dir, err))
		return store;
	store_close(store);
	return NULL;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	datakey_release(&store->today);
	seal_keys_release(&store->keys);
	database_close(&store->database);
	datadir_unlock(store->lock);
	free(store);
}

bool store_is_locked(const struct store *store)
{
	return store->keys.has_passphrase && !store->keys.secret_key;
}

bool store_unlock(struct store *store, const char *passphrase, struct err *err)
{
	return keylock_open(&store->keys, passphrase, err);
}

bool store_rotate_keys(struct store *store, const char *passphrase,
		       struct err *err)
{
	return store_can_read(store, err) &&
	       rotation_run(&store->database, &store->keys, passphrase, err);
}

bool store_has_new_keys(const struct store *store)
{
	return store->keys.is_new;
}

bool store_add_form(struct store *store, const struct form *form, int64_t now,
		    struct err *err)
{
	return visits_add_form(&store->database, form, now, err);
}

bool store_each_form(struct store *store,
		     bool (*each)(void *context, const char *json, size_t size),
		     void *context, struct err *err)
{
	return visits_each_form(&store->database, each, context, err);
}

bool store_save(struct store *store, struct lead *lead, struct err *err)
{
	struct lead shared = without_unshared(lead);
	bool ok;

	if (!leads_check(&shared, err) ||
	    !database_begin(&store->database, err))
		return false;
	ok = save_rows(store, &shared, err);
	ok = database_end(&store->database, ok, err);
	if (!ok) {
		datakey_release(&store->today); /* its row is gone too */
		return false;
	}
	memcpy(lead->id, shared.id, sizeof(lead->id));
	memcpy(lead->reference, shared.reference, sizeof(lead->reference));
	return true;
}

bool store_add_visit(struct store *store, const struct visit *visit,
		     struct err *err)
{
	return visits_add(&store->database, visit, err);
}

bool store_each_visit(struct store *store, const char *first, const char *last,
		      bool (*each)(void *context, const struct visit *visit),
		      void *context, struct err *err)
{
	return visits_each(&store->database, first, last, each, context, err);
}

bool store_can_save(struct store *store, struct err *err)
{
	struct database *database = &store->database;
	struct err ignored;
	bool ok;

	if (!database_begin(database, err))
		return false;
	ok = database_run(database, trial, err) &&
	     database_flush(database, err);
	database_end(database, false, &ignored);
	return ok;
}

bool store_count(struct store *store, const char *table, int64_t *rows,
		 struct err *err)
{
	for (size_t i = 0; i < sizeof(counters) / sizeof(counters[0]); i++)
		if (strcmp(counters[i].table, table) == 0)
			return database_number(&store->database,
					       counters[i].sql, NULL, 0, rows,
					       err);
	return err_set(err, ERR_STORE, "the store has no table \"%s\"", table);
}

bool store_check(struct store *store, struct err *err)
{
	return database_check(&store->database, "PRAGMA integrity_check", err);
}
