#include "hairline/core/tray.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/core/tray_order.h"
#include "hairline/core/tray_query.h"
#include "hairline/core/tray_table.h"
#include "hairline/core/tray_ties.h"
#include "hairline/core/tray_words.h"

#define ROOM_FIRST 1024

/* Where a status stands in the list. */
static const int ranks[STATUS_COUNT] = {
	[STATUS_NEW] = 0,       [STATUS_NO_ANSWER] = 1, [STATUS_CALLED] = 2,
	[STATUS_BOOKED] = 3,    [STATUS_CLOSED] = 4,    [STATUS_RESTRICTED] = 5,
	[STATUS_WITHDRAWN] = 6, [STATUS_ERASED] = 7,
};

/* What is never to lie in ordinary memory. */
struct secret {
	struct tray_query query;
	struct tray_query before;
	char word[TRAY_WORD_SIZE];
};

struct tray {
	struct tray_lead *leads;
	int count;
	int room;
	struct tray_order order;
	int *found; /* those of order that the query lets through */
	int found_count;
	bool is_found; /* found is up to date */
	bool has_query;
	int sealed_from; /* a place in order; all before it are read */
	int readable;
	int with[STATUS_COUNT];
	struct tray_table *by_id;
	struct tray_ties ties;
	struct tray_words words;
	struct secret *secret;
};

/* --- making and ending one --- */

static bool is_to_call(enum status status)
{
	return status == STATUS_NEW || status == STATUS_NO_ANSWER;
}

/* Since when it waits for what comes next. */
static int64_t waits_since(const struct tray_lead *lead)
{
	return lead->status == STATUS_NEW ? lead->created_at : lead->changed_at;
}

static int compare(const void *a, const void *b, void *context)
{
	const struct tray *tray = context;
	const struct tray_lead *mine = &tray->leads[*(const int *)a];
	const struct tray_lead *other = &tray->leads[*(const int *)b];
	bool is_older = waits_since(mine) < waits_since(other);

	if (mine->status != other->status)
		return ranks[mine->status] - ranks[other->status];
	if (waits_since(mine) != waits_since(other))
		return is_older == is_to_call(mine->status) ? -1 : 1;
	return strcmp(mine->id, other->id);
}

struct tray *tray_new(void)
{
	struct tray *tray = calloc(1, sizeof(*tray));

	if (!tray)
		return NULL;
	tray->order.compare = compare;
	tray->order.context = tray;
	if (sodium_init() < 0) {
		free(tray);
		return NULL;
	}
	tray->by_id = tray_table_new();
	tray->secret = sodium_malloc(sizeof(*tray->secret));
	if (!tray_ties_init(&tray->ties) || !tray->by_id || !tray->secret) {
		tray_free(tray);
		return NULL;
	}
	memset(tray->secret, 0, sizeof(*tray->secret));
	tray->words.scratch = tray->secret->word;
	return tray;
}

void tray_free(struct tray *tray)
{
	if (!tray)
		return;
	tray_pool_clear(&tray->words.pool);
	tray_order_release(&tray->order);
	sodium_free(tray->secret);
	tray_table_free(tray->by_id);
	tray_ties_release(&tray->ties);
	free(tray->leads);
	free(tray->found);
	free(tray);
}

/* --- what comes in --- */

static bool make_room(struct tray *tray)
{
	int room = tray->room ? tray->room * 2 : ROOM_FIRST;
	struct tray_lead *leads;
	int *found;

	if (tray->count < tray->room)
		return true;
	leads = reallocarray(tray->leads, (size_t)room, sizeof(*leads));
	if (leads)
		tray->leads = leads;
	found = reallocarray(tray->found, (size_t)room, sizeof(*found));
	if (found)
		tray->found = found;
	if (leads && found)
		tray->room = room;
	return leads && found;
}

static void copy_text(char *out, size_t size, const char *text)
{
	struct buf buf;

	buf_init(&buf, out, size);
	buf_add(&buf, text);
}

/* The lead with an id, which may be a new one; or TRAY_NONE. */
static int add(struct tray *tray, const struct tray_columns *columns)
{
	int at = tray_find(tray, columns->id);
	struct tray_lead *lead;

	if (at != TRAY_NONE)
		return at;
	if (!make_room(tray) || !tray_order_add(&tray->order, tray->count))
		return TRAY_NONE;
	at = tray->count++;
	lead = &tray->leads[at];
	memset(lead, 0, sizeof(*lead));
	copy_text(lead->id, sizeof(lead->id), columns->id);
	copy_text(lead->reference, sizeof(lead->reference), columns->reference);
	tray_words_forget(lead);
	lead->next_id = TRAY_NONE;
	for (int tie = 0; tie < TRAY_TIES; tie++)
		lead->ties[tie].next = TRAY_NONE;
	tray_table_enter(tray->by_id, tray_ties_hash(&tray->ties, lead->id), at,
			 &lead->next_id);
	lead->status = columns->status;
	tray->with[lead->status]++;
	return at;
}

bool tray_put(struct tray *tray, const struct tray_columns *columns)
{
	int at = add(tray, columns);
	struct tray_lead *lead;

	if (at == TRAY_NONE)
		return false;
	lead = &tray->leads[at];
	tray->with[lead->status]--;
	tray->with[columns->status]++;
	lead->created_at = columns->created_at;
	lead->changed_at = columns->changed_at;
	lead->tier = columns->tier;
	lead->status = columns->status;
	if (lead->status == STATUS_ERASED) {
		tray->readable += lead->state == TRAY_SEALED;
		tray_ties_leave(&tray->ties, tray->leads, at);
		tray_words_wipe(lead);
		lead->state = TRAY_UNREADABLE;
	}
	tray_order_move(&tray->order, at);
	tray->is_found = false;
	return true;
}

bool tray_read(struct tray *tray, int at, const struct lead *words)
{
	struct tray_lead *lead = &tray->leads[at];

	if (lead->state != TRAY_SEALED)
		return true;
	if (words->name && !tray_words_read(&tray->words, lead, words))
		return false;
	lead->state = words->name ? TRAY_READ : TRAY_UNREADABLE;
	if (words->name)
		tray_ties_enter(&tray->ties, tray->leads, at, words,
				tray->secret->word);
	tray->readable++;
	tray->is_found = tray->is_found && !tray->has_query;
	return true;
}

void tray_reread(struct tray *tray, int at)
{
	struct tray_lead *lead = &tray->leads[at];

	if (lead->state != TRAY_READ)
		return;
	tray_ties_leave(&tray->ties, tray->leads, at);
	tray_words_wipe(lead);
	lead->state = TRAY_SEALED;
	tray->readable--;
	tray->sealed_from = 0;
	tray->is_found = tray->is_found && !tray->has_query;
}

void tray_seal(struct tray *tray)
{
	for (int i = 0; i < tray->count; i++) {
		tray_words_forget(&tray->leads[i]);
		tray->leads[i].state = TRAY_SEALED;
	}
	tray_ties_clear(&tray->ties, tray->leads, tray->count);
	tray_words_clear(&tray->words);
	sodium_memzero(&tray->secret->query, sizeof(tray->secret->query));
	sodium_memzero(&tray->secret->before, sizeof(tray->secret->before));
	tray->has_query = tray->is_found = false;
	tray->readable = tray->sealed_from = 0;
}

int tray_find(const struct tray *tray, const char *id)
{
	int at = tray_table_first(tray->by_id, tray_ties_hash(&tray->ties, id));

	while (at != TRAY_NONE && strcmp(tray->leads[at].id, id) != 0)
		at = tray->leads[at].next_id;
	return at;
}

/* --- what is shown --- */

static void sort(struct tray *tray)
{
	if (!tray_order_sort(&tray->order))
		return;
	tray->is_found = false;
	tray->sealed_from = 0;
}

/* Keep those of so many leads that match; from may be where they are kept. */
static void find_in(struct tray *tray, const int *from, int count)
{
	const struct tray_query *query = &tray->secret->query;

	tray->found_count = 0;
	for (int i = 0; i < count; i++)
		if (tray_query_matches(query, &tray->leads[from[i]]))
			tray->found[tray->found_count++] = from[i];
	tray->is_found = true;
}

static void find_all(struct tray *tray)
{
	sort(tray);
	if (!tray->is_found)
		find_in(tray, tray->order.at, tray->count);
}

int tray_next_sealed(struct tray *tray, int n, int count)
{
	const int *order = tray->order.at;

	find_all(tray);
	for (int i = n; i < n + count && i < tray->found_count; i++)
		if (tray->leads[tray->found[i]].state == TRAY_SEALED)
			return tray->found[i];
	while (tray->sealed_from < tray->count &&
	       tray->leads[order[tray->sealed_from]].state != TRAY_SEALED)
		tray->sealed_from++;
	return tray->sealed_from < tray->count ? order[tray->sealed_from]
					       : TRAY_NONE;
}

/* One more letter leaves some of what was found: the rest is not looked at. */
void tray_filter(struct tray *tray, const char *query,
		 const char *const status[STATUS_COUNT])
{
	struct secret *secret = tray->secret;

	secret->before = secret->query;
	tray_query_read(&secret->query, query, status);
	if (tray->is_found &&
	    tray_query_narrows(&secret->query, &secret->before))
		find_in(tray, tray->found, tray->found_count);
	else
		tray->is_found = false;
	tray->has_query = secret->query.count > 0;
}

int tray_count(struct tray *tray)
{
	find_all(tray);
	return tray->found_count;
}

int tray_at(struct tray *tray, int n)
{
	find_all(tray);
	return tray->found[n];
}

int tray_place(struct tray *tray, int lead)
{
	find_all(tray);
	for (int i = 0; i < tray->found_count; i++)
		if (tray->found[i] == lead)
			return i;
	return TRAY_NONE;
}

const struct tray_lead *tray_lead(const struct tray *tray, int lead)
{
	return &tray->leads[lead];
}

int tray_total(const struct tray *tray)
{
	return tray->count;
}

int tray_readable(const struct tray *tray)
{
	return tray->readable;
}

int tray_with(const struct tray *tray, enum status status)
{
	return tray->with[status];
}

int tray_next_tied(const struct tray *tray, int lead, enum tray_tie tie,
		   int from)
{
	return tray_ties_next(&tray->ties, tray->leads, lead, tie, from);
}
