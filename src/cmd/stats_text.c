#include <langinfo.h>
#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/base/utf8.h"
#include "hairline/cmd/say.h"
#include "hairline/cmd/stats_report.h"
#include "hairline/core/text.h"

#define LABEL_COLS_MAX 34
#define NUMBER_COLS 7
#define SHARE_COLS 6
#define BAR_COLS_MAX 60
#define EIGHTHS 8
#define NOTE_COLS 78

/* What a table looks like, worked out from all of its rows. */
struct layout {
	int label_cols;
	int bar_cols; /* 0: no bars */
	int most;     /* the largest count */
	bool has_blocks;
};

static struct layout lay_out(const struct stats_table *table, int cols)
{
	struct layout layout = {
		.has_blocks = strcmp(nl_langinfo(CODESET), "UTF-8") == 0};
	int taken = 2 + NUMBER_COLS + (table->whole > 0 ? SHARE_COLS : 0) + 2;

	for (int i = 0; i < table->count; i++) {
		int label = say_width(table->rows[i].label);

		if (label > layout.label_cols)
			layout.label_cols = label;
		if (table->rows[i].count > layout.most)
			layout.most = table->rows[i].count;
	}
	if (layout.label_cols > LABEL_COLS_MAX)
		layout.label_cols = LABEL_COLS_MAX;
	layout.bar_cols = cols - taken - layout.label_cols;
	if (layout.bar_cols > BAR_COLS_MAX)
		layout.bar_cols = BAR_COLS_MAX;
	if (layout.bar_cols < 0)
		layout.bar_cols = 0;
	return layout;
}

/* A bar to an eighth of a cell; of "#" where there are no blocks. */
static void print_bar(FILE *out, const struct layout *layout, int count)
{
	static const char *const parts[EIGHTHS] = {"",       "\u258F", "\u258E",
						   "\u258D", "\u258C", "\u258B",
						   "\u258A", "\u2589"};
	int eighths = layout->most > 0
			      ? (int)((long long)count * layout->bar_cols *
				      EIGHTHS / layout->most)
			      : 0;

	if (layout->bar_cols == 0)
		return;
	if (count > 0 && eighths < EIGHTHS && !layout->has_blocks)
		eighths = EIGHTHS;
	else if (count > 0 && eighths == 0)
		eighths = 1;
	if (eighths > 0)
		fputs("  ", out);
	for (; eighths >= EIGHTHS; eighths -= EIGHTHS)
		fputs(layout->has_blocks ? "\u2588" : "#", out);
	if (layout->has_blocks)
		fputs(parts[eighths], out);
}

/* A long label is cut, with an ellipsis. */
static void print_label(FILE *out, const char *label, int cols)
{
	char mem[LABEL_COLS_MAX * 4 + 8];
	struct buf cut;
	int width = 0;

	if (say_width(label) <= cols) {
		say_padded(out, label, cols);
		return;
	}
	buf_init(&cut, mem, sizeof(mem));
	while (*label) {
		unsigned code_point = utf8_next(&label);

		width += utf8_width(code_point);
		if (width >= cols)
			break;
		buf_add_char(&cut, code_point);
	}
	buf_add(&cut, "\u2026");
	say_padded(out, mem, cols);
}

static void print_row(FILE *out, const struct stats_table *table,
		      const struct layout *layout, const struct stats_row *row)
{
	fputs("  ", out);
	print_label(out, row->label, layout->label_cols);
	fprintf(out, "%*d", NUMBER_COLS, row->count);
	if (table->whole > 0)
		fprintf(out, "%*d%%", SHARE_COLS - 1,
			(int)((200LL * row->count / table->whole + 1) / 2));
	print_bar(out, layout, row->count);
	fputc('\n', out);
}

/* Broken at spaces: terminals break words anywhere. */
static void print_note(FILE *out, const char *note)
{
	int col = 0;

	while (*note) {
		char word[STATS_NOTE_SIZE];
		size_t len = strcspn(note, " ");

		snprintf(word, sizeof(word), "%.*s", (int)len, note);
		if (col > 0 && col + 1 + say_width(word) > NOTE_COLS) {
			fputc('\n', out);
			col = 0;
		}
		fputs(col > 0 ? " " : "  ", out);
		say_text(out, word);
		col += 1 + say_width(word) + (col > 0 ? 0 : 1);
		note += len;
		note += strspn(note, " ");
	}
	if (col > 0)
		fputc('\n', out);
}

static void print_table(FILE *out, const struct stats_table *table, int cols)
{
	struct layout layout = lay_out(table, cols);

	fputc('\n', out);
	say_text(out, table->title);
	fputc('\n', out);
	for (int i = 0; i < table->count; i++)
		print_row(out, table, &layout, &table->rows[i]);
	print_note(out, table->note);
}

void stats_print_text(const struct stats_report *report, FILE *out, int cols)
{
	char mem[128];
	struct buf period;

	buf_init(&period, mem, sizeof(mem));
	text_fill(&period, stats_word(report->language, STATS_FROM_TO),
		  (const struct text_value[]){{"first", report->first},
					      {"last", report->last},
					      {NULL, NULL}});
	fprintf(out, "%s, %s\n", stats_word(report->language, STATS_TITLE),
		mem);
	if (report->stats->all.visits == 0) {
		fprintf(out, "%s\n",
			stats_word(report->language, STATS_NO_VISIT));
		return;
	}
	for (int i = 0; i < report->count; i++)
		print_table(out, &report->tables[i], cols);
	fputc('\n', out);
	print_note(out, stats_word(report->language, STATS_PROMISE));
}
