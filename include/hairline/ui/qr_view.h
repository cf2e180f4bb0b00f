/*
 * qr_view - a QR code on the canvas, dark on light whatever the theme.
 *
 * Two spaces a module where that fits, else the lower half block U+2584 (two
 * modules a cell, one above the other); never the upper half block, which in
 * many fonts leaves a gap that cameras trip over.  Four modules of quiet zone
 * on every side belong to the drawing (ISO/IEC 18004).
 */
#ifndef HAIRLINE_UI_QR_VIEW_H
#define HAIRLINE_UI_QR_VIEW_H

#include <stdbool.h>

#include "hairline/core/qr.h"
#include "hairline/ui/canvas.h"

enum qr_shape {
	QR_HIDDEN, /* does not fit */
	QR_SPACES,
	QR_HALVES
};

/* The shape that fits in rows by cols cells. */
enum qr_shape qr_view_shape(const struct qr *qr, int rows, int cols,
			    bool has_blocks);

/* The cells a shape takes. */
int qr_view_rows(const struct qr *qr, enum qr_shape shape);
int qr_view_cols(const struct qr *qr, enum qr_shape shape);

/* Draw at (row, col), read it back from the cells and compare.  False when it
 * was clipped or drawn over: then it must not be offered. */
bool qr_view_draw(struct canvas *canvas, int row, int col, const struct qr *qr,
		  enum qr_shape shape);

#endif
