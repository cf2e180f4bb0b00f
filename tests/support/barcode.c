#include "support/barcode.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <zbar.h>

#define CELL_WIDTH 8
#define CELL_HEIGHT 16
#define GREY_FOURCC zbar_fourcc('Y', '8', '0', '0')

/* The part of a cell, in pixels, that a character fills. */
struct shape {
	const char *text;
	int top, bottom, left, right; /* bottom and right are outside */
};

static const struct shape shapes[] = {
	{" ", 0, 0, 0, 0},       {"\u2580", 0, 8, 0, 8}, /* upper half */
	{"\u2584", 8, 16, 0, 8},                         /* lower half */
	{"\u2588", 0, 16, 0, 8},                         /* full */
	{"\u258C", 0, 16, 0, 4},                         /* left half */
	{"\u2590", 0, 16, 4, 8},                         /* right half */
};

static const struct shape letter = {"", 4, 12, 2, 6};

static const struct shape *shape_of(const char *text)
{
	for (size_t i = 0; i < sizeof(shapes) / sizeof(shapes[0]); i++)
		if (strcmp(shapes[i].text, text) == 0)
			return &shapes[i];
	return &letter;
}

static unsigned char grey_of(struct tty_colour colour)
{
	return (unsigned char)((colour.red * 299 + colour.green * 587 +
				colour.blue * 114) /
			       1000);
}

static void paint_cell(struct barcode_picture *picture,
		       const struct tty_cell *cell, int row, int col)
{
	const struct shape *shape = shape_of(cell->text);
	const unsigned char fg = grey_of(cell->fg);
	const unsigned char bg = grey_of(cell->bg);

	for (int y = 0; y < CELL_HEIGHT; y++) {
		unsigned char *line =
			picture->grey +
			(size_t)(row * CELL_HEIGHT + y) * picture->width +
			(size_t)(col * CELL_WIDTH);
		bool is_level = y >= shape->top && y < shape->bottom;

		for (int x = 0; x < CELL_WIDTH; x++)
			line[x] =
				is_level && x >= shape->left && x < shape->right
					? fg
					: bg;
	}
}

void barcode_paint(const struct tty *tty, struct barcode_picture *picture)
{
	int rows, cols;

	tty_size(tty, &rows, &cols);
	picture->width = (unsigned)(cols * CELL_WIDTH);
	picture->height = (unsigned)(rows * CELL_HEIGHT);
	picture->grey = malloc((size_t)picture->width * picture->height);
	assert_non_null(picture->grey);
	for (int row = 0; row < rows; row++)
		for (int col = 0; col < cols; col++) {
			struct tty_cell cell = tty_cell(tty, row, col);

			paint_cell(picture, &cell, row, col);
		}
}

void barcode_free(struct barcode_picture *picture)
{
	free(picture->grey);
	picture->grey = NULL;
}

bool barcode_read(const struct barcode_picture *picture, char *text,
		  size_t size)
{
	zbar_image_scanner_t *scanner = zbar_image_scanner_create();
	zbar_image_t *image = zbar_image_create();
	const zbar_symbol_t *symbol;
	int len = -1;

	zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
	zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
	zbar_image_set_format(image, GREY_FOURCC);
	zbar_image_set_size(image, picture->width, picture->height);
	zbar_image_set_data(image, picture->grey,
			    (unsigned long)picture->width * picture->height,
			    NULL);
	zbar_scan_image(scanner, image);
	symbol = zbar_image_first_symbol(image);
	if (symbol)
		len = snprintf(text, size, "%s", zbar_symbol_get_data(symbol));
	zbar_image_destroy(image);
	zbar_image_scanner_destroy(scanner);
	return len >= 0 && (size_t)len < size;
}

bool barcode_read_cells(const struct tty *tty, char *text, size_t size)
{
	struct barcode_picture picture;
	bool is_read;

	barcode_paint(tty, &picture);
	is_read = barcode_read(&picture, text, size);
	barcode_free(&picture);
	return is_read;
}
