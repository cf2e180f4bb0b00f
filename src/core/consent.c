#include "hairline/core/consent.h"

static const char *const names[CONSENT_COUNT] = {
#define X(id, name) name,
	CONSENT_BOXES(X)
#undef X
};

void consent_toggle(struct consent *consent, enum consent_box box, int64_t at)
{
	consent->is_set[box] = !consent->is_set[box];
	consent->at[box] = at;
}

bool consent_allows_save(const struct consent *consent)
{
	return consent->is_set[CONSENT_ADULT] &&
	       consent->is_set[CONSENT_CONTACT];
}

const char *consent_name(enum consent_box box)
{
	return names[box];
}
