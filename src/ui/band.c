#include "hairline/ui/band.h"

#include "hairline/base/utf8.h"

#define MARGIN 3
#define HINT_GAP 3

int band_rows(const struct canvas *canvas)
{
	return canvas->rows >= BAND_TALL_ROWS ? 2 : 1;
}

int band_margin(const struct canvas *canvas)
{
	return canvas->cols < BAND_WIDE_COLS ? 1 : MARGIN;
}

static void add_hit(struct hits *hits, struct hit hit)
{
	if (hits->count < HITS_MAX)
		hits->at[hits->count++] = hit;
}

/* Cells of a key cap and of what stands behind it. */
static int hint_cols(const char *cap, const char *hint)
{
	return utf8_text_width(cap) + 2 + 1 + utf8_text_width(hint);
}

/* --- above --- */

/* Returns the column it starts at. */
static int draw_right(struct canvas *canvas, struct hits *hits,
		      const struct band_head *head)
{
	int right = canvas->cols - band_margin(canvas);
	int start;
	int col;

	if (!head->name)
		return right;
	start = right - hint_cols(head->cap, head->name);
	add_hit(hits, (struct hit){{0, start, band_rows(canvas), right - start},
				   head->action,
				   0});
	col = canvas_text(canvas, 0, start, STYLE_BAND, "[");
	col = canvas_text(canvas, 0, col, STYLE_BAND, head->cap);
	col = canvas_text(canvas, 0, col, STYLE_BAND, "] ");
	canvas_text(canvas, 0, col, STYLE_BAND, head->name);
	return start;
}

void band_draw_head(struct canvas *canvas, struct hits *hits,
		    const struct band_head *head)
{
	int rows = band_rows(canvas);
	int left = band_margin(canvas);
	int right;

	canvas_fill(canvas, (struct rect){0, 0, rows, canvas->cols}, STYLE_BAND,
		    ' ');
	right = draw_right(canvas, hits, head);
	canvas_cut(canvas, 0, left, right - left - 2, STYLE_BAND, head->title);
	if (rows > 1)
		canvas_cut(canvas, 1, left, canvas->cols - 2 * left,
			   STYLE_BAND_QUIET, head->quiet);
}

/* --- below --- */

/* Lays hints out in lines; draws them when it has a canvas to draw on. */
struct hint_line {
	struct canvas *canvas;
	struct hits *hits;
	int row;
	int col;
	int left;
	int right;
	int lines;
	int lines_max;
};

static void draw_hint(const struct hint_line *line,
		      const struct binding *binding, const char *cap,
		      const char *hint)
{
	struct canvas *canvas = line->canvas;
	struct rect rect = {line->row, line->col, 1, hint_cols(cap, hint)};
	int col = canvas_text(canvas, line->row, line->col, STYLE_KEYCAP, " ");

	col = canvas_text(canvas, line->row, col, STYLE_KEYCAP, cap);
	col = canvas_text(canvas, line->row, col, STYLE_KEYCAP, " ");
	canvas_text(canvas, line->row, col + 1, STYLE_HINT, hint);
	add_hit(line->hits, (struct hit){rect, binding->action, binding->arg});
}

static void add_hint(struct hint_line *line, const struct band_keys *keys,
		     const struct binding *binding)
{
	enum text_id id =
		keys->hint ? keys->hint(keys->context, binding) : binding->hint;
	const char *cap = keys->text->at[binding->cap];
	const char *hint = keys->text->at[id];
	int cols = hint_cols(cap, hint);

	if (line->col > line->left && line->col + cols > line->right) {
		if (line->lines == line->lines_max)
			return;
		line->lines++;
		line->row++;
		line->col = line->left;
	}
	if (line->canvas)
		draw_hint(line, binding, cap, hint);
	line->col += cols + HINT_GAP;
}

static void add_table(struct hint_line *line, const struct band_keys *keys,
		      const struct binding *binding)
{
	for (; binding && binding->key; binding++)
		if (binding->cap != TEXT_NONE &&
		    !(keys->is_idle && keys->is_idle(keys->context, binding)))
			add_hint(line, keys, binding);
}

static void lay_out(struct hint_line *line, const struct band_keys *keys)
{
	for (int i = 0; i < BAND_TABLES; i++)
		add_table(line, keys, keys->tables[i]);
}

static struct hint_line start_line(const struct canvas *canvas,
				   const struct band_keys *keys)
{
	int margin = band_margin(canvas);

	return (struct hint_line){
		.col = margin,
		.left = margin,
		.right = canvas->cols - margin,
		.lines = 1,
		.lines_max = keys->lines_max,
	};
}

static int space_above(const struct canvas *canvas)
{
	return canvas->rows >= BAND_TALL_ROWS ? 1 : 0;
}

int band_keys_rows(const struct canvas *canvas, const struct band_keys *keys)
{
	struct hint_line line = start_line(canvas, keys);

	lay_out(&line, keys);
	return line.lines + space_above(canvas);
}

void band_draw_keys(struct canvas *canvas, struct hits *hits,
		    const struct band_keys *keys)
{
	int rows = band_keys_rows(canvas, keys);
	int top = canvas->rows - rows;
	struct hint_line line = start_line(canvas, keys);

	canvas_fill(canvas, (struct rect){top, 0, rows, canvas->cols},
		    STYLE_HINT, ' ');
	line.canvas = canvas;
	line.hits = hits;
	line.row = top + space_above(canvas);
	lay_out(&line, keys);
}
