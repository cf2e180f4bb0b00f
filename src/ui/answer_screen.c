#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/widget.h"

static void draw(const struct app *app, struct area *area)
{
	const struct faq *faq = &app_language(app)->faq;
	int cols = widget_text_cols(area);
	int item = app_seen(app)->item;
	int row;

	if (item == FAQ_NONE)
		return;
	row = widget_title(area, 0, faq->entries[item].question);
	row = widget_doc(area, row, 0, cols, &faq->entries[item].answer);
	area_wrap(area, row + 1, 0, cols, STYLE_STRONG,
		  app_text(app, TEXT_ANSWER_ASK));
}

static void (*const acts[ACTION_COUNT])(struct app *, int) = {
	[ACTION_PICK] = app_leave,
};

static const struct binding bindings[] = {
	{KEYS_HINT, ACTION_NONE, 0, TEXT_KEY_ARROWS, TEXT_HINT_MOVE},
	{KEYS_PAGE_DOWN, ACTION_PAGE_DOWN, 0, TEXT_KEY_PAGE, TEXT_HINT_MORE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_KEY_ESC, TEXT_HINT_BACK},
	{' ', ACTION_PAGE_DOWN, 0, TEXT_NONE, TEXT_NONE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

const struct screen screen_answer = {
	.name = "answer",
	.idle = IDLE_READING,
	.bindings = bindings,
	.draw = draw,
	.acts = acts,
};
