#include "support/crowd.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hairline/store/events.h"
#include "hairline/store/leads.h"
#include "hairline/store/parts.h"
#include "hairline/store/store.h"
#include "support/store_fixture.h"

const char crowd_answers[] =
	"{\"resourceType\":\"QuestionnaireResponse\","
	"\"status\":\"completed\",\"item\":[{\"linkId\":\"sore\","
	"\"text\":\"Is your scalp sore?\",\"answer\":[{\"valueCoding\":{"
	"\"code\":\"no\",\"display\":\"No, never\"}}]}]}";

static bool save_one(struct store *store, struct datakey *datakey, int number,
		     bool is_due, struct err *err)
{
	struct database *database = store_database(store);
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, number);
	uint8_t hash[ENVELOPE_HASH_SIZE];
	struct event saved = {
		.lead_id = lead.id,
		.at = lead.created_at,
		.who = lead.kiosk,
		.kind = "saved",
		.key = "",
		.covers = hash,
	};

	lead.answers = crowd_answers;
	if (is_due)
		lead.created_at = saved.at = lead.delete_after = number + 1;
	return datakey_use(datakey, database, store_keys(store), lead.kiosk,
			   lead.created_at, err) &&
	       leads_add(database, &lead, datakey, hash, err) &&
	       events_add(database, &saved, err);
}

static void save_all(const char *dir, int count, bool is_due)
{
	struct store *store = fixture_open(dir);
	struct datakey datakey = {0};
	struct err err = {0};
	bool ok = database_begin(store_database(store), &err);

	for (int i = 0; ok && i < count; i++)
		ok = save_one(store, &datakey, i, is_due, &err);
	if (!ok || !database_end(store_database(store), true, &err))
		fail_msg("%s", err.msg);
	datakey_release(&datakey);
	store_close(store);
}

void crowd_save(const char *dir, int count)
{
	save_all(dir, count, false);
}

void crowd_save_due(const char *dir, int count)
{
	save_all(dir, count, true);
}
