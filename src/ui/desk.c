#include "hairline/ui/desk.h"

#include <sodium.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/core/tray_kin.h"
#include "hairline/ui/desk_screen.h"
#include "hairline/ui/key.h"

#define SECOND_MS 1000
#define MINUTE_MS (60 * SECOND_MS)
#define WHEEL 3 /* lines */

static int64_t idle_ms(const struct desk *desk)
{
	return (int64_t)desk->catalog->clinic.idle_desk * SECOND_MS;
}

static bool is_waiting(const struct desk *desk)
{
	return desk->is_locked &&
	       desk->wait_until_ms > desk->now_ms - SECOND_MS;
}

/* --- time --- */

static void on_tick(struct desk *desk, const struct event *event)
{
	(void)event;
	if (!desk->is_locked && desk->can_read &&
	    desk->now_ms >= desk->active_ms + idle_ms(desk))
		desk_lock(desk);
	if (desk->now_ms >= desk->look_ms + DESK_LOOK_MS) {
		desk->look_ms = desk->now_ms;
		desk_want(desk, DESK_LOOK);
	}
	if (desk->now_ms >= desk->minute_ms + MINUTE_MS) {
		desk->minute_ms = desk->now_ms;
		desk_want(desk, DESK_REDRAW);
	}
	if (is_waiting(desk))
		desk_want(desk, DESK_REDRAW);
}

int64_t desk_deadline(const struct desk *desk)
{
	int64_t due = desk->look_ms + DESK_LOOK_MS;
	int64_t lock = desk->active_ms + idle_ms(desk);

	if (is_waiting(desk) && desk->now_ms + SECOND_MS < due)
		due = desk->now_ms + SECOND_MS;
	if (!desk->is_locked && desk->can_read && lock < due)
		due = lock;
	return due;
}

/* --- keys, clicks --- */

/* One mark is set however long its key is held down. */
static bool is_repeated(struct desk *desk, unsigned key, enum action action)
{
	int64_t guard = desk->catalog->clinic.repeat_guard;
	bool is_again = key == desk->last_key &&
			desk->now_ms - desk->last_key_ms < guard;

	desk->last_key = key;
	desk->last_key_ms = desk->now_ms;
	return is_again && action_is_guarded(action);
}

static const struct binding *find_binding(const struct desk *desk, unsigned key)
{
	const struct desk_screen *screen = desk_seen(desk)->screen;
	const struct binding *found = binding_find(screen->bindings, key);

	if (!found && !screen->is_alone)
		found = binding_find(desk_bindings, key);
	if (!found && !screen->is_typing)
		found = binding_find(bindings_plain, key);
	if (!found)
		found = binding_find(bindings_common, key);
	return found;
}

static bool is_typed(const struct desk *desk, unsigned key)
{
	return desk_seen(desk)->screen->is_typing && key < KEYS_OTHER &&
	       utf8_is_printable(key);
}

/* Does any key show the list again, and do nothing else? */
static bool wakes(const struct desk *desk)
{
	return desk->is_locked && !desk->has_passphrase;
}

static void on_key(struct desk *desk, const struct event *event)
{
	const struct binding *binding;

	desk->active_ms = desk->now_ms;
	if (wakes(desk)) {
		desk_want(desk, DESK_UNLOCK);
		return;
	}
	if (is_typed(desk, event->key)) {
		desk->last_key = event->key;
		desk_act(desk, ACTION_TYPE, (int)event->key);
		return;
	}
	binding = find_binding(desk, event->key);
	if (binding && !is_repeated(desk, event->key, binding->action))
		desk_act(desk, binding->action, binding->arg);
}

/* Pasted text may only go where text is typed, and never presses a key. */
static void on_paste(struct desk *desk, const struct event *event)
{
	desk->active_ms = desk->now_ms;
	if (is_typed(desk, event->key))
		desk_act(desk, ACTION_TYPE, (int)event->key);
}

static void on_click(struct desk *desk, const struct event *event)
{
	const struct hit *hit = hits_find(&desk->hits, event->row, event->col);

	desk->active_ms = desk->now_ms;
	if (wakes(desk))
		desk_want(desk, DESK_UNLOCK);
	else if (hit)
		desk_act(desk, hit->action, hit->arg);
}

static void on_scroll(struct desk *desk, const struct event *event)
{
	enum action action = event->key == KEYS_DOWN ? ACTION_DOWN : ACTION_UP;

	desk->active_ms = desk->now_ms;
	for (int i = 0; i < WHEEL && !desk->is_locked; i++)
		desk_act(desk, action, 0);
}

static void on_change(struct desk *desk, const struct event *event)
{
	(void)event;
	desk_want(desk, DESK_REDRAW);
}

/* --- what became of a deed --- */

static struct buf start_notice(struct desk *desk, bool is_bad)
{
	struct buf notice;

	sodium_memzero(desk->words->notice, DESK_NOTICE_SIZE);
	buf_init(&notice, desk->words->notice, DESK_NOTICE_SIZE);
	desk->is_notice_bad = is_bad;
	desk_want(desk, DESK_REDRAW);
	return notice;
}

/* What is said of each deed once it is done; {name}, {status} and {reference}
 * are of its lead. */
struct done {
	enum desk_effect deed;
	enum text_id text;
};

static const struct done dones[] = {
	{DESK_MARK, TEXT_DESK_DONE_MARK},
	{DESK_UNDO, TEXT_DESK_DONE_UNDO},
	{DESK_NOTE, TEXT_DESK_DONE_NOTE},
	{DESK_ERASE, TEXT_DESK_DONE_ERASE},
};

static void on_done(struct desk *desk, const struct event *event)
{
	struct buf notice = start_notice(desk, false);

	for (size_t i = 0; i < sizeof(dones) / sizeof(dones[0]); i++)
		if (desk->doing == dones[i].deed)
			desk_fill_lead(desk, &notice, dones[i].text,
				       desk->meant);
	if (desk->doing == DESK_EXPORT)
		desk_fill(desk, &notice, TEXT_DESK_DONE_EXPORT, "file",
			  event->text);
	if (desk->doing == DESK_MARK)
		desk->undo = desk->meant;
	else if (desk->meant == desk->undo && desk->doing != DESK_NOTE)
		desk->undo = TRAY_NONE;
	if (desk->lets_go)
		desk->lead = TRAY_NONE;
	sodium_memzero(desk->words->note, DESK_NOTE_SIZE);
	desk->lets_go = false;
	desk->doing = 0;
}

static void on_failed(struct desk *desk, const struct event *event)
{
	char why_mem[512];
	struct buf why;
	struct buf notice = start_notice(desk, true);

	buf_init(&why, why_mem, sizeof(why_mem));
	utf8_escape(&why, event->text);
	desk_fill(desk, &notice, TEXT_DESK_FAILED, "why", why.at);
	desk->lets_go = false;
	desk->doing = 0;
}

/* --- the lock --- */

static void start(struct desk *desk, const struct desk_screen *screen)
{
	memset(desk->views, 0, sizeof(desk->views));
	desk->views[0].screen = screen;
	desk->depth = 1;
}

static void on_right(struct desk *desk, const struct event *event)
{
	(void)event;
	desk->is_locked = false;
	desk->can_read = true;
	desk->active_ms = desk->now_ms;
	sodium_memzero(desk->words->passphrase, DESK_PASSPHRASE_SIZE);
	start(desk, &desk_screen_list);
	desk_find(desk);
	desk_want(desk, DESK_REDRAW);
}

static void on_wrong(struct desk *desk, const struct event *event)
{
	sodium_memzero(desk->words->passphrase, DESK_PASSPHRASE_SIZE);
	desk->wait_until_ms = desk->now_ms + event->wait_ms;
	desk_view(desk)->fault = 1;
	desk_want(desk, DESK_REDRAW);
}

static void on_close(struct desk *desk, const struct event *event)
{
	(void)event;
	desk_lock(desk);
}

static void (*const handlers[])(struct desk *, const struct event *) = {
	[EVENT_TICK] = on_tick,       [EVENT_KEY] = on_key,
	[EVENT_PASTE] = on_paste,     [EVENT_CLICK] = on_click,
	[EVENT_SCROLL] = on_scroll,   [EVENT_RESIZE] = on_change,
	[EVENT_PIN_RIGHT] = on_right, [EVENT_PIN_WRONG] = on_wrong,
	[EVENT_CLOSE] = on_close,     [EVENT_TRAY] = on_change,
	[EVENT_DONE] = on_done,       [EVENT_FAILED] = on_failed,
};

void desk_lock(struct desk *desk)
{
	sodium_memzero(desk->words, sizeof(*desk->words));
	memset(&desk->hits, 0, sizeof(desk->hits));
	desk->is_locked = true;
	desk->undo = TRAY_NONE;
	desk->doing = 0;
	start(desk, &desk_screen_lock);
	desk_want(desk, DESK_LOCK | DESK_REDRAW);
}

void desk_init(struct desk *desk)
{
	const struct desk_screen *screen = &desk_screen_list;

	desk->lead = desk->undo = desk->meant = TRAY_NONE;
	desk->is_locked = !desk->can_read && desk->has_passphrase;
	if (desk->is_locked)
		screen = &desk_screen_lock;
	else if (!desk->can_read)
		screen = &desk_screen_key;
	start(desk, screen);
	desk_find(desk);
}

/* Keep to the lead that was chosen wherever it has moved; when it is gone from
 * the list, or a deed let go of it, to the place where it stood.  What is
 * asked about one lead, off the list, is never asked about another. */
static void settle(struct desk *desk)
{
	int count = tray_count(desk->tray);
	int place = desk->lead == TRAY_NONE
			    ? TRAY_NONE
			    : tray_place(desk->tray, desk->lead);

	if (place != TRAY_NONE)
		desk->place = place;
	if (desk->lead != TRAY_NONE && !desk_seen(desk)->screen->is_list)
		return;
	if (desk->place >= count)
		desk->place = count - 1;
	if (desk->place < 0)
		desk->place = 0;
	desk->lead = count > 0 ? tray_at(desk->tray, desk->place) : TRAY_NONE;
}

static bool needs_page(const struct desk *desk)
{
	return !desk->is_locked && desk->can_read && desk->lead != TRAY_NONE &&
	       strcmp(desk->page->id, tray_lead(desk->tray, desk->lead)->id) !=
		       0;
}

unsigned desk_step(struct desk *desk, const struct event *event)
{
	if (desk->active_ms == 0)
		desk->active_ms = desk->minute_ms = desk->look_ms =
			event->now_ms;
	desk->now_ms = event->now_ms;
	desk->now = event->now;
	desk->effects = 0;
	if (handlers[event->type])
		handlers[event->type](desk, event);
	settle(desk);
	if (needs_page(desk))
		desk_want(desk, DESK_READ);
	return desk->effects;
}

bool desk_may_use(const struct desk *desk, int lead)
{
	return status_may_use(tray_lead(desk->tray, lead)->status) &&
	       tray_kin_withdrawn(desk->tray, lead) != TRAY_LIKELY;
}
