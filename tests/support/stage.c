#include "support/stage.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/cmd/form_catalog.h"
#include "hairline/content/load.h"
#include "support/script.h"

#define START 1795435200 /* 2026-11-23 12:00:00 UTC */
#define KEY_MS 1000      /* between two keys: slower than any guard */
#define ROW_SIZE ((size_t)CANVAS_COLS_MAX * 8)

static void set_up(struct stage *stage)
{
	stage->session = session_new(&stage->catalog.form);
	if (!stage->session || !canvas_init(&stage->canvas))
		exit(1);
}

void stage_open(struct stage *stage)
{
	struct err err;

	memset(stage, 0, sizeof(*stage));
	if (!content_load(&stage->catalog, "assets", &err)) {
		fprintf(stderr, "assets do not load: %s\n", err.msg);
		exit(1);
	}
	set_up(stage);
}

void stage_open_form(struct stage *stage, const char *path)
{
	struct err err;

	memset(stage, 0, sizeof(*stage));
	stage->is_form = true;
	if (!form_catalog_load(&stage->catalog, "assets", path, &err)) {
		fprintf(stderr, "the form does not load: %s\n", err.msg);
		exit(1);
	}
	set_up(stage);
}

void stage_close(struct stage *stage)
{
	session_free(stage->session);
	canvas_release(&stage->canvas);
	content_release(&stage->catalog);
}

void stage_restart(struct stage *stage, int rows, int cols)
{
	session_clear(stage->session);
	if (stage->is_form)
		app_init_form(&stage->app, &stage->catalog, stage->session);
	else
		app_init(&stage->app, &stage->catalog, stage->session);
	stage->app.can_save = true;
	stage->app.has_pin = true;
	stage->app.has_blocks = true;
	stage->now_ms = 0;
	stage->effects = 0;
	stage->rows = rows;
	stage->cols = cols;
	stage_draw(stage);
}

void stage_event(struct stage *stage, const struct event *event)
{
	struct event timed = *event;

	timed.now_ms = stage->now_ms;
	timed.now = START + stage->now_ms / 1000;
	stage->effects |= app_step(&stage->app, &timed);
}

void stage_key(struct stage *stage, unsigned key)
{
	stage->now_ms += KEY_MS;
	stage_event(stage, &(struct event){.type = EVENT_KEY, .key = key});
	stage_draw(stage);
}

void stage_type(struct stage *stage, const char *text)
{
	while (*text)
		stage_key(stage, utf8_next(&text));
}

static void press(void *stage, unsigned key)
{
	stage_key(stage, key);
}

void stage_play(struct stage *stage, const char *script)
{
	script_play(script, press, stage);
}

void stage_wait(struct stage *stage, int64_t ms)
{
	int64_t end = stage->now_ms + ms;
	int64_t due = app_deadline(&stage->app);

	while (due >= 0 && due <= end) {
		stage->now_ms = due > stage->now_ms ? due : stage->now_ms + 1;
		stage_event(stage, &(struct event){.type = EVENT_TICK});
		due = app_deadline(&stage->app);
	}
	stage->now_ms = end;
}

void stage_draw(struct stage *stage)
{
	app_draw(&stage->app, &stage->canvas, stage->rows, stage->cols);
}

/* The column at which a text stands in a row, or -1. */
static int find_in_row(const struct stage *stage, int row, const char *text)
{
	char line[ROW_SIZE];
	const char *found;
	int col = 0;

	canvas_row(&stage->canvas, row, line, sizeof(line));
	found = strstr(line, text);
	for (const char *at = line; found && at < found;)
		col += utf8_width(utf8_next(&at));
	return found ? col : -1;
}

bool stage_click(struct stage *stage, const char *text)
{
	stage->now_ms += KEY_MS;
	stage_draw(stage);
	for (int row = 0; row < stage->canvas.rows; row++) {
		int col = find_in_row(stage, row, text);

		if (col < 0)
			continue;
		stage_event(stage, &(struct event){.type = EVENT_CLICK,
						   .row = row,
						   .col = col});
		stage_draw(stage);
		return true;
	}
	return false;
}

bool stage_has(struct stage *stage, const char *text)
{
	stage_draw(stage);
	for (int row = 0; row < stage->canvas.rows; row++)
		if (find_in_row(stage, row, text) >= 0)
			return true;
	return false;
}
