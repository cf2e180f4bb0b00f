/*
 * Content: loaded whole, as after every edit of the clinic's, and searched.
 */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "bench/pages.h"
#include "bench/process.h"
#include "hairline/content/load.h"
#include "hairline/core/catalog.h"
#include "support/stage.h"

#define LOADS 40
#define ROUNDS 6 /* of typing the query */
#define MEGABYTE 1000000

static const char *const markdown[] = {
	"assets/en/faq.md",
	"assets/en/privacy.md",
	"assets/es/faq.md",
	"assets/es/privacy.md",
	NULL,
};

static const char *const all_files[] = {
	"assets/en/faq.md",      "assets/en/privacy.md",
	"assets/es/faq.md",      "assets/es/privacy.md",
	"assets/clinic.ini",     "assets/theme.ini",
	"assets/screening.json", "assets/en/text.ini",
	"assets/es/text.ini",    NULL,
};

static const char query[] = "how much does it hurt";

/* --- loading --- */

static void load(struct catalog *catalog, const char *dir)
{
	struct err err;

	memset(catalog, 0, sizeof(*catalog));
	if (!content_load(catalog, dir, &err))
		bench_fail("%s", err.msg);
}

static double load_once(struct catalog *catalog, const char *dir)
{
	double since_ms = clock_ms();

	load(catalog, dir);
	since_ms = clock_ms() - since_ms;
	content_release(catalog);
	return since_ms;
}

static void parse_file(const char *path)
{
	FILE *file = fopen(path, "r");
	cmark_node *node =
		file ? cmark_parse_file(file, CMARK_OPT_DEFAULT) : NULL;

	if (!node)
		bench_fail("%s: cannot be read", path);
	cmark_node_free(node);
	fclose(file);
}

static double parse_once(const char *const *paths)
{
	double since_ms = clock_ms();

	for (; *paths; paths++)
		parse_file(*paths);
	return clock_ms() - since_ms;
}

static void measure_load(const struct row *row, struct figures *figures)
{
	struct catalog *catalog = calloc(1, sizeof(*catalog));

	if (!catalog)
		bench_fail("out of memory");
	for (int i = 0; i < LOADS; i++) {
		series_add(&figures->ours, load_once(catalog, "assets"));
		series_add(&figures->reference, parse_once(row->context));
	}
	free(catalog);
}

static void measure_load_growth(const struct row *row, struct figures *figures)
{
	struct catalog *catalog = calloc(1, sizeof(*catalog));
	struct pages large, small;

	if (!catalog)
		bench_fail("out of memory");
	pages_make(&large, MEGABYTE);
	pages_make(&small, (size_t)(MEGABYTE / row->n));
	for (int i = 0; i < ROUNDS; i++) {
		series_add(&figures->ours, load_once(catalog, large.dir));
		series_add(&figures->reference, load_once(catalog, small.dir));
	}
	pages_remove(&small);
	pages_remove(&large);
	free(catalog);
}

/* --- searching --- */

/* A visitor at the FAQ of a content folder. */
static void open_faq(struct stage *stage, struct pages *pages, size_t bytes)
{
	pages_make(pages, bytes);
	memset(stage, 0, sizeof(*stage));
	load(&stage->catalog, pages->dir);
	stage->session = session_new(&stage->catalog.form);
	if (!stage->session || !canvas_init(&stage->canvas))
		bench_fail("out of memory");
	stage_restart(stage, 24, 80);
	stage_play(stage, "Enter 2");
}

static void close_faq(struct stage *stage, struct pages *pages)
{
	stage_close(stage);
	pages_remove(pages);
}

/* A key, and the frame with what was found. */
static double search_once(struct stage *stage, char key)
{
	double since_ms = clock_ms();

	stage_key(stage, (unsigned char)key);
	return clock_ms() - since_ms;
}

static void clear_query(struct stage *stage)
{
	for (size_t i = 0; i < strlen(query); i++)
		stage_play(stage, "Erase");
}

static double grep_once(const struct pages *pages, size_t len)
{
	char typed[sizeof(query)];
	const char *const argv[] = {"grep", "-i",       "-e",
				    typed,  pages->faq, NULL};

	snprintf(typed, sizeof(typed), "%.*s", (int)len, query);
	return process_run(argv, NULL).ms;
}

static void measure_search(const struct row *row, struct figures *figures)
{
	struct stage stage;
	struct pages pages;

	open_faq(&stage, &pages, (size_t)row->n);
	for (int i = 0; i < ROUNDS; i++) {
		for (size_t j = 0; j < strlen(query); j++) {
			series_add(&figures->ours,
				   search_once(&stage, query[j]));
			series_add(&figures->reference,
				   grep_once(&pages, j + 1));
		}
		clear_query(&stage);
	}
	close_faq(&stage, &pages);
}

static void measure_search_growth(const struct row *row,
				  struct figures *figures)
{
	struct pages large_pages, small_pages;
	struct stage large, small;

	open_faq(&large, &large_pages, MEGABYTE);
	open_faq(&small, &small_pages, (size_t)(MEGABYTE / row->n));
	for (int i = 0; i < ROUNDS; i++) {
		for (size_t j = 0; j < strlen(query); j++) {
			series_add(&figures->ours,
				   search_once(&large, query[j]));
			series_add(&figures->reference,
				   search_once(&small, query[j]));
		}
		clear_query(&large);
		clear_query(&small);
	}
	close_faq(&small, &small_pages);
	close_faq(&large, &large_pages);
}

static const struct row rows[] = {
	{"content loaded, all files, both languages", "cmark, the same files",
	 "ms", JUDGE_RATIO, 2.0, measure_load, all_files, 1},
	{"content loaded, all files, both languages", "cmark, the Markdown",
	 "ms", JUDGE_RATIO, 0, measure_load, markdown, 1},
	{"FAQ search of 1 MB, a key and its frame", "grep -i", "ms",
	 JUDGE_RATIO, 1.0, measure_search, NULL, MEGABYTE},
	{"growth: a search of 1 MB", "of 100 kB", "ms", JUDGE_RATIO, 10,
	 measure_search_growth, NULL, 10},
	{"growth: content with 1 MB of FAQ", "with 100 kB", "ms", JUDGE_RATIO,
	 10, measure_load_growth, NULL, 10},
};

const struct group group_content = GROUP_OF("content", rows);
