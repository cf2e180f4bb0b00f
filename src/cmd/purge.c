#include "hairline/cmd/purge.h"

#include <stddef.h>
#include <time.h>

#include "hairline/store/erasure.h"

#define AGAIN_MS 1000
#define EVERY_MS ((int64_t)6 * 60 * 60 * 1000) /* a machine sleeps at night */

int64_t purge_some(struct store *store, const char *who)
{
	const struct deed deed = {who, (int64_t)time(NULL)};
	int64_t count = 0;
	struct err err;

	/* One that fails is tried again later. */
	if (store && !erasure_purge(store, &deed, &count, &err))
		return EVERY_MS;
	return count > 0 ? AGAIN_MS : EVERY_MS;
}
