#include "hairline/ui/qr_view.h"

#define LOWER_HALF 0x2584u

static int whole_side(const struct qr *qr)
{
	return qr->side + 2 * QR_QUIET;
}

/* A module by its place in the drawing, the quiet zone included. */
static bool is_dark(const struct qr *qr, int row, int col)
{
	return qr_is_dark(qr, row - QR_QUIET, col - QR_QUIET);
}

static void draw_spaces(struct canvas *canvas, struct rect at,
			const struct qr *qr)
{
	for (int row = 0; row < at.rows; row++)
		for (int col = 0; col < at.cols; col++)
			canvas_text(canvas, at.row + row, at.col + col,
				    is_dark(qr, row, col / 2) ? STYLE_QR_DARK
							      : STYLE_QR,
				    " ");
}

/* The upper module is the ground of the cell, the lower one its glyph. */
static void draw_halves(struct canvas *canvas, struct rect at,
			const struct qr *qr)
{
	for (int row = 0; row < at.rows; row++) {
		for (int col = 0; col < at.cols; col++) {
			bool upper = is_dark(qr, 2 * row, col);
			bool lower = is_dark(qr, 2 * row + 1, col);

			canvas_text(canvas, at.row + row, at.col + col,
				    upper ? STYLE_QR_DARK : STYLE_QR,
				    upper == lower ? " " : "\u2584");
		}
	}
}

/* What a cell shows: its upper half, and its lower half. */
static bool is_cell_dark(const struct cell *cell, bool lower)
{
	bool ground = cell->style == STYLE_QR_DARK;

	return lower && cell->ch == LOWER_HALF ? !ground : ground;
}

static bool is_qr_cell(const struct cell *cell)
{
	return cell &&
	       (cell->style == STYLE_QR || cell->style == STYLE_QR_DARK) &&
	       (cell->ch == ' ' || cell->ch == LOWER_HALF);
}

/* The module as it can be seen on the canvas. */
static bool seen_dark(const struct cell *cell, int module_row,
		      enum qr_shape shape)
{
	return is_cell_dark(cell, shape == QR_HALVES && module_row % 2 == 1);
}

static bool reads_back(const struct canvas *canvas, int top, int left,
		       const struct qr *qr, enum qr_shape shape)
{
	int side = whole_side(qr);
	int down = shape == QR_HALVES ? 2 : 1;
	int across = shape == QR_HALVES ? 1 : 2;

	for (int row = 0; row < side; row++) {
		for (int col = 0; col < side; col++) {
			const struct cell *cell = canvas_at(
				canvas, top + row / down, left + col * across);

			if (!is_qr_cell(cell) || seen_dark(cell, row, shape) !=
							 is_dark(qr, row, col))
				return false;
		}
	}
	return true;
}

int qr_view_rows(const struct qr *qr, enum qr_shape shape)
{
	int side = whole_side(qr);

	return shape == QR_HALVES ? (side + 1) / 2 : side;
}

int qr_view_cols(const struct qr *qr, enum qr_shape shape)
{
	int side = whole_side(qr);

	return shape == QR_HALVES ? side : 2 * side;
}

enum qr_shape qr_view_shape(const struct qr *qr, int rows, int cols,
			    bool has_blocks)
{
	if (qr->side == 0)
		return QR_HIDDEN;
	if (qr_view_rows(qr, QR_SPACES) <= rows &&
	    qr_view_cols(qr, QR_SPACES) <= cols)
		return QR_SPACES;
	if (has_blocks && qr_view_rows(qr, QR_HALVES) <= rows &&
	    qr_view_cols(qr, QR_HALVES) <= cols)
		return QR_HALVES;
	return QR_HIDDEN;
}

bool qr_view_draw(struct canvas *canvas, int row, int col, const struct qr *qr,
		  enum qr_shape shape)
{
	struct rect at = {row, col, qr_view_rows(qr, shape),
			  qr_view_cols(qr, shape)};

	if (shape == QR_HIDDEN)
		return false;
	if (shape == QR_SPACES)
		draw_spaces(canvas, at, qr);
	else
		draw_halves(canvas, at, qr);
	return reads_back(canvas, row, col, qr, shape);
}
