/*
 * qr_image - a code as a picture to print, its quiet zone included.
 *
 * Black on white, square modules, nothing between them.
 */
#ifndef HAIRLINE_CMD_QR_IMAGE_H
#define HAIRLINE_CMD_QR_IMAGE_H

#include <stdbool.h>
#include <stdio.h>

#include "hairline/base/err.h"
#include "hairline/core/qr.h"

/* About 1200 pixels a side: sharp at 10 cm in print. */
bool qr_image_png(FILE *out, const struct qr *qr, struct err *err);

/* 40 mm a side, to be scaled at will. */
bool qr_image_svg(FILE *out, const struct qr *qr, struct err *err);

#endif
