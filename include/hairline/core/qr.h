/*
 * qr - a booking link as a QR code (ISO/IEC 18004), by libqrencode.
 *
 * The smallest version that holds the text at error correction level M; a link
 * in capitals stays in the small alphanumeric mode.
 */
#ifndef HAIRLINE_CORE_QR_H
#define HAIRLINE_CORE_QR_H

#include <stdbool.h>

#define QR_SIDE_MAX 57 /* modules a side: version 10 */
#define QR_QUIET 4     /* light modules around it */

struct qr {
	int side; /* modules a side; 0 when there is no code */
	bool dark[QR_SIDE_MAX][QR_SIDE_MAX]; /* [row][column] */
};

/* False when the text is empty or does not fit version 10. */
bool qr_encode(struct qr *qr, const char *text);

/* Is a module dark?  Everything outside the code is light. */
bool qr_is_dark(const struct qr *qr, int row, int column);

#endif
