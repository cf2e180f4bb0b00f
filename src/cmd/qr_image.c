#include "hairline/cmd/qr_image.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>

#define PIXELS 1200
#define BLACK 0
#define WHITE 255

static void paint_row(png_bytep pixels, const struct qr *qr, int row, int scale)
{
	int side = qr->side + 2 * QR_QUIET;

	for (int col = 0; col < side; col++) {
		bool dark = qr_is_dark(qr, row - QR_QUIET, col - QR_QUIET);

		memset(pixels + (size_t)col * (size_t)scale,
		       dark ? BLACK : WHITE, (size_t)scale);
	}
}

static void paint(png_bytep pixels, const struct qr *qr, int scale)
{
	int side = qr->side + 2 * QR_QUIET;
	size_t stride = (size_t)side * (size_t)scale;

	for (int row = 0; row < side * scale; row++)
		paint_row(pixels + (size_t)row * stride, qr, row / scale,
			  scale);
}

bool qr_image_png(FILE *out, const struct qr *qr, struct err *err)
{
	int side = qr->side + 2 * QR_QUIET;
	int scale = PIXELS / side;
	size_t stride = (size_t)side * (size_t)scale;
	png_bytep pixels = malloc(stride * stride);
	png_image image;
	bool ok;

	if (!pixels)
		return err_set(err, ERR_MEMORY, "out of memory");
	paint(pixels, qr, scale);
	memset(&image, 0, sizeof(image));
	image.version = PNG_IMAGE_VERSION;
	image.width = image.height = (png_uint_32)stride;
	image.format = PNG_FORMAT_GRAY;
	ok = png_image_write_to_stdio(&image, out, 0, pixels, 0, NULL);
	free(pixels);
	return ok || err_set(err, ERR_IO, "the picture cannot be written: %s",
			     image.message);
}

/* Each run of dark modules in a row is one rectangle of the path. */
static void write_runs(FILE *out, const struct qr *qr, int row)
{
	for (int col = 0; col < qr->side; col++) {
		int len = 0;

		while (qr_is_dark(qr, row, col + len))
			len++;
		if (len > 0)
			fprintf(out, "M%d %dh%dv1h-%dz", col + QR_QUIET,
				row + QR_QUIET, len, len);
		col += len;
	}
}

bool qr_image_svg(FILE *out, const struct qr *qr, struct err *err)
{
	int side = qr->side + 2 * QR_QUIET;

	fprintf(out,
		"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40mm\" "
		"height=\"40mm\"\n"
		"     viewBox=\"0 0 %d %d\" shape-rendering=\"crispEdges\">\n"
		"<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>\n"
		"<path fill=\"#000\" d=\"",
		side, side, side, side);
	for (int row = 0; row < qr->side; row++)
		write_runs(out, qr, row);
	fputs("\"/>\n</svg>\n", out);
	return !ferror(out) ||
	       err_set(err, ERR_IO, "the picture cannot be written");
}
