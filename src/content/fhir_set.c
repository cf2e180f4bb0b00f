#include "hairline/content/fhir_set.h"

#include <string.h>

#define WORD 64

static size_t words(const struct fhir_set *set)
{
	return (size_t)set->size / WORD + 1;
}

struct fhir_set fhir_set_make(struct arena *arena, int size)
{
	struct fhir_set set = {NULL, size};

	set.bits = arena_array(arena, words(&set), sizeof(*set.bits));
	return set;
}

void fhir_set_add(struct fhir_set *set, int item)
{
	set->bits[item / WORD] |= UINT64_C(1) << item % WORD;
}

bool fhir_set_has(const struct fhir_set *set, int item)
{
	return (set->bits[item / WORD] >> item % WORD & 1) != 0;
}

int fhir_set_count(const struct fhir_set *set)
{
	int count = 0;

	for (size_t i = 0; i < words(set); i++)
		count += __builtin_popcountll(set->bits[i]);
	return count;
}

void fhir_set_join(struct fhir_set *set, const struct fhir_set *other)
{
	for (size_t i = 0; i < words(set); i++)
		set->bits[i] |= other->bits[i];
}

bool fhir_set_meets(const struct fhir_set *a, const struct fhir_set *b)
{
	for (size_t i = 0; i < words(a); i++)
		if (a->bits[i] & b->bits[i])
			return true;
	return false;
}

bool fhir_set_is_same(const struct fhir_set *a, const struct fhir_set *b)
{
	return memcmp(a->bits, b->bits, words(a) * sizeof(*a->bits)) == 0;
}
