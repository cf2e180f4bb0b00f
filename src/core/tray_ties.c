#include "hairline/core/tray_ties.h"

#include <sodium.h>
#include <string.h>

#include "hairline/core/tray_like.h"
#include "hairline/core/tray_table.h"
#include "hairline/core/tray_words.h"

bool tray_ties_init(struct tray_ties *ties)
{
	ties->key = sodium_malloc(crypto_shorthash_KEYBYTES);
	if (ties->key)
		crypto_shorthash_keygen(ties->key);
	for (int tie = 0; tie < TRAY_TIES; tie++) {
		ties->tables[tie] = tray_table_new();
		if (!ties->tables[tie])
			return false;
	}
	return ties->key != NULL;
}

void tray_ties_release(struct tray_ties *ties)
{
	for (int tie = 0; tie < TRAY_TIES; tie++)
		tray_table_free(ties->tables[tie]);
	sodium_free(ties->key);
	*ties = (struct tray_ties){0};
}

uint64_t tray_ties_hash(const struct tray_ties *ties, const char *text)
{
	uint8_t bytes[crypto_shorthash_BYTES];
	uint64_t hash;

	if (!*text)
		return 0;
	crypto_shorthash(bytes, (const uint8_t *)text, strlen(text), ties->key);
	memcpy(&hash, bytes, sizeof(hash));
	return hash | 1;
}

static void enter(struct tray_ties *ties, struct tray_lead *lead, int at,
		  enum tray_tie tie, const char *text)
{
	lead->ties[tie].hash = tray_ties_hash(ties, text);
	tray_table_enter(ties->tables[tie], lead->ties[tie].hash, at,
			 &lead->ties[tie].next);
}

void tray_ties_enter(struct tray_ties *ties, struct tray_lead *leads, int at,
		     const struct lead *words, char *scratch)
{
	tray_phone(scratch, words->phone);
	enter(ties, &leads[at], at, TRAY_BY_PHONE, scratch);
	tray_email(scratch, TRAY_WORD_SIZE, words->email);
	enter(ties, &leads[at], at, TRAY_BY_EMAIL, scratch);
}

static void leave(struct tray_ties *ties, struct tray_lead *leads, int at,
		  enum tray_tie tie)
{
	struct tray_link *link = &leads[at].ties[tie];
	int before = tray_table_first(ties->tables[tie], link->hash);

	if (!link->hash)
		return;
	if (before == at) {
		tray_table_set(ties->tables[tie], link->hash, link->next);
	} else {
		while (leads[before].ties[tie].next != at)
			before = leads[before].ties[tie].next;
		leads[before].ties[tie].next = link->next;
	}
	*link = (struct tray_link){0, TRAY_NONE};
}

void tray_ties_leave(struct tray_ties *ties, struct tray_lead *leads, int at)
{
	for (int tie = 0; tie < TRAY_TIES; tie++)
		leave(ties, leads, at, (enum tray_tie)tie);
}

void tray_ties_clear(struct tray_ties *ties, struct tray_lead *leads, int count)
{
	for (int tie = 0; tie < TRAY_TIES; tie++) {
		tray_table_clear(ties->tables[tie]);
		for (int i = 0; i < count; i++)
			leads[i].ties[tie] = (struct tray_link){0, TRAY_NONE};
	}
}

int tray_ties_next(const struct tray_ties *ties, const struct tray_lead *leads,
		   int lead, enum tray_tie tie, int from)
{
	uint64_t hash = leads[lead].ties[tie].hash;
	int at = from == TRAY_NONE ? tray_table_first(ties->tables[tie], hash)
				   : leads[from].ties[tie].next;

	if (!hash)
		return TRAY_NONE;
	while (at != TRAY_NONE &&
	       (at == lead || leads[at].ties[tie].hash != hash))
		at = leads[at].ties[tie].next;
	return at;
}
