#include "hairline/core/tray_kin.h"

#include "hairline/core/tray_like.h"

#define NAMES_MAX 256 /* names compared to one: a bound for odd stores */

static bool is_withdrawn(const struct tray *tray, int lead)
{
	return tray_lead(tray, lead)->status == STATUS_WITHDRAWN;
}

/* Which of two comes first? */
static bool is_before(const struct tray *tray, const struct tray_kin *a,
		      const struct tray_kin *b)
{
	bool is_mine = is_withdrawn(tray, a->lead);

	if (is_mine != is_withdrawn(tray, b->lead))
		return is_mine;
	return a->likeness > b->likeness;
}

/* Put one among those found; the last one falls out when there is no room. */
static int add(const struct tray *tray, struct tray_kin *found, int count,
	       struct tray_kin kin)
{
	int at = count;

	while (at > 0 && is_before(tray, &kin, &found[at - 1]))
		at--;
	if (at == TRAY_KIN_MAX)
		return count;
	if (count < TRAY_KIN_MAX)
		count++;
	for (int i = count - 1; i > at; i--)
		found[i] = found[i - 1];
	found[at] = kin;
	return count;
}

static bool has_same_phone(const struct tray *tray, int a, int b)
{
	uint64_t hash = tray_lead(tray, a)->ties[TRAY_BY_PHONE].hash;

	return hash && hash == tray_lead(tray, b)->ties[TRAY_BY_PHONE].hash;
}

static enum tray_likeness likeness(const struct tray *tray, int a, int b)
{
	return tray_names_are_near(tray_lead(tray, a)->name,
				   tray_lead(tray, b)->name)
		       ? TRAY_LIKELY
		       : TRAY_SHARED;
}

int tray_kin_find(const struct tray *tray, int lead,
		  struct tray_kin found[TRAY_KIN_MAX])
{
	int count = 0;
	int names = 0;

	for (enum tray_tie tie = TRAY_BY_PHONE; tie < TRAY_TIES; tie++) {
		int at = tray_next_tied(tray, lead, tie, TRAY_NONE);

		for (; at != TRAY_NONE;
		     at = tray_next_tied(tray, lead, tie, at)) {
			struct tray_kin kin = {at, TRAY_SHARED};

			if (tie != TRAY_BY_PHONE &&
			    has_same_phone(tray, lead, at))
				continue;
			if (names++ < NAMES_MAX)
				kin.likeness = likeness(tray, lead, at);
			count = add(tray, found, count, kin);
		}
	}
	return count;
}

bool tray_kin_has(const struct tray *tray, int lead)
{
	for (enum tray_tie tie = TRAY_BY_PHONE; tie < TRAY_TIES; tie++)
		if (tray_next_tied(tray, lead, tie, TRAY_NONE) != TRAY_NONE)
			return true;
	return false;
}

enum tray_likeness tray_kin_withdrawn(const struct tray *tray, int lead)
{
	enum tray_likeness most = TRAY_OTHER;

	for (enum tray_tie tie = TRAY_BY_PHONE;
	     tie < TRAY_TIES && most != TRAY_LIKELY; tie++) {
		int at = tray_next_tied(tray, lead, tie, TRAY_NONE);

		for (; at != TRAY_NONE && most != TRAY_LIKELY;
		     at = tray_next_tied(tray, lead, tie, at))
			if (is_withdrawn(tray, at))
				most = likeness(tray, lead, at);
	}
	return most;
}
