/*
 * paper_print - a secret key for a sheet of paper: as a code for a camera and
 * as characters for a hand.
 */
#ifndef HAIRLINE_CMD_PAPER_PRINT_H
#define HAIRLINE_CMD_PAPER_PRINT_H

#include <stdbool.h>
#include <stdio.h>

#include "hairline/base/err.h"
#include "hairline/core/paper.h"
#include "hairline/core/qr.h"

struct paper_sheet {
	struct qr qr;
	char code[PAPER_TEXT_SIZE];
	const char *clinic; /* fingerprint of the public key */
};

/* In guarded memory, filled in; or NULL. */
struct paper_sheet *paper_sheet_new(const uint8_t key[PAPER_KEY_SIZE],
				    const char *clinic, struct err *err);
void paper_sheet_free(struct paper_sheet *sheet);

/* The groups, a few on a line, and how to use them. */
void paper_print_text(FILE *out, const struct paper_sheet *sheet);

/*
 * The code and the groups on a terminal of that size, dark on light; false,
 * with nothing written, where it does not fit.
 */
bool paper_print_code(FILE *out, const struct paper_sheet *sheet, int rows,
		      int cols, bool has_blocks);

/* A page of A4 to be printed. */
void paper_print_svg(FILE *out, const struct paper_sheet *sheet);

#endif
