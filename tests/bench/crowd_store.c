#include "bench/crowd_store.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/process.h"
#include "support/crowd.h"

static void save_leads(const char *dir, int leads)
{
	int status = 0;
	pid_t child = fork();

	if (child == 0) {
		crowd_save(dir, leads);
		exit(0);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || status != 0)
		bench_fail("the leads could not be made");
}

static void store_plain(const struct crowd_store *crowd)
{
	char import[2 * CROWD_STORE_PATH];
	const char *const argv[] = {"sqlite3", crowd->plain, import, NULL};

	snprintf(import, sizeof(import), ".import --csv '%s' lead", crowd->csv);
	process_run(argv, NULL);
}

static void keep_first(const struct crowd_store *crowd)
{
	char path[CROWD_STORE_PATH];
	FILE *file;

	snprintf(path, sizeof(path), "%s/first", crowd->dir);
	file = fopen(path, "w");
	if (!file ||
	    fprintf(file, "%f %f\n", crowd->first.ms, crowd->first.peak_mb) <
		    0 ||
	    fclose(file) != 0)
		bench_fail("%s: cannot be written", path);
}

/* False when there is none. */
static bool load_first(struct crowd_store *crowd)
{
	char path[CROWD_STORE_PATH];
	FILE *file;
	int read;

	snprintf(path, sizeof(path), "%s/first", crowd->dir);
	file = fopen(path, "r");
	if (!file)
		return false;
	read = fscanf(file, "%lf %lf", &crowd->first.ms, &crowd->first.peak_mb);
	fclose(file);
	return read == 2;
}

void crowd_store_open(struct crowd_store *crowd, int leads)
{
	snprintf(crowd->dir, sizeof(crowd->dir), "%s/%d", bench_folder(),
		 leads);
	snprintf(crowd->csv, sizeof(crowd->csv), "%s/all.csv", crowd->dir);
	snprintf(crowd->plain, sizeof(crowd->plain), "%s/plain.db", crowd->dir);
	if (load_first(crowd))
		return;
	save_leads(crowd->dir, leads);
	crowd->first = crowd_store_export(crowd, "csv", crowd->csv);
	store_plain(crowd);
	keep_first(crowd);
}

struct process crowd_store_export(const struct crowd_store *crowd,
				  const char *format, const char *path)
{
	const char *const argv[] = {
		getenv("HAIRLINE"), "leads",    "export",   "--format", format,
		"--data",           crowd->dir, "--output", path,       NULL};

	return process_run(argv, NULL);
}
