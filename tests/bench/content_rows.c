/*
 * Content: loaded whole, as after every edit of the clinic's.
 */
#include <cmark.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "hairline/content/load.h"
#include "hairline/core/catalog.h"

#define LOADS 40

static const char *const pages[] = {
	"assets/en/faq.md",
	"assets/en/privacy.md",
	"assets/es/faq.md",
	"assets/es/privacy.md",
};

static double load_once(struct catalog *catalog)
{
	double since_ms = clock_ms();
	struct err err;

	memset(catalog, 0, sizeof(*catalog));
	if (!content_load(catalog, "assets", &err))
		bench_fail("%s", err.msg);
	since_ms = clock_ms() - since_ms;
	content_release(catalog);
	return since_ms;
}

static void parse_page(const char *path)
{
	FILE *file = fopen(path, "r");
	cmark_node *node = file ? cmark_parse_file(file, CMARK_OPT_DEFAULT)
				: NULL;

	if (!node)
		bench_fail("%s: cannot be read", path);
	cmark_node_free(node);
	fclose(file);
}

static double parse_once(void)
{
	double since_ms = clock_ms();

	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++)
		parse_page(pages[i]);
	return clock_ms() - since_ms;
}

static void measure_load(const struct row *row, struct figures *figures)
{
	struct catalog *catalog = calloc(1, sizeof(*catalog));

	(void)row;
	if (!catalog)
		bench_fail("out of memory");
	for (int i = 0; i < LOADS; i++) {
		series_add(&figures->ours, load_once(catalog));
		series_add(&figures->reference, parse_once());
	}
	free(catalog);
}

static const struct row rows[] = {
	{"content loaded: all files, both languages", "cmark, the Markdown",
	 "ms", JUDGE_RATIO, 2.0, measure_load, NULL, 1},
};

const struct group group_content = GROUP_OF("content", rows);
