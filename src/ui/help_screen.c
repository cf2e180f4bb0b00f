#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/widget.h"

#define CAP_COLS 14

/* A key and what it does everywhere. */
struct line {
	enum text_id cap;
	enum text_id other; /* the same where letters are typed, or TEXT_NONE */
	enum text_id text;
};

static const struct line lines[] = {
	{TEXT_KEY_ENTER, TEXT_NONE, TEXT_HELP_NEXT},
	{TEXT_KEY_ESC, TEXT_NONE, TEXT_HELP_BACK},
	{TEXT_KEY_ARROWS, TEXT_NONE, TEXT_HELP_MOVE},
	{TEXT_KEY_NUMBERS, TEXT_NONE, TEXT_HELP_PICK},
	{TEXT_KEY_PAGE, TEXT_NONE, TEXT_HELP_PAGE},
	{TEXT_KEY_FAQ, TEXT_KEY_F3, TEXT_HELP_FAQ},
	{TEXT_KEY_LANGUAGE, TEXT_KEY_F2, TEXT_HELP_LANGUAGE},
	{TEXT_KEY_OVER, TEXT_NONE, TEXT_HELP_OVER},
};

#define LINE_COUNT (sizeof(lines) / sizeof(lines[0]))

static int draw_cap(const struct app *app, struct area *area, int row, int col,
		    enum text_id cap)
{
	if (cap == TEXT_NONE)
		return col;
	col = area_text(area, row, col, STYLE_KEYCAP, " ");
	col = area_text(area, row, col, STYLE_KEYCAP, app_text(app, cap));
	return area_text(area, row, col, STYLE_KEYCAP, " ") + 1;
}

static int draw_line(const struct app *app, struct area *area, int row,
		     const struct line *line)
{
	int cols = widget_text_cols(area) - CAP_COLS;
	int col = draw_cap(app, area, row, 0, line->cap);

	draw_cap(app, area, row, col, line->other);
	return area_wrap(area, row, CAP_COLS, cols, STYLE_BODY,
			 app_text(app, line->text));
}

/* A form alone does not always say why: there it is the question itself. */
static const char *title_of(const struct app *app, int help)
{
	const struct form_item *items = app->catalog->form.items;
	int question = items[help].parent;

	return app->is_form && question != FORM_NONE
		       ? app_word(app, &items[question].text)
		       : app_text(app, TEXT_QUESTION_WHY);
}

/* What the form says of the question that one came from. */
static int draw_question(const struct app *app, struct area *area, int row)
{
	int help = app_seen(app)->item;

	if (help == FORM_NONE)
		return row;
	row = widget_title(area, row, title_of(app, help));
	return area_wrap(area, row, 0, widget_text_cols(area), STYLE_BODY,
			 app_word(app, &app->catalog->form.items[help].text)) +
	       1;
}

static void draw(const struct app *app, struct area *area)
{
	int cols = widget_text_cols(area);
	int gap = widget_is_roomy(area->canvas->rows) ? 1 : 0;
	int row = draw_question(app, area, 0);

	row = widget_title(area, row, app_text(app, TEXT_HELP_TITLE));
	row = area_wrap(area, row, 0, cols, STYLE_BODY,
			app_text(app, TEXT_HELP_BODY)) +
	      1;
	for (size_t i = 0; i < LINE_COUNT; i++)
		row = draw_line(app, area, row, &lines[i]) + gap;
	row = area_wrap(area, row + 1, 0, cols, STYLE_BODY,
			app_text(app, TEXT_HELP_TOUCH));
	area_wrap(area, row + 1, 0, cols, STYLE_STRONG,
		  app_text(app, TEXT_HELP_STAFF));
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = app_leave,
};

static const struct binding bindings[] = {
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_help = {
	.name = "help",
	.idle = IDLE_READING,
	.bindings = bindings,
	.draw = draw,
	.acts = acts,
};
