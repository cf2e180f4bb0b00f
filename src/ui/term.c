#include "hairline/ui/term.h"

#include <curses.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/param.h>
#include <unistd.h>

#include "hairline/base/utf8.h"
#include "hairline/ui/glyph.h"
#include "hairline/ui/key.h"
#include "hairline/ui/sequence.h"
#include "hairline/ui/shown.h"

#define ESC 27
#define ESC_DELAY_MS 50
#define KEY_RING 512 /* more keys than curses keeps */
#define PASTE_GAP_MS 1000
#define SEQUENCE_GAP_MS 200 /* longer than a terminal's reply is torn */
#define PASTE_ON "\033[?2004h"
#define PASTE_OFF "\033[?2004l"
#define CLEAR_SCROLLBACK "E3" /* terminfo's extended name */

/* Beyond what curses names: the marks around pasted text. */
#define PASTE_BEGIN (KEY_MAX + 1)
#define PASTE_END (KEY_MAX + 2)

struct term {
	SCREEN *screen;
	enum theme_depth depth;
	enum glyph_set glyphs;
	bool is_pasting;
	enum sequence sequence; /* that is being swallowed */
	int64_t input_ms;       /* when something last came */
	attr_t attrs[STYLE_COUNT];
	cchar_t line[CANVAS_COLS_MAX];
	struct shown shown;
};

struct key_code {
	wint_t code;
	unsigned key;
};

static const struct key_code key_codes[12 + 1] = {
	{KEY_ENTER, KEYS_ENTER},   {KEY_BACKSPACE, KEYS_BACKSPACE},
	{KEY_DC, KEYS_BACKSPACE},  {KEY_BTAB, KEYS_BACKTAB},
	{KEY_UP, KEYS_UP},         {KEY_DOWN, KEYS_DOWN},
	{KEY_LEFT, KEYS_LEFT},     {KEY_RIGHT, KEYS_RIGHT},
	{KEY_PPAGE, KEYS_PAGE_UP}, {KEY_NPAGE, KEYS_PAGE_DOWN},
	{KEY_HOME, KEYS_HOME},     {KEY_END, KEYS_END},
};

static const struct key_code char_codes[5 + 1] = {
	{'\r', KEYS_ENTER},     {'\n', KEYS_ENTER},    {'\t', KEYS_TAB},
	{'\b', KEYS_BACKSPACE}, {127, KEYS_BACKSPACE},
};

/* What terminfo leaves out: the marks around a paste, and arrows from terminals
 * that ignore application mode. */
static const struct {
	const char *bytes;
	int code;
} own_keys[] = {
	{"\033[200~", PASTE_BEGIN}, {"\033[201~", PASTE_END},
	{"\033[A", KEY_UP},         {"\033[B", KEY_DOWN},
	{"\033[C", KEY_RIGHT},      {"\033[D", KEY_LEFT},
};

/* A table ends with zeros. */
static unsigned find_key(const struct key_code *codes, wint_t code,
			 unsigned otherwise)
{
	for (; codes->code; codes++)
		if (codes->code == code)
			return codes->key;
	return otherwise;
}

/* --- opening --- */

/* Nothing can be done about a terminal that takes no more. */
static void write_out(const char *text)
{
	if (write(STDOUT_FILENO, text, strlen(text)) < 0)
		return;
}

/* The terminal's string of this name in terminfo, or NULL. */
static const char *terminal_string(const char *name)
{
	const char *string = tigetstr(name);

	return string == (const char *)-1 ? NULL : string;
}

static SCREEN *open_screen(const char *name)
{
	SCREEN *screen = newterm(name, stdout, stdin);

	if (!screen || terminal_string("cup"))
		return screen;
	endwin();
	delscreen(screen);
	return NULL;
}

static SCREEN *open_any(const char *wanted)
{
	SCREEN *screen = wanted ? open_screen(wanted) : NULL;

	screen = screen ? screen : open_screen("vt100");
	return screen ? screen : open_screen("ansi");
}

static enum theme_depth find_depth(void)
{
	const char *no_color = getenv("NO_COLOR");

	if ((no_color && no_color[0]) || !has_colors())
		return THEME_MONO;
	start_color();
	if (COLORS >= 256 && COLOR_PAIRS > STYLE_COUNT)
		return THEME_256;
	return COLORS >= 8 && COLOR_PAIRS > STYLE_COUNT ? THEME_8 : THEME_MONO;
}

static short pair_of(enum style style)
{
	return (short)(style + 1);
}

void term_set_theme(struct term *term, const struct theme *theme)
{
	shown_forget(&term->shown);
	for (unsigned style = 0; style < STYLE_COUNT; style++) {
		const struct look *look = &theme->looks[term->depth][style];

		if (term->depth != THEME_MONO)
			init_pair(pair_of(style), look->fg, look->bg);
		term->attrs[style] = (look->is_bold ? A_BOLD : 0u) |
				     (look->is_reverse ? A_REVERSE : 0u) |
				     (look->is_underlined ? A_UNDERLINE : 0u);
	}
}

static void set_modes(void)
{
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	set_escdelay(ESC_DELAY_MS);
	curs_set(0);
	mousemask(BUTTON1_PRESSED | BUTTON4_PRESSED | BUTTON5_PRESSED, NULL);
	mouseinterval(0);
	for (size_t i = 0; i < sizeof(own_keys) / sizeof(own_keys[0]); i++)
		define_key(own_keys[i].bytes, own_keys[i].code);
	write_out(PASTE_ON);
}

struct term *term_open(const struct theme *theme, struct err *err)
{
	const char *name = getenv("TERM");
	struct term *term;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		err_set(err, ERR_IO,
			"the kiosk needs a terminal on stdin and stdout");
		return NULL;
	}
	term = calloc(1, sizeof(*term));
	if (term)
		term->screen = open_any(name);
	if (!term || !term->screen) {
		free(term);
		err_set(err, ERR_IO,
			"this terminal cannot be opened: set TERM "
			"to its name, such as xterm-256color");
		return NULL;
	}
	term->glyphs = glyph_set_of(name);
	term->depth = find_depth();
	set_modes();
	term_set_theme(term, theme);
	return term;
}

void term_close(struct term *term)
{
	if (!term)
		return;
	write_out(PASTE_OFF);
	endwin();
	delscreen(term->screen);
	shown_release(&term->shown);
	sodium_memzero(term, sizeof(*term));
	free(term);
}

/* --- size and shape --- */

void term_resize(struct term *term)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0)
		return;
	/* Curses gives back the lines of the old size as they are. */
	werase(stdscr);
	werase(newscr);
	werase(curscr);
	shown_forget(&term->shown);
	/* It counts in short integers; and more than a canvas is not drawn. */
	size.ws_row = MIN(size.ws_row, CANVAS_ROWS_MAX);
	size.ws_col = MIN(size.ws_col, CANVAS_COLS_MAX);
	if (size.ws_row > 0 && size.ws_col > 0)
		resizeterm(size.ws_row, size.ws_col);
	clearok(curscr, TRUE);
}

void term_size(const struct term *term, int *rows, int *cols)
{
	(void)term;
	*rows = LINES;
	*cols = COLS;
}

bool term_has_blocks(const struct term *term)
{
	return term->glyphs != GLYPH_ASCII;
}

/* --- drawing --- */

static void set_cell(const struct term *term, cchar_t *out,
		     const struct cell *cell)
{
	wchar_t text[3] = {(wchar_t)glyph_shown(term->glyphs, cell->ch), 0, 0};

	if (cell->mark && term->glyphs == GLYPH_UNICODE)
		text[1] = (wchar_t)cell->mark;
	setcchar(out, text, term->attrs[cell->style],
		 term->depth == THEME_MONO ? 0 : pair_of(cell->style), NULL);
}

/* Curses fills in the second half of a wide character by itself. */
static void draw_row(struct term *term, const struct canvas *canvas, int row)
{
	int count = 0;

	for (int col = 0; col < canvas->cols; col++) {
		const struct cell *cell = canvas_at(canvas, row, col);

		if (cell->ch)
			set_cell(term, &term->line[count++], cell);
	}
	mvadd_wchnstr(row, 0, term->line, count);
}

void term_draw(struct term *term, const struct canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++)
		if (shown_take(&term->shown, canvas, row))
			draw_row(term, canvas, row);
	/* Always the same place to rest: a cursor may show all the same. */
	move(canvas->rows - 1, 0);
	refresh();
}

/* Blanks of changing style: longer than all of curses' output buffer. */
static void draw_scrub(struct term *term)
{
	const struct cell blanks[2] = {
		{.ch = ' ', .style = STYLE_BODY},
		{.ch = ' ', .style = STYLE_STRONG},
	};
	int cols = MIN(COLS, CANVAS_COLS_MAX);

	for (int row = 0; row < LINES; row++) {
		for (int col = 0; col < cols; col++)
			set_cell(term, &term->line[col],
				 &blanks[(row + col) % 2]);
		mvadd_wchnstr(row, 0, term->line, cols);
	}
	clearok(curscr, TRUE);
	refresh();
}

void term_scrub(struct term *term)
{
	const char *clear = terminal_string(CLEAR_SCROLLBACK);

	sodium_memzero(term->line, sizeof(term->line));
	shown_forget(&term->shown);
	draw_scrub(term);
	/* Curses keeps the keys last read in a ring; pushing goes round it. */
	for (int i = 0; i < KEY_RING; i++)
		ungetch(' ');
	flushinp();
	if (clear)
		write_out(clear);
	clearok(curscr, TRUE);
}

/* --- input --- */

static bool read_mouse(struct event *event)
{
	MEVENT mouse;

	if (getmouse(&mouse) != OK)
		return false;
	event->row = mouse.y;
	event->col = mouse.x;
	event->type = EVENT_CLICK;
	if (mouse.bstate & BUTTON1_PRESSED)
		return true;
	event->type = EVENT_SCROLL;
	event->key = mouse.bstate & BUTTON4_PRESSED ? KEYS_UP : KEYS_DOWN;
	return (mouse.bstate & (BUTTON4_PRESSED | BUTTON5_PRESSED)) != 0;
}

static bool read_code(struct term *term, struct event *event, wint_t code)
{
	term->sequence = SEQUENCE_NONE;
	if (code == PASTE_BEGIN || code == PASTE_END) {
		term->is_pasting = code == PASTE_BEGIN;
		return false;
	}
	if (code == KEY_MOUSE)
		return read_mouse(event) && !term->is_pasting;
	if (code == KEY_RESIZE || term->is_pasting)
		return false;
	event->key = find_key(key_codes, code, KEYS_OTHER);
	if (code >= KEY_F(1) && code <= KEY_F(9))
		event->key = KEYS_F1 + (code - KEY_F(1));
	return true;
}

/* Alone it is the Esc key; else a key or a report to be swallowed. */
static bool read_escape(struct term *term, struct event *event)
{
	wint_t ch;
	int kind = get_wch(&ch);

	if (kind == KEY_CODE_YES)
		return read_code(term, event, ch);
	event->key = KEYS_ESC;
	if (kind != ERR && ch != ESC) {
		term->sequence = sequence_begin(ch);
		event->key = term->sequence ? KEYS_NONE : KEYS_OTHER;
	}
	return event->key != KEYS_NONE;
}

static bool read_char(struct term *term, struct event *event, wint_t ch)
{
	bool is_swallowed = term->sequence != SEQUENCE_NONE;

	if (term->is_pasting) {
		event->type = EVENT_PASTE;
		event->key = ch;
		return utf8_is_printable(ch) || ch == '\r' || ch == '\n';
	}
	term->sequence = sequence_next(term->sequence, ch);
	if (ch == ESC && !term->sequence)
		return read_escape(term, event);
	event->key = find_key(char_codes, ch, ch);
	return event->key != KEYS_NONE && !is_swallowed;
}

/* Without an end a paste or a sequence is over when nothing more comes. */
static void give_up(struct term *term, int64_t now_ms)
{
	if (now_ms - term->input_ms > PASTE_GAP_MS)
		term->is_pasting = false;
	if (now_ms - term->input_ms > SEQUENCE_GAP_MS)
		term->sequence = SEQUENCE_NONE;
	term->input_ms = now_ms;
}

bool term_read(struct term *term, struct event *event)
{
	wint_t ch;
	int kind;

	give_up(term, event->now_ms);
	while ((kind = get_wch(&ch)) != ERR) {
		event->type = EVENT_KEY;
		if (kind == KEY_CODE_YES ? read_code(term, event, ch)
					 : read_char(term, event, ch))
			return true;
	}
	return false;
}
