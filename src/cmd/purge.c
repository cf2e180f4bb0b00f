#include "hairline/cmd/purge.h"

#include <stddef.h>
#include <time.h>

#define AGAIN_MS 1000
#define EVERY_MS ((int64_t)6 * 60 * 60 * 1000) /* a machine sleeps at night */

int64_t purge_before(const struct purge *purge, int64_t deadline_ms)
{
	return deadline_ms < 0 || deadline_ms > purge->at_ms ? purge->at_ms
							     : deadline_ms;
}

void purge_turn(struct purge *purge, struct store *store, const char *who,
		int64_t now_ms)
{
	const struct deed deed = {who, (int64_t)time(NULL)};
	struct err err;

	if (now_ms < purge->at_ms)
		return;
	purge->at_ms = now_ms + AGAIN_MS;
	if (store && erasure_purge(store, &deed, &purge->walk, &err) &&
	    !purge->walk.is_done)
		return;
	/* Also when it failed: tried again later, from the beginning. */
	*purge = (struct purge){.at_ms = now_ms + EVERY_MS};
}
