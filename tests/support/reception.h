/*
 * reception - a store with leads for one test, and what was read from it.
 */
#ifndef TESTS_SUPPORT_RECEPTION_H
#define TESTS_SUPPORT_RECEPTION_H

#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"
#include "hairline/store/deeds.h"
#include "hairline/store/inbox.h"
#include "hairline/store/store.h"
#include "support/store_fixture.h"

#define RECEPTION_EVENTS 16

/* A copy of one dossier. */
struct seen {
	char id[LEAD_ID_SIZE];
	char name[128]; /* "?" when it could not be read */
	char phone[64];
	char tier[16];
	char kinds[256]; /* "saved called booked" */
	char notes[256]; /* joined with "|"; "?" for one that is gone */
	enum status status;
	bool can_undo;
	int64_t exported_at;
	int64_t mark_at;
};

struct reception {
	char dir[STORE_FIXTURE_DIR_SIZE];
	struct store *store;
	char ids[8][LEAD_ID_SIZE]; /* of the leads saved, in their order */
	int count;
	struct seen seen; /* the last dossier read */
	int seen_count;
	struct deed deed; /* by "rita", a second after the last one */
	struct err err;
};

/* For a test whose state is a reception with two leads, 1 and 2. */
int reception_make(void **state);
int reception_remove(void **state);
#define RECEPTION_TEST(name) \
	cmocka_unit_test_setup_teardown(name, reception_make, reception_remove)

/* Save the fixture's lead of a number. */
void reception_save(struct reception *at, int number);

/* Read what a query gives; ends the test when that fails. */
void reception_query(struct reception *at, const struct inbox_query *query);

/* Read the n-th lead that was saved. */
const struct seen *reception_see(struct reception *at, int n);

/* The next deed. */
const struct deed *reception_deed(struct reception *at);

/* Ends the test when something that must work has failed. */
void reception_must(struct reception *at, bool is_done);

#endif
