#include "hairline/core/stats.h"

#include <stdio.h>
#include <string.h>

#include "hairline/base/arena.h"
#include "hairline/core/date.h"

#define DAY_SECONDS 86400
#define FIRST_ROOM 16
#define WEEK_DAYS 7
#define EPOCH_WEEKDAY 3 /* 1970-01-01 was a Thursday */

bool stats_day_number(int64_t *number, const char *day)
{
	char time[DATE_TIME_SIZE];
	int64_t seconds;

	if (strlen(day) != DATE_DAY_SIZE - 1)
		return false;
	snprintf(time, sizeof(time), "%sT00:00:00Z", day);
	if (!date_read_time(&seconds, time))
		return false;
	*number = (seconds -
		   (seconds % DAY_SECONDS + DAY_SECONDS) % DAY_SECONDS) /
		  DAY_SECONDS;
	return true;
}

int stats_weekday(int64_t day)
{
	return (int)(((day + EPOCH_WEEKDAY) % WEEK_DAYS + WEEK_DAYS) %
		     WEEK_DAYS);
}

bool stats_init(struct stats *stats, struct arena *arena, int64_t first,
		int64_t last)
{
	memset(stats, 0, sizeof(*stats));
	stats->arena = arena;
	stats->first_day = first;
	stats->day_count = (int)(last - first + 1);
	stats->days = arena_array(arena, (size_t)stats->day_count,
				  sizeof(*stats->days));
	return stats->days;
}

static bool make_room(struct stats_names *names, struct arena *arena)
{
	int room = names->room ? 2 * names->room : FIRST_ROOM;
	struct stats_name *at =
		arena_array(arena, (size_t)room, sizeof(*names->at));

	if (!at)
		return false;
	if (names->count > 0)
		memcpy(at, names->at, (size_t)names->count * sizeof(*at));
	names->at = at;
	names->room = room;
	return true;
}

static struct stats_name *find_name(const struct stats_names *names,
				    const char *name)
{
	for (int i = 0; i < names->count; i++)
		if (strcmp(names->at[i].name, name) == 0)
			return &names->at[i];
	return NULL;
}

static bool count_name(struct stats_names *names, struct arena *arena,
		       const char *name)
{
	struct stats_name *found = find_name(names, name);

	if (found) {
		found->count++;
		return true;
	}
	if (names->count == names->room && !make_room(names, arena))
		return false;
	name = arena_dup(arena, name);
	if (!name)
		return false;
	names->at[names->count++] = (struct stats_name){name, 1};
	return true;
}

static void count_day(struct stats_day *day, const struct visit *visit)
{
	day->visits++;
	day->outcomes += visit->tier[0] != '\0';
	day->codes += visit->code_shown != 0;
	day->leads += visit->lead_saved != 0;
}

/* How far it went.  Of a visit that saved a lead that is not known. */
static bool count_way(struct stats *stats, const struct visit *visit)
{
	enum tier tier = tier_find(visit->tier);

	if (visit->lead_saved)
		return true;
	if (tier != TIER_COUNT)
		stats->tiers[tier]++;
	if (!visit->furthest[0])
		return true;
	stats->began++;
	if (visit->tier[0])
		return true;
	stats->unfinished++;
	return count_name(&stats->left, stats->arena, visit->furthest);
}

bool stats_add(struct stats *stats, const struct visit *visit)
{
	int64_t day;

	if (!stats_day_number(&day, visit->day) || day < stats->first_day ||
	    day >= stats->first_day + stats->day_count)
		return true;
	count_day(&stats->days[day - stats->first_day], visit);
	count_day(&stats->all, visit);
	if (visit->end < VISIT_END_COUNT)
		stats->ends[visit->end]++;
	return count_way(stats, visit) &&
	       count_name(&stats->languages, stats->arena, visit->language) &&
	       count_name(&stats->kiosks, stats->arena, visit->kiosk);
}

int stats_outcomes(const struct stats *stats)
{
	int count = 0;

	for (int i = 0; i < TIER_COUNT; i++)
		count += stats->tiers[i];
	return count;
}

int stats_name_count(const struct stats_names *names, const char *name)
{
	const struct stats_name *found = find_name(names, name);

	return found ? found->count : 0;
}
