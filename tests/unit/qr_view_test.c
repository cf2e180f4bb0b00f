#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/ui/qr_view.h"

#define LINK "HTTPS://NORTHGATE.EXAMPLE/B/H4K7QXX"

static struct canvas canvas;
static struct qr qr;

static int start(void **state)
{
	(void)state;
	canvas_init(&canvas);
	canvas_clear(&canvas, 60, 200, STYLE_BODY);
	assert_true(qr_encode(&qr, LINK));
	return 0;
}

static int stop(void **state)
{
	(void)state;
	canvas_release(&canvas);
	return 0;
}

static void spaces_are_taken_where_they_fit(void **state)
{
	(void)state;
	assert_int_equal(qr_view_shape(&qr, 33, 66, true), QR_SPACES);
	assert_int_equal(qr_view_shape(&qr, 32, 66, true), QR_HALVES);
	assert_int_equal(qr_view_shape(&qr, 33, 65, true), QR_HALVES);
	assert_int_equal(qr_view_shape(&qr, 17, 33, true), QR_HALVES);
	assert_int_equal(qr_view_shape(&qr, 16, 33, true), QR_HIDDEN);
	assert_int_equal(qr_view_shape(&qr, 17, 33, false), QR_HIDDEN);
}

static void four_light_modules_stand_on_every_side(void **state)
{
	(void)state;
	assert_true(qr_view_draw(&canvas, 2, 3, &qr, QR_SPACES));
	for (int i = 0; i < 33; i++) {
		for (int edge = 0; edge < 4; edge++) {
			int far = 32 - edge;

			assert_int_equal(
				canvas_at(&canvas, 2 + edge, 3 + 2 * i)->style,
				STYLE_QR);
			assert_int_equal(
				canvas_at(&canvas, 2 + far, 3 + 2 * i)->style,
				STYLE_QR);
			assert_int_equal(
				canvas_at(&canvas, 2 + i, 3 + 2 * edge)->style,
				STYLE_QR);
			assert_int_equal(
				canvas_at(&canvas, 2 + i, 3 + 2 * far)->style,
				STYLE_QR);
		}
	}
}

static void a_code_that_is_cut_off_is_not_offered(void **state)
{
	(void)state;
	canvas_clear(&canvas, 16, 200, STYLE_BODY);
	assert_false(qr_view_draw(&canvas, 0, 0, &qr, QR_HALVES));
	canvas_clear(&canvas, 60, 200, STYLE_BODY);
	assert_false(qr_view_draw(&canvas, 0, 190, &qr, QR_HALVES));
	assert_true(qr_view_draw(&canvas, 0, 0, &qr, QR_HALVES));
}

static void the_upper_half_block_is_never_drawn(void **state)
{
	(void)state;
	qr_view_draw(&canvas, 0, 0, &qr, QR_HALVES);
	for (int row = 0; row < canvas.rows; row++)
		for (int col = 0; col < canvas.cols; col++)
			assert_int_not_equal(canvas_at(&canvas, row, col)->ch,
					     0x2580);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(spaces_are_taken_where_they_fit),
		TEST(four_light_modules_stand_on_every_side),
		TEST(a_code_that_is_cut_off_is_not_offered),
		TEST(the_upper_half_block_is_never_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
