#include "support/tty_screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <vterm.h>

#include "hairline/base/buf.h"

#define RIGHT_HALF UINT32_MAX /* libvterm's mark behind a wide character */

#define MODES_START 3 /* behind "ESC [ ?" */
#define WHEEL_UP 4    /* the wheel's notches are buttons nobody lets go */

static const VTermKey keys[] = {
	[TTY_ENTER] = VTERM_KEY_ENTER,
	[TTY_ESC] = VTERM_KEY_ESCAPE,
	[TTY_TAB] = VTERM_KEY_TAB,
	[TTY_BACKSPACE] = VTERM_KEY_BACKSPACE,
	[TTY_UP] = VTERM_KEY_UP,
	[TTY_DOWN] = VTERM_KEY_DOWN,
	[TTY_LEFT] = VTERM_KEY_LEFT,
	[TTY_RIGHT] = VTERM_KEY_RIGHT,
	[TTY_HOME] = VTERM_KEY_HOME,
	[TTY_END] = VTERM_KEY_END,
	[TTY_PAGE_UP] = VTERM_KEY_PAGEUP,
	[TTY_PAGE_DOWN] = VTERM_KEY_PAGEDOWN,
	[TTY_F1] = VTERM_KEY_FUNCTION_0 + 1,
	[TTY_F2] = VTERM_KEY_FUNCTION_0 + 2,
	[TTY_F3] = VTERM_KEY_FUNCTION_0 + 3,
	[TTY_F4] = VTERM_KEY_FUNCTION_0 + 4,
};

static void answer(const char *bytes, size_t len, void *user)
{
	struct tty *tty = user;

	tty_bytes_add(&tty->pending, bytes, len);
}

static int notice_property(VTermProp property, VTermValue *value, void *user)
{
	struct tty *tty = user;

	if (property == VTERM_PROP_ALTSCREEN)
		tty->is_alt = value->boolean != 0;
	if (property == VTERM_PROP_CURSORVISIBLE)
		tty->has_cursor = value->boolean != 0;
	if (property == VTERM_PROP_MOUSE)
		tty->has_mouse = value->number != VTERM_PROP_MOUSE_NONE;
	return 1;
}

static const VTermScreenCallbacks callbacks = {
	.settermprop = notice_property,
};

static void draw_held(struct tty *tty)
{
	vterm_input_write(tty->vterm, tty->held, tty->held_len);
	tty->held_len = 0;
}

/*
 * libvterm 0.1.4 obeys only the first mode of "ESC [ ? 1006 ; 1000 h", which
 * is how curses asks for the mouse; so each mode gets a sequence of its own.
 */
static void draw_modes(struct tty *tty, char set_or_reset)
{
	const char *mode = tty->held + MODES_START;
	char one[TTY_HELD];

	tty->held[tty->held_len] = '\0';
	tty->held_len = 0;
	while (*mode) {
		int digits = (int)strcspn(mode, ";");
		int len = snprintf(one, sizeof(one), "\033[?%.*s%c", digits,
				   mode, set_or_reset);

		vterm_input_write(tty->vterm, one, (size_t)len);
		mode += digits;
		mode += *mode == ';';
	}
}

static bool may_go_on(const struct tty *tty, char byte)
{
	if (tty->held_len < MODES_START)
		return byte == "\033[?"[tty->held_len];
	return tty->held_len < TTY_HELD - 8 && byte &&
	       strchr("0123456789;", byte);
}

static void draw_byte(struct tty *tty, char byte)
{
	bool is_end =
		tty->held_len > MODES_START && (byte == 'h' || byte == 'l');

	if (is_end) {
		draw_modes(tty, byte);
		return;
	}
	if (!may_go_on(tty, byte))
		draw_held(tty);
	if (may_go_on(tty, byte))
		tty->held[tty->held_len++] = byte;
	else
		vterm_input_write(tty->vterm, &byte, 1);
}

static bool is_inside(const struct tty *tty, int row, int col)
{
	int rows, cols;

	tty_size(tty, &rows, &cols);
	return row >= 0 && row < rows && col >= 0 && col < cols;
}

static struct tty_colour colour_of(const struct tty *tty, VTermColor colour)
{
	struct tty_colour seen = {0};

	seen.is_default = VTERM_COLOR_IS_DEFAULT_FG(&colour) ||
			  VTERM_COLOR_IS_DEFAULT_BG(&colour);
	vterm_screen_convert_color_to_rgb(tty->screen, &colour);
	seen.red = colour.rgb.red;
	seen.green = colour.rgb.green;
	seen.blue = colour.rgb.blue;
	return seen;
}

static void add_characters(struct buf *text, const VTermScreenCell *cell)
{
	if (cell->chars[0] == RIGHT_HALF)
		return;
	if (cell->chars[0] == 0)
		buf_add(text, " ");
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		buf_add_char(text, cell->chars[i]);
}

static void read_row(const struct tty *tty, int row, int from, struct buf *text)
{
	VTermScreenCell cell;
	int rows, cols;

	tty_size(tty, &rows, &cols);
	for (int col = from; col < cols; col++) {
		VTermPos place = {.row = row, .col = col};

		vterm_screen_get_cell(tty->screen, place, &cell);
		add_characters(text, &cell);
	}
}

static bool starts_at(const struct tty *tty, int row, int col, const char *text)
{
	char rest[TTY_ROW_TEXT];
	struct buf buf;

	buf_init(&buf, rest, sizeof(rest));
	read_row(tty, row, col, &buf);
	return strncmp(rest, text, strlen(text)) == 0;
}

void tty_bytes_add(struct tty_bytes *bytes, const char *from, size_t len)
{
	if (len == 0)
		return;
	if (bytes->cap - bytes->len < len) {
		bytes->cap = 2 * bytes->cap + len;
		bytes->at = realloc(bytes->at, bytes->cap);
		assert_non_null(bytes->at);
	}
	memcpy(bytes->at + bytes->len, from, len);
	bytes->len += len;
}

void tty_screen_init(struct tty *tty, int rows, int cols)
{
	tty->vterm = vterm_new(rows, cols);
	assert_non_null(tty->vterm);
	vterm_set_utf8(tty->vterm, 1);
	vterm_output_set_callback(tty->vterm, answer, tty);
	tty->screen = vterm_obtain_screen(tty->vterm);
	vterm_screen_set_callbacks(tty->screen, &callbacks, tty);
	vterm_screen_enable_altscreen(tty->screen, 1);
	vterm_screen_reset(tty->screen, 1);
}

void tty_screen_release(struct tty *tty)
{
	if (tty->vterm)
		vterm_free(tty->vterm);
	tty->vterm = NULL;
	tty->screen = NULL;
}

void tty_screen_write(struct tty *tty, const char *bytes, size_t len)
{
	for (size_t i = 0; i < len; i++)
		draw_byte(tty, bytes[i]);
}

void tty_screen_resize(struct tty *tty, int rows, int cols)
{
	vterm_set_size(tty->vterm, rows, cols);
}

void tty_screen_key(struct tty *tty, enum tty_key key)
{
	vterm_keyboard_key(tty->vterm, keys[key], VTERM_MOD_NONE);
}

void tty_screen_button(struct tty *tty, int button, int row, int col)
{
	vterm_mouse_move(tty->vterm, row, col, VTERM_MOD_NONE);
	vterm_mouse_button(tty->vterm, button, true, VTERM_MOD_NONE);
	if (button < WHEEL_UP)
		vterm_mouse_button(tty->vterm, button, false, VTERM_MOD_NONE);
}

bool tty_has(struct tty *tty, const char *text)
{
	int rows, cols;

	tty_size(tty, &rows, &cols);
	for (int row = 0; row < rows; row++)
		if (strstr(tty_row(tty, row), text))
			return true;
	return false;
}

bool tty_find(struct tty *tty, const char *text, int *row, int *col)
{
	int rows, cols;

	tty_size(tty, &rows, &cols);
	for (*row = 0; *row < rows; ++*row) {
		if (!strstr(tty_row(tty, *row), text))
			continue;
		for (*col = 0; *col < cols; ++*col)
			if (starts_at(tty, *row, *col, text))
				return true;
	}
	return false;
}

const char *tty_row(struct tty *tty, int row)
{
	struct buf text;

	buf_init(&text, tty->row_text, sizeof(tty->row_text));
	if (is_inside(tty, row, 0))
		read_row(tty, row, 0, &text);
	while (text.len > 0 && text.at[text.len - 1] == ' ')
		text.at[--text.len] = '\0';
	return tty->row_text;
}

struct tty_cell tty_cell(const struct tty *tty, int row, int col)
{
	struct tty_cell cell = {.text = " ", .width = 1};
	VTermPos place = {.row = row, .col = col};
	VTermScreenCell from;
	struct buf text;

	if (!is_inside(tty, row, col))
		return cell;
	vterm_screen_get_cell(tty->screen, place, &from);
	buf_init(&text, cell.text, sizeof(cell.text));
	add_characters(&text, &from);
	cell.width = from.chars[0] == RIGHT_HALF ? 0 : from.width;
	cell.is_bold = from.attrs.bold;
	cell.is_underlined = from.attrs.underline != 0;
	cell.is_reversed = from.attrs.reverse;
	cell.fg = colour_of(tty, cell.is_reversed ? from.bg : from.fg);
	cell.bg = colour_of(tty, cell.is_reversed ? from.fg : from.bg);
	return cell;
}

void tty_size(const struct tty *tty, int *rows, int *cols)
{
	vterm_get_size(tty->vterm, rows, cols);
}

void tty_cursor(const struct tty *tty, int *row, int *col)
{
	VTermPos place;

	vterm_state_get_cursorpos(vterm_obtain_state(tty->vterm), &place);
	*row = place.row;
	*col = place.col;
}

bool tty_is_alt_screen(const struct tty *tty)
{
	return tty->is_alt;
}

void tty_print(struct tty *tty)
{
	int rows, cols, row, col;

	tty_size(tty, &rows, &cols);
	tty_cursor(tty, &row, &col);
	print_message("--- %dx%d, cursor %d,%d %s, %s screen, %zu bytes\n",
		      cols, rows, row, col,
		      tty->has_cursor ? "shown" : "hidden",
		      tty->is_alt ? "alternate" : "normal", tty->received.len);
	for (int i = 0; i < rows; i++)
		print_message("%3d|%s\n", i, tty_row(tty, i));
	print_message("---\n");
}
