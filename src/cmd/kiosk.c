#include <errno.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "hairline/cmd/command.h"
#include "hairline/cmd/environment.h"
#include "hairline/cmd/kept_answers.h"
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
#define GOODBYE_S 5        /* most that a tidy end may take */
#define EVENTS_A_FRAME 512 /* a flood of input is drawn now and then */

struct kiosk {
	const struct options *options;
	struct catalog catalog;
	struct session *session;
	struct store *store; /* NULL while it cannot be opened */
	struct term *term;
	struct canvas canvas;
	struct app app;
	int signals;
	int64_t pin_after_ms; /* no PIN is checked before this */
	bool is_over;
	bool needs_frame;
};

static int64_t clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static struct event new_event(enum event_type type)
{
	return (struct event){
		.type = type,
		.now_ms = clock_ms(),
		.now = (int64_t)time(NULL),
	};
}

static void step(struct kiosk *kiosk, const struct event *event);

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
	struct event event = new_event(EVENT_SAVED);
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
	term_scrub(kiosk->term);
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
	struct event event = new_event(EVENT_PIN_WRONG);

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
	struct event event = new_event(EVENT_STORE);
	struct err err;

	kiosk->app.has_pin = pin_is_set(kiosk->options->data);
	event.key = open_store(kiosk, &err);
	step(kiosk, &event);
}

static void leave(struct kiosk *kiosk)
{
	kiosk->is_over = true;
}

struct effect_handler {
	enum effect effect;
	void (*handle)(struct kiosk *kiosk);
};

static const struct effect_handler effect_handlers[] = {
	{EFFECT_SAVE, save},
	{EFFECT_FORGET, forget},
	{EFFECT_VISIT_OVER, end_visit},
	{EFFECT_CHECK_PIN, check_pin},
	{EFFECT_CHECK_STORE, check_store},
	{EFFECT_EXIT, leave},
};

static void step(struct kiosk *kiosk, const struct event *event)
{
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

	term_size(kiosk->term, &rows, &cols);
	app_draw(&kiosk->app, &kiosk->canvas, rows, cols);
	term_draw(kiosk->term, &kiosk->canvas);
	kiosk->needs_frame = false;
}

/* A terminal that takes no more output must not hold up the end: the visit is
 * wiped by then. */
static void close_down(struct kiosk *kiosk)
{
	struct event event = new_event(EVENT_CLOSE);

	signals_limit_end(GOODBYE_S);
	step(kiosk, &event);
	kiosk->is_over = true;
}

static void resize(struct kiosk *kiosk)
{
	struct event event = new_event(EVENT_RESIZE);

	term_resize(kiosk->term);
	step(kiosk, &event);
}

/* Only TERM ends the kiosk; most others are taken and forgotten. */
static void take_signals(struct kiosk *kiosk)
{
	struct signalfd_siginfo info;

	while (read(kiosk->signals, &info, sizeof(info)) == sizeof(info)) {
		if (info.ssi_signo == SIGTERM)
			close_down(kiosk);
		else if (info.ssi_signo == SIGWINCH)
			resize(kiosk);
	}
}

static void take_input(struct kiosk *kiosk)
{
	struct event event = new_event(EVENT_KEY);

	for (int i = 0; i < EVENTS_A_FRAME && !kiosk->is_over &&
			term_read(kiosk->term, &event);
	     i++) {
		step(kiosk, &event);
		event = new_event(EVENT_KEY);
	}
}

static void tick(struct kiosk *kiosk)
{
	struct event event = new_event(EVENT_TICK);

	step(kiosk, &event);
}

static int wait_ms(const struct kiosk *kiosk)
{
	int64_t deadline = app_deadline(&kiosk->app);
	int64_t left = deadline - clock_ms();

	if (deadline < 0)
		return -1;
	return left < 0 ? 0 : (int)left;
}

/* Has the terminal hung up, or come to an end of file? */
static bool is_gone(int revents)
{
	int waiting = 0;

	if (revents & (POLLHUP | POLLERR | POLLNVAL))
		return true;
	return (revents & POLLIN) &&
	       (ioctl(STDIN_FILENO, FIONREAD, &waiting) != 0 || waiting == 0);
}

/* Take what comes next.  False when the terminal is gone. */
static bool turn(struct kiosk *kiosk)
{
	struct pollfd fds[] = {
		{.fd = STDIN_FILENO, .events = POLLIN},
		{.fd = kiosk->signals, .events = POLLIN},
	};
	int ready = poll(fds, 2, wait_ms(kiosk));

	if (ready < 0)
		return errno == EINTR;
	if (fds[1].revents)
		take_signals(kiosk);
	/* What was typed meanwhile is flushed by then: no sign of a hang-up. */
	if (kiosk->is_over)
		return true;
	if (is_gone(fds[0].revents))
		return false;
	if (fds[0].revents)
		take_input(kiosk);
	tick(kiosk);
	return true;
}

static int loop(struct kiosk *kiosk)
{
	check_store(kiosk);
	while (!kiosk->is_over) {
		if (kiosk->needs_frame)
			draw(kiosk);
		if (!turn(kiosk)) {
			close_down(kiosk);
			return EXIT_FOUND;
		}
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
	kiosk->signals = signals_catch();
	if (kiosk->signals < 0)
		return err_set(err, ERR_IO, "cannot watch for signals");
	environment_clean();
	kiosk->term = term_open(&kiosk->catalog.theme, err);
	if (!kiosk->term)
		return false;
	app_init(&kiosk->app, &kiosk->catalog, kiosk->session);
	kiosk->app.has_blocks = term_has_blocks(kiosk->term);
	kiosk->app.zone = zone_at;
	kiosk->pin_after_ms = clock_ms() + pin_delay(kiosk->options->data);
	kiosk->app.wait_until_ms = kiosk->pin_after_ms;
	return true;
}

static void tear_down(struct kiosk *kiosk)
{
	term_close(kiosk->term);
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
	if (set_up(&kiosk, &err))
		status = loop(&kiosk);
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
