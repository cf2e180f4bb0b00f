#include "hairline/core/qr.h"

#include <qrencode.h>
#include <stddef.h>
#include <string.h>

#define VERSION_MAX 10

/* The smallest code at a level, or NULL. */
static QRcode *encode(const char *text, QRecLevel level)
{
	/* Version 0 lets the library choose; it splits the text itself, so
	 * that capitals and digits take fewer bits than bytes do. */
	QRcode *code = QRcode_encodeString(text, 0, level, QR_MODE_8, 1);

	if (code && code->version > VERSION_MAX) {
		QRcode_free(code);
		return NULL;
	}
	return code;
}

/* More error correction costs nothing while the code stays as small. */
static QRcode *harden(QRcode *code, const char *text)
{
	static const QRecLevel levels[] = {QR_ECLEVEL_Q, QR_ECLEVEL_H};

	for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++) {
		QRcode *harder = encode(text, levels[i]);

		if (!harder || harder->version != code->version) {
			QRcode_free(harder);
			break;
		}
		QRcode_free(code);
		code = harder;
	}
	return code;
}

static void copy_modules(struct qr *qr, const QRcode *code)
{
	qr->side = code->width;
	for (int row = 0; row < code->width; row++)
		for (int column = 0; column < code->width; column++)
			qr->dark[row][column] =
				code->data[row * code->width + column] & 1;
}

bool qr_encode(struct qr *qr, const char *text)
{
	QRcode *code = encode(text, QR_ECLEVEL_M);

	memset(qr, 0, sizeof(*qr));
	if (!code)
		return false;
	code = harden(code, text);
	copy_modules(qr, code);
	QRcode_free(code);
	return true;
}

bool qr_is_dark(const struct qr *qr, int row, int column)
{
	if (row < 0 || column < 0 || row >= qr->side || column >= qr->side)
		return false;
	return qr->dark[row][column];
}
