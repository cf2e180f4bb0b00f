#include "hairline/cmd/zone.h"

#include <time.h>

#include "hairline/form/moment.h"

int zone_at(const struct moment *local)
{
	struct tm tm = {
		.tm_year = local->year - 1900,
		.tm_mon = local->month - 1,
		.tm_mday = local->day,
		.tm_hour = local->hour,
		.tm_min = local->minute,
		.tm_isdst = -1,
	};

	return mktime(&tm) == (time_t)-1 ? 0 : (int)(tm.tm_gmtoff / 60);
}
