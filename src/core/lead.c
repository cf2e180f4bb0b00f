#include "hairline/core/lead.h"

static const char *const time_names[LEAD_TIME_COUNT] = {
#define X(id, name) name,
	LEAD_TIMES(X)
#undef X
};

const char *lead_time_name(enum lead_time time)
{
	return time_names[time];
}
