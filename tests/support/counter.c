#include "support/counter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/content/load.h"
#include "support/script.h"

#define START 1795435200 /* 2026-11-23 12:00:00 UTC */
#define KEY_MS 1000      /* between two keys: slower than any guard */
#define MINUTE 60
#define DAY (24 * 60 * MINUTE)

static void give_up(const char *why)
{
	fprintf(stderr, "counter: %s\n", why);
	exit(1);
}

void counter_open(struct counter *counter)
{
	struct err err;

	memset(counter, 0, sizeof(*counter));
	if (!content_load(&counter->catalog, "assets", &err))
		give_up(err.msg);
	counter->desk.words = calloc(1, sizeof(*counter->desk.words));
	counter->desk.page = tray_page_new();
	if (!counter->desk.words || !counter->desk.page ||
	    !canvas_init(&counter->canvas))
		give_up("no memory");
}

void counter_close(struct counter *counter)
{
	tray_free(counter->desk.tray);
	tray_page_free(counter->desk.page);
	free(counter->desk.words);
	canvas_release(&counter->canvas);
	content_release(&counter->catalog);
}

void counter_restart(struct counter *counter, int rows, int cols)
{
	struct desk old = counter->desk;

	tray_free(old.tray);
	tray_page_clear(old.page);
	memset(old.words, 0, sizeof(*old.words));
	counter->desk = (struct desk){
		.catalog = &counter->catalog,
		.tray = tray_new(),
		.page = old.page,
		.words = old.words,
		.folder = "/srv/exports",
		.can_read = true,
	};
	if (!counter->desk.tray)
		give_up("no memory");
	counter->now_ms = 1000;
	counter->effects = 0;
	counter->is_refusing = false;
	counter->rows = rows;
	counter->cols = cols;
	desk_init(&counter->desk);
	counter_event(counter, &(struct event){.type = EVENT_TRAY});
}

/* --- the leads --- */

int counter_put(struct counter *counter, int number, int minutes,
		enum status status, enum tier tier)
{
	char id[LEAD_ID_SIZE];
	char reference[REFERENCE_SIZE];

	snprintf(id, sizeof(id), "%032x", (unsigned)number);
	reference_make(reference, (uint32_t)number * 7919u);
	tray_put(counter->desk.tray,
		 &(struct tray_columns){
			 .id = id,
			 .reference = reference,
			 .created_at = START - minutes * MINUTE,
			 .changed_at = START - minutes * MINUTE,
			 .tier = tier,
			 .status = status,
		 });
	return tray_find(counter->desk.tray, id);
}

void counter_read(struct counter *counter, int lead, const char *name,
		  const char *phone, const char *email, const char *time)
{
	tray_read(counter->desk.tray, lead,
		  &(struct lead){.name = name,
				 .phone = phone,
				 .email = email,
				 .time = time});
}

struct person {
	int minutes;
	enum status status;
	enum tier tier;
	const char *name; /* NULL: cannot be read */
	const char *phone;
	const char *email;
	const char *time;
};

static const struct person people[] = {
	{4, STATUS_NEW, TIER_NONE, "Zoë Núñez", "612 34 56 78", "", "any"},
	{125, STATUS_NEW, TIER_DOCTOR, "Mary Holloway", "01632 960 455",
	 "mary@mail.example", "morning"},
	{3000, STATUS_NEW, TIER_COUNT, "Wilhelmina Featherstonehaugh-Zwart", "",
	 "wfz@mail.example", "evening"},
	{500, STATUS_NO_ANSWER, TIER_TELL_US, "Peter Smith", "+44 1632 960455",
	 "", "afternoon"},
	{700, STATUS_CALLED, TIER_ASK_FIRST, "mary holoway", "01632 960455", "",
	 "any"},
	{5000, STATUS_BOOKED, TIER_NOT_NOW, "王小明", "020 7946 0018", "",
	 "any"},
	{9000, STATUS_WITHDRAWN, TIER_URGENT, "Olga Ivanova", "020 7946 0018",
	 "", "any"},
	{9500, STATUS_ERASED, TIER_COUNT, NULL, "", "", ""},
};

void counter_fill(struct counter *counter)
{
	for (size_t i = 0; i < sizeof(people) / sizeof(people[0]); i++) {
		const struct person *person = &people[i];
		int lead = counter_put(counter, (int)i + 1, person->minutes,
				       person->status, person->tier);

		counter_read(counter, lead, person->name, person->phone,
			     person->email, person->time);
	}
	counter_event(counter, &(struct event){.type = EVENT_TRAY});
}

/* --- what cmd would do --- */

static void fill_page(struct counter *counter)
{
	const struct desk *desk = &counter->desk;
	const struct tray_lead *lead = tray_lead(desk->tray, desk->lead);
	struct tray_page *page = desk->page;

	tray_page_clear(page);
	snprintf(page->id, sizeof(page->id), "%s", lead->id);
	page->has_words = lead->state == TRAY_READ;
	page->name = lead->name;
	page->phone = lead->phone;
	page->email = lead->email;
	page->time = lead->time;
	page->language = "es";
	page->came = "23 Nov 2026, 09:55";
	page->until = "21 Feb 2027";
	page->boxes[CONSENT_TEXTS] = lead->tier == TIER_DOCTOR;
	if (lead->tier == TIER_DOCTOR) {
		page->reasons[0] = (struct reason){
			.tier = TIER_DOCTOR,
			.advice = counter->catalog.form.item_count - 2,
			.detail = FORM_NONE,
		};
		page->reason_count = 1;
		tray_page_add_answer(page, "Is your scalp sore?", "Yes");
		tray_page_add_answer(page, "Do you take any of these?",
				     "A blood thinner; A retinoid");
	}
	tray_page_add_event(page,
			    &(struct tray_event){"23 Nov 2026, 11:00", "ann",
						 "note", "Rang twice."});
	tray_page_add_event(page, &(struct tray_event){"23 Nov 2026, 09:55",
						       "kiosk-1", "saved", ""});
}

/* A mark moves a lead as the store would. */
static void set_status(struct counter *counter, enum status status)
{
	const struct desk *desk = &counter->desk;
	const struct tray_lead *lead = tray_lead(desk->tray, desk->meant);

	tray_put(desk->tray, &(struct tray_columns){
				     .id = lead->id,
				     .reference = lead->reference,
				     .created_at = lead->created_at,
				     .changed_at = desk->now,
				     .tier = lead->tier,
				     .status = status,
			     });
}

static void do_deed(struct counter *counter, unsigned effects)
{
	struct event event = {.type = EVENT_DONE,
			      .text = "/srv/exports/leads.csv"};

	if (counter->is_refusing) {
		event.type = EVENT_FAILED;
		event.text = "the disk is full";
	} else if (effects & DESK_MARK) {
		set_status(counter, counter->desk.mark);
	} else if (effects & DESK_UNDO) {
		set_status(counter, STATUS_NEW);
	} else if (effects & DESK_ERASE) {
		set_status(counter, STATUS_ERASED);
	}
	counter->desk.page->id[0] = '\0';
	counter_event(counter, &event);
}

void counter_event(struct counter *counter, const struct event *event)
{
	struct event timed = *event;
	unsigned effects;

	timed.now_ms = counter->now_ms;
	timed.now = START + counter->now_ms / 1000;
	effects = desk_step(&counter->desk, &timed);
	counter->effects |= effects;
	if (effects & DESK_LOCK)
		tray_page_clear(counter->desk.page);
	if (effects & DESK_DEEDS)
		do_deed(counter, effects);
	else if (effects & DESK_READ)
		fill_page(counter);
	if (effects & DESK_UNLOCK && !counter->desk.has_passphrase)
		counter_event(counter,
			      &(struct event){.type = EVENT_PIN_RIGHT});
}

/* --- keys --- */

static void press(void *context, unsigned key)
{
	struct counter *counter = context;

	counter->now_ms += KEY_MS;
	counter_event(counter, &(struct event){.type = EVENT_KEY, .key = key});
	counter_draw(counter);
}

void counter_play(struct counter *counter, const char *script)
{
	script_play(script, press, counter);
}

void counter_wait(struct counter *counter, int64_t ms)
{
	int64_t end = counter->now_ms + ms;
	int64_t due = desk_deadline(&counter->desk);

	while (due <= end) {
		counter->now_ms =
			due > counter->now_ms ? due : counter->now_ms + 1;
		counter_event(counter, &(struct event){.type = EVENT_TICK});
		due = desk_deadline(&counter->desk);
	}
	counter->now_ms = end;
}

void counter_draw(struct counter *counter)
{
	desk_draw(&counter->desk, &counter->canvas, counter->rows,
		  counter->cols);
}

bool counter_has(struct counter *counter, const char *text)
{
	char line[(size_t)CANVAS_COLS_MAX * 8];

	counter_draw(counter);
	for (int row = 0; row < counter->canvas.rows; row++) {
		canvas_row(&counter->canvas, row, line, sizeof(line));
		if (strstr(line, text))
			return true;
	}
	return false;
}

const char *counter_chosen(const struct counter *counter)
{
	return tray_lead(counter->desk.tray, counter->desk.lead)->name;
}
