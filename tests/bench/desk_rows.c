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
#define ROUNDS 14 /* of typing a name and taking it back */

struct seat_stand {
	struct crowd_store crowd;
	const char *argv[7];
	struct subject desk;
};

static const char name[] = "zwart-09"; /* a part of what they are called */

static const char *const when_read[] = {"Ctrl-Q", "in all", NULL};
static const char *const when_found[] = {" found", NULL};

static void open_seat(struct seat_stand *stand, int leads)
{
	memset(stand, 0, sizeof(*stand));
	crowd_store_open(&stand->crowd, leads);
	memcpy(stand->argv,
	       (const char *[]){getenv("HAIRLINE"), "desk", "--content",
				"assets", "--data", stand->crowd.dir, NULL},
	       sizeof(stand->argv));
	stand->desk = (struct subject){
		.name = "hairline desk",
		.argv = stand->argv,
		.first = {"Ctrl-Q", "in all"},
		.not_first = "read so far",
	};
}

/* Until every lead is unsealed and can be found. */
static void measure_open(const struct row *row, struct figures *figures)
{
	struct seat_stand stand;
	struct pace pace;

	open_seat(&stand, row->n);
	series_add(&figures->ours, pace_start(&pace, &stand.desk, 24, 130).ms);
	pace_end(&pace);
}

/* Until the first leads are there to be called. */
static void measure_first(const struct row *row, struct figures *figures)
{
	struct seat_stand stand;
	struct pace pace;

	open_seat(&stand, row->n);
	stand.desk.not_first = NULL;
	for (int i = 0; i < OPENINGS; i++) {
		series_add(&figures->ours,
			   pace_start(&pace, &stand.desk, 24, 130).ms);
		pace_end(&pace);
	}
}

static double like_once(const struct crowd_store *crowd, int len)
{
	char select[128];
	const char *const argv[] = {"sqlite3", crowd->plain, select, NULL};

	snprintf(select, sizeof(select),
		 "SELECT count(*) FROM lead WHERE name LIKE '%%%.*s%%'", len,
		 name);
	return process_run(argv, NULL).ms;
}

static void type_name(struct pace *pace, const struct crowd_store *crowd,
		      struct figures *figures)
{
	int len = (int)strlen(name);

	for (int i = 0; i < len; i++) {
		const char key[] = {name[i], '\0'};

		series_add(&figures->ours, pace_send(pace, key, when_found).ms);
		series_add(&figures->reference, like_once(crowd, i + 1));
	}
	for (int i = 0; i < len; i++)
		pace_send(pace, "\177", i == len - 1 ? when_read : when_found);
}

static void measure_filter(const struct row *row, struct figures *figures)
{
	struct seat_stand stand;
	struct pace pace;

	open_seat(&stand, row->n);
	pace_start(&pace, &stand.desk, 24, 130);
	for (int i = 0; i < ROUNDS; i++)
		type_name(&pace, &stand.crowd, figures);
	pace_end(&pace);
}

static const struct row rows[] = {
	{"desk: 100,000 leads, until the first is shown", NULL, "ms",
	 JUDGE_VALUE, 1000, measure_first, NULL, MANY},
	{"desk: 100,000 leads, until all can be found", NULL, "ms", JUDGE_VALUE,
	 1000, measure_open, NULL, MANY},
	{"desk: a key of the search in 100,000 leads", "sqlite3 LIKE, plain",
	 "ms", JUDGE_VALUE_99, 16, measure_filter, NULL, MANY},
};

const struct group group_desk = GROUP_OF("desk", rows);
