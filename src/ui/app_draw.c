#include "hairline/base/utf8.h"
#include "hairline/ui/frame.h"
#include "hairline/ui/screen.h"

#define DOWN "\u25BC"

static int clamp(int value, int most)
{
	if (value > most)
		value = most;
	return value < 0 ? 0 : value;
}

/* Where the window must start to show the focus, moved as little as can be. */
static int scroll_to_focus(const struct area *area, int scroll)
{
	int rows = area->window.rows;

	if (area->focus_top < 0)
		return scroll;
	if (area->focus_bottom >= scroll + rows)
		scroll = area->focus_bottom - rows + 1;
	/* The first thing to pick brings the text above it along. */
	if (area->focus_bottom < rows)
		scroll = 0;
	return area->focus_top < scroll ? area->focus_top : scroll;
}

/* In the row below the body, which a body that scrolls leaves free. */
static void draw_more(const struct app *app, struct canvas *canvas,
		      struct hits *hits, struct rect body)
{
	const char *text = app_text(app, TEXT_MORE_BELOW);
	int cols = utf8_text_width(text) + 4;
	struct rect rect = {body.row + body.rows, body.col + body.cols - cols,
			    1, cols};

	canvas_unclip(canvas);
	canvas_fill(canvas, rect, STYLE_KEYCAP, ' ');
	canvas_text(canvas, rect.row, rect.col + 1, STYLE_KEYCAP, DOWN);
	canvas_text(canvas, rect.row, rect.col + 3, STYLE_KEYCAP, text);
	if (hits->count < HITS_MAX)
		hits->at[hits->count++] =
			(struct hit){rect, ACTION_PAGE_DOWN, 0};
}

/* Draw the body once with a scroll; tell its height and focus. */
static struct area draw_once(struct app *app, struct canvas *canvas,
			     struct rect body, int scroll)
{
	struct area area;

	area_init(&area, canvas, &app->hits, body, scroll);
	canvas_fill(canvas, body, STYLE_BODY, ' ');
	app_seen(app)->screen->draw(app, &area);
	return area;
}

static bool is_in_sight(const struct area *area)
{
	return area->focus_bottom >= area->scroll &&
	       area->focus_top < area->scroll + area->window.rows;
}

/* A text that was moved by hand stays, but for a focus set out of sight. */
static bool is_held(const struct view *view, const struct area *area)
{
	return view->held &&
	       (view->held == view->focus + 1 || is_in_sight(area));
}

static int find_scroll(const struct view *view, const struct area *area)
{
	int scroll = view->scroll;

	if (!is_held(view, area))
		scroll = scroll_to_focus(area, scroll);
	return clamp(scroll, area->height - area->window.rows);
}

/* May part of it be cut off by the window, where the text was moved to? */
static bool is_at_edge(const struct hit *hit, const struct rect *window,
		       bool is_above)
{
	if (is_above)
		return hit->rect.row == window->row;
	return hit->rect.row + hit->rect.rows == window->row + window->rows;
}

/* Where a text was moved by hand the focus comes along: to the nearest thing
 * to pick that is seen.  False when there is none. */
static bool bring_focus(struct app *app, const struct area *area, int first_hit)
{
	struct view *view = app_view(app);
	bool is_above = area->focus_bottom < area->scroll;
	int count = app_count(app);
	bool is_found = false;

	for (int i = first_hit; i < app->hits.count; i++) {
		const struct hit *hit = &app->hits.at[i];
		bool is_edge = is_at_edge(hit, &area->window, is_above);

		if (hit->action != ACTION_PICK || hit->arg >= count ||
		    (is_edge && is_found))
			continue;
		view->focus = hit->arg;
		view->held = view->focus + 1;
		is_found = true;
		if (is_above && !is_edge)
			break;
	}
	return is_found;
}

static struct area draw_again(struct app *app, struct canvas *canvas,
			      struct rect window, int first_hit)
{
	app->hits.count = first_hit;
	return draw_once(app, canvas, window, app_view(app)->scroll);
}

static void draw_body(struct app *app, struct canvas *canvas, struct rect body)
{
	struct view *view = app_view(app);
	int hits = app->hits.count;
	struct rect window = body;
	struct area area = draw_once(app, canvas, body, view->scroll);

	if (area.height > body.rows)
		window.rows--;
	area.window = window;
	view->scroll = find_scroll(view, &area);
	if (view->scroll != area.scroll || window.rows != body.rows) {
		canvas_fill(canvas, body, STYLE_BODY, ' ');
		area = draw_again(app, canvas, window, hits);
	}
	if (view->held && area.focus_top >= 0 && !is_in_sight(&area) &&
	    bring_focus(app, &area, hits))
		area = draw_again(app, canvas, window, hits);
	app->body_rows = window.rows;
	app->body_height = area.height;
	if (area.height > view->scroll + window.rows)
		draw_more(app, canvas, &app->hits, window);
}

static int part_rows(const struct app *app, const struct part *part, int cols)
{
	return part->rows ? part->rows(app, cols) : 0;
}

static void draw_part(struct app *app, struct canvas *canvas,
		      const struct part *part, struct rect window)
{
	struct area area;

	if (window.rows <= 0)
		return;
	area_init(&area, canvas, &app->hits, window, 0);
	part->draw(app, &area);
}

static void draw_screen(struct app *app, struct canvas *canvas)
{
	const struct screen *screen = app_seen(app)->screen;
	struct rect body = frame_body(app, canvas);
	struct rect head = body;
	struct rect foot = body;

	frame_draw_bands(app, canvas, &app->hits);
	head.rows = part_rows(app, &screen->head, body.cols);
	foot.rows = part_rows(app, &screen->foot, body.cols);
	foot.row = body.row + body.rows - foot.rows;
	draw_part(app, canvas, &screen->head, head);
	draw_part(app, canvas, &screen->foot, foot);
	if (head.rows > 0) {
		body.row += head.rows + 1;
		body.rows -= head.rows + 1;
	}
	if (foot.rows > 0)
		body.rows -= foot.rows + 1;
	draw_body(app, canvas, body);
	canvas_unclip(canvas);
}

void app_draw(struct app *app, struct canvas *canvas, int rows, int cols)
{
	canvas_clear(canvas, rows, cols, STYLE_BODY);
	app->hits.count = 0;
	app->rows = canvas->rows;
	app->cols = canvas->cols;
	if (rows < FRAME_ROWS_MIN || cols < FRAME_COLS_MIN)
		frame_draw_small(app, canvas);
	else if (app->is_warning)
		frame_draw_idle(app, canvas, &app->hits);
	else
		draw_screen(app, canvas);
}
