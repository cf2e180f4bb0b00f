#include "hairline/ui/frame.h"

#include "hairline/ui/band.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/widget.h"

#define WIDE_COLS 140
#define WIDE_BODY 104

/* --- the bands --- */

/* A form alone is not started over, but left. */
static enum text_id hint_of(const void *context, const struct binding *binding)
{
	const struct app *app = context;

	return app->is_form && binding->action == ACTION_START_OVER
		       ? TEXT_FORM_HINT
		       : binding->hint;
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

static bool is_idle(const void *context, const struct binding *binding)
{
	return leads_here(context, binding->action);
}

static struct band_keys keys_of(const struct app *app,
				const struct canvas *canvas)
{
	const struct screen *screen = app_seen(app)->screen;
	const struct binding *common =
		screen->is_typing ? bindings_common : bindings_plain;

	return (struct band_keys){
		.text = &app_language(app)->text,
		.tables = {screen->bindings, screen->is_plain ? NULL : common},
		.lines_max = canvas->rows >= 16 ? 2 : 1,
		.is_idle = is_idle,
		.hint = hint_of,
		.context = app,
	};
}

/* A form may have no title. */
static const struct form_text *title_of(const struct app *app)
{
	const struct form_text *title = &app->catalog->form.title;

	return app->is_form && *app_word(app, title)
		       ? title
		       : &app->catalog->clinic.name;
}

/* The language that comes next, and its key, at the right. */
static struct band_head head_of(const struct app *app)
{
	const struct clinic *clinic = &app->catalog->clinic;
	int next = (app->session->language + 1) % clinic->language_count;
	bool is_typing = app_seen(app)->screen->is_typing;
	struct band_head head = {
		.title = app_word(app, title_of(app)),
		.quiet = app->is_form ? "" : app_word(app, &clinic->tagline),
		.cap = app_text(app,
				is_typing ? TEXT_KEY_F2 : TEXT_KEY_LANGUAGE),
		.name = app->catalog->languages[next]
				.text.at[TEXT_LANGUAGE_NAME],
		.action = ACTION_LANGUAGE,
	};

	if (clinic->language_count < 2)
		head.name = NULL;
	return head;
}

void frame_draw_bands(const struct app *app, struct canvas *canvas,
		      struct hits *hits)
{
	struct band_head head = head_of(app);
	struct band_keys keys = keys_of(app, canvas);

	canvas_unclip(canvas);
	band_draw_head(canvas, hits, &head);
	band_draw_keys(canvas, hits, &keys);
}

/* --- the body between them --- */

static int top_gap(const struct canvas *canvas)
{
	if (canvas->rows >= 50)
		return canvas->rows / 9;
	if (canvas->rows >= BAND_TALL_ROWS)
		return 2;
	return canvas->rows >= 20 ? 1 : 0;
}

static int body_cols(const struct screen *screen, const struct canvas *canvas)
{
	int room = canvas->cols - 2 * band_margin(canvas);
	int cols = canvas->cols >= WIDE_COLS ? WIDE_BODY : WIDGET_TEXT_COLS;

	if (screen->width)
		cols = screen->width;
	return cols < room ? cols : room;
}

struct rect frame_body(const struct app *app, const struct canvas *canvas)
{
	struct band_keys keys = keys_of(app, canvas);
	int top = band_rows(canvas) + top_gap(canvas);
	int bottom = canvas->rows - band_keys_rows(canvas, &keys);
	int cols = body_cols(app_seen(app)->screen, canvas);

	if (canvas->rows >= BAND_TALL_ROWS)
		bottom--;
	return (struct rect){top, (canvas->cols - cols) / 2, bottom - top,
			     cols};
}

void frame_draw_idle(const struct app *app, struct canvas *canvas,
		     struct hits *hits)
{
	int margin = canvas->cols < BAND_WIDE_COLS ? 2 : canvas->cols / 8;
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
