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

#include "hairline/cmd/content_notice.h"
#include "hairline/cmd/kiosk.h"
#include "hairline/cmd/signals.h"
#include "hairline/content/fhir_write.h"
#include "hairline/core/date.h"
#include "hairline/store/pin.h"

#define SCRUB_STACK ((size_t)256 * 1024)
#define SCRUB_BYTE 0x5A    /* what freed memory is overwritten with */
#define DEFAULT_PIN "0000" /* until staff set one */
#define GOODBYE_S 5        /* most that a tidy end may take */
#define EVENTS_A_FRAME 512 /* a flood of input is drawn now and then */

int64_t kiosk_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static struct event new_event(enum event_type type)
{
	return (struct event){
		.type = type,
		.now_ms = kiosk_clock(),
		.now = (int64_t)time(NULL),
	};
}

static void step(struct kiosk *kiosk, const struct event *event);

/* --- effects --- */

static bool save_lead(struct kiosk *kiosk, struct lead *lead, struct err *err)
{
	struct session *session = kiosk->live.session;

	app_lead(&kiosk->app, lead);
	if (!kiosk->store)
		return err_set(err, ERR_STORE, "the store is not open");
	if (lead->form_hash[0]) {
		if (!fhir_write(&session->answers, session->language,
				lead->language, lead->created_at,
				session->response, session->response_size, err))
			return false;
		lead->answers = session->response;
	}
	return store_save(kiosk->store, lead, err);
}

static void save(struct kiosk *kiosk)
{
	struct event event = new_event(EVENT_SAVED);
	struct lead lead;
	struct err err;

	if (!save_lead(kiosk, &lead, &err))
		event.type = EVENT_SAVE_FAILED;
	sodium_memzero(kiosk->live.session->response,
		       kiosk->live.session->response_size);
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
	live_look(&kiosk->live, kiosk_clock());
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
	struct event event = new_event(EVENT_STORE);
	struct err err;

	kiosk->app.has_pin = pin_is_set(kiosk->options->data);
	event.key = kiosk_open_store(kiosk, &err);
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

/* --- the content changes --- */

static bool is_free(const struct kiosk *kiosk)
{
	return !kiosk->is_over && app_is_untouched(&kiosk->app);
}

static void show_new_content(struct kiosk *kiosk)
{
	struct err err;

	term_set_theme(kiosk->term, &live_catalog(&kiosk->live)->theme);
	app_renew(&kiosk->app, live_catalog(&kiosk->live), kiosk->live.session);
	kiosk->app.can_save = kiosk_open_store(kiosk, &err);
}

/* Swap in what has changed, or tell staff that it cannot be shown. */
static void take_content(struct kiosk *kiosk)
{
	enum live_news news =
		live_turn(&kiosk->live, kiosk_clock(), is_free(kiosk));
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
	int64_t other = live_deadline(&kiosk->live, is_free(kiosk));
	int64_t left;

	if (deadline < 0 || (other >= 0 && other < deadline))
		deadline = other;
	left = deadline - kiosk_clock();
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
		{.fd = kiosk->live.watch.notify, .events = POLLIN},
	};
	int ready = poll(fds, 3, wait_ms(kiosk));

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
	take_content(kiosk);
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
	if (kiosk_set_up(&kiosk, &err))
		status = loop(&kiosk);
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
