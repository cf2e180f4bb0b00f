#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <qrencode.h>

#include "hairline/base/buf.h"
#include "support/barcode.h"
#include "support/tty_screen.h"

#define LINK "HTTPS://NORTHGATE.EXAMPLE/B/H4K7QX"
#define QUIET 4
#define ON_WHITE "\033[38;5;16;48;5;231m"
#define ON_BLACK "\033[38;5;231;48;5;16m"

/* How a code is drawn; what is left out of it. */
struct drawing {
	const char *colours;
	int (*draw_row)(struct buf *, const QRcode *, int row);
	int skipped_rows;
};

static bool is_dark(const QRcode *code, int row, int col)
{
	if (row < 0 || col < 0 || row >= code->width || col >= code->width)
		return false;
	return code->data[row * code->width + col] & 1;
}

/* Each returns how many rows of modules went into one row of cells. */
static int draw_spaces(struct buf *out, const QRcode *code, int row)
{
	for (int col = -QUIET; col < code->width + QUIET; col++)
		buf_add(out, is_dark(code, row, col) ? "\033[48;5;16m  "
						     : "\033[48;5;231m  ");
	return 1;
}

static int draw_reversed_spaces(struct buf *out, const QRcode *code, int row)
{
	for (int col = -QUIET; col < code->width + QUIET; col++)
		buf_add(out,
			is_dark(code, row, col) ? "\033[7m  " : "\033[27m  ");
	return 1;
}

static int draw_halves(struct buf *out, const QRcode *code, int row)
{
	static const char *const glyphs[2][2] = {{" ", "\u2584"},
						 {"\u2580", "\u2588"}};

	for (int col = -QUIET; col < code->width + QUIET; col++)
		buf_add(out, glyphs[is_dark(code, row, col)]
				   [is_dark(code, row + 1, col)]);
	return 2;
}

static int draw_letters(struct buf *out, const QRcode *code, int row)
{
	for (int col = -QUIET; col < code->width + QUIET; col++)
		buf_add(out, is_dark(code, row, col) ? "##" : "  ");
	return 1;
}

static void draw(struct tty *tty, const struct drawing *drawing)
{
	QRcode *code = QRcode_encodeString(LINK, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
	static char mem[64 * 1024];
	struct buf out;

	assert_non_null(code);
	buf_init(&out, mem, sizeof(mem));
	buf_addf(&out, "%s\033[2J\033[H", drawing->colours);
	for (int row = drawing->skipped_rows - QUIET;
	     row < code->width + QUIET;) {
		buf_add(&out, "    ");
		row += drawing->draw_row(&out, code, row);
		buf_add(&out, "\r\n");
	}
	buf_add(&out, "Your code H4K-7QX");
	tty_screen_init(tty, 45, 100);
	tty_screen_write(tty, out.at, out.len);
	QRcode_free(code);
}

static bool reads_back(const struct drawing *drawing)
{
	struct tty tty = {0};
	char text[128] = "";
	bool is_read;

	draw(&tty, drawing);
	is_read = barcode_read_cells(&tty, text, sizeof(text));
	tty_screen_release(&tty);
	return is_read && strcmp(text, LINK) == 0;
}

static void a_code_is_read_however_it_is_drawn(void **state)
{
	static const struct drawing drawings[] = {
		{ON_WHITE, draw_spaces, 0},
		{ON_WHITE, draw_reversed_spaces, 0},
		{ON_WHITE, draw_halves, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(drawings) / sizeof(drawings[0]); i++)
		assert_true(reads_back(&drawings[i]));
}

static void what_a_phone_cannot_read_is_not_read(void **state)
{
	static const struct drawing drawings[] = {
		{ON_BLACK, draw_halves, 0},  /* light on dark */
		{ON_WHITE, draw_halves, 10}, /* its top is cut off */
		{ON_WHITE, draw_letters, 0}, /* no modules but letters */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(drawings) / sizeof(drawings[0]); i++)
		assert_false(reads_back(&drawings[i]));
}

static void a_code_longer_than_the_room_for_it_is_refused(void **state)
{
	static const struct drawing drawing = {ON_WHITE, draw_spaces, 0};
	struct tty tty = {0};
	char text[sizeof(LINK)];

	(void)state;
	draw(&tty, &drawing);
	assert_true(barcode_read_cells(&tty, text, sizeof(LINK)));
	assert_false(barcode_read_cells(&tty, text, sizeof(LINK) - 1));
	tty_screen_release(&tty);
}

static void an_empty_screen_has_no_code(void **state)
{
	struct tty tty = {0};
	char text[8];

	(void)state;
	tty_screen_init(&tty, 24, 80);
	assert_false(barcode_read_cells(&tty, text, sizeof(text)));
	tty_screen_release(&tty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_is_read_however_it_is_drawn),
		cmocka_unit_test(what_a_phone_cannot_read_is_not_read),
		cmocka_unit_test(a_code_longer_than_the_room_for_it_is_refused),
		cmocka_unit_test(an_empty_screen_has_no_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
