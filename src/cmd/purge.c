#include "hairline/cmd/purge.h"

#include <stddef.h>
#include <time.h>

#define AGAIN_MS 1000
#define EVERY_MS ((int64_t)6 * 60 * 60 * 1000) /* a machine sleeps at night */

int64_t purge_some(struct store *store, const char *who,
		   struct erasure_walk *walk)
{
	const struct deed deed = {who, (int64_t)time(NULL)};
	struct err err;
	bool ok = store && erasure_purge(store, &deed, walk, &err);

	/* One that fails is tried again later, from the beginning. */
	if (ok && !walk->is_done)
		return AGAIN_MS;
	*walk = (struct erasure_walk){.count = 0};
	return EVERY_MS;
}
