#include "hairline/store/envelope.h"

#include <sodium.h>
#include <stdlib.h>

#include "hairline/core/lead.h"
#include "hairline/core/record.h"
#include "hairline/store/datakey.h"
#include "hairline/store/seal.h"

#define PURPOSE "hairline lead 1"
#define BOUND_SIZE 1024          /* all columns at their longest */
#define ROOM ((size_t)16 * 1024) /* most leads fit: bytes */

_Static_assert(ENVELOPE_HASH_SIZE == crypto_hash_sha256_BYTES, "SHA-256");

/* The associated data.  The purpose keeps a note from passing as a lead. */
static bool bind(struct buf *bound, const struct lead *lead, const char *key_id)
{
	struct value columns[ENVELOPE_COLUMNS];
	struct value purpose = value_text(PURPOSE);

	envelope_columns(columns, lead, key_id);
	value_add_canonical(bound, &purpose, 1);
	value_add_canonical(bound, columns, ENVELOPE_COLUMNS);
	return !bound->is_cut;
}

static bool open_into(uint8_t *plain, const struct envelope *envelope,
		      struct lead *lead, const struct datakey *datakey)
{
	char mem[BOUND_SIZE];
	struct buf bound;
	struct err ignored;

	buf_init(&bound, mem, sizeof(mem));
	return bind(&bound, lead, datakey->id) &&
	       seal_read(plain, datakey->secret, envelope->bytes,
			 envelope->size, bound.at, bound.len) &&
	       record_read(lead, plain, envelope->size - SEAL_OVERHEAD,
			   &ignored);
}

void envelope_columns(struct value columns[ENVELOPE_COLUMNS],
		      const struct lead *lead, const char *key_id)
{
	struct value *column = columns;

	*column++ = value_text(lead->id);
	*column++ = value_text(lead->kiosk);
	*column++ = value_text(lead->reference);
	*column++ = value_integer(lead->created_at);
	*column++ = value_text(lead->language);
	*column++ = value_text_or_null(lead->form_hash);
	*column++ = value_text_or_null(lead->tier);
	*column++ = value_integer(lead->delete_after);
	*column++ = value_text(key_id);
}

bool envelope_seal(struct envelope *envelope, const struct lead *lead,
		   const struct datakey *datakey, struct err *err)
{
	size_t size = record_size(lead);
	uint8_t *plain = sodium_malloc(size);
	char mem[BOUND_SIZE];
	struct buf bound;
	bool ok;

	buf_init(&bound, mem, sizeof(mem));
	envelope->size = size + SEAL_OVERHEAD;
	envelope->bytes = malloc(envelope->size);
	ok = plain && envelope->bytes && bind(&bound, lead, datakey->id);
	if (ok) {
		record_write(lead, plain);
		seal_write(envelope->bytes, datakey->secret, plain, size,
			   bound.at, bound.len);
	}
	sodium_free(plain);
	return ok || err_set(err, ERR_MEMORY, "no memory for a lead");
}

/* At the end of the room, before the page that nobody may read. */
static uint8_t *make_room(struct envelope_room *room, size_t size)
{
	if (room->size < size) {
		envelope_leave(room);
		room->bytes = sodium_malloc(size > ROOM ? size : ROOM);
		if (!room->bytes)
			return NULL;
		room->size = size > ROOM ? size : ROOM;
	}
	room->used = size;
	return room->bytes + room->size - size;
}

bool envelope_open(struct envelope_room *room, const struct envelope *envelope,
		   struct lead *lead, const struct datakey *datakey)
{
	uint8_t *plain;

	envelope_hide(lead);
	envelope_wipe(room);
	if (!datakey->secret || envelope->size < SEAL_OVERHEAD)
		return false;
	/* One byte more than the record, as record_read() asks for. */
	plain = make_room(room, envelope->size - SEAL_OVERHEAD + 1);
	if (plain && open_into(plain, envelope, lead, datakey))
		return true;
	envelope_hide(lead);
	return false;
}

void envelope_wipe(struct envelope_room *room)
{
	if (room->used > 0)
		sodium_memzero(room->bytes + room->size - room->used,
			       room->used);
	room->used = 0;
}

void envelope_leave(struct envelope_room *room)
{
	sodium_free(room->bytes);
	*room = (struct envelope_room){0};
}

void envelope_hide(struct lead *lead)
{
	lead->name = NULL;
	lead->phone = lead->email = lead->time = lead->clinic = "";
	lead->text_version = lead->text_hash = lead->faq_hash = "";
	lead->method = lead->answers = "";
	lead->retention_days = 0;
	lead->consent = (struct consent){0};
}

void envelope_hash(uint8_t hash[ENVELOPE_HASH_SIZE],
		   const struct envelope *envelope, const struct lead *lead,
		   const char *key_id)
{
	char mem[BOUND_SIZE];
	struct buf bound;
	crypto_hash_sha256_state state;

	buf_init(&bound, mem, sizeof(mem));
	bind(&bound, lead, key_id);
	crypto_hash_sha256_init(&state);
	crypto_hash_sha256_update(&state, (const uint8_t *)bound.at, bound.len);
	crypto_hash_sha256_update(&state, envelope->bytes, envelope->size);
	crypto_hash_sha256_final(&state, hash);
}

void envelope_release(struct envelope *envelope)
{
	free(envelope->bytes);
	*envelope = (struct envelope){0};
}
