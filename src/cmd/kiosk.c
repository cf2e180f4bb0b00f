#include <malloc.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "hairline/cmd/content_notice.h"
#include "hairline/cmd/kept_answers.h"
#include "hairline/cmd/kiosk.h"
#include "hairline/core/date.h"
#include "hairline/store/pin.h"

#define SCRUB_STACK ((size_t)256 * 1024)
#define SCRUB_BYTE 0x5A    /* what freed memory is overwritten with */
#define DEFAULT_PIN "0000" /* until staff set one */

static void step(void *context, const struct event *event);

/* --- effects --- */

static bool save_lead(struct kiosk *kiosk, struct lead *lead, struct err *err)
{
	char *answers;
	bool ok;

	app_lead(&kiosk->app, lead);
	if (!kiosk->store)
		return err_set(err, ERR_STORE, "the store is not open");
	if (!lead->form_hash[0])
		return store_save(kiosk->store, lead, err);
	answers = kept_answers(&kiosk->live.session->answers,
			       kiosk->live.session->language, lead, err);
	if (!answers)
		return false;
	lead->answers = answers;
	ok = store_save(kiosk->store, lead, err);
	lead->answers = "";
	sodium_free(answers);
	return ok;
}

static void save(struct kiosk *kiosk)
{
	struct event event = loop_event(EVENT_SAVED);
	struct lead lead;
	struct err err;

	if (!save_lead(kiosk, &lead, &err))
		event.type = EVENT_SAVE_FAILED;
	event.text = lead.reference;
	step(kiosk, &event);
}

/* The local day, so that visits are counted as the clinic counts its days. */
static void set_day(struct visit *visit)
{
	time_t now = time(NULL);
	struct tm local;

	localtime_r(&now, &local);
	strftime(visit->day, sizeof(visit->day), "%Y-%m-%d", &local);
}

/* Forget the visitor everywhere outside the session, which is wiped already. */
static void forget(struct kiosk *kiosk)
{
	canvas_wipe(&kiosk->canvas);
	term_scrub(kiosk->loop.term);
	sodium_stackzero(SCRUB_STACK);
}

/* A store that is slow must not keep the visitor's screen in sight. */
static void end_visit(struct kiosk *kiosk)
{
	struct visit visit = *app_visit(&kiosk->app);
	struct err err;

	forget(kiosk);
	set_day(&visit);
	if (kiosk->store)
		store_add_visit(kiosk->store, &visit, &err);
	live_look(&kiosk->live, loop_clock_ms());
}

static void check_pin(struct kiosk *kiosk)
{
	const char *data = kiosk->options->data;
	const char *pin = app_pin(&kiosk->app);
	struct event event = loop_event(EVENT_PIN_WRONG);

	event.wait_ms = kiosk->pin_after_ms - event.now_ms;
	if (event.wait_ms <= 0) {
		bool is_right = pin_is_set(data) ? pin_check(data, pin)
						 : !strcmp(pin, DEFAULT_PIN);

		event.type = is_right ? EVENT_PIN_RIGHT : EVENT_PIN_WRONG;
		event.wait_ms = pin_delay(data);
		kiosk->pin_after_ms = event.now_ms + event.wait_ms;
	}
	step(kiosk, &event);
}

bool kiosk_open_store(struct kiosk *kiosk, struct err *err)
{
	if (!kiosk->store)
		kiosk->store = store_open(kiosk->options->data, err);
	return kiosk->store &&
	       store_add_form(kiosk->store, &live_catalog(&kiosk->live)->form,
			      time(NULL), err) &&
	       store_can_save(kiosk->store, err);
}

static void check_store(struct kiosk *kiosk)
{
	struct event event = loop_event(EVENT_STORE);
	struct err err;

	kiosk->app.has_pin = pin_is_set(kiosk->options->data);
	event.key = kiosk_open_store(kiosk, &err);
	step(kiosk, &event);
}

static void leave(struct kiosk *kiosk)
{
	kiosk->loop.is_over = true;
}

static const struct {
	enum effect effect;
	void (*handle)(struct kiosk *kiosk);
} effect_handlers[] = {
	{EFFECT_SAVE, save},
	{EFFECT_FORGET, forget},
	{EFFECT_VISIT_OVER, end_visit},
	{EFFECT_CHECK_PIN, check_pin},
	{EFFECT_CHECK_STORE, check_store},
	{EFFECT_EXIT, leave},
};

static void step(void *context, const struct event *event)
{
	struct kiosk *kiosk = context;
	unsigned effects = app_step(&kiosk->app, event);

	if (effects & EFFECT_REDRAW)
		kiosk->needs_frame = true;
	for (size_t i = 0;
	     i < sizeof(effect_handlers) / sizeof(effect_handlers[0]); i++)
		if (effects & effect_handlers[i].effect)
			effect_handlers[i].handle(kiosk);
}

/* --- the content changes --- */

static bool is_free(const struct kiosk *kiosk)
{
	return !kiosk->loop.is_over && app_is_untouched(&kiosk->app);
}

static void show_new_content(struct kiosk *kiosk)
{
	const struct catalog *catalog = live_catalog(&kiosk->live);
	struct err err;

	term_set_theme(kiosk->loop.term, &catalog->theme);
	app_renew(&kiosk->app, catalog, kiosk->live.session);
	kiosk->app.can_save = kiosk_open_store(kiosk, &err);
}

/* Swap in what has changed, or tell staff that it cannot be shown. */
static void take_content(struct kiosk *kiosk)
{
	enum live_news news =
		live_turn(&kiosk->live, loop_clock_ms(), is_free(kiosk));
	struct err err;

	if (news == LIVE_NONE)
		return;
	if (news == LIVE_NEW)
		show_new_content(kiosk);
	kiosk->app.has_old_content = kiosk->live.is_bad;
	kiosk->needs_frame = true;
	content_notice(kiosk->options->data, kiosk->live.dir, "kiosk", &err);
}

/* --- the loop --- */

static void draw(struct kiosk *kiosk)
{
	int rows;
	int cols;

	term_size(kiosk->loop.term, &rows, &cols);
	app_draw(&kiosk->app, &kiosk->canvas, rows, cols);
	term_draw(kiosk->loop.term, &kiosk->canvas);
	kiosk->needs_frame = false;
}

/* When something is to be done that nobody asks for, or -1. */
static int64_t deadline(const struct kiosk *kiosk)
{
	int64_t next = purge_before(&kiosk->purge, app_deadline(&kiosk->app));
	int64_t content = live_deadline(&kiosk->live, is_free(kiosk));

	return next < 0 || (content >= 0 && content < next) ? content : next;
}

static void turn_over(struct kiosk *kiosk)
{
	take_content(kiosk);
	purge_turn(&kiosk->purge, kiosk->store,
		   live_catalog(&kiosk->live)->clinic.kiosk.in[0],
		   loop_clock_ms());
}

static int run_loop(struct kiosk *kiosk)
{
	kiosk->needs_frame = true;
	while (!kiosk->loop.is_over) {
		if (kiosk->needs_frame)
			draw(kiosk);
		if (!loop_turn(&kiosk->loop, deadline(kiosk))) {
			loop_close(&kiosk->loop);
			return EXIT_FOUND;
		}
		if (!kiosk->loop.is_over)
			turn_over(kiosk);
	}
	return EXIT_FINE;
}

static int run(const struct command *command, const struct options *options)
{
	struct kiosk kiosk;
	int status = EXIT_FOUND;
	struct err err;

	if (options->argc > 0)
		return command_misused(command, "unexpected \"%s\"",
				       options->argv[0]);
	mallopt(M_PERTURB, SCRUB_BYTE);
	memset(&kiosk, 0, sizeof(kiosk));
	kiosk.options = options;
	kiosk.loop.context = &kiosk;
	kiosk.loop.step = step;
	if (kiosk_set_up(&kiosk, &err))
		status = run_loop(&kiosk);
	else
		command_failed(command, err.msg);
	kiosk_tear_down(&kiosk);
	return status;
}

const struct command command_kiosk = {
	.name = "kiosk",
	.usage = "",
	.help = "open the kiosk (also without a command)",
	.run = run,
};
