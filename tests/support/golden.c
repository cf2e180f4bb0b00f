#include "golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/base/utf8.h"

#define FOLDER "tests/screen/golden"
#define FRAME_SIZE ((size_t)512 * 1024)

/* --- a frame as text --- */

static void add_rows(struct buf *out, const struct stage *stage)
{
	char row[CANVAS_COLS_MAX * 8];

	for (int i = 0; i < stage->canvas.rows; i++) {
		size_t len;

		canvas_row(&stage->canvas, i, row, sizeof(row));
		len = strlen(row);
		while (len > 0 && row[len - 1] == ' ')
			len--;
		buf_add(out, "|");
		buf_add_bytes(out, row, len);
		buf_add(out, "\n");
	}
}

static const char *style_word(const struct stage *stage,
			      const struct cell *cell)
{
	(void)stage;
	return theme_style_name((enum style)cell->style);
}

/* What is left of a style without colours. */
static const char *mono_word(const struct stage *stage, const struct cell *cell)
{
	static const char *const words[] = {"plain",
					    "bold",
					    "reverse",
					    "bold reverse",
					    "underline",
					    "bold underline",
					    "reverse underline",
					    "all"};
	const struct look *look =
		&stage->catalog.theme.looks[THEME_MONO][cell->style];

	return words[look->is_bold + 2 * look->is_reverse +
		     4 * look->is_underlined];
}

/* Each row as runs of cells with the same word: "12 body, 3 title". */
static void add_runs(struct buf *out, const struct stage *stage,
		     const char *(*word_of)(const struct stage *stage,
					    const struct cell *cell))
{
	for (int row = 0; row < stage->canvas.rows; row++) {
		int start = 0;

		for (int col = 1; col <= stage->canvas.cols; col++) {
			const char *word = word_of(
				stage, canvas_at(&stage->canvas, row, start));
			const struct cell *cell =
				canvas_at(&stage->canvas, row, col);

			if (cell && strcmp(word, word_of(stage, cell)) == 0)
				continue;
			buf_addf(out, "%s%d %s", start > 0 ? ", " : "",
				 col - start, word);
			start = col;
		}
		buf_add(out, "\n");
	}
}

static void describe(struct buf *out, const struct stage *stage)
{
	add_rows(out, stage);
	buf_add(out, "--- styles\n");
	add_runs(out, stage, style_word);
	buf_add(out, "--- without colours\n");
	add_runs(out, stage, mono_word);
}

/* --- comparing --- */

static bool is_same(const char *path, const char *frame)
{
	static char golden[FRAME_SIZE];
	FILE *file = fopen(path, "r");
	size_t size;

	if (!file)
		return false;
	size = fread(golden, 1, sizeof(golden) - 1, file);
	golden[size] = '\0';
	fclose(file);
	return strcmp(golden, frame) == 0;
}

static void compare(const char *path, const struct buf *frame)
{
	FILE *file;

	assert_false(frame->is_cut);
	if (is_same(path, frame->at))
		return;
	if (!getenv("UPDATE"))
		fail_msg("%s differs (UPDATE=1 rewrites it); now:\n%s", path,
			 frame->at);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(frame->at, file);
	fclose(file);
}

void golden_check(const struct stage *stage, const char *name, int language)
{
	static char mem[FRAME_SIZE];
	struct buf frame;
	char path[256];

	buf_init(&frame, mem, sizeof(mem));
	describe(&frame, stage);
	snprintf(path, sizeof(path), FOLDER "/%s.%dx%d.%s.txt", name,
		 stage->canvas.cols, stage->canvas.rows,
		 stage->catalog.clinic.languages[language]);
	compare(path, &frame);
}
