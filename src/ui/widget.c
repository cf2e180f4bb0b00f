#include "hairline/ui/widget.h"

#include <stdio.h>

#include "hairline/base/utf8.h"
#include "hairline/core/wrap.h"

#define ROOMY_ROWS 30
#define SPACIOUS_ROWS 40 /* from here on buttons are three rows high */
#define TALL_ROWS 50     /* from here on so are choices, and taller */
#define AIRY_ROWS 20
#define POINTER "\u25B8"
#define CHOSEN "\u25CF"
#define BUTTON_EDGES 3 /* the pointer and a blank before a label, one after */
#define CURSOR "\u258F"
#define NUMBER_COL 2
#define LABEL_COL 5
#define BOX_COLS 4
#define TWO_ABREAST 56 /* columns from which two buttons fit side by side */

/* How generously a column of choices is laid out. */
struct spacing {
	int pad; /* rows above and below the label */
	int gap; /* rows between two */
};

/* From the most generous, which only tall screens get, to the tightest. */
static const struct spacing spacings[] = {{2, 1}, {1, 1}, {0, 1}, {0, 0}};

static const char *const boxes[] = {
	[MARK_NONE] = "",
	[MARK_BOX_EMPTY] = "[ ] ",
	[MARK_BOX_TICKED] = "[x] ",
	[MARK_CHOSEN] = "",
};

bool widget_is_roomy(int rows)
{
	return rows >= ROOMY_ROWS;
}

int widget_text_cols(const struct area *area)
{
	int cols = area_cols(area);

	return cols < WIDGET_TEXT_COLS ? cols : WIDGET_TEXT_COLS;
}

int widget_title(struct area *area, int row, const char *text)
{
	row = area_wrap(area, row, 0, widget_text_cols(area), STYLE_TITLE,
			text);
	return row + 1;
}

static int label_col(const struct choice *choice)
{
	bool has_box = choice->mark == MARK_BOX_EMPTY ||
		       choice->mark == MARK_BOX_TICKED;

	return LABEL_COL + (has_box ? BOX_COLS : 0);
}

static int label_cols(const struct choices *choices, int i)
{
	return choices->cols - label_col(&choices->at[i]) - 2;
}

static int choices_rows(const struct choices *choices, struct spacing spacing)
{
	int rows = -spacing.gap;

	for (int i = 0; i < choices->count; i++)
		rows += wrap_count(choices->at[i].label,
				   label_cols(choices, i)) +
			2 * spacing.pad + spacing.gap;
	return rows;
}

int widget_choices_rows(const struct choices *choices)
{
	return choices_rows(choices, (struct spacing){0, 0});
}

static struct spacing pick_spacing(const struct area *area,
				   const struct choices *choices, int rows_left)
{
	size_t i = area->canvas->rows >= TALL_ROWS ? 0 : 1;

	while (i + 1 < sizeof(spacings) / sizeof(spacings[0]) &&
	       choices_rows(choices, spacings[i]) > rows_left)
		i++;
	return spacings[i];
}

static void draw_number(struct area *area, int row, int col, enum style style,
			int number)
{
	char digits[12];

	snprintf(digits, sizeof(digits), "%d", number);
	area_text(area, row, col, style, digits);
}

/* One line to pick, without its background.  Returns the row below. */
static int draw_choice(struct area *area, int row,
		       const struct choices *choices, int i)
{
	const struct choice *choice = &choices->at[i];
	bool has_focus = i == choices->focus;
	enum style style = has_focus ? STYLE_FOCUS : STYLE_CHOICE;
	int col = choices->col;

	if (has_focus)
		area_text(area, row, col, style, POINTER);
	if (i < choices->numbered && choices->first + i < 9)
		draw_number(area, row, col + NUMBER_COL,
			    has_focus ? STYLE_FOCUS : STYLE_CHOICE_NUMBER,
			    choices->first + i + 1);
	area_text(area, row, col + LABEL_COL, style, boxes[choice->mark]);
	if (choice->mark == MARK_CHOSEN)
		area_text(area, row, col + choices->cols - 2, style, CHOSEN);
	return area_wrap(area, row, col + label_col(choice),
			 label_cols(choices, i), style, choice->label);
}

int widget_choices(struct area *area, int row, const struct choices *choices,
		   int rows_left)
{
	struct spacing spacing = pick_spacing(area, choices, rows_left);

	for (int i = 0; i < choices->count; i++) {
		int lines = wrap_count(choices->at[i].label,
				       label_cols(choices, i));
		struct rect rect = {row, choices->col, lines + 2 * spacing.pad,
				    choices->cols};
		bool has_focus = i == choices->focus;

		area_fill(area, rect, has_focus ? STYLE_FOCUS : STYLE_CHOICE);
		draw_choice(area, row + spacing.pad, choices, i);
		area_hit(area, rect, ACTION_PICK, choices->first + i);
		if (has_focus)
			area_focus(area, row, row + rect.rows - 1);
		row += rect.rows + spacing.gap;
	}
	return row - spacing.gap;
}

static int button_pad(int rows)
{
	return rows >= SPACIOUS_ROWS ? 1 : 0;
}

static int draw_button(struct area *area, int row, int col, int cols, int arg,
		       int pad, bool has_focus, const char *label)
{
	enum style style = has_focus ? STYLE_FOCUS : STYLE_CHOICE;
	struct rect rect = {row, col, 1 + 2 * pad, cols};

	area_fill(area, rect, style);
	if (has_focus)
		area_text(area, row + pad, col, style, POINTER);
	area_cut(area, row + pad, col + 2, cols - BUTTON_EDGES, style, label);
	area_hit(area, rect, ACTION_PICK, arg);
	if (has_focus)
		area_focus(area, row, row + rect.rows - 1);
	return row + rect.rows;
}

int widget_button(struct area *area, int row, int col, int cols, int arg,
		  bool has_focus, const char *label)
{
	int pad = widget_is_roomy(area->canvas->rows) ? 1 : 0;

	return draw_button(area, row, col, cols, arg, pad, has_focus, label);
}

/* A button's label with its number before it. */
#define BUTTON_LABEL_SIZE 160

static void number_label(char out[BUTTON_LABEL_SIZE], int i, const char *label)
{
	snprintf(out, BUTTON_LABEL_SIZE, "%d  %s", i + 1, label);
}

/* Two a row only where all fit: a label that is cut tells nobody anything. */
static int buttons_abreast(int cols, const char *const *labels, int count)
{
	char label[BUTTON_LABEL_SIZE];

	if (cols < TWO_ABREAST)
		return 1;
	for (int i = 0; i < count; i++) {
		number_label(label, i, labels[i]);
		if (utf8_text_width(label) > (cols - 2) / 2 - BUTTON_EDGES)
			return 1;
	}
	return 2;
}

int widget_buttons_rows(int rows, int cols, const char *const *labels,
			int count)
{
	int abreast = buttons_abreast(cols, labels, count);
	int lines = (count + abreast - 1) / abreast;
	int gap = rows >= AIRY_ROWS ? 1 : 0;

	return lines * (1 + 2 * button_pad(rows)) + (lines - 1) * gap;
}

int widget_buttons(struct area *area, int row, const char *const *labels,
		   int count, int focus)
{
	int abreast = buttons_abreast(area_cols(area), labels, count);
	int gap = area->canvas->rows >= AIRY_ROWS ? 1 : 0;
	int cols = (area_cols(area) - 2 * (abreast - 1)) / abreast;
	int below = row;

	for (int i = 0; i < count; i++) {
		char label[BUTTON_LABEL_SIZE];

		if (i > 0 && i % abreast == 0)
			row = below + gap;
		number_label(label, i, labels[i]);
		below = draw_button(area, row, i % abreast * (cols + 2), cols,
				    i, button_pad(area->canvas->rows),
				    i == focus, label);
	}
	return below;
}

int widget_field(struct area *area, int row, int cols, int arg, bool has_focus,
		 const char *label, const char *value)
{
	enum style style = has_focus ? STYLE_FIELD_FOCUS : STYLE_FIELD;
	struct rect rect = {row + 1, 0, 1, cols};
	int room = cols - 3;
	int col;

	area_text(area, row, 0, STYLE_STRONG, label);
	area_fill(area, rect, style);
	if (has_focus)
		area_text(area, row + 1, 0, style, POINTER);
	/* The end of a long text is what is being typed: show that. */
	while (utf8_text_width(value) > room)
		utf8_next(&value);
	col = area_text(area, row + 1, 2, style, value);
	if (has_focus)
		area_text(area, row + 1, col, style, CURSOR);
	rect.row--;
	rect.rows++;
	area_hit(area, rect, ACTION_PICK, arg);
	if (has_focus)
		area_focus(area, row, row + 1);
	return row + 2;
}

int widget_panel(struct area *area, int row, int col, int cols,
		 const char *title, const char *text)
{
	int title_rows = wrap_count(title, cols - 4);
	int rows = title_rows + wrap_count(text, cols - 4) + 3;

	area_fill(area, (struct rect){row, col, rows, cols}, STYLE_PANEL);
	area_wrap(area, row + 1, col + 2, cols - 4, STYLE_PANEL_TITLE, title);
	area_wrap(area, row + title_rows + 2, col + 2, cols - 4, STYLE_PANEL,
		  text);
	return row + rows;
}
