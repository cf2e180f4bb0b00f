#include "hairline/core/alike.h"

#include <stdlib.h>

#include "hairline/core/tray_like.h"

#define EMAIL_SIZE 512
#define FIRST_ROOM 64

/* FNV-1a: only to tell apart, not to keep secret. */
#define HASH_START UINT64_C(14695981039346656037)
#define HASH_TIMES UINT64_C(1099511628211)

static uint64_t add_byte(uint64_t hash, char byte)
{
	return (hash ^ (unsigned char)byte) * HASH_TIMES;
}

/* 0 for what says nothing: a number too short, no address. */
static uint64_t hash_of(char kind, const char *text)
{
	uint64_t hash = add_byte(HASH_START, kind);

	if (!*text)
		return 0;
	for (; *text; text++)
		hash = add_byte(hash, *text);
	return hash;
}

static uint64_t phone_hash(const char *phone)
{
	char digits[TRAY_PHONE_SIZE];

	tray_phone(digits, phone);
	return hash_of('p', digits);
}

static uint64_t email_hash(const char *email)
{
	char plain[EMAIL_SIZE];

	tray_email(plain, sizeof(plain), email);
	return hash_of('e', plain);
}

static bool add_key(struct alike *alike, uint64_t hash, int lead)
{
	if (hash == 0)
		return true;
	if (alike->count == alike->room) {
		size_t room = alike->room ? alike->room * 2 : FIRST_ROOM;
		void *keys =
			reallocarray(alike->keys, room, sizeof(*alike->keys));

		if (!keys)
			return false;
		alike->keys = keys;
		alike->room = room;
	}
	alike->keys[alike->count++] = (struct alike_key){hash, lead};
	alike->is_sorted = false;
	return true;
}

static int compare(const void *a, const void *b)
{
	const struct alike_key *one = a;
	const struct alike_key *two = b;

	if (one->hash != two->hash)
		return one->hash < two->hash ? -1 : 1;
	return (one->lead > two->lead) - (one->lead < two->lead);
}

/* The first key with a hash, or the end. */
static size_t lower_bound(const struct alike *alike, uint64_t hash)
{
	size_t first = 0;
	size_t end = alike->count;

	while (first < end) {
		size_t middle = first + (end - first) / 2;

		if (alike->keys[middle].hash < hash)
			first = middle + 1;
		else
			end = middle;
	}
	return first;
}

static bool has_key(const struct alike *alike, uint64_t hash, int lead)
{
	for (size_t i = lower_bound(alike, hash);
	     hash && i < alike->count && alike->keys[i].hash == hash; i++)
		if (alike->keys[i].lead == lead)
			return true;
	return false;
}

/*
 * The n-th other lead with a hash, but for those with a second one; n is
 * counted down by those passed.
 */
static int find_one(const struct alike *alike, uint64_t hash, uint64_t but,
		    int lead, int *n)
{
	if (hash == 0)
		return ALIKE_NONE;
	for (size_t i = lower_bound(alike, hash);
	     i < alike->count && alike->keys[i].hash == hash; i++) {
		int found = alike->keys[i].lead;

		if (found != lead && !has_key(alike, but, found) && (*n)-- == 0)
			return found;
	}
	return ALIKE_NONE;
}

bool alike_add(struct alike *alike, int lead, const char *phone,
	       const char *email)
{
	return add_key(alike, phone_hash(phone), lead) &&
	       add_key(alike, email_hash(email), lead);
}

int alike_find(struct alike *alike, int lead, const char *phone,
	       const char *email, int n)
{
	uint64_t by_phone = phone_hash(phone);
	int found;

	if (!alike->is_sorted && alike->count > 0)
		qsort(alike->keys, alike->count, sizeof(*alike->keys), compare);
	alike->is_sorted = true;
	found = find_one(alike, by_phone, 0, lead, &n);
	if (found != ALIKE_NONE)
		return found;
	return find_one(alike, email_hash(email), by_phone, lead, &n);
}

void alike_release(struct alike *alike)
{
	free(alike->keys);
	*alike = (struct alike){0};
}
