#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "hairline/cmd/content_preview.h"
#include "hairline/cmd/signals.h"
#include "hairline/ui/key.h"
#include "hairline/ui/screen.h"
#include "hairline/ui/term.h"

#define SAMPLE_REFERENCE "H4K7QX3"

struct show {
	struct preview preview;
	struct term *term;
	int signals;
	bool is_over;
};

static struct event new_event(enum event_type type)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (struct event){
		.type = type,
		.now_ms = (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000,
		.now = (int64_t)time(NULL),
	};
}

/* No clock ticks here: an owner may look as long as they like. */
static void step(struct show *show, const struct event *event)
{
	unsigned effects = app_step(&show->preview.app, event);
	struct event answer = *event;

	if (effects & EFFECT_SAVE) {
		answer.type = EVENT_SAVED;
		answer.text = SAMPLE_REFERENCE;
		app_step(&show->preview.app, &answer);
	}
	if (effects & (EFFECT_VISIT_OVER | EFFECT_CHECK_PIN | EFFECT_EXIT))
		show->is_over = true;
}

static void take_input(struct show *show)
{
	struct event event = new_event(EVENT_KEY);

	while (!show->is_over && term_read(show->term, &event)) {
		if (event.type == EVENT_KEY && event.key == KEYS_CTRL('C'))
			show->is_over = true;
		else
			step(show, &event);
		event = new_event(EVENT_KEY);
	}
}

static void take_signals(struct show *show)
{
	struct signalfd_siginfo info;

	while (read(show->signals, &info, sizeof(info)) == sizeof(info)) {
		struct event event = new_event(EVENT_RESIZE);

		if (info.ssi_signo == SIGTERM || info.ssi_signo == SIGHUP)
			show->is_over = true;
		if (info.ssi_signo != SIGWINCH)
			continue;
		term_resize(show->term);
		step(show, &event);
	}
}

static void draw(struct show *show)
{
	struct preview *preview = &show->preview;
	int rows;
	int cols;

	term_size(show->term, &rows, &cols);
	app_draw(&preview->app, &preview->canvas, rows, cols);
	term_draw(show->term, &preview->canvas);
}

static bool has_input(int revents)
{
	int waiting = 0;

	return (revents & POLLIN) &&
	       ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0;
}

static void turn(struct show *show)
{
	struct pollfd fds[] = {
		{.fd = STDIN_FILENO, .events = POLLIN},
		{.fd = show->signals, .events = POLLIN},
	};

	draw(show);
	if (poll(fds, 2, -1) < 0 && errno != EINTR)
		show->is_over = true;
	if (fds[1].revents)
		take_signals(show);
	if (has_input(fds[0].revents))
		take_input(show);
	else if (fds[0].revents)
		show->is_over = true;
}

static void run(struct show *show)
{
	struct preview *preview = &show->preview;

	preview_go(preview, preview->topic->screen, FORM_NONE);
	preview->app.has_blocks = term_has_blocks(show->term);
	while (!show->is_over)
		turn(show);
	term_close(show->term);
}

static bool take_terminal(struct show *show, struct err *err)
{
	sigset_t before;

	sigprocmask(SIG_SETMASK, NULL, &before);
	show->signals = signals_catch();
	if (show->signals < 0)
		return err_set(err, ERR_IO, "cannot watch for signals");
	show->term = term_open(&show->preview.catalog.theme, err);
	if (show->term)
		run(show);
	close(show->signals);
	sigprocmask(SIG_SETMASK, &before, NULL);
	return show->term != NULL;
}

bool content_preview_show(const struct content_source *source,
			  const char *topic, const char *language,
			  struct err *err)
{
	struct show show;
	bool ok;

	memset(&show, 0, sizeof(show));
	ok = preview_open(&show.preview, source, topic, language, err) &&
	     take_terminal(&show, err);
	preview_close(&show.preview);
	return ok;
}
