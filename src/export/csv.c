#include "hairline/export/csv.h"

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* What a formula may begin with; the last four are the full-width forms. */
static const char *const formula_starts[] = {
	"=",
	"+",
	"-",
	"@",
	"\t",
	"\r",
	"\n",
	"\xEF\xBC\x9D",
	"\xEF\xBC\x8B",
	"\xEF\xBC\x8D",
	"\xEF\xBC\xA0",
};

/* Spreadsheets look past these. */
static const char *skip_blanks(const char *text)
{
	return text + strspn(text, " \"'");
}

static bool is_formula(const char *text)
{
	text = skip_blanks(text);
	for (size_t i = 0;
	     i < sizeof(formula_starts) / sizeof(formula_starts[0]); i++)
		if (strncmp(text, formula_starts[i],
			    strlen(formula_starts[i])) == 0)
			return true;
	return false;
}

static bool must_quote(const char *text)
{
	size_t len = strlen(text);

	return strpbrk(text, ",;\"\t\r\n") ||
	       (len > 0 && (text[0] == ' ' || text[len - 1] == ' '));
}

/*
 * A spreadsheet whose list separator is another one splits a cell where we do
 * not, so what follows each of these is treated as the start of a cell.
 */
static bool is_separator(char byte)
{
	return byte != '\0' && strchr(";\t\r\n", byte);
}

static void write_safe(FILE *out, const char *text)
{
	bool is_start = true;

	for (; *text; text++) {
		if (is_start && is_formula(text))
			fputc('\'', out);
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
		is_start = is_separator(*text) && !is_separator(text[1]);
	}
}

void csv_cell(FILE *out, const char *text)
{
	const char *quote = must_quote(text) ? "\"" : "";

	fputs(quote, out);
	write_safe(out, text);
	fputs(quote, out);
}

static bool is_written(FILE *out, struct err *err)
{
	if (ferror(out))
		return err_set(err, ERR_IO, "the file cannot be written: %s",
			       strerror(errno));
	return true;
}

static bool begin(FILE *out, struct err *err)
{
	fputs(BYTE_ORDER_MARK, out);
	for (int i = 0; i < COLUMN_COUNT; i++) {
		fputs(i ? "," : "", out);
		csv_cell(out, export_column_name((enum export_column)i));
	}
	fputs("\r\n", out);
	return is_written(out, err);
}

static bool add(FILE *out, const struct export_row *row, struct err *err)
{
	for (int i = 0; i < COLUMN_COUNT; i++) {
		fputs(i ? "," : "", out);
		csv_cell(out, row->cells[i]);
	}
	fputs("\r\n", out);
	return is_written(out, err);
}

static bool end(FILE *out, struct err *err)
{
	if (fflush(out) != 0)
		return err_set(err, ERR_IO, "the file cannot be written: %s",
			       strerror(errno));
	return is_written(out, err);
}

const struct export_format export_csv = {
	.name = "csv",
	.help = "comma-separated values for a spreadsheet",
	.begin = begin,
	.add = add,
	.end = end,
};
