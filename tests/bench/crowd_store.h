/*
 * crowd_store - a store with as many leads as are wanted, and the same leads
 * in the clear, for tools that know nothing of seals.
 */
#ifndef TESTS_BENCH_CROWD_STORE_H
#define TESTS_BENCH_CROWD_STORE_H

#include "bench/process.h"
#include "support/store_fixture.h"

#define CROWD_STORE_PATH 256

struct crowd_store {
	char dir[STORE_FIXTURE_DIR_SIZE];
	char csv[CROWD_STORE_PATH];   /* what our own export wrote */
	char plain[CROWD_STORE_PATH]; /* an SQLite file with those columns */
	struct process first;         /* the export that wrote the CSV file */
};

/*
 * Made by the first row that wants so many leads, in a process of its own, so
 * that no memory of it stays in the row's; the others find it there.
 */
void crowd_store_open(struct crowd_store *crowd, int leads);

/* The program's own export of all leads. */
struct process crowd_store_export(const struct crowd_store *crowd,
				  const char *format, const char *path);

#endif
