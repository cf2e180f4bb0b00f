/*
 * barcode - reading QR codes back as a phone would, by zbar.
 */
#ifndef TESTS_SUPPORT_BARCODE_H
#define TESTS_SUPPORT_BARCODE_H

#include <stdbool.h>
#include <stddef.h>

#include "support/tty.h"

/* A picture in shades of grey, 0 is black. */
struct barcode_picture {
	unsigned width;
	unsigned height;
	unsigned char *grey; /* width * height, row by row */
};

/*
 * Paint the whole screen, a cell 8 x 16 pixels: blanks and block elements true
 * to shape, any other character as a spot in its colour.  Free by
 * barcode_free.
 */
void barcode_paint(const struct tty *tty, struct barcode_picture *picture);
void barcode_free(struct barcode_picture *picture);

/*
 * Read a QR code, dark on light, in a picture or on a screen, into text.
 * False if there is none or if it does not fit.
 */
bool barcode_read(const struct barcode_picture *picture, char *text,
		  size_t size);
bool barcode_read_cells(const struct tty *tty, char *text, size_t size);

#endif
