/*
 * The desk with as many leads as a clinic has in years.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "bench/crowd_store.h"
#include "bench/pace.h"
#include "bench/process.h"

#define MANY 100000
#define OPENINGS 3
#define KEYS 120

struct seat_stand {
	struct crowd_store crowd;
	const char *argv[7];
	struct subject desk;
};

static void open_seat(struct seat_stand *stand, int leads)
{
	memset(stand, 0, sizeof(*stand));
	crowd_store_make(&stand->crowd, leads);
	memcpy(stand->argv,
	       (const char *[]){getenv("HAIRLINE"), "desk", "--content",
				"assets", "--data", stand->crowd.dir, NULL},
	       sizeof(stand->argv));
	stand->desk = (struct subject){
		.name = "hairline desk",
		.argv = stand->argv,
		.first = {"Ctrl-Q", "in all"},
	};
}

static void close_seat(struct seat_stand *stand)
{
	crowd_store_remove(&stand->crowd);
}

static void measure_open(const struct row *row, struct figures *figures)
{
	struct seat_stand stand;
	struct pace pace;

	open_seat(&stand, row->n);
	for (int i = 0; i < OPENINGS; i++) {
		series_add(&figures->ours,
			   pace_start(&pace, &stand.desk, 24, 130).ms);
		pace_end(&pace);
	}
	close_seat(&stand);
}

static const struct row rows[] = {
	{"desk opened with 100,000 leads, all read", NULL, "ms", JUDGE_VALUE,
	 1000, measure_open, NULL, MANY},
};

const struct group group_desk = GROUP_OF("desk", rows);
