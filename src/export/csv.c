#include "hairline/export/csv.h"

#include <stdbool.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/export/row.h"

#define OTHERS "other_answers"
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

/* One character, made harmless for a terminal.  Returns what follows it. */
static const char *write_shown(FILE *out, const char *text)
{
	const char *next = text;
	unsigned code_point = utf8_next(&next);

	if (code_point == UTF8_BAD && next == text + 1)
		fprintf(out, "\\x%02X", (unsigned char)*text);
	else if (utf8_is_printable(code_point) || strchr("\t\r\n", *text))
		fwrite(text, 1, (size_t)(next - text), out);
	else
		fprintf(out, "\\u{%04X}", code_point);
	return next;
}

/* How many bytes need no look at: nearly all of them. */
static size_t count_plain(const char *text)
{
	size_t count = 0;

	while (text[count] >= ' ' && text[count] <= '~' && text[count] != '"' &&
	       text[count] != ';')
		count++;
	return count;
}

static void write_safe(FILE *out, const char *text)
{
	bool is_start = true;

	while (*text) {
		size_t plain = count_plain(text);
		char byte = *text;

		if (is_start && is_formula(text))
			fputc('\'', out);
		if (plain > 0) {
			fwrite(text, 1, plain, out);
			text += plain;
			is_start = false;
			continue;
		}
		if (byte == '"')
			fputc('"', out);
		text = write_shown(out, text);
		is_start = is_separator(byte) && !is_separator(*text);
	}
}

static void write_raw(FILE *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '"')
			fputc('"', out);
		fputc(*text, out);
	}
}

static void write_cell(FILE *out, const char *text,
		       void (*write)(FILE *out, const char *text))
{
	const char *quote = must_quote(text) ? "\"" : "";

	fputs(quote, out);
	write(out, text);
	fputs(quote, out);
}

static void raw_cell(FILE *out, const char *text)
{
	write_cell(out, text, write_raw);
}

void csv_cell(FILE *out, const char *text)
{
	write_cell(out, text, write_safe);
}

/* --- lines: the fixed columns, one a question, and what is left --- */

static void write_rest(struct export_run *run, const char *const *cells,
		       const char *others,
		       void (*cell)(FILE *out, const char *text))
{
	for (int i = 0; i < run->question_count; i++) {
		fputs(",", run->out);
		cell(run->out, cells[i]);
	}
	fputs(",", run->out);
	cell(run->out, others);
	fputs("\r\n", run->out);
}

static bool write_header(struct export_run *run,
			 void (*cell)(FILE *out, const char *text),
			 struct err *err)
{
	for (int i = 0; i < COLUMN_COUNT; i++) {
		fputs(i ? "," : "", run->out);
		cell(run->out, export_column_name((enum export_column)i));
	}
	write_rest(run, run->questions, OTHERS, cell);
	return export_is_written(run->out, err);
}

static bool write_lead(struct export_run *run, const struct export_item *item,
		       void (*cell)(FILE *out, const char *text),
		       struct err *err)
{
	struct export_row row;

	export_row_fill(&row, item->dossier);
	for (int i = 0; i < COLUMN_COUNT; i++) {
		fputs(i ? "," : "", run->out);
		cell(run->out, row.cells[i]);
	}
	write_rest(run, item->cells, item->others, cell);
	return export_is_written(run->out, err);
}

static bool begin(struct export_run *run, struct err *err)
{
	fputs(BYTE_ORDER_MARK, run->out);
	return write_header(run, csv_cell, err);
}

static bool add(struct export_run *run, const struct export_item *item,
		struct err *err)
{
	return write_lead(run, item, csv_cell, err);
}

static bool begin_raw(struct export_run *run, struct err *err)
{
	return write_header(run, raw_cell, err);
}

static bool add_raw(struct export_run *run, const struct export_item *item,
		    struct err *err)
{
	return write_lead(run, item, raw_cell, err);
}

static bool end(struct export_run *run, struct err *err)
{
	fflush(run->out);
	return export_is_written(run->out, err);
}

const struct export_format export_csv = {
	.name = "csv",
	.help = "comma-separated values for a spreadsheet, formulas disarmed",
	.wants_words = true,
	.begin = begin,
	.add = add,
	.end = end,
};

const struct export_format export_csv_raw = {
	.name = "csv-raw",
	.help = "the same, every byte as the visitor typed it: for programs",
	.wants_words = true,
	.begin = begin_raw,
	.add = add_raw,
	.end = end,
};
