#include "hairline/core/alike.h"

#include <stdlib.h>
#include <string.h>

#define DIGITS 9 /* of a number: what is left of "+31 6" and of "06" */
#define DIGITS_LEAST 7
#define FIRST_ROOM 64

/* FNV-1a: only to tell apart, not to keep secret. */
#define HASH_START UINT64_C(14695981039346656037)
#define HASH_TIMES UINT64_C(1099511628211)

static uint64_t add_byte(uint64_t hash, char byte)
{
	return (hash ^ (unsigned char)byte) * HASH_TIMES;
}

/* 0 for a number that is too short to tell people apart. */
static uint64_t phone_hash(const char *phone)
{
	uint64_t hash = add_byte(HASH_START, 'p');
	int digits = 0;

	for (size_t i = strlen(phone); i > 0 && digits < DIGITS; i--) {
		char byte = phone[i - 1];

		if (byte < '0' || byte > '9')
			continue;
		hash = add_byte(hash, byte);
		digits++;
	}
	return digits < DIGITS_LEAST ? 0 : hash;
}

static uint64_t email_hash(const char *email)
{
	const char *at = strrchr(email, '@');
	size_t plus = strcspn(email, "+");
	uint64_t hash = add_byte(HASH_START, 'e');

	if (!at || at == email)
		return 0;
	for (const char *byte = email; *byte; byte++) {
		bool is_upper = *byte >= 'A' && *byte <= 'Z';

		if (byte < at && (size_t)(byte - email) >= plus)
			continue;
		hash = add_byte(hash,
				is_upper ? (char)(*byte - 'A' + 'a') : *byte);
	}
	return hash;
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
