/*
 * store - leads, visits and forms in one SQLite file, DIR/leads.db.
 *
 * Opened with journal_mode=TRUNCATE, synchronous=EXTRA, secure_delete=ON: what
 * a function reports as saved has reached the disk, and what is removed leaves
 * no bytes behind.  The folder is 0700 and its files 0600.  The visitor's
 * words go in sealed (see seal.h); the store never holds them in the clear.
 */
#ifndef HAIRLINE_STORE_STORE_H
#define HAIRLINE_STORE_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/err.h"

struct form;
struct lead;
struct visit;
struct store;

#define STORE_SCHEMA 1 /* PRAGMA user_version */

/*
 * Open, making the folder, the file and (the first time) the clinic's key pair.
 * NULL on failure.  A store written by a newer program is refused.
 */
struct store *store_open(const char *dir, struct err *err);
void store_close(struct store *store);

/*
 * Is the secret key here, but under a passphrase that was not given yet?
 * Saving does not need it, reading does.
 */
bool store_is_locked(const struct store *store);

/* As keylock_open(): for "cmd", see unlock.h. */
bool store_unlock(struct store *store, const char *passphrase, struct err *err);

/* As rotation_run(). */
bool store_rotate_keys(struct store *store, const char *passphrase,
		       struct err *err);

/* Did this opening make the key pair? */
bool store_has_new_keys(const struct store *store);

/* Keep this version of the questionnaire, once. */
bool store_add_form(struct store *store, const struct form *form, int64_t now,
		    struct err *err);

/* Hand over the JSON of each version kept, the newest first; each returns
 * false to stop. */
bool store_each_form(struct store *store,
		     bool (*each)(void *context, const char *json, size_t size),
		     void *context, struct err *err);

/*
 * Seal and save a lead.  Fills in its id and reference, which are made here.
 * Refused unless the adult and contact boxes are set; answers, form and tier
 * are left out unless the answers box is.  On false nothing of it is in the
 * store.
 */
bool store_save(struct store *store, struct lead *lead, struct err *err);

/* A visit that saved a lead is kept without its tier and last question. */
bool store_add_visit(struct store *store, const struct visit *visit,
		     struct err *err);

/* Hand over every visit of the days from first to last ("2026-11-23"), until
 * each returns false.  What it points at lasts for the call. */
bool store_each_visit(struct store *store, const char *first, const char *last,
		      bool (*each)(void *context, const struct visit *visit),
		      void *context, struct err *err);

/* Is there room and permission for another lead?  Checked by trying. */
bool store_can_save(struct store *store, struct err *err);

/* Rows of a table: "lead", "visit", "form", "data_key" or "lead_event". */
bool store_count(struct store *store, const char *table, int64_t *rows,
		 struct err *err);

/* PRAGMA integrity_check; err says what it found. */
bool store_check(struct store *store, struct err *err);

#endif
