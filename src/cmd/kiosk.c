#include <malloc.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "hairline/cmd/command.h"
#include "hairline/cmd/environment.h"
#include "hairline/cmd/kept_answers.h"
#include "hairline/cmd/loop.h"
#include "hairline/cmd/purge.h"
#include "hairline/cmd/signals.h"
#include "hairline/cmd/zone.h"
#include "hairline/content/load.h"
#include "hairline/core/catalog.h"
#include "hairline/core/date.h"
#include "hairline/store/pin.h"
#include "hairline/store/seal.h"
#include "hairline/store/store.h"
#include "hairline/ui/app.h"
#include "hairline/ui/term.h"

#define SCRUB_STACK ((size_t)256 * 1024)
#define SCRUB_BYTE 0x5A    /* what freed memory is overwritten with */
#define DEFAULT_PIN "0000" /* until staff set one */

struct kiosk {
	const struct options *options;
	struct catalog catalog;
	struct session *session;
	struct store *store; /* NULL while it cannot be opened */
	struct loop loop;
	struct canvas canvas;
	struct app app;
	int64_t pin_after_ms; /* no PIN is checked before this */
	struct purge purge;
	bool needs_frame;
};

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
	answers = kept_answers(&kiosk->session->answers,
			       kiosk->session->language, lead, err);
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

static bool open_store(struct kiosk *kiosk, struct err *err)
{
	if (!kiosk->store)
		kiosk->store = store_open(kiosk->options->data, err);
	return kiosk->store &&
	       store_add_form(kiosk->store, &kiosk->catalog.form, time(NULL),
			      err) &&
	       store_can_save(kiosk->store, err);
}

static void check_store(struct kiosk *kiosk)
{
	struct event event = loop_event(EVENT_STORE);
	struct err err;

	kiosk->app.has_pin = pin_is_set(kiosk->options->data);
	event.key = open_store(kiosk, &err);
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

static int run_loop(struct kiosk *kiosk)
{
	check_store(kiosk);
	while (!kiosk->loop.is_over) {
		if (kiosk->needs_frame)
			draw(kiosk);
		if (!loop_turn(&kiosk->loop,
			       purge_before(&kiosk->purge,
					    app_deadline(&kiosk->app)))) {
			loop_close(&kiosk->loop);
			return EXIT_FOUND;
		}
		if (!kiosk->loop.is_over)
			purge_turn(&kiosk->purge, kiosk->store,
				   kiosk->catalog.clinic.kiosk.in[0],
				   loop_clock_ms());
	}
	return EXIT_FINE;
}

/* --- setting up --- */

/* Said before the screen is taken over, and seen again behind it. */
static void say_keys(const struct kiosk *kiosk)
{
	char path[4096];

	if (!kiosk->store || !store_has_new_keys(kiosk->store))
		return;
	seal_secret_path(path, sizeof(path), kiosk->options->data);
	fprintf(stderr,
		"hairline: made the clinic's key pair. The secret key is in "
		"%s\nhairline: keep a copy of it in a safe place: without it "
		"nobody can read the leads. See hairline key --help\n",
		path);
}

static bool set_up(struct kiosk *kiosk, struct err *err)
{
	struct err store_err;

	if (!content_load(&kiosk->catalog, kiosk->options->content, err))
		return false;
	kiosk->session = session_new(&kiosk->catalog.form);
	if (!kiosk->session || !canvas_init(&kiosk->canvas))
		return err_set(err, ERR_MEMORY, "out of memory");
	if (!open_store(kiosk, &store_err))
		fprintf(stderr,
			"hairline: leads cannot be saved now: %s\n"
			"hairline: see hairline doctor\n",
			store_err.msg);
	say_keys(kiosk);
	kiosk->loop.signals = signals_catch();
	if (kiosk->loop.signals < 0)
		return err_set(err, ERR_IO, "cannot watch for signals");
	environment_clean();
	kiosk->loop.term = term_open(&kiosk->catalog.theme, err);
	if (!kiosk->loop.term)
		return false;
	app_init(&kiosk->app, &kiosk->catalog, kiosk->session);
	kiosk->app.has_blocks = term_has_blocks(kiosk->loop.term);
	kiosk->app.zone = zone_at;
	kiosk->pin_after_ms = loop_clock_ms() + pin_delay(kiosk->options->data);
	kiosk->app.wait_until_ms = kiosk->pin_after_ms;
	return true;
}

static void tear_down(struct kiosk *kiosk)
{
	term_close(kiosk->loop.term);
	canvas_release(&kiosk->canvas);
	session_free(kiosk->session);
	store_close(kiosk->store);
	content_release(&kiosk->catalog);
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
	if (set_up(&kiosk, &err))
		status = run_loop(&kiosk);
	else
		command_failed(command, err.msg);
	tear_down(&kiosk);
	return status;
}

const struct command command_kiosk = {
	.name = "kiosk",
	.usage = "",
	.help = "open the kiosk (also without a command)",
	.run = run,
};
