#include "hairline/ui/desk_screen.h"

#include <sodium.h>

#include "hairline/ui/key.h"

#define PAGE_OVERLAP 2

const struct binding desk_bindings[] = {
	{KEYS_F3, ACTION_MARK, STATUS_CALLED, TEXT_KEY_F3,
	 TEXT_DESK_STATUS_CALLED},
	{KEYS_F4, ACTION_MARK, STATUS_NO_ANSWER, TEXT_KEY_F4,
	 TEXT_DESK_STATUS_NO_ANSWER},
	{KEYS_F5, ACTION_MARK, STATUS_BOOKED, TEXT_KEY_F5,
	 TEXT_DESK_STATUS_BOOKED},
	{KEYS_F6, ACTION_MARK, STATUS_CLOSED, TEXT_KEY_F6,
	 TEXT_DESK_STATUS_CLOSED},
	{KEYS_F7, ACTION_NOTE, 0, TEXT_KEY_F7, TEXT_DESK_HINT_NOTE},
	{KEYS_F8, ACTION_EXPORT, 0, TEXT_KEY_F8, TEXT_DESK_EXPORT_TITLE},
	{KEYS_F9, ACTION_FORGET, 0, TEXT_KEY_F9, TEXT_DESK_HINT_ERASE},
	{KEYS_CTRL('Z'), ACTION_UNDO, 0, TEXT_KEY_UNDO, TEXT_DESK_HINT_UNDO},
	{KEYS_F1, ACTION_HELP, 0, TEXT_KEY_F1, TEXT_HINT_HELP},
	{KEYS_CTRL('L'), ACTION_LOCK, 0, TEXT_KEY_LOCK, TEXT_DESK_HINT_LOCK},
	{KEYS_CTRL('Q'), ACTION_LEAVE, 0, TEXT_KEY_LEAVE, TEXT_DESK_HINT_LEAVE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

struct desk_view *desk_view(struct desk *desk)
{
	return &desk->views[desk->depth - 1];
}

const struct desk_view *desk_seen(const struct desk *desk)
{
	return &desk->views[desk->depth - 1];
}

void desk_want(struct desk *desk, unsigned effect)
{
	desk->effects |= effect;
}

void desk_go(struct desk *desk, const struct desk_screen *screen)
{
	if (desk->depth == DESK_DEPTH)
		return;
	desk->views[desk->depth++] = (struct desk_view){.screen = screen};
	desk_want(desk, DESK_REDRAW);
}

void desk_back(struct desk *desk)
{
	if (desk->depth > 1)
		desk->depth--;
	desk_want(desk, DESK_REDRAW);
}

void desk_move(struct desk *desk, int by)
{
	int count = tray_count(desk->tray);
	int place = desk->place + by;

	if (place >= count)
		place = count - 1;
	if (place < 0)
		place = 0;
	desk->place = place;
	desk->lead = count > 0 ? tray_at(desk->tray, place) : TRAY_NONE;
	desk_want(desk, DESK_REDRAW);
}

void desk_find(struct desk *desk)
{
	const char *status[STATUS_COUNT];

	for (int i = 0; i < STATUS_COUNT; i++)
		status[i] = desk_text(desk, desk_status_text((enum status)i));
	tray_filter(desk->tray, desk->words->query, status);
}

/* --- reading and choosing --- */

static void scroll(struct desk *desk, int by)
{
	desk_view(desk)->scroll += by;
	desk_want(desk, DESK_REDRAW);
}

static void step(struct desk *desk, int by)
{
	const struct desk_screen *screen = desk_seen(desk)->screen;
	int count = screen->count ? screen->count(desk) : 0;
	struct desk_view *view = desk_view(desk);

	if (screen->is_list)
		desk_move(desk, by);
	else if (count > 0)
		view->focus = (view->focus + by + count) % count;
	else
		scroll(desk, by);
	desk_want(desk, DESK_REDRAW);
}

static void turn(struct desk *desk, int pages)
{
	bool is_list = desk_seen(desk)->screen->is_list;
	int rows = is_list ? desk->seen : desk->body_rows;
	int by = rows > PAGE_OVERLAP ? rows - PAGE_OVERLAP : 1;

	if (is_list)
		desk_move(desk, pages * by);
	else
		scroll(desk, pages * by);
}

static void act_up(struct desk *desk, int arg)
{
	(void)arg;
	step(desk, -1);
}

static void act_down(struct desk *desk, int arg)
{
	(void)arg;
	step(desk, 1);
}

static void act_page_up(struct desk *desk, int arg)
{
	(void)arg;
	turn(desk, -1);
}

static void act_page_down(struct desk *desk, int arg)
{
	(void)arg;
	turn(desk, 1);
}

static void act_home(struct desk *desk, int arg)
{
	(void)arg;
	if (desk_seen(desk)->screen->is_list)
		desk_move(desk, -tray_total(desk->tray));
}

static void act_end(struct desk *desk, int arg)
{
	(void)arg;
	if (desk_seen(desk)->screen->is_list)
		desk_move(desk, tray_total(desk->tray));
}

static void act_back(struct desk *desk, int arg)
{
	(void)arg;
	desk_back(desk);
}

static void act_help(struct desk *desk, int arg)
{
	(void)arg;
	if (desk_seen(desk)->screen != &desk_screen_help)
		desk_go(desk, &desk_screen_help);
}

static void act_language(struct desk *desk, int arg)
{
	(void)arg;
	desk->language =
		(desk->language + 1) % desk->catalog->clinic.language_count;
	desk_find(desk);
	desk_want(desk, DESK_REDRAW);
}

/* --- deeds --- */

void desk_say(struct desk *desk, enum text_id id)
{
	struct buf notice;

	buf_init(&notice, desk->words->notice, DESK_NOTICE_SIZE);
	buf_add(&notice, desk_text(desk, id));
	desk->is_notice_bad = false;
}

/* In the list the next lead takes the place of one that moves on. */
void desk_do(struct desk *desk, enum desk_effect deed)
{
	desk->doing = deed;
	desk->meant = desk->lead;
	desk->lets_go = desk->views[desk->depth - 1].screen->is_list ||
			deed == DESK_ERASE;
	desk_want(desk, deed);
}

static void act_mark(struct desk *desk, int status)
{
	if (desk->lead == TRAY_NONE)
		return;
	desk->mark = (enum status)status;
	desk_do(desk, DESK_MARK);
}

static void act_undo(struct desk *desk, int arg)
{
	(void)arg;
	if (desk->undo != TRAY_NONE) {
		desk->lead = desk->undo;
		desk_do(desk, DESK_UNDO);
		desk->lets_go = false;
		return;
	}
	desk_say(desk, TEXT_DESK_NO_UNDO);
}

static void go_to_deed(struct desk *desk, const struct desk_screen *screen)
{
	if (desk->lead == TRAY_NONE)
		return;
	sodium_memzero(desk->words->note, DESK_NOTE_SIZE);
	desk_go(desk, screen);
}

static void act_note(struct desk *desk, int arg)
{
	(void)arg;
	go_to_deed(desk, &desk_screen_note);
}

static void act_export(struct desk *desk, int arg)
{
	(void)arg;
	go_to_deed(desk, &desk_screen_export);
}

static void act_forget(struct desk *desk, int arg)
{
	(void)arg;
	go_to_deed(desk, &desk_screen_erase);
}

static void act_lock(struct desk *desk, int arg)
{
	(void)arg;
	desk_lock(desk);
}

static void act_leave(struct desk *desk, int arg)
{
	(void)arg;
	desk_want(desk, DESK_EXIT);
}

static void (*const everywhere[ACTION_COUNT])(struct desk *, int) = {
	[ACTION_UP] = act_up,           [ACTION_DOWN] = act_down,
	[ACTION_PAGE_UP] = act_page_up, [ACTION_PAGE_DOWN] = act_page_down,
	[ACTION_HOME] = act_home,       [ACTION_END] = act_end,
	[ACTION_BACK] = act_back,       [ACTION_LANGUAGE] = act_language,
	[ACTION_LEAVE] = act_leave,
};

/* What the screens that stand alone leave out. */
static void (*const together[ACTION_COUNT])(struct desk *, int) = {
	[ACTION_HELP] = act_help,     [ACTION_MARK] = act_mark,
	[ACTION_UNDO] = act_undo,     [ACTION_NOTE] = act_note,
	[ACTION_EXPORT] = act_export, [ACTION_FORGET] = act_forget,
	[ACTION_LOCK] = act_lock,
};

void desk_act(struct desk *desk, enum action action, int arg)
{
	const struct desk_view *view = desk_seen(desk);
	const struct desk_screen *screen = view->screen;
	void (*act)(struct desk *, int) = NULL;

	if (action == ACTION_NEXT && screen->count) {
		action = ACTION_PICK;
		arg = view->focus;
	}
	if (action == ACTION_PICK && arg == PICK_FOCUS)
		arg = view->focus;
	if (screen->acts)
		act = screen->acts[action];
	if (!act)
		act = everywhere[action];
	if (!act && !screen->is_alone)
		act = together[action];
	if (!act)
		return;
	act(desk, arg);
	desk_want(desk, DESK_REDRAW);
}
