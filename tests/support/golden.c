#include "support/golden.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/buf.h"
#include "hairline/core/theme.h"
#include "hairline/ui/canvas.h"

#define FOLDER "tests/screen/golden"
#define FRAME_SIZE ((size_t)512 * 1024)

struct golden {
	const struct canvas *canvas;
	const struct theme *theme;
};

static void add_rows(struct buf *out, const struct canvas *canvas)
{
	char row[CANVAS_COLS_MAX * 8];

	for (int i = 0; i < canvas->rows; i++) {
		size_t len;

		canvas_row(canvas, i, row, sizeof(row));
		len = strlen(row);
		while (len > 0 && row[len - 1] == ' ')
			len--;
		buf_add(out, "|");
		buf_add_bytes(out, row, len);
		buf_add(out, "\n");
	}
}

static const char *style_word(const struct theme *theme,
			      const struct cell *cell)
{
	(void)theme;
	return theme_style_name((enum style)cell->style);
}

/* What is left of a style without colours. */
static const char *mono_word(const struct theme *theme, const struct cell *cell)
{
	static const char *const words[] = {"plain",
					    "bold",
					    "reverse",
					    "bold reverse",
					    "underline",
					    "bold underline",
					    "reverse underline",
					    "all"};
	const struct look *look = &theme->looks[THEME_MONO][cell->style];

	return words[look->is_bold + 2 * look->is_reverse +
		     4 * look->is_underlined];
}

/* Each row as runs of cells with the same word: "12 body, 3 title". */
static void add_runs(struct buf *out, const struct golden *golden,
		     const char *(*word_of)(const struct theme *theme,
					    const struct cell *cell))
{
	const struct canvas *canvas = golden->canvas;

	for (int row = 0; row < canvas->rows; row++) {
		int start = 0;

		for (int col = 1; col <= canvas->cols; col++) {
			const char *word = word_of(
				golden->theme, canvas_at(canvas, row, start));
			const struct cell *cell = canvas_at(canvas, row, col);

			if (cell &&
			    strcmp(word, word_of(golden->theme, cell)) == 0)
				continue;
			buf_addf(out, "%s%d %s", start > 0 ? ", " : "",
				 col - start, word);
			start = col;
		}
		buf_add(out, "\n");
	}
}

static void describe(struct buf *out, const struct golden *golden)
{
	add_rows(out, golden->canvas);
	buf_add(out, "--- styles\n");
	add_runs(out, golden, style_word);
	buf_add(out, "--- without colours\n");
	add_runs(out, golden, mono_word);
}

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

void golden_compare(const struct canvas *canvas, const struct theme *theme,
		    const char *path)
{
	const struct golden golden = {canvas, theme};
	static char mem[FRAME_SIZE];
	struct buf frame;
	FILE *file;

	buf_init(&frame, mem, sizeof(mem));
	describe(&frame, &golden);
	assert_false(frame.is_cut);
	if (is_same(path, frame.at))
		return;
	if (!getenv("UPDATE"))
		fail_msg("%s differs (UPDATE=1 rewrites it); now:\n%s", path,
			 frame.at);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(frame.at, file);
	fclose(file);
}

void golden_check(const struct stage *stage, const char *name, int language)
{
	char path[256];

	snprintf(path, sizeof(path), FOLDER "/%s.%dx%d.%s.txt", name,
		 stage->canvas.cols, stage->canvas.rows,
		 stage->catalog.clinic.languages[language]);
	golden_compare(&stage->canvas, &stage->catalog.theme, path);
}
