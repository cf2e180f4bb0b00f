#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"

#define WIDEST 100

static void draw(struct desk *desk, struct area *area)
{
	int row = desk_draw_page(desk, area, 0);

	if (desk->words->notice[0])
		area_wrap(area, row + 1, 0, area_cols(area),
			  desk->is_notice_bad ? STYLE_ERROR : STYLE_STRONG,
			  desk->words->notice);
}

static void choose(struct desk *desk, int by)
{
	desk_view(desk)->scroll = 0;
	desk_move(desk, by);
}

static void next(struct desk *desk, int arg)
{
	(void)arg;
	choose(desk, 1);
}

static void previous(struct desk *desk, int arg)
{
	(void)arg;
	choose(desk, -1);
}

static void back(struct desk *desk, int arg)
{
	(void)arg;
	desk_back(desk);
}

static void (*const acts[ACTION_COUNT])(struct desk *, int) = {
	[ACTION_TAB] = next,
	[ACTION_BACKTAB] = previous,
	[ACTION_NEXT] = back,
};

static const struct binding bindings[] = {
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{KEYS_TAB, ACTION_TAB, 0, TEXT_KEY_TAB, TEXT_DESK_HINT_NEXT},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct desk_screen desk_screen_lead = {
	.name = "lead",
	.bindings = bindings,
	.width = WIDEST,
	.draw = draw,
	.acts = acts,
};
