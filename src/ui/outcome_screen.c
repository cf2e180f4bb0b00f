#include "hairline/core/wrap.h"
#include "hairline/ui/key.h"
#include "hairline/ui/way.h"
#include "hairline/ui/widget.h"

#define DETAIL_SIZE 1200
#define DETAIL_COL 3
#define TWO_COLUMNS 100 /* body columns from which reasons stand abreast */
#define COLUMN_GAP 2
#define FIRST_CAUSE 100 /* PICK of a cause: this and the reason */
#define WAIT_SLUG "who-should-wait"

/* How a tier looks and what it says. */
struct headline {
	enum text_id title;
	enum text_id body;
	enum style banner;
	enum style mark_style;
	const char *mark;
};

#define TRIANGLE "\u25B2"
#define DIAMOND "\u25C6"

static const struct headline headlines[TIER_COUNT] = {
	[TIER_URGENT] = {TEXT_OUTCOME_URGENT, TEXT_OUTCOME_URGENT_BODY,
			 STYLE_URGENT, STYLE_URGENT_MARK, TRIANGLE},
	[TIER_DOCTOR] = {TEXT_OUTCOME_DOCTOR, TEXT_OUTCOME_DOCTOR_BODY,
			 STYLE_URGENT, STYLE_URGENT_MARK, TRIANGLE},
	[TIER_NOT_NOW] = {TEXT_OUTCOME_NOT_NOW, TEXT_OUTCOME_NOT_NOW_BODY,
			  STYLE_CAUTION, STYLE_CAUTION_MARK, DIAMOND},
	[TIER_ASK_FIRST] = {TEXT_OUTCOME_ASK_FIRST, TEXT_OUTCOME_ASK_FIRST_BODY,
			    STYLE_CAUTION, STYLE_CAUTION_MARK, DIAMOND},
	[TIER_TELL_US] = {TEXT_OUTCOME_TELL_US, TEXT_OUTCOME_TELL_US_BODY,
			  STYLE_CAUTION, STYLE_CAUTION_MARK, DIAMOND},
	[TIER_NONE] = {TEXT_OUTCOME_NONE, TEXT_OUTCOME_NONE_BODY, STYLE_CALM,
		       STYLE_BODY, " "},
};

/* Of a form that gives no advice no warning sign could have been seen. */
static const struct headline without_advice = {TEXT_OUTCOME_PLAIN,
					       TEXT_OUTCOME_PLAIN_BODY,
					       STYLE_CALM, STYLE_BODY, " "};

/* --- what can be done from here --- */

static void go_wait(struct app *app)
{
	app_go(app, &screen_answer,
	       faq_find(&app_language(app)->faq, WAIT_SLUG));
}

static const struct way plain_ways[] = {
	{go_wait, TEXT_OUTCOME_WAIT},
	{app_go_contact, TEXT_OUTCOME_CONTACT},
	{way_book, TEXT_OUTCOME_BOOK},
	{way_finish, TEXT_OUTCOME_FINISH},
};

/* With a doctor to see first, what can be booked is a visit for advice. */
static const struct way doctor_ways[] = {
	{go_wait, TEXT_OUTCOME_WAIT},
	{app_go_contact, TEXT_OUTCOME_CONTACT},
	{way_book, TEXT_OUTCOME_BOOK_ADVICE},
	{way_finish, TEXT_OUTCOME_FINISH},
};

/* Nothing is kept of somebody under 18, so nothing is asked for. */
static const struct way young_ways[] = {
	{go_wait, TEXT_OUTCOME_WAIT},
	{way_book, TEXT_OUTCOME_BOOK_ADVICE},
	{way_finish, TEXT_OUTCOME_FINISH},
};

static const struct ways *ways_of(const struct app *app)
{
	static const struct ways plain = WAYS(plain_ways);
	static const struct ways doctor = WAYS(doctor_ways);
	static const struct ways young = WAYS(young_ways);
	struct outcome outcome;

	if (outcome_adult(&app->session->answers) == ADULT_NO)
		return &young;
	outcome_find(&outcome, &app->session->answers);
	return outcome.tier <= TIER_DOCTOR ? &doctor : &plain;
}

static void enter(struct app *app)
{
	app->session->has_seen_outcome = true;
}

/* Where there is room for it what this is not stays in sight. */
static bool has_pinned_disclaimer(int rows)
{
	return rows >= 28;
}

static int disclaimer_rows(const struct app *app, int cols)
{
	if (!has_pinned_disclaimer(app->rows))
		return 0;
	if (cols > WIDGET_TEXT_COLS)
		cols = WIDGET_TEXT_COLS;
	return wrap_count(app_text(app, TEXT_OUTCOME_DISCLAIMER), cols) + 1;
}

static int foot_rows(const struct app *app, int cols)
{
	return disclaimer_rows(app, cols) + way_rows(app, cols);
}

static void draw_foot(const struct app *app, struct area *area)
{
	if (has_pinned_disclaimer(app->rows))
		area_wrap(area, 0, 0, widget_text_cols(area), STYLE_STRONG,
			  app_text(app, TEXT_OUTCOME_DISCLAIMER));
	way_draw(app, area, disclaimer_rows(app, area_cols(area)));
}

/* --- the advice --- */

static int draw_banner(const struct app *app, struct area *area,
		       const struct headline *headline)
{
	const char *title = app_text(app, headline->title);
	const char *body = app_text(app, headline->body);
	int cols = area_cols(area);
	int pad = widget_is_roomy(area->canvas->rows) ? 1 : 0;
	int rows = wrap_count(title, cols - 8) + wrap_count(body, cols - 8);
	int row = pad;

	area_fill(area, (struct rect){0, 0, rows + 2 * pad, cols},
		  headline->banner);
	area_text(area, row, 2, headline->banner, headline->mark);
	row = area_wrap(area, row, 5, cols - 8, headline->banner, title);
	row = area_wrap(area, row, 5, cols - 8, headline->banner, body);
	return row + pad;
}

static void fill_detail(const struct app *app, struct buf *buf, int item)
{
	const struct clinic *clinic = &app->catalog->clinic;

	text_fill(buf, app_word(app, &app->catalog->form.items[item].text),
		  (const struct text_value[]){
			  {"help_lines", app_word(app, &clinic->help_lines)},
			  {"clinic", app_word(app, &clinic->name)},
			  {"phone", app_word(app, &clinic->phone)},
			  {NULL, NULL}});
}

/* Where a reason is drawn. */
struct column {
	int col;
	int cols;
	int n; /* which reason it is */
};

/* The question behind a reason; a touch goes back to it. */
static int draw_cause(const struct app *app, struct area *area, int row,
		      struct column column, const struct reason *reason)
{
	int top = row;
	char mem[256];
	struct buf text;

	if (!answers_is_place(reason->cause))
		return row;
	buf_init(&text, mem, sizeof(mem));
	buf_add(&text, app_text(app, TEXT_OUTCOME_CAUSE));
	buf_add(&text, " ");
	buf_add(&text,
		app_word(app, &app->catalog->form.items[reason->cause.item]
				       .short_text));
	row = area_wrap(area, row, column.col + DETAIL_COL, column.cols,
			STYLE_QUIET, mem);
	area_hit(area,
		 (struct rect){top, column.col + DETAIL_COL, row - top,
			       column.cols},
		 ACTION_PICK, FIRST_CAUSE + column.n);
	return row;
}

static int draw_reason(const struct app *app, struct area *area, int row,
		       struct column column, const struct reason *reason)
{
	const struct form_item *items = app->catalog->form.items;
	const struct headline *headline = &headlines[reason->tier];
	int col = column.col + DETAIL_COL;
	char mem[DETAIL_SIZE];
	struct buf detail;

	area_text(area, row, column.col, headline->mark_style, headline->mark);
	row = area_wrap(area, row, col, column.cols, STYLE_STRONG,
			app_word(app, &items[reason->advice].text));
	buf_init(&detail, mem, sizeof(mem));
	if (reason->detail != FORM_NONE)
		fill_detail(app, &detail, reason->detail);
	row = area_wrap(area, row, col, column.cols, STYLE_BODY, mem);
	return draw_cause(app, area, row, column, reason);
}

/* One below the other; on a wide screen two abreast, row by row. */
static int draw_reasons(const struct app *app, struct area *area, int row,
			const struct outcome *outcome)
{
	int abreast = area_cols(area) >= TWO_COLUMNS ? 2 : 1;
	int cols = abreast == 2 ? area_cols(area) / 2 - COLUMN_GAP
				: widget_text_cols(area);
	int below = row;

	for (int i = 0; i < outcome->count; i++) {
		struct column column = {i % abreast * area_cols(area) / 2,
					cols - DETAIL_COL, i};
		int end = draw_reason(app, area, row, column,
				      &outcome->reasons[i]);

		below = end > below ? end : below;
		if (i % abreast == abreast - 1)
			row = below + 1;
	}
	return below + 1;
}

static void draw(const struct app *app, struct area *area)
{
	struct outcome outcome;
	int row;

	outcome_find(&outcome, &app->session->answers);
	row = draw_banner(app, area,
			  outcome.has_advice ? &headlines[outcome.tier]
					     : &without_advice) +
	      1;
	row = draw_reasons(app, area, row, &outcome);
	if (!has_pinned_disclaimer(app->rows))
		area_wrap(area, row, 0, widget_text_cols(area), STYLE_STRONG,
			  app_text(app, TEXT_OUTCOME_DISCLAIMER));
}

/* A way on was gone already; what is left is the cause of a reason. */
static void pick(struct app *app, int arg)
{
	struct outcome outcome;

	outcome_find(&outcome, &app->session->answers);
	arg -= FIRST_CAUSE;
	if (arg >= 0 && arg < outcome.count)
		app_go_step(app, flow_at(outcome.reasons[arg].cause), true);
}

static void answers(struct app *app, int arg)
{
	(void)arg;
	app_go(app, &screen_review, FORM_NONE);
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = pick,
	[ACTION_ANSWERS] = answers,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_NUMBERS, TEXT_HINT_CHOOSE},
	{KEYS_PAGE_DOWN, ACTION_PAGE_DOWN, 0, TEXT_KEY_PAGE, TEXT_HINT_MORE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{'r', ACTION_ANSWERS, 0, TEXT_KEY_ANSWERS, TEXT_HINT_ANSWERS},
	{'R', ACTION_ANSWERS, 0, TEXT_NONE, TEXT_NONE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_outcome = {
	.name = "outcome",
	.idle = IDLE_READING,
	.bindings = bindings,
	.enter = enter,
	.ways = ways_of,
	.draw = draw,
	.foot = {foot_rows, draw_foot},
	.acts = acts,
};
