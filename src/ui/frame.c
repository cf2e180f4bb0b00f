#include "hairline/ui/frame.h"

#include "hairline/base/utf8.h"
#include "hairline/core/wrap.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/widget.h"

#define BAND_COL 3
#define TALL_ROWS 28 /* from here on bands are two rows high */
#define WIDE_COLS 140
#define WIDE_BODY 104
#define HINT_GAP 3
#define NARROW_COLS 60

static int header_rows(const struct canvas *canvas)
{
	return canvas->rows >= TALL_ROWS ? 2 : 1;
}

static int band_col(const struct canvas *canvas)
{
	return canvas->cols < NARROW_COLS ? 1 : BAND_COL;
}

/* --- the keys at the foot --- */

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

static int hint_cols(const char *cap, const char *hint)
{
	return utf8_text_width(cap) + 2 + 1 + utf8_text_width(hint);
}

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
	if (line->hits->count < HITS_MAX)
		line->hits->at[line->hits->count++] =
			(struct hit){rect, binding->action, binding->arg};
}

/* A form alone is not started over, but left. */
static enum text_id hint_of(const struct app *app,
			    const struct binding *binding)
{
	return app->is_form && binding->action == ACTION_START_OVER
		       ? TEXT_FORM_HINT
		       : binding->hint;
}

static void add_hint(const struct app *app, struct hint_line *line,
		     const struct binding *binding)
{
	const char *cap = app_text(app, binding->cap);
	const char *hint = app_text(app, hint_of(app, binding));
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

/* A key that leads to where one is already needs no hint. */
static bool leads_here(const struct app *app, enum action action)
{
	const struct screen *screen = app_seen(app)->screen;

	return (action == ACTION_HELP && screen == &screen_help) ||
	       (action == ACTION_FAQ &&
		(screen == &screen_faq || screen == &screen_answer)) ||
	       (action == ACTION_FAQ && app->is_form) ||
	       (action == ACTION_START_OVER && app->depth == 1 &&
		!app->is_form);
}

static void add_hints(const struct app *app, struct hint_line *line,
		      const struct binding *bindings)
{
	for (; bindings && bindings->key; bindings++)
		if (bindings->cap != TEXT_NONE &&
		    !leads_here(app, bindings->action))
			add_hint(app, line, bindings);
}

static void lay_out_hints(const struct app *app, struct hint_line *line)
{
	const struct screen *screen = app_seen(app)->screen;

	add_hints(app, line, screen->bindings);
	if (screen->is_plain)
		return;
	add_hints(app, line,
		  screen->is_typing ? bindings_common : bindings_plain);
}

static struct hint_line hint_line_of(const struct canvas *canvas)
{
	int margin = band_col(canvas);

	return (struct hint_line){
		.col = margin,
		.left = margin,
		.right = canvas->cols - margin,
		.lines = 1,
		.lines_max = canvas->rows >= 16 ? 2 : 1,
	};
}

static int hint_rows(const struct app *app, const struct canvas *canvas)
{
	struct hint_line line = hint_line_of(canvas);

	lay_out_hints(app, &line);
	return line.lines + (canvas->rows >= TALL_ROWS ? 1 : 0);
}

static void draw_hints(const struct app *app, struct canvas *canvas,
		       struct hits *hits)
{
	int rows = hint_rows(app, canvas);
	int top = canvas->rows - rows;
	struct hint_line line = hint_line_of(canvas);

	canvas_fill(canvas, (struct rect){top, 0, rows, canvas->cols},
		    STYLE_HINT, ' ');
	line.canvas = canvas;
	line.hits = hits;
	line.row = top + (canvas->rows >= TALL_ROWS ? 1 : 0);
	lay_out_hints(app, &line);
}

/* --- the band at the top --- */

/* The language that comes next, and its key, at the right.  Returns where. */
static int draw_language(const struct app *app, struct canvas *canvas,
			 struct hits *hits)
{
	const struct clinic *clinic = &app->catalog->clinic;
	int next = (app->session->language + 1) % clinic->language_count;
	const char *name =
		app->catalog->languages[next].text.at[TEXT_LANGUAGE_NAME];
	bool is_typing = app_seen(app)->screen->is_typing;
	const char *cap =
		app_text(app, is_typing ? TEXT_KEY_F2 : TEXT_KEY_LANGUAGE);
	int right = canvas->cols - band_col(canvas);
	int col = right - hint_cols(cap, name);

	if (clinic->language_count < 2)
		return right;
	hits->at[hits->count++] = (struct hit){
		{0, col, header_rows(canvas), right - col}, ACTION_LANGUAGE, 0};
	col = canvas_text(canvas, 0, col, STYLE_BAND, "[");
	col = canvas_text(canvas, 0, col, STYLE_BAND, cap);
	col = canvas_text(canvas, 0, col, STYLE_BAND, "] ");
	canvas_text(canvas, 0, col, STYLE_BAND, name);
	return right - hint_cols(cap, name);
}

/* A form may have no title. */
static const struct form_text *title_of(const struct app *app)
{
	const struct form_text *title = &app->catalog->form.title;

	return app->is_form && *app_word(app, title)
		       ? title
		       : &app->catalog->clinic.name;
}

static void draw_header(const struct app *app, struct canvas *canvas,
			struct hits *hits)
{
	const struct clinic *clinic = &app->catalog->clinic;
	int rows = header_rows(canvas);
	int left = band_col(canvas);
	int right;

	canvas_fill(canvas, (struct rect){0, 0, rows, canvas->cols}, STYLE_BAND,
		    ' ');
	right = draw_language(app, canvas, hits);
	canvas_cut(canvas, 0, left, right - left - 2, STYLE_BAND,
		   app_word(app, title_of(app)));
	if (rows > 1 && !app->is_form)
		canvas_cut(canvas, 1, left, canvas->cols - 2 * left,
			   STYLE_BAND_QUIET, app_word(app, &clinic->tagline));
}

void frame_draw_bands(const struct app *app, struct canvas *canvas,
		      struct hits *hits)
{
	canvas_unclip(canvas);
	draw_header(app, canvas, hits);
	draw_hints(app, canvas, hits);
}

/* --- the body between them --- */

static int top_gap(const struct canvas *canvas)
{
	if (canvas->rows >= 50)
		return canvas->rows / 9;
	if (canvas->rows >= TALL_ROWS)
		return 2;
	return canvas->rows >= 20 ? 1 : 0;
}

static int body_cols(const struct screen *screen, const struct canvas *canvas)
{
	int margin = canvas->cols < NARROW_COLS ? 1 : BAND_COL;
	int room = canvas->cols - 2 * margin;
	int cols = canvas->cols >= WIDE_COLS ? WIDE_BODY : WIDGET_TEXT_COLS;

	if (screen->width)
		cols = screen->width;
	return cols < room ? cols : room;
}

struct rect frame_body(const struct app *app, const struct canvas *canvas)
{
	int top = header_rows(canvas) + top_gap(canvas);
	int bottom = canvas->rows - hint_rows(app, canvas);
	int cols = body_cols(app_seen(app)->screen, canvas);

	if (canvas->rows >= TALL_ROWS)
		bottom--;
	return (struct rect){top, (canvas->cols - cols) / 2, bottom - top,
			     cols};
}

void frame_draw_idle(const struct app *app, struct canvas *canvas,
		     struct hits *hits)
{
	int margin = canvas->cols < NARROW_COLS ? 2 : canvas->cols / 8;
	struct rect window = {1, margin, canvas->rows - 1,
			      canvas->cols - 2 * margin};
	char mem[128];
	struct buf seconds;
	struct area area;
	int row = canvas->rows / 5;

	hits->count = 0;
	canvas_clear(canvas, canvas->rows, canvas->cols, STYLE_BODY);
	buf_init(&seconds, mem, sizeof(mem));
	app_fill_number(app, &seconds, TEXT_IDLE_SECONDS, "n",
			app_seconds_left(app));
	area_init(&area, canvas, hits, window, 0);
	row = widget_title(&area, row, app_text(app, TEXT_IDLE_TITLE));
	row = area_wrap(&area, row, 0, widget_text_cols(&area), STYLE_BODY,
			app_text(app, TEXT_IDLE_BODY));
	row = area_wrap(&area, row + 1, 0, widget_text_cols(&area),
			STYLE_STRONG, mem);
	widget_button(&area, row + 1, 0, widget_text_cols(&area), 0, true,
		      app_text(app, TEXT_IDLE_STAY));
	canvas_unclip(canvas);
}

void frame_draw_small(const struct app *app, struct canvas *canvas)
{
	struct hits none = {.count = 0};
	struct area area;
	int row;

	canvas_clear(canvas, canvas->rows, canvas->cols, STYLE_BODY);
	area_init(&area, canvas, &none,
		  (struct rect){0, 0, canvas->rows, canvas->cols}, 0);
	row = area_wrap(&area, 0, 0, canvas->cols, STYLE_STRONG,
			app_text(app, TEXT_SMALL_TITLE));
	area_wrap(&area, row, 0, canvas->cols, STYLE_BODY,
		  app_text(app, TEXT_SMALL_BODY));
	canvas_unclip(canvas);
}
