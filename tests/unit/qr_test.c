#include "hairline/core/qr.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <zbar.h>

#define SCALE 4
#define SIDE_PIXELS ((QR_SIDE_MAX + 2 * QR_QUIET) * SCALE)

static int version(const struct qr *qr)
{
	return (qr->side - 17) / 4;
}

/* Paint a code with its quiet zone into grey pixels; returns their side. */
static unsigned paint(const struct qr *qr, unsigned char *pixels)
{
	int side = (qr->side + 2 * QR_QUIET) * SCALE;

	for (int y = 0; y < side; y++)
		for (int x = 0; x < side; x++)
			pixels[y * side + x] =
				qr_is_dark(qr, y / SCALE - QR_QUIET,
					   x / SCALE - QR_QUIET)
					? 0
					: 255;
	return (unsigned)side;
}

/* What a phone would read. */
static void read_back(const struct qr *qr, char *out, size_t size)
{
	static unsigned char pixels[SIDE_PIXELS * SIDE_PIXELS];
	unsigned side = paint(qr, pixels);
	zbar_image_scanner_t *scanner = zbar_image_scanner_create();
	zbar_image_t *image = zbar_image_create();
	const zbar_symbol_t *symbol;

	zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
	zbar_image_set_size(image, side, side);
	zbar_image_set_data(image, pixels, (unsigned long)side * side, NULL);
	zbar_scan_image(scanner, image);
	symbol = zbar_image_first_symbol(image);
	out[0] = '\0';
	if (symbol)
		snprintf(out, size, "%s", zbar_symbol_get_data(symbol));
	zbar_image_destroy(image);
	zbar_image_scanner_destroy(scanner);
}

static void a_code_reads_back_as_the_text(void **state)
{
	static const char *const texts[] = {
		"HTTPS://NORTHGATE.EXAMPLE/B",
		"HTTPS://NORTHGATE.EXAMPLE/B/H4K7QX2",
		"https://northgate.example/book?ref=H4K7QX2",
		"A",
		"https://ejemplo.es/reservar/una/consulta/de/micropigmentacion",
	};
	char read[256];
	struct qr qr;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		assert_true(qr_encode(&qr, texts[i]));
		read_back(&qr, read, sizeof(read));
		assert_string_equal(read, texts[i]);
	}
}

static void a_link_in_capitals_takes_a_smaller_code(void **state)
{
	struct qr qr;

	(void)state;
	/* 38 characters fit version 2 at level M in alphanumeric mode. */
	assert_true(qr_encode(&qr, "HTTPS://NORTHGATE.EXAMPLE/B/ABCDEFGHIJ"));
	assert_int_equal(version(&qr), 2);
	assert_true(qr_encode(&qr, "https://northgate.example/b/abcdefghij"));
	assert_int_equal(version(&qr), 3);
}

static void spare_room_goes_to_error_correction(void **state)
{
	struct qr qr;
	char read[64];

	(void)state;
	/* Version 1 at level H: spoil modules that level M could not mend. */
	assert_true(qr_encode(&qr, "ABC"));
	assert_int_equal(version(&qr), 1);
	for (int row = 9; row < 12; row++)
		for (int column = 10; column < 20; column++)
			qr.dark[row][column] = !qr.dark[row][column];
	read_back(&qr, read, sizeof(read));
	assert_string_equal(read, "ABC");
}

static void what_gives_no_code_is_refused(void **state)
{
	char text[400];
	struct qr qr;

	(void)state;
	assert_false(qr_encode(&qr, ""));
	assert_int_equal(qr.side, 0);
	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	assert_false(qr_encode(&qr, text));
	assert_int_equal(qr.side, 0);
	text[213] = '\0'; /* bytes in version 10 at level M */
	assert_true(qr_encode(&qr, text));
	assert_int_equal(qr.side, QR_SIDE_MAX);
	text[213] = 'a';
	text[214] = '\0';
	assert_false(qr_encode(&qr, text));
}

static void everything_outside_the_code_is_light(void **state)
{
	char text[214];
	struct qr qr;

	(void)state;
	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	assert_true(qr_encode(&qr, text));
	assert_int_equal(qr.side, QR_SIDE_MAX);
	assert_true(qr_is_dark(&qr, 0, 0));
	assert_false(qr_is_dark(&qr, -1, 0));
	assert_false(qr_is_dark(&qr, 0, -1));
	assert_false(qr_is_dark(&qr, qr.side, 0));
	assert_false(qr_is_dark(&qr, 0, qr.side));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_code_reads_back_as_the_text),
		cmocka_unit_test(a_link_in_capitals_takes_a_smaller_code),
		cmocka_unit_test(spare_room_goes_to_error_correction),
		cmocka_unit_test(what_gives_no_code_is_refused),
		cmocka_unit_test(everything_outside_the_code_is_light),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
