#include "hairline/core/visit.h"

#include <string.h>

static const char *const end_names[VISIT_END_COUNT] = {
#define X(id, name) name,
	VISIT_ENDS(X)
#undef X
};

const char *visit_end_name(enum visit_end end)
{
	return end_names[end];
}

enum visit_end visit_end_find(const char *name)
{
	int end = 0;

	while (end < VISIT_END_COUNT && strcmp(end_names[end], name) != 0)
		end++;
	return (enum visit_end)end;
}
