#include "support/reception.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/buf.h"

int reception_make(void **state)
{
	struct reception *at = calloc(1, sizeof(*at));

	assert_non_null(at);
	fixture_make(at->dir);
	at->store = fixture_open(at->dir);
	at->deed = (struct deed){"rita", 1795001000};
	*state = at;
	reception_save(at, 1);
	reception_save(at, 2);
	return 0;
}

int reception_remove(void **state)
{
	struct reception *at = *state;

	store_close(at->store);
	fixture_remove(at->dir);
	free(at);
	return 0;
}

void reception_must(struct reception *at, bool is_done)
{
	if (!is_done)
		fail_msg("%s", at->err.msg);
}

void reception_save(struct reception *at, int number)
{
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, number);

	reception_must(at, store_save(at->store, &lead, &at->err));
	memcpy(at->ids[at->count++], lead.id, LEAD_ID_SIZE);
}

static void join_events(struct seen *seen, const struct dossier *dossier)
{
	struct buf kinds;
	struct buf notes;

	buf_init(&kinds, seen->kinds, sizeof(seen->kinds));
	buf_init(&notes, seen->notes, sizeof(seen->notes));
	for (int i = 0; i < dossier->event_count; i++) {
		const struct lead_event *event = &dossier->events[i];
		bool has_note = !event->note || *event->note;

		buf_add(&kinds, i ? " " : "");
		buf_add(&kinds, event->kind);
		buf_add(&notes, notes.len && has_note ? "|" : "");
		buf_add(&notes, event->note ? event->note : "?");
	}
}

static bool see(void *context, const struct dossier *dossier)
{
	struct reception *at = context;
	struct seen *seen = &at->seen;
	const struct lead *lead = dossier->lead;

	*seen = (struct seen){
		.status = dossier->status,
		.can_undo = dossier->can_undo,
		.exported_at = dossier->exported_at,
		.mark_at = dossier->mark ? dossier->mark->at : 0,
	};
	memcpy(seen->id, lead->id, sizeof(seen->id));
	snprintf(seen->name, sizeof(seen->name), "%s",
		 lead->name ? lead->name : "?");
	snprintf(seen->phone, sizeof(seen->phone), "%s", lead->phone);
	snprintf(seen->tier, sizeof(seen->tier), "%s", lead->tier);
	join_events(seen, dossier);
	at->seen_count++;
	return true;
}

void reception_query(struct reception *at, const struct inbox_query *query)
{
	at->seen_count = 0;
	reception_must(at, inbox_read(at->store, query, see, at, &at->err));
}

const struct seen *reception_see(struct reception *at, int n)
{
	struct inbox_query query = {.id = at->ids[n]};

	reception_query(at, &query);
	assert_int_equal(at->seen_count, 1);
	return &at->seen;
}

const struct deed *reception_deed(struct reception *at)
{
	at->deed.at++;
	return &at->deed;
}
