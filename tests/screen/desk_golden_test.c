/*
 * Every screen of the desk at four sizes and in both languages, against text
 * files in tests/screen/golden/desk/.  UPDATE=1 rewrites them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/ui/key.h"
#include "support/counter.h"
#include "support/golden.h"

#define FOLDER "tests/screen/golden/desk"

/* A screen, and what leads there from a list of eight. */
struct scene {
	const char *name;
	void (*before)(struct counter *counter);
	const char *script;
	void (*after)(struct counter *counter);
};

static void have_none(struct counter *counter)
{
	counter_restart(counter, counter->rows, counter->cols);
}

/* More than any screen shows, most of them not read yet. */
static void have_many(struct counter *counter)
{
	counter_restart(counter, counter->rows, counter->cols);
	for (int i = 0; i < 300; i++) {
		int lead = counter_put(counter, i, 300 - i, STATUS_NEW,
				       (enum tier)(i % TIER_COUNT));

		if (i < 15)
			counter_read(counter, lead, "Mary Holloway",
				     "01632 96045", "", "any");
	}
	counter_event(counter, &(struct event){.type = EVENT_TRAY});
}

static void have_no_key(struct counter *counter)
{
	counter->desk.can_read = false;
	counter->desk.why_unread = "/srv/hairline/keys/clinic.key: No such "
				   "file or directory";
	desk_init(&counter->desk);
}

static void have_passphrase(struct counter *counter)
{
	counter->desk.can_read = false;
	counter->desk.has_passphrase = true;
	desk_init(&counter->desk);
}

static void be_wrong(struct counter *counter)
{
	counter_event(counter, &(struct event){.type = EVENT_PIN_WRONG,
					       .wait_ms = 4000});
}

static void wait_long(struct counter *counter)
{
	counter_wait(counter, 181 * 1000);
}

static void refuse(struct counter *counter)
{
	counter->is_refusing = true;
}

static const struct scene scenes[] = {
	{"list", NULL, "", NULL},
	{"empty", have_none, "", NULL},
	{"many", have_many, "End", NULL},
	{"found", NULL, "'holo'", NULL},
	{"nobody", NULL, "'xyzzy'", NULL},
	{"called", NULL, "F3", NULL},
	{"failed", refuse, "F3", NULL},
	{"withdrawn", NULL, "End Up", NULL},
	{"lead", NULL, "Down Enter", NULL},
	{"note", NULL, "F7 'Rang, will ring again'", NULL},
	{"erase", NULL, "F9", NULL},
	{"export", NULL, "F8", NULL},
	{"help", NULL, "F1", NULL},
	{"locked", NULL, "", wait_long},
	{"passphrase", have_passphrase, "'secret'", NULL},
	{"wrong", have_passphrase, "'secret' Enter", be_wrong},
	{"no-key", have_no_key, "", NULL},
};

#define SCENE_COUNT (sizeof(scenes) / sizeof(scenes[0]))

static struct counter counter;

static void play(const struct scene *scene, int language, struct size size)
{
	counter_restart(&counter, size.rows, size.cols);
	counter_fill(&counter);
	if (scene->before)
		scene->before(&counter);
	for (int i = 0; i < language; i++)
		counter_play(&counter, "F2");
	counter_draw(&counter);
	counter_play(&counter, scene->script);
	if (scene->after)
		scene->after(&counter);
	counter_draw(&counter);
}

static void every_screen_is_as_it_was_approved(void **state)
{
	char path[256];

	(void)state;
	for (size_t i = 0; i < SCENE_COUNT; i++) {
		for (size_t s = 0; s < GOLDEN_SIZES; s++) {
			for (int l = 0; l < 2; l++) {
				play(&scenes[i], l, golden_sizes[s]);
				assert_int_equal(
					canvas_at(&counter.canvas, 0, 0)->style,
					STYLE_BAND);
				assert_true(counter.desk.hits.count > 0);
				snprintf(path, sizeof(path),
					 FOLDER "/%s.%dx%d.%s.txt",
					 scenes[i].name, golden_sizes[s].cols,
					 golden_sizes[s].rows,
					 counter.catalog.clinic.languages[l]);
				golden_compare(&counter.canvas,
					       &counter.catalog.theme, path);
			}
		}
	}
}

/* From the smallest to beyond the largest: a frame, whole, and no crash. */
static void no_size_breaks_a_screen(void **state)
{
	static const struct size odd[] = {
		{1, 1},   {2, 2}, {1, 500}, {500, 1},     {9, 33},
		{10, 34}, {0, 0}, {13, 35}, {1000, 1000}, {10, 500}};

	(void)state;
	for (size_t i = 0; i < SCENE_COUNT; i++) {
		for (size_t s = 0; s < sizeof(odd) / sizeof(odd[0]); s++) {
			play(&scenes[i], i % 2, odd[s]);
			assert_true(counter.canvas.rows <= CANVAS_ROWS_MAX);
			for (int row = 0; row < counter.canvas.rows; row++)
				assert_true(canvas_at(&counter.canvas, row, 0)
						    ->style < STYLE_COUNT);
		}
	}
}

static int open_counter(void **state)
{
	(void)state;
	counter_open(&counter);
	return 0;
}

static int close_counter(void **state)
{
	(void)state;
	counter_close(&counter);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_screen_is_as_it_was_approved),
		cmocka_unit_test(no_size_breaks_a_screen),
	};

	return cmocka_run_group_tests(tests, open_counter, close_counter);
}
