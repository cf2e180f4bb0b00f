#include "hairline/ui/app.h"

#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/core/notice.h"
#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"

#define SECOND_MS 1000
#define MORE_TIME 10 /* "more time" makes every limit so many times longer */
#define CLICK_GUARD_MS                                         \
	350 /* the second half of a double click picks nothing \
	     */

static const struct screen *screen_of(const struct app *app)
{
	return app->views[app->depth - 1].screen;
}

bool app_is_untouched(const struct app *app)
{
	return app->depth == 1 && app->session->language == 0 &&
	       session_is_fresh(app->session);
}

/* How long this screen may stay untouched, in ms; -1: as long as it likes. */
static int64_t idle_limit(const struct app *app)
{
	const struct clinic *clinic = &app->catalog->clinic;
	const int seconds[] = {
		[IDLE_NEVER] = -1,
		[IDLE_QUESTION] = clinic->idle_question,
		[IDLE_READING] = clinic->idle_reading,
	};
	int64_t limit = seconds[screen_of(app)->idle];

	if (limit < 0 || app->is_form || app_is_untouched(app))
		return -1;
	limit *= SECOND_MS;
	return app->session->has_more_time ? limit * MORE_TIME : limit;
}

static int64_t countdown_end(const struct app *app)
{
	int64_t countdown = app->catalog->clinic.idle_countdown;

	if (app->session->has_more_time)
		countdown *= MORE_TIME;
	return app->active_ms + idle_limit(app) + countdown * SECOND_MS;
}

static void stay(struct app *app)
{
	app->active_ms = app->now_ms;
	if (app->is_warning)
		app_want(app, EFFECT_REDRAW);
	app->is_warning = false;
}

/* Are staff shown how long to wait before the next PIN? */
static bool is_waiting(const struct app *app)
{
	return screen_of(app) == &screen_staff &&
	       app->wait_until_ms > app->now_ms - SECOND_MS;
}

static void on_tick(struct app *app, const struct event *event)
{
	int64_t limit = idle_limit(app);

	(void)event;
	if (is_waiting(app))
		app_want(app, EFFECT_REDRAW);
	if (limit < 0 || app->now_ms < app->active_ms + limit)
		return;
	app_want(app, EFFECT_REDRAW);
	if (app->depth == 1 || app->now_ms >= countdown_end(app))
		app_finish(app, VISIT_IDLE);
	else
		app->is_warning = true;
}

/* A key that is held down, or pasted over and over, acts once. */
static bool is_repeated(struct app *app, unsigned key, enum action action)
{
	int64_t guard = app->catalog->clinic.repeat_guard;
	bool is_again =
		key == app->last_key && app->now_ms - app->last_key_ms < guard;

	app->last_key = key;
	app->last_key_ms = app->now_ms;
	return is_again && action_is_guarded(action);
}

static const struct binding *find_binding(const struct app *app, unsigned key)
{
	const struct screen *screen = screen_of(app);
	const struct binding *found = binding_find(screen->bindings, key);

	if (!found && !screen->is_typing)
		found = binding_find(bindings_plain, key);
	if (!found)
		found = binding_find(bindings_common, key);
	if (!found)
		found = binding_find(screen->bindings, KEYS_OTHER);
	return found;
}

static void on_key(struct app *app, const struct event *event)
{
	const struct screen *screen = screen_of(app);
	const struct binding *binding;

	app->has_gap = false;
	if (app->is_warning) {
		stay(app);
		return;
	}
	stay(app);
	if (screen->is_typing && event->key < KEYS_OTHER &&
	    utf8_is_printable(event->key)) {
		app_act(app, ACTION_TYPE, (int)event->key);
		return;
	}
	binding = find_binding(app, event->key);
	if (binding && !is_repeated(app, event->key, binding->action))
		app_act(app, binding->action, binding->arg);
}

/* The lines of a text that is pasted do not run into each other. */
static bool is_line_end(unsigned key)
{
	return key == '\n' || key == '\r';
}

/* Pasted text may only go where text is typed, and never presses a key. */
static void on_paste(struct app *app, const struct event *event)
{
	const struct screen *screen = screen_of(app);

	if (app->is_warning || !screen->is_typing)
		return;
	stay(app);
	if (is_line_end(event->key)) {
		app->has_gap = true;
	} else if (utf8_is_printable(event->key)) {
		if (app->has_gap && event->key != ' ')
			app_act(app, ACTION_TYPE, ' ');
		app->has_gap = false;
		app_act(app, ACTION_TYPE, (int)event->key);
	}
}

static void on_click(struct app *app, const struct event *event)
{
	const struct hit *hit;
	bool is_double = app->now_ms - app->changed_ms < CLICK_GUARD_MS &&
			 app->catalog->clinic.repeat_guard > 0;

	if (app->is_warning || is_double) {
		stay(app);
		return;
	}
	stay(app);
	hit = hits_find(&app->hits, event->row, event->col);
	if (!hit)
		return;
	app->changed_ms = app->now_ms;
	app_act(app, hit->action, hit->arg);
}

static void on_scroll(struct app *app, const struct event *event)
{
	if (app->is_warning) {
		stay(app);
		return;
	}
	stay(app);
	app_scroll(app, event->key == KEYS_DOWN ? 2 : -2);
}

static void on_resize(struct app *app, const struct event *event)
{
	(void)event;
	app_want(app, EFFECT_REDRAW);
}

static void on_saved(struct app *app, const struct event *event)
{
	struct buf reference;

	buf_init(&reference, app->session->reference,
		 sizeof(app->session->reference));
	buf_add(&reference, event->text);
	stay(app);
	app_replace(app, &screen_saved, FORM_NONE);
}

static void on_save_failed(struct app *app, const struct event *event)
{
	(void)event;
	stay(app);
	app_replace(app, &screen_unsaved, FORM_NONE);
}

static void on_pin_right(struct app *app, const struct event *event)
{
	(void)event;
	app_finish(app, VISIT_CLOSED);
	app_want(app, EFFECT_EXIT);
}

static void on_pin_wrong(struct app *app, const struct event *event)
{
	stay(app);
	memset(app->session->pin, 0, sizeof(app->session->pin));
	app->wait_until_ms = app->now_ms + event->wait_ms;
	app_view(app)->fault = 1;
	app_want(app, EFFECT_REDRAW);
}

static void on_store(struct app *app, const struct event *event)
{
	app->can_save = event->key != 0;
	app_want(app, EFFECT_REDRAW);
}

static void on_close(struct app *app, const struct event *event)
{
	(void)event;
	app_finish(app, VISIT_CLOSED);
}

static void (*const handlers[])(struct app *, const struct event *) = {
	[EVENT_TICK] = on_tick,           [EVENT_KEY] = on_key,
	[EVENT_PASTE] = on_paste,         [EVENT_CLICK] = on_click,
	[EVENT_SCROLL] = on_scroll,       [EVENT_RESIZE] = on_resize,
	[EVENT_SAVED] = on_saved,         [EVENT_SAVE_FAILED] = on_save_failed,
	[EVENT_PIN_RIGHT] = on_pin_right, [EVENT_PIN_WRONG] = on_pin_wrong,
	[EVENT_STORE] = on_store,         [EVENT_CLOSE] = on_close,
};

static void start(struct app *app, const struct catalog *catalog,
		  struct session *session, const struct screen *screen)
{
	memset(app, 0, sizeof(*app));
	app->catalog = catalog;
	app->session = session;
	app->views[0] = (struct view){.screen = screen, .item = FORM_NONE};
	app->depth = 1;
}

void app_init(struct app *app, const struct catalog *catalog,
	      struct session *session)
{
	start(app, catalog, session, &screen_welcome);
}

void app_init_form(struct app *app, const struct catalog *catalog,
		   struct session *session)
{
	start(app, catalog, session, &screen_begin);
	app->is_form = true;
}

void app_renew(struct app *app, const struct catalog *catalog,
	       struct session *session)
{
	const struct app old = *app;

	app_init(app, catalog, session);
	app->now_ms = old.now_ms;
	app->now = old.now;
	app->wait_until_ms = old.wait_until_ms;
	app->can_save = old.can_save;
	app->has_pin = old.has_pin;
	app->has_blocks = old.has_blocks;
	app->zone = old.zone;
	app->has_old_content = old.has_old_content;
}

unsigned app_step(struct app *app, const struct event *event)
{
	app->now_ms = event->now_ms;
	app->now = event->now;
	app->effects = 0;
	handlers[event->type](app, event);
	return app->effects;
}

int64_t app_deadline(const struct app *app)
{
	int64_t limit = idle_limit(app);

	if (limit < 0)
		return -1;
	if (app->is_warning)
		return app->now_ms + SECOND_MS -
		       (app->now_ms - app->active_ms) % SECOND_MS;
	if (is_waiting(app))
		return app->now_ms + SECOND_MS;
	return app->active_ms + limit;
}

int app_seconds_left(const struct app *app)
{
	int64_t left = countdown_end(app) - app->now_ms;

	return left < 0 ? 0 : (int)((left + SECOND_MS - 1) / SECOND_MS);
}

static const char *shared_tier(const struct session *session)
{
	struct outcome outcome;

	outcome_find(&outcome, &session->answers);
	return tier_code(outcome.saved);
}

void app_lead(struct app *app, struct lead *lead)
{
	const struct session *session = app->session;
	const struct clinic *clinic = &app->catalog->clinic;
	const struct language *language = app_language(app);
	bool is_shared = session->consent.is_set[CONSENT_ANSWERS] &&
			 !answers_is_empty(&session->answers);
	char date_mem[64];
	struct buf date;

	buf_init(&date, date_mem, sizeof(date_mem));
	app_delete_after(app, &date);
	notice_hash(app->notice_hash, &language->privacy, &language->text,
		    date.at);
	*lead = (struct lead){
		.kiosk = clinic->kiosk.in[0],
		.created_at = app->now,
		.delete_after = app->now +
				(int64_t)clinic->retention_days * 24 * 60 * 60,
		.language = language->code,
		.form_hash = is_shared ? app->catalog->form.hash : "",
		.tier = is_shared ? shared_tier(session) : "",
		.name = session->name,
		.phone = session->phone,
		.email = session->email,
		.time = lead_time_name(session->time),
		.clinic = clinic->name.in[0],
		.text_version = language->privacy.version,
		.text_hash = app->notice_hash,
		.faq_hash = language->faq.hash,
		.method = "kiosk-keypress",
		.retention_days = clinic->retention_days,
		.consent = session->consent,
		.answers = "",
	};
}

const struct visit *app_visit(const struct app *app)
{
	return &app->visit;
}

const char *app_pin(const struct app *app)
{
	return app->session->pin;
}
