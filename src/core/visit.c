#include "hairline/core/visit.h"

static const char *const end_names[VISIT_END_COUNT] = {
#define X(id, name) name,
	VISIT_ENDS(X)
#undef X
};

const char *visit_end_name(enum visit_end end)
{
	return end_names[end];
}
