/*
 * stats - visits counted over a period of days, with nothing that leads to a
 * person: only sums, and of what a few visitors answered none at all.
 *
 * A question that was not asked is no question where somebody left: only the
 * last one that a visitor reached counts, and only when no outcome was shown.
 */
#ifndef HAIRLINE_CORE_STATS_H
#define HAIRLINE_CORE_STATS_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/core/outcome.h"
#include "hairline/core/visit.h"

/*
 * Outcomes of fewer visits than this are not told, nor where fewer left the
 * questions: whoever saw the one visitor of a day would know what that one had
 * been told.  Visits that saved a lead do not count towards it, for neither is
 * known of them.
 */
#define STATS_LEAST 5
#define STATS_DAYS_MAX 36600 /* a hundred years */

struct arena;

/* A name and how many visits have it, in the order they were first met. */
struct stats_name {
	const char *name;
	int count;
};

struct stats_names {
	struct stats_name *at;
	int count;
	int room;
};

struct stats_day {
	int visits;
	int outcomes;
	int codes;
	int leads;
};

struct stats {
	struct arena *arena;
	int64_t first_day; /* days since 1970-01-01 */
	int day_count;
	struct stats_day *days;
	struct stats_day all;
	int began;      /* reached a question; of visits without a lead */
	int unfinished; /* of those: saw no outcome */
	int ends[VISIT_END_COUNT];
	int tiers[TIER_COUNT];
	struct stats_names languages;
	struct stats_names kiosks;
	struct stats_names left; /* linkIds of the last question */
};

/* The number of a day "2026-11-23"; false when it is none. */
bool stats_day_number(int64_t *number, const char *day);

/* Monday is 0. */
int stats_weekday(int64_t day);

/* Start at nothing for the days from first to last, both included; names live
 * in the arena.  False when there is no memory. */
bool stats_init(struct stats *stats, struct arena *arena, int64_t first,
		int64_t last);

/* Count a visit; one outside the period is left out.  False when there is no
 * memory. */
bool stats_add(struct stats *stats, const struct visit *visit);

/* How many outcomes are told: those of visits without a lead. */
int stats_outcomes(const struct stats *stats);

int stats_name_count(const struct stats_names *names, const char *name);

#endif
