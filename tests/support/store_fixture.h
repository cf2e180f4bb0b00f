/*
 * store_fixture - a data folder for one test, and leads whose every word can
 * be foretold from a number.
 */
#ifndef TESTS_SUPPORT_STORE_FIXTURE_H
#define TESTS_SUPPORT_STORE_FIXTURE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/core/lead.h"
#include "hairline/form/form.h"
#include "hairline/store/database.h"
#include "hairline/store/datakey.h"
#include "hairline/store/seal.h"

#define STORE_FIXTURE_DIR_SIZE 64
#define STORE_FIXTURE_ANSWERS_SIZE 4096

struct store;

/* The memory that a made-up lead points at. */
struct fixture_words {
	char name[64];
	char phone[32];
	char email[64];
	char answers[STORE_FIXTURE_ANSWERS_SIZE];
};

/* What a test of single tables works on; see fixture_set_up(). */
struct fixture {
	char dir[STORE_FIXTURE_DIR_SIZE];
	struct database database;
	struct seal_keys keys;
	struct datakey datakey; /* of kiosk-1 on 2026-11-23 */
};

/* For cmocka: the state is an empty data folder, a char *. */
int fixture_set_up_dir(void **state);
int fixture_tear_down_dir(void **state);

/* For cmocka: the state is a struct fixture with tables, keys and a form. */
int fixture_set_up(void **state);
int fixture_tear_down(void **state);

/* The one number that a statement gives. */
int64_t fixture_count(struct fixture *fixture, const char *sql);

/* Make an empty folder of its own; and remove it with all that is in it. */
void fixture_make(char dir[STORE_FIXTURE_DIR_SIZE]);
void fixture_remove(const char *dir);

/* The questionnaire that the leads answer. */
struct form fixture_form(void);

/* Open the store of a folder and keep the questionnaire; ends the test when
 * that fails. */
struct store *fixture_open(const char *dir);

/* The lead with a number, all boxes set. */
struct lead fixture_lead(struct fixture_words *words, int number);

/* The number of a lead that was read back, or -1 when any word is wrong. */
int fixture_number(const struct lead *lead);

/*
 * Hand over every lead, oldest first, or the one with a reference, as
 * inbox_read() opens them, until each returns false.
 */
bool fixture_each_lead(struct store *store,
		       bool (*each)(void *context, const struct lead *lead),
		       void *context, struct err *err);
bool fixture_find_lead(struct store *store, const char *reference,
		       bool (*each)(void *context, const struct lead *lead),
		       void *context, bool *found, struct err *err);

/* Does any file of the folder hold these bytes? */
bool fixture_holds(const char *dir, const char *word);

/* Permission bits of dir/name. */
unsigned fixture_mode(const char *dir, const char *name);

/* Run one SQL statement on dir/leads.db, past the store. */
void fixture_sql(const char *dir, const char *sql);

/*
 * Run a check as a user who is not root, to whom the folder is given first.
 * Returns whether it was true.
 */
bool fixture_as_nobody(const char *dir, bool (*check)(const char *dir));

#endif
