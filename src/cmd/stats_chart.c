#include "hairline/cmd/stats_chart.h"

#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/base/utf8.h"

/* The drawing, in its own units. */
#define WIDTH 720
#define HEIGHT 170
#define LEFT 34 /* the scale */
#define RIGHT 24
#define BOTTOM 22 /* the days */
#define TOP 12
#define LINES_MOST 5   /* of the scale */
#define LABELS_MOST 12 /* below the columns */
#define COLUMN_MOST 44

static const struct {
	unsigned code_point;
	const char *text;
} entities[] = {
	{'&', "&amp;"},  {'<', "&lt;"},   {'>', "&gt;"},
	{'"', "&quot;"}, {'\'', "&#39;"},
};

static const char *find_entity(unsigned code_point)
{
	for (size_t i = 0; i < sizeof(entities) / sizeof(entities[0]); i++)
		if (entities[i].code_point == code_point)
			return entities[i].text;
	return NULL;
}

void stats_html_text(FILE *out, const char *text)
{
	while (*text) {
		unsigned code_point = utf8_next(&text);
		const char *entity = find_entity(code_point);
		char mem[8];
		struct buf one;

		buf_init(&one, mem, sizeof(mem));
		buf_add_char(&one, code_point);
		if (entity)
			fputs(entity, out);
		else if (utf8_is_printable(code_point))
			fputs(mem, out);
	}
}

/* 1, 2, 5, 10, 20, 50 ...: the least step that keeps the scale short. */
static int find_step(int most)
{
	static const int steps[] = {1, 2, 5};
	int factor = 1;
	size_t i = 0;

	while (steps[i] * factor * LINES_MOST < most) {
		i = (i + 1) % 3;
		if (i == 0)
			factor *= 10;
	}
	return steps[i] * factor;
}

static int find_most(const struct stats_table *table)
{
	int most = 1;

	for (int i = 0; i < table->count; i++)
		if (table->rows[i].count > most)
			most = table->rows[i].count;
	return most;
}

static void draw_scale(FILE *out, int step, int top)
{
	for (int value = 0; value <= top; value += step) {
		double y = HEIGHT - BOTTOM -
			   (double)value * (HEIGHT - BOTTOM - TOP) / top;

		fprintf(out,
			"<line class=\"grid\" x1=\"%d\" y1=\"%.1f\" "
			"x2=\"%d\" y2=\"%.1f\"/>"
			"<text class=\"tick\" x=\"%d\" y=\"%.1f\" "
			"text-anchor=\"end\">%d</text>\n",
			LEFT, y, WIDTH, y, LEFT - 6, y + 4, value);
	}
}

/* "2026-11-23" as 23/11, "2026-11" as 11/2026. */
static void draw_day(FILE *out, const char *key, double x)
{
	fprintf(out,
		"<text class=\"tick\" x=\"%.1f\" y=\"%d\" "
		"text-anchor=\"middle\">",
		x, HEIGHT - 6);
	if (strlen(key) == STATS_DAY_SIZE - 1)
		fprintf(out, "%.2s/%.2s", key + 8, key + 5);
	else
		fprintf(out, "%.2s/%.4s", key + 5, key);
	fputs("</text>\n", out);
}

static void draw_column(FILE *out, const struct stats_row *row, double left,
			double width, double height)
{
	fprintf(out,
		"<rect class=\"column\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" "
		"height=\"%.1f\" rx=\"1.5\"><title>",
		left, HEIGHT - BOTTOM - height, width, height);
	stats_html_text(out, row->label);
	fprintf(out, ": %d</title></rect>\n", row->count);
}

void stats_chart_columns(FILE *out, const struct stats_table *table)
{
	int step = find_step(find_most(table));
	int top = (find_most(table) + step - 1) / step * step;
	double slot = (double)(WIDTH - LEFT - RIGHT) / table->count;
	double width = slot * 0.72 > COLUMN_MOST ? COLUMN_MOST : slot * 0.72;
	int every = (table->count + LABELS_MOST - 1) / LABELS_MOST;

	fprintf(out,
		"<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" "
		"aria-label=\"",
		WIDTH, HEIGHT);
	stats_html_text(out, table->title);
	fputs("\">\n", out);
	draw_scale(out, step, top);
	for (int i = 0; i < table->count; i++) {
		const struct stats_row *row = &table->rows[i];
		double middle = LEFT + slot * (i + 0.5);

		if (row->count > 0)
			draw_column(out, row, middle - width / 2, width,
				    (double)row->count *
					    (HEIGHT - BOTTOM - TOP) / top);
		if ((table->count - 1 - i) % every == 0)
			draw_day(out, row->key, middle);
	}
	fputs("</svg>\n", out);
}

void stats_chart_bar(FILE *out, int count, int most, bool is_grave)
{
	double width = most > 0 ? 100.0 * count / most : 0;

	if (count > 0 && width < 1)
		width = 1;
	fprintf(out,
		"<svg class=\"bar\" viewBox=\"0 0 100 10\" "
		"preserveAspectRatio=\"none\" aria-hidden=\"true\">"
		"<rect class=\"rest\" width=\"100\" height=\"10\"/>"
		"<rect class=\"%s\" width=\"%.2f\" height=\"10\"/></svg>",
		is_grave ? "grave" : "part", width);
}
