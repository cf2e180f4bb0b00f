#include "hairline/ui/qr_view.h"
#include "hairline/ui/widget.h"

#define TEXT_GAP 4
#define TEXT_COLS_MIN 22

bool widget_code(struct area *area, const char *text, bool has_blocks,
		 struct area *words)
{
	struct rect window = area->window;
	enum qr_shape shape;
	struct qr qr;
	bool has_code;

	qr_encode(&qr, text);
	shape = qr_view_shape(&qr, window.rows,
			      window.cols - TEXT_GAP - TEXT_COLS_MIN,
			      has_blocks);
	has_code =
		qr_view_draw(area->canvas, window.row, window.col, &qr, shape);
	if (has_code) {
		window.col += qr_view_cols(&qr, shape) + TEXT_GAP;
		window.cols -= qr_view_cols(&qr, shape) + TEXT_GAP;
	} else {
		canvas_fill(area->canvas, window, STYLE_BODY, ' ');
	}
	area_init(words, area->canvas, area->hits, window, area->scroll);
	return has_code;
}

void widget_code_done(struct area *area, const struct area *words,
		      bool has_code)
{
	area->height = has_code ? 0 : words->height;
	canvas_clip(area->canvas, area->window);
}
