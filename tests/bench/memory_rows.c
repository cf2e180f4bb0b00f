/*
 * Memory after one visit and after ten thousand.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/bench.h"
#include "support/kiosk.h"
#include "support/stage.h"

static double resident_mb(int pid)
{
	char path[64];
	char line[256];
	long kb = -1;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/status", pid);
	file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "VmRSS: %ld kB", &kb) == 1)
			break;
	if (!file || kb < 0)
		bench_fail("%s: cannot be read", path);
	fclose(file);
	return (double)kb / 1024;
}

/* A whole visit, every frame drawn: all questions, the outcome, and gone. */
static void visit(struct stage *stage)
{
	stage_play(stage, "Enter 1 1 2 7 Enter 7 Enter 6 Enter 6 Enter 6 Enter "
			  "7 Enter 6 Enter 1 Enter 2 1 Enter");
	if (!stage_has(stage, "No warning signs"))
		bench_fail("a visit did not come to its outcome");
	stage_play(stage, "^X 1");
}

static void measure_visits(const struct row *row, struct figures *figures)
{
	struct stage stage;

	stage_open(&stage);
	stage_restart(&stage, 24, 80);
	visit(&stage);
	series_add(&figures->reference, resident_mb((int)getpid()));
	for (int i = 1; i < row->n; i++)
		visit(&stage);
	series_add(&figures->ours, resident_mb((int)getpid()));
	stage_close(&stage);
}

/* The real program, after a visit that saved a lead. */
static void measure_kiosk(const struct row *row, struct figures *figures)
{
	void *state = NULL;
	struct kiosk *kiosk;

	(void)row;
	kiosk_make(&state);
	kiosk = state;
	kiosk_open(kiosk, 24, 80);
	series_add(&figures->reference, resident_mb(kiosk->tty.pid));
	kiosk_play(kiosk, KIOSK_ANSWERS);
	series_add(&figures->ours, resident_mb(kiosk->tty.pid));
	kiosk_remove(&state);
}

static const struct row rows[] = {
	{"memory after 10,000 visits", "after 1 visit", "MB", JUDGE_RATIO, 1.01,
	 measure_visits, NULL, 10000},
	{"memory of the kiosk after a visit", "at the welcome", "MB",
	 JUDGE_VALUE, 12, measure_kiosk, NULL, 1},
};

const struct group group_memory = GROUP_OF("memory", rows);
