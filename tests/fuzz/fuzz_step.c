#include "fuzz/fuzz.h"
#include "hairline/content/fhir_read.h"
#include "hairline/content/load.h"
#include "hairline/core/catalog.h"
#include "hairline/ui/app.h"
#include "hairline/ui/key.h"

#define CONTENT "assets"
#define FORM "tests/data/forms/every.json"
#define ROWS_MOST 28
#define COLS_MOST 84
#define STEP_MS 300
#define EVENTS_MOST 300 /* of one visit: more of them only take longer */

/* Made once and kept; every input starts a visit of its own. */
struct kiosk {
	struct catalog catalog;
	struct session *session;
	struct canvas canvas;
	struct app app;
	int64_t now_ms;
	int rows;
	int cols;
};

static bool start(struct kiosk *kiosk)
{
	struct file file;
	struct err err;

	if (!content_load(&kiosk->catalog, CONTENT, &err) ||
	    !file_read(&file, &kiosk->catalog.arena, FORM, &err) ||
	    !fhir_read(&kiosk->catalog.form, &kiosk->catalog.arena, &file,
		       kiosk->catalog.clinic.languages,
		       kiosk->catalog.clinic.language_count, NULL, &err))
		return false;
	kiosk->session = session_new(&kiosk->catalog.form);
	return kiosk->session && canvas_init(&kiosk->canvas);
}

static const unsigned keys[] = {
	KEYS_ENTER, KEYS_ESC,     KEYS_TAB,       KEYS_BACKTAB,
	KEYS_UP,    KEYS_DOWN,    KEYS_LEFT,      KEYS_RIGHT,
	KEYS_F1,    KEYS_F2,      KEYS_F3,        KEYS_BACKSPACE,
	KEYS_OTHER, KEYS_PAGE_UP, KEYS_PAGE_DOWN, KEYS_CTRL('X'),
	0xE9,       0x301,        0x4E2D,         0x1F600,
};

static struct event key_event(uint8_t with)
{
	unsigned key = with;

	if (with < sizeof(keys) / sizeof(keys[0]))
		key = keys[with];
	return (struct event){.type = EVENT_KEY, .key = key};
}

static struct event click_event(uint8_t with)
{
	return (struct event){.type = EVENT_CLICK,
			      .row = with / 9 - 1,
			      .col = with % 9 * 10 - 1};
}

static struct event other_event(uint8_t what, uint8_t with)
{
	static const enum event_type types[] = {EVENT_TICK, EVENT_PASTE,
						EVENT_SCROLL, EVENT_RESIZE};
	enum event_type type = types[what % 4];
	unsigned key = with;

	if (type == EVENT_SCROLL)
		key = with & 1 ? KEYS_UP : KEYS_DOWN;
	return (struct event){.type = type, .key = key};
}

static void take(struct kiosk *kiosk, uint8_t what, uint8_t with)
{
	struct event event = other_event(what, with);

	if (what < 160)
		event = key_event(with);
	else if (what < 220)
		event = click_event(with);
	if (event.type == EVENT_RESIZE) {
		kiosk->rows = with % ROWS_MOST;
		kiosk->cols = with % COLS_MOST;
	}
	kiosk->now_ms += event.type == EVENT_TICK ? with * 1000 : STEP_MS;
	event.now_ms = kiosk->now_ms;
	app_step(&kiosk->app, &event);
	app_draw(&kiosk->app, &kiosk->canvas, kiosk->rows, kiosk->cols);
	fuzz_must(kiosk->app.depth >= 1 && kiosk->app.depth <= APP_DEPTH,
		  "there is a screen");
}

int fuzz_step(const uint8_t *bytes, size_t size)
{
	static struct kiosk kiosk;
	static bool is_started;

	if (!is_started)
		fuzz_must(start(&kiosk), "the form of every type loads");
	is_started = true;
	session_clear(kiosk.session);
	app_init_form(&kiosk.app, &kiosk.catalog, kiosk.session);
	kiosk.rows = 24;
	kiosk.cols = 80;
	kiosk.now_ms = 0;
	for (size_t i = 0; i + 1 < size && i < 2 * EVENTS_MOST; i += 2)
		take(&kiosk, bytes[i], bytes[i + 1]);
	return 0;
}
