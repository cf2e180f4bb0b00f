/*
 * Every screen at four sizes and in both languages, against text files in
 * tests/screen/golden/: the characters, then the style of each run of cells,
 * then what a terminal without colours shows of it.  UPDATE=1 rewrites them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <string.h>
#include <cmocka.h>

#include "hairline/ui/frame.h"
#include "support/golden.h"

#define LEFT_DETAILS                                           \
	"Enter 4 'Mary Holloway' Enter '01632 960 455' Enter " \
	"Enter Down Enter Enter Enter "

/* A screen, and the keys that lead there from the welcome. */
struct scene {
	const char *name;
	const char *script;
	void (*after)(struct stage *stage);
};

static void warn_idle(struct stage *stage)
{
	stage_wait(stage, 60 * 1000 + 1000);
}

static void save(struct stage *stage)
{
	stage_event(stage,
		    &(struct event){.type = EVENT_SAVED, .text = "H4K7QX3"});
}

static void fail_to_save(struct stage *stage)
{
	stage_event(stage, &(struct event){.type = EVENT_SAVE_FAILED});
}

static void save_and_book(struct stage *stage)
{
	save(stage);
	stage_play(stage, "1");
}

static void close_store(struct stage *stage)
{
	stage_event(stage, &(struct event){.type = EVENT_STORE, .key = 0});
	stage_play(stage, "Enter 4");
}

static void be_wrong(struct stage *stage)
{
	stage_event(stage,
		    &(struct event){.type = EVENT_PIN_WRONG, .wait_ms = 8000});
}

/* No sign of anything; and a spot, a sore scalp with pus, and pregnancy. */
#define FINE                                                                   \
	"Enter 1 1 2 7 Enter 7 Enter 6 Enter 6 Enter 6 Enter 7 Enter 6 Enter " \
	"7 Enter 2 1 "
#define FLAGGED                                                              \
	"Enter 1 1 1 1 3 Enter 1 7 Enter 6 Enter 1 Enter 6 Enter 7 Enter 6 " \
	"Enter 7 Enter 2 1 "

static const struct scene scenes[] = {
	{"welcome", "", NULL},
	{"menu", "Enter", NULL},
	{"question", "Enter 1 1", NULL},
	{"checklist", "Enter 1 1 2 1", NULL},
	{"missing", "Enter 1 1 2 Enter", NULL},
	{"optional",
	 "Enter 1 1 2 7 Enter 7 Enter 6 Enter 6 Enter 6 Enter 7 "
	 "Enter 7 Enter 7 Enter",
	 NULL},
	{"review", FINE, NULL},
	{"outcome-none", FINE "Enter", NULL},
	{"outcome-urgent", FLAGGED "Enter", NULL},
	{"under-18", "Enter 1 2 Enter", NULL},
	{"faq", "Enter f", NULL},
	{"faq-search", "Enter f 'itch'", NULL},
	{"faq-empty", "Enter f 'xyzzy'", NULL},
	{"answer", "Enter f Down Enter", NULL},
	{"help", "Enter ?", NULL},
	{"contact", "Enter 4 'Mary Holl'", NULL},
	{"contact-fault",
	 "Enter 4 'Mary' Enter '0163x' Enter Enter Enter Enter", NULL},
	{"privacy",
	 "Enter 4 'Mary' Enter '01632 960455' Enter Enter Enter Enter", NULL},
	{"consent", LEFT_DETAILS "Down 2", NULL},
	{"consent-missing", LEFT_DETAILS "Enter", NULL},
	{"confirm", LEFT_DETAILS "1 2 Enter", NULL},
	{"saved", LEFT_DETAILS "1 2 Enter 2", save},
	{"unsaved", LEFT_DETAILS "1 2 Enter 2", fail_to_save},
	{"closed", "", close_store},
	{"refused", "Enter 1 2 Enter Esc Esc Esc 4", NULL},
	{"book", "Enter 3", NULL},
	{"book-reference", LEFT_DETAILS "1 2 Enter 2", save_and_book},
	{"over", "Enter 1 ^X", NULL},
	{"idle", "Enter", warn_idle},
	{"staff", "^T '123'", NULL},
	{"staff-wrong", "^T '1234' Enter", be_wrong},
};

#define SCENE_COUNT (sizeof(scenes) / sizeof(scenes[0]))

static struct stage stage;

static void play(const struct scene *scene, int language, struct size size)
{
	stage_restart(&stage, size.rows, size.cols);
	for (int i = 0; i < language; i++)
		stage_play(&stage, "F2");
	stage_play(&stage, scene->script);
	if (scene->after)
		scene->after(&stage);
	stage_draw(&stage);
}

/* The same on every screen, whatever it shows. */
static void check_frame(const struct scene *scene)
{
	const struct cell *corner = canvas_at(&stage.canvas, 0, 0);
	char last[CANVAS_COLS_MAX * 8];

	canvas_row(&stage.canvas, stage.canvas.rows - 1, last, sizeof(last));
	if (strcmp(scene->name, "idle") == 0)
		return;
	assert_int_equal(corner->style, STYLE_BAND);
	assert_true(strspn(last, " ") < strlen(last));
	assert_true(stage.app.hits.count > 0);
}

static void every_screen_is_as_it_was_approved(void **state)
{
	(void)state;
	for (size_t i = 0; i < SCENE_COUNT; i++) {
		for (size_t s = 0; s < GOLDEN_SIZES; s++) {
			for (int l = 0; l < 2; l++) {
				play(&scenes[i], l, golden_sizes[s]);
				check_frame(&scenes[i]);
				golden_check(&stage, scenes[i].name, l);
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
			assert_true(stage.canvas.rows <= CANVAS_ROWS_MAX);
			for (int row = 0; row < stage.canvas.rows; row++)
				assert_true(canvas_at(&stage.canvas, row, 0)
						    ->style < STYLE_COUNT);
		}
	}
}

static int open_stage(void **state)
{
	(void)state;
	stage_open(&stage);
	return 0;
}

static int close_stage(void **state)
{
	(void)state;
	stage_close(&stage);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_screen_is_as_it_was_approved),
		cmocka_unit_test(no_size_breaks_a_screen),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
