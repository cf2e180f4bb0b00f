/*
 * The booking code: encoded, drawn, and read back from the cells.
 */
#include "bench/bench.h"
#include "bench/process.h"
#include "hairline/core/qr.h"
#include "hairline/ui/qr_view.h"

#define CODES 50
#define ROWS 60
#define COLS 200

static const char link_text[] = "HTTPS://NORTHGATE.EXAMPLE/B/H4K7QX3";

static double draw_once(struct canvas *canvas)
{
	double since_ms = clock_ms();
	enum qr_shape shape;
	struct qr qr;

	canvas_clear(canvas, ROWS, COLS, STYLE_BODY);
	if (!qr_encode(&qr, link_text))
		bench_fail("the link cannot be encoded");
	shape = qr_view_shape(&qr, ROWS, COLS, true);
	if (!qr_view_draw(canvas, 0, 0, &qr, shape))
		bench_fail("the code cannot be read back");
	return clock_ms() - since_ms;
}

static void measure_code(const struct row *row, struct figures *figures)
{
	static const char *const argv[] = {"qrencode", "-l",      "M", "-t",
					   "ANSIUTF8", link_text, NULL};
	struct canvas canvas;

	(void)row;
	if (!canvas_init(&canvas))
		bench_fail("out of memory");
	for (int i = 0; i < CODES; i++) {
		series_add(&figures->ours, draw_once(&canvas));
		series_add(&figures->reference, process_run(argv, NULL).ms);
	}
	canvas_release(&canvas);
}

static const struct row rows[] = {
	{"booking code: encode, draw, read back", "qrencode -t ANSIUTF8", "ms",
	 JUDGE_RATIO, 1.0, measure_code, NULL, 1},
};

const struct group group_code = GROUP_OF("code", rows);
