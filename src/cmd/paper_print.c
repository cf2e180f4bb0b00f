#include "hairline/cmd/paper_print.h"

#include <sodium.h>
#include <string.h>

#define GROUP (PAPER_GROUP_CHARS + 1) /* with its dash */
#define A_LINE 5                      /* groups */
#define LINES ((PAPER_GROUPS + A_LINE - 1) / A_LINE)
#define CODE_SIZE (sizeof(PAPER_MARK) + PAPER_TEXT_SIZE)
#define LINES_BESIDE 3 /* under the code on a terminal */
#define DARK "\033[40;37m"
#define LIGHT "\033[47;30m"
#define PLAIN "\033[0m"

static const char use[] =
	"Keep this in a safe: whoever has it can read what visitors left.\n"
	"To use it: hairline key restore\n";

/* Without dashes, so that the code stays in the small alphanumeric mode. */
static bool encode(struct paper_sheet *sheet)
{
	char text[CODE_SIZE] = PAPER_MARK;
	size_t len = strlen(text);
	bool ok;

	for (const char *c = sheet->code; *c; c++)
		if (*c != '-')
			text[len++] = *c;
	text[len] = '\0';
	ok = qr_encode(&sheet->qr, text);
	sodium_memzero(text, sizeof(text));
	return ok;
}

static int side(const struct paper_sheet *sheet)
{
	return sheet->qr.side + 2 * QR_QUIET;
}

static bool is_dark(const struct paper_sheet *sheet, int row, int col)
{
	return qr_is_dark(&sheet->qr, row - QR_QUIET, col - QR_QUIET);
}

/* Two modules a cell, one above the other: the upper one is the ground. */
static void print_halves(FILE *out, const struct paper_sheet *sheet)
{
	for (int row = 0; row < side(sheet); row += 2) {
		for (int col = 0; col < side(sheet); col++) {
			bool upper = is_dark(sheet, row, col);
			bool lower = is_dark(sheet, row + 1, col);

			fputs(upper ? DARK : LIGHT, out);
			fputs(upper == lower ? " " : "\u2584", out);
		}
		fputs(PLAIN "\n", out);
	}
}

static void print_spaces(FILE *out, const struct paper_sheet *sheet)
{
	for (int row = 0; row < side(sheet); row++) {
		for (int col = 0; col < side(sheet); col++)
			fprintf(out, "%s  ",
				is_dark(sheet, row, col) ? DARK : LIGHT);
		fputs(PLAIN "\n", out);
	}
}

static void print_line(FILE *out, const struct paper_sheet *sheet, int line)
{
	int end = (line + 1) * A_LINE;

	if (end > PAPER_GROUPS)
		end = PAPER_GROUPS;
	for (int group = line * A_LINE; group < end; group++)
		fprintf(out, "%s%.*s", group % A_LINE ? "  " : "",
			PAPER_GROUP_CHARS, sheet->code + group * GROUP);
}

struct paper_sheet *paper_sheet_new(const uint8_t key[PAPER_KEY_SIZE],
				    const char *clinic, struct err *err)
{
	struct paper_sheet *sheet = sodium_malloc(sizeof(*sheet));

	if (sheet) {
		paper_write(sheet->code, key);
		sheet->clinic = clinic;
		if (encode(sheet))
			return sheet;
	}
	sodium_free(sheet);
	err_set(err, ERR_MEMORY, "no memory for the code");
	return NULL;
}

void paper_sheet_free(struct paper_sheet *sheet)
{
	sodium_free(sheet);
}

void paper_print_text(FILE *out, const struct paper_sheet *sheet)
{
	fprintf(out, "hairline: the secret key of the clinic %.16s\n\n",
		sheet->clinic);
	for (int line = 0; line < LINES; line++) {
		fputs("    ", out);
		print_line(out, sheet, line);
		fputs("\n", out);
	}
	fprintf(out, "\n%s", use);
}

bool paper_print_code(FILE *out, const struct paper_sheet *sheet, int rows,
		      int cols, bool has_blocks)
{
	bool fits_spaces =
		side(sheet) + LINES_BESIDE <= rows && 2 * side(sheet) <= cols;
	bool fits_halves = has_blocks &&
			   (side(sheet) + 1) / 2 + LINES_BESIDE <= rows &&
			   PAPER_TEXT_SIZE <= cols;

	if (fits_spaces)
		print_spaces(out, sheet);
	else if (fits_halves)
		print_halves(out, sheet);
	else
		return false;
	fprintf(out, "%s\n", sheet->code);
	return true;
}

static void print_path(FILE *out, const struct paper_sheet *sheet)
{
	fputs("<path d=\"", out);
	for (int row = 0; row < side(sheet); row++)
		for (int col = 0; col < side(sheet); col++)
			if (is_dark(sheet, row, col))
				fprintf(out, "M%d %dh1v1h-1z", col, row);
	fputs("\"/>\n", out);
}

void paper_print_svg(FILE *out, const struct paper_sheet *sheet)
{
	fprintf(out,
		"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"210mm\" "
		"height=\"297mm\" viewBox=\"0 0 210 297\">\n"
		"<rect width=\"210\" height=\"297\" fill=\"#fff\"/>\n"
		"<g font-family=\"monospace\" font-size=\"5\">\n"
		"<text x=\"20\" y=\"25\">hairline: the secret key of the "
		"clinic %.16s</text>\n"
		"<g transform=\"translate(45 35) scale(%f)\" "
		"shape-rendering=\"crispEdges\">\n",
		sheet->clinic, 120.0 / side(sheet));
	print_path(out, sheet);
	fputs("</g>\n<g font-size=\"7\" font-weight=\"bold\">\n", out);
	for (int line = 0; line < LINES; line++) {
		fprintf(out, "<text x=\"20\" y=\"%d\">", 175 + 12 * line);
		print_line(out, sheet, line);
		fputs("</text>\n", out);
	}
	fputs("</g>\n"
	      "<text x=\"20\" y=\"230\">Keep this in a safe: whoever has it "
	      "can</text>\n"
	      "<text x=\"20\" y=\"237\">read what visitors left.  To use it:"
	      "</text>\n"
	      "<text x=\"20\" y=\"244\">hairline key restore</text>\n"
	      "</g>\n</svg>\n",
	      out);
}
