#include <stdio.h>

#include "hairline/cmd/content_notice.h"
#include "hairline/cmd/environment.h"
#include "hairline/cmd/kiosk.h"
#include "hairline/cmd/signals.h"
#include "hairline/cmd/zone.h"
#include "hairline/store/pin.h"
#include "hairline/store/seal.h"

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

bool kiosk_set_up(struct kiosk *kiosk, struct err *err)
{
	struct err store_err;
	bool can_save;

	if (!live_open(&kiosk->live, kiosk->options->content, loop_clock_ms(),
		       err))
		return false;
	if (!canvas_init(&kiosk->canvas))
		return err_set(err, ERR_MEMORY, "out of memory");
	can_save = kiosk_open_store(kiosk, &store_err);
	if (!can_save)
		fprintf(stderr,
			"hairline: leads cannot be saved now: %s\n"
			"hairline: see hairline doctor\n",
			store_err.msg);
	say_keys(kiosk);
	content_notice(kiosk->options->data, kiosk->live.dir, "kiosk",
		       &store_err);
	kiosk->loop.signals = signals_catch();
	if (kiosk->loop.signals < 0)
		return err_set(err, ERR_IO, "cannot watch for signals");
	environment_clean();
	kiosk->loop.term = term_open(&live_catalog(&kiosk->live)->theme, err);
	if (!kiosk->loop.term)
		return false;
	app_init(&kiosk->app, live_catalog(&kiosk->live), kiosk->live.session);
	kiosk->app.can_save = can_save;
	kiosk->app.has_pin = pin_is_set(kiosk->options->data);
	kiosk->app.has_blocks = term_has_blocks(kiosk->loop.term);
	kiosk->loop.watch = kiosk->live.watch.notify;
	kiosk->app.zone = zone_at;
	kiosk->pin_after_ms = loop_clock_ms() + pin_delay(kiosk->options->data);
	kiosk->app.wait_until_ms = kiosk->pin_after_ms;
	return true;
}

void kiosk_tear_down(struct kiosk *kiosk)
{
	term_close(kiosk->loop.term);
	canvas_release(&kiosk->canvas);
	store_close(kiosk->store);
	live_close(&kiosk->live);
}
