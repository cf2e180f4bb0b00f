#include <malloc.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "hairline/cmd/command.h"
#include "hairline/cmd/desk_deeds.h"
#include "hairline/cmd/environment.h"
#include "hairline/cmd/leads_command.h"
#include "hairline/cmd/loop.h"
#include "hairline/cmd/paths.h"
#include "hairline/cmd/signals.h"
#include "hairline/cmd/unlock.h"
#include "hairline/content/load.h"
#include "hairline/core/catalog.h"
#include "hairline/store/deeds.h"
#include "hairline/store/keylock.h"
#include "hairline/store/store.h"
#include "hairline/ui/desk.h"
#include "hairline/ui/term.h"

#define SCRUB_STACK ((size_t)256 * 1024)
#define SCRUB_BYTE 0x5A /* what freed memory is overwritten with */
#define SLICE_MS 4      /* of unsealing, between two looks for keys */
#define PROGRESS_MS 150 /* between two frames that only say how far it is */

static void step(void *context, const struct event *event);

static void send(struct seat *seat, enum event_type type, const char *text)
{
	struct event event = loop_event(type);

	event.text = text;
	step(seat, &event);
}

/* --- opening, and what it takes to read --- */

static bool open_store(struct seat *seat, struct err *err)
{
	seat->store.store = store_open(seat->options->data, err);
	return seat->store.store != NULL;
}

/* Say to the desk what can be done here now. */
static void tell_desk(struct seat *seat)
{
	struct desk *desk = &seat->desk;

	desk->can_read = desk_store_can_read(&seat->store, &seat->why);
	desk->why_unread = seat->why.msg;
	if (store_is_locked(seat->store.store))
		desk->has_passphrase = true;
}

static void draw(struct seat *seat)
{
	int rows;
	int cols;

	term_size(seat->loop.term, &rows, &cols);
	desk_draw(&seat->desk, &seat->canvas, rows, cols);
	term_draw(seat->loop.term, &seat->canvas);
	seat->needs_frame = false;
	seat->drawn_ms = loop_clock_ms();
}

/* Forget every word: in memory, on the screen; and the key, where somebody
 * must know its passphrase to have it again. */
static void lock(struct seat *seat)
{
	struct err err;

	tray_seal(seat->store.tray);
	tray_page_clear(seat->store.page);
	canvas_wipe(&seat->canvas);
	term_scrub(seat->loop.term);
	sodium_stackzero(SCRUB_STACK);
	desk_store_start_again(&seat->store);
	if (!seat->desk.has_passphrase)
		return;
	store_close(seat->store.store);
	if (!open_store(seat, &err))
		send(seat, EVENT_FAILED, err.msg);
}

static void refuse(struct seat *seat)
{
	struct event event = loop_event(EVENT_PIN_WRONG);

	event.wait_ms = keylock_delay(seat->options->data);
	step(seat, &event);
}

/* The key may have been put in its place meanwhile. */
static bool open_again(struct seat *seat)
{
	struct err err;

	if (seat->desk.is_locked && seat->store.store)
		return true;
	store_close(seat->store.store);
	seat->store.store = NULL;
	return open_store(seat, &err);
}

static void unlock(struct seat *seat)
{
	struct store *store;
	struct err err;

	draw(seat);
	if (!open_again(seat))
		return;
	store = seat->store.store;
	if (store_is_locked(store) &&
	    !store_unlock(store, seat->desk.words->passphrase, &err)) {
		refuse(seat);
		return;
	}
	tell_desk(seat);
	if (seat->desk.can_read)
		send(seat, EVENT_PIN_RIGHT, NULL);
	else
		seat->needs_frame = true;
}

/* --- looking --- */

static void look(struct seat *seat)
{
	bool is_changed = false;
	struct err err;

	if (!seat->store.store)
		return;
	if (!desk_store_look(&seat->store, &is_changed, &err))
		send(seat, EVENT_FAILED, err.msg);
	else if (is_changed)
		send(seat, EVENT_TRAY, NULL);
}

static void show(struct seat *seat)
{
	struct err err;

	if (desk_store_show(&seat->store, seat->desk.lead, &err))
		send(seat, EVENT_TRAY, NULL);
	else
		send(seat, EVENT_FAILED, err.msg);
}

/* The tray knows what came of a deed before the desk says so. */
static void act(struct seat *seat, unsigned effects)
{
	bool is_changed;
	struct err err;

	/* A large file takes a while, and the desk says so. */
	if (effects & DESK_EXPORT)
		draw(seat);
	if (desk_deeds_do(seat, effects, &err) &&
	    desk_store_look(&seat->store, &is_changed, &err))
		send(seat, EVENT_DONE, seat->file);
	else
		send(seat, EVENT_FAILED, err.msg);
}

static void leave(struct seat *seat)
{
	loop_close(&seat->loop);
}

struct effect_handler {
	enum desk_effect effect;
	void (*handle)(struct seat *seat);
};

static const struct effect_handler effect_handlers[] = {
	{DESK_LOCK, lock}, {DESK_UNLOCK, unlock}, {DESK_LOOK, look},
	{DESK_READ, show}, {DESK_EXIT, leave},
};

static void step(void *context, const struct event *event)
{
	struct seat *seat = context;
	unsigned effects = desk_step(&seat->desk, event);

	if (effects & DESK_REDRAW)
		seat->needs_frame = true;
	if (effects & DESK_DEEDS)
		act(seat, effects);
	for (size_t i = 0;
	     i < sizeof(effect_handlers) / sizeof(effect_handlers[0]); i++)
		if (effects & effect_handlers[i].effect)
			effect_handlers[i].handle(seat);
}

/* --- the loop --- */

static bool is_reading(const struct seat *seat)
{
	const struct tray *tray = seat->store.tray;

	return !seat->desk.is_locked && seat->desk.can_read &&
	       tray_readable(tray) < tray_total(tray);
}

/* Unseal some words; what comes in sight is drawn at once. */
static void read_some(struct seat *seat)
{
	const struct desk *desk = &seat->desk;
	int64_t now = loop_clock_ms();
	struct err err;
	int next = tray_next_sealed(seat->store.tray, desk->top, desk->seen);
	int place = next == TRAY_NONE ? TRAY_NONE
				      : tray_place(seat->store.tray, next);
	bool is_in_sight = place != TRAY_NONE && place >= desk->top &&
			   place < desk->top + desk->seen;

	if (!desk_store_read(&seat->store, desk->top, desk->seen,
			     now + SLICE_MS, &err)) {
		seat->desk.can_read = false;
		send(seat, EVENT_FAILED, err.msg);
	}
	if (is_in_sight || now > seat->drawn_ms + PROGRESS_MS ||
	    !is_reading(seat))
		send(seat, EVENT_TRAY, NULL);
}

static int run_loop(struct seat *seat)
{
	send(seat, EVENT_TRAY, NULL);
	while (!seat->loop.is_over) {
		int64_t due = is_reading(seat) ? 0 : desk_deadline(&seat->desk);

		if (seat->needs_frame)
			draw(seat);
		if (!loop_turn(&seat->loop, due)) {
			loop_close(&seat->loop);
			return EXIT_FOUND;
		}
		if (!seat->loop.is_over && is_reading(seat))
			read_some(seat);
	}
	return EXIT_FINE;
}

/* --- setting up --- */

static bool make_room(struct seat *seat, struct err *err)
{
	struct desk *desk = &seat->desk;

	seat->store.catalog = &seat->catalog;
	seat->store.tray = desk->tray = tray_new();
	seat->store.page = desk->page = tray_page_new();
	desk->words = sodium_malloc(sizeof(*desk->words));
	if (!desk->tray || !desk->page || !desk->words ||
	    !canvas_init(&seat->canvas))
		return err_set(err, ERR_MEMORY, "out of memory");
	sodium_memzero(desk->words, sizeof(*desk->words));
	desk->catalog = &seat->catalog;
	desk->folder = seat->folder;
	return paths_join(seat->folder, sizeof(seat->folder),
			  seat->options->data, "exports", err);
}

static bool take_screen(struct seat *seat, struct err *err)
{
	seat->loop.signals = signals_catch();
	if (seat->loop.signals < 0)
		return err_set(err, ERR_IO, "cannot watch for signals");
	environment_clean();
	seat->loop.term = term_open(&seat->catalog.theme, err);
	return seat->loop.term != NULL;
}

/* A passphrase from a file is used at once; else the desk's screen asks. */
static bool set_up(struct seat *seat, struct err *err)
{
	const struct options *options = seat->options;

	if (!content_load(&seat->catalog, options->content, err) ||
	    !make_room(seat, err))
		return false;
	seat->desk.has_passphrase = store_is_locked(seat->store.store);
	if (options->passphrase_file &&
	    !unlock_store(seat->store.store, options, err))
		return false;
	tell_desk(seat);
	if (!desk_store_load(&seat->store, err) || !take_screen(seat, err))
		return false;
	desk_init(&seat->desk);
	return true;
}

static void tear_down(struct seat *seat)
{
	term_close(seat->loop.term);
	canvas_release(&seat->canvas);
	sodium_free(seat->desk.words);
	tray_page_free(seat->store.page);
	tray_free(seat->store.tray);
	store_close(seat->store.store);
	content_release(&seat->catalog);
}

static int run(const struct command *command, const struct options *options)
{
	struct seat seat;
	struct deed deed;
	int status = EXIT_FOUND;
	struct err err;

	if (!command_is_bare(command, options))
		return EXIT_USAGE;
	mallopt(M_PERTURB, SCRUB_BYTE);
	memset(&seat, 0, sizeof(seat));
	seat.options = options;
	seat.loop.context = &seat;
	seat.loop.step = step;
	if (!leads_command_deed(command, &deed, seat.who, NULL))
		return EXIT_USAGE;
	seat.store.store = leads_command_open_sealed(command, options);
	if (!seat.store.store)
		return EXIT_FOUND;
	if (set_up(&seat, &err))
		status = run_loop(&seat);
	else
		command_failed(command, err.msg);
	tear_down(&seat);
	return status;
}

const struct command command_desk = {
	.name = "desk",
	.usage = "",
	.help = "reception's inbox: who to call next",
	.detail = "Type to find somebody: part of a name, digits of the "
		  "phone, the reference, the\ne-mail or a status.  F3 called, "
		  "F4 no answer, F5 booked, F6 closed, F7 note, F8\nexport, F9 "
		  "erase, Ctrl-Z takes back the last mark, Ctrl-L hides the "
		  "list, Ctrl-Q\nleaves.  New leads appear by themselves.  "
		  "After some minutes without a key all\nnames are hidden: "
		  "\"[idle] desk\" in clinic.ini.",
	.run = run,
};
