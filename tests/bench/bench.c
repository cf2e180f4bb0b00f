#include "bench/bench.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/report.h"
#include "support/folder.h"

static const struct group *const groups[] = {
	&group_screen, &group_store,   &group_export, &group_desk,
	&group_form,   &group_content, &group_code,   &group_memory,
};

static void say(struct figures *figures, const char *fmt, va_list args)
{
	vsnprintf(figures->note, sizeof(figures->note), fmt, args);
}

void figures_say(struct figures *figures, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say(figures, fmt, args);
	va_end(args);
}

void figures_skip(struct figures *figures, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	say(figures, fmt, args);
	va_end(args);
	figures->is_skipped = true;
}

void bench_fail(const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	vfprintf(stderr, fmt, args);
	va_end(args);
	fputc('\n', stderr);
	exit(1);
}

const char *bench_build(void)
{
	const char *build = getenv("BENCH_BUILD");

	return build ? build : "build";
}

const char *bench_path(char *path, size_t size, const char *name)
{
	if (snprintf(path, size, "%s/%s", bench_build(), name) >= (int)size)
		bench_fail("%s: the path is too long", name);
	return path;
}

const char *bench_folder(void)
{
	return getenv("BENCH_FOLDER");
}

/* Returns whether the row's process came to its end. */
static bool measure(const struct row *row, struct figures *figures)
{
	int status = 0;
	pid_t child;

	memset(figures, 0, sizeof(*figures));
	fflush(NULL);
	child = fork();
	if (child == 0) {
		row->measure(row, figures);
		exit(0);
	}
	return child > 0 && waitpid(child, &status, 0) == child && status == 0;
}

static bool run_group(const struct group *group, struct report *report,
		      struct figures *figures)
{
	bool is_well = true;

	report_group(report, group);
	for (size_t i = 0; i < group->count; i++) {
		bool is_done = measure(&group->rows[i], figures);

		report_row(report, &group->rows[i], figures, is_done);
		is_well = is_well && is_done;
	}
	return is_well;
}

static bool is_wanted(const struct group *group, char **names)
{
	if (!*names)
		return true;
	for (; *names; names++)
		if (strcmp(*names, group->name) == 0)
			return true;
	return false;
}

/* bench [--json] [GROUP...] */
int main(int argc, char **argv)
{
	bool is_json = argc > 1 && strcmp(argv[1], "--json") == 0;
	char **names = argv + 1 + is_json;
	struct report report = {.is_json = is_json, .started_ms = clock_ms()};
	struct figures *figures =
		mmap(NULL, sizeof(*figures), PROT_READ | PROT_WRITE,
		     MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	bool is_well = figures != MAP_FAILED;
	char folder[FOLDER_PATH];

	if (!getenv("HAIRLINE"))
		bench_fail("HAIRLINE does not name the binary: make bench");
	folder_make(folder);
	setenv("BENCH_FOLDER", folder, 1);
	report_begin(&report);
	for (size_t i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
		if (is_wanted(groups[i], names))
			is_well = run_group(groups[i], &report, figures) &&
				  is_well;
	report_end(&report);
	folder_remove(folder);
	return is_well ? 0 : 1;
}
