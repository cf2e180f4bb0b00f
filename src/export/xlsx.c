#include "hairline/export/xlsx.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "hairline/base/buf.h"
#include "hairline/base/utf8.h"
#include "hairline/base/wipe.h"
#include "hairline/core/date.h"
#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"
#include "hairline/export/row.h"

#define PATH_SIZE 4200
#define CELL_UNITS 32000 /* UTF-16; Excel takes 32,767 */
#define CELL_SIZE ((size_t)CELL_UNITS * 4)
#define CUT "[...]"
#define COPY_SIZE 65536
#define DAY_SECONDS 86400
#define DAY_WIDTH 18
#define TEXT_WIDTH 20
#define QUESTION_WIDTH 30
#define OTHERS "other_answers"

struct book {
	char path[PATH_SIZE];
	lxw_workbook *workbook;
	lxw_worksheet *sheet;
	lxw_format *bold;
	lxw_format *date;
	lxw_row_t row;
	char *cell; /* CELL_SIZE bytes, overwritten when freed */
};

static bool fail(lxw_error error, struct err *err)
{
	return error == LXW_NO_ERROR ||
	       err_set(err, ERR_IO,
		       "the workbook cannot be written: is the disk of the "
		       "data folder full? (%s)",
		       lxw_strerror(error));
}

/* Returns how much of a cell it takes. */
static int add_shown(struct buf *buf, const char *from, const char *to,
		     unsigned code_point)
{
	size_t before = buf->len;

	if (code_point == UTF8_BAD && to == from + 1) {
		buf_addf(buf, "\\x%02X", (unsigned char)*from);
	} else if (utf8_is_printable(code_point) || strchr("\t\n", *from)) {
		buf_add_bytes(buf, from, (size_t)(to - from));
		return code_point > 0xFFFF ? 2 : 1;
	} else {
		buf_addf(buf, "\\u{%04X}", code_point);
	}
	return (int)(buf->len - before);
}

void xlsx_text(char *cell, size_t size, const char *text)
{
	struct buf buf;
	int units = 0;

	buf_init(&buf, cell, size);
	while (*text) {
		const char *next = text;
		unsigned code_point = utf8_next(&next);

		if (units >= CELL_UNITS || buf.is_cut) {
			buf_add(&buf, CUT);
			return;
		}
		units += add_shown(&buf, text, next, code_point);
		text = next;
	}
}

static bool put_text(struct book *book, lxw_col_t column, const char *text,
		     lxw_format *format, struct err *err)
{
	xlsx_text(book->cell, CELL_SIZE, text);
	return fail(worksheet_write_string(book->sheet, book->row, column,
					   book->cell, format),
		    err);
}

/* Days since 1899-12-30, as every spreadsheet counts. */
static bool put_time(struct book *book, lxw_col_t column, int64_t at,
		     struct err *err)
{
	double days = (double)at / DAY_SECONDS + 25569.0;

	return fail(worksheet_write_number(book->sheet, book->row, column, days,
					   book->date),
		    err);
}

static bool put_header(struct export_run *run, struct err *err)
{
	struct book *book = run->state;
	lxw_col_t column = 0;
	bool ok = true;

	for (; ok && column < COLUMN_COUNT; column++)
		ok = put_text(book, column,
			      export_column_name((enum export_column)column),
			      book->bold, err);
	for (int i = 0; ok && i < run->question_count; i++)
		ok = put_text(book, column++, run->questions[i], book->bold,
			      err);
	return ok && put_text(book, column, OTHERS, book->bold, err);
}

static lxw_col_t last_column(const struct export_run *run)
{
	return (lxw_col_t)(COLUMN_COUNT + run->question_count);
}

static void set_widths(struct export_run *run)
{
	struct book *book = run->state;
	const struct lead none = {.created_at = 0};
	int64_t at;

	for (lxw_col_t i = 0; i < COLUMN_COUNT; i++) {
		bool is_time =
			export_column_time((enum export_column)i, &none, &at);

		worksheet_set_column(book->sheet, i, i,
				     is_time ? DAY_WIDTH : TEXT_WIDTH, NULL);
	}
	worksheet_set_column(book->sheet, COLUMN_COUNT, last_column(run),
			     QUESTION_WIDTH, NULL);
	worksheet_freeze_panes(book->sheet, 1, 1);
}

static bool open_book(struct export_run *run, struct err *err)
{
	struct book *book = run->state;
	char folder[PATH_SIZE];
	lxw_workbook_options options = {
		.constant_memory = LXW_TRUE,
		.tmpdir = folder,
		.use_zip64 = LXW_FALSE,
	};

	snprintf(folder, sizeof(folder), "%s", run->folder);
	snprintf(book->path, sizeof(book->path), "%s/leads.xlsx", run->folder);
	book->cell = wipe_alloc(CELL_SIZE);
	book->workbook = workbook_new_opt(book->path, &options);
	if (!book->cell || !book->workbook)
		return err_set(err, ERR_MEMORY, "no memory for a workbook");
	book->sheet = workbook_add_worksheet(book->workbook, "Leads");
	book->bold = workbook_add_format(book->workbook);
	book->date = workbook_add_format(book->workbook);
	if (!book->sheet || !book->bold || !book->date)
		return err_set(err, ERR_IO, "%s: cannot be written: %s",
			       run->folder, strerror(errno));
	format_set_bold(book->bold);
	format_set_num_format(book->date, "yyyy-mm-dd hh:mm");
	return true;
}

static bool begin(struct export_run *run, struct err *err)
{
	run->state = calloc(1, sizeof(struct book));
	if (!run->state)
		return err_set(err, ERR_MEMORY, "no memory for a workbook");
	if (!open_book(run, err))
		return false;
	set_widths(run);
	return put_header(run, err);
}

static bool put_plain(struct book *book, const struct dossier *dossier,
		      struct err *err)
{
	struct export_row row;
	int64_t at;
	bool ok = true;

	export_row_fill(&row, dossier);
	for (lxw_col_t i = 0; ok && i < COLUMN_COUNT; i++)
		ok = export_column_time((enum export_column)i, dossier->lead,
					&at)
			     ? put_time(book, i, at, err)
			     : put_text(book, i, row.cells[i], NULL, err);
	return ok;
}

static bool add(struct export_run *run, const struct export_item *item,
		struct err *err)
{
	struct book *book = run->state;
	lxw_col_t column = COLUMN_COUNT;
	bool ok;

	book->row++;
	if (book->row >= LXW_ROW_MAX)
		return err_set(err, ERR_LIMIT,
			       "a sheet holds %d leads: export fewer, with "
			       "--since and --until",
			       LXW_ROW_MAX - 1);
	ok = put_plain(book, item->dossier, err);
	for (int i = 0; ok && i < run->question_count; i++)
		ok = put_text(book, column++, item->cells[i], NULL, err);
	return ok && put_text(book, column, item->others, NULL, err);
}

static bool copy(FILE *from, FILE *to)
{
	char *bytes = malloc(COPY_SIZE);
	size_t size = bytes ? fread(bytes, 1, COPY_SIZE, from) : 0;

	while (size > 0 && fwrite(bytes, 1, size, to) == size)
		size = fread(bytes, 1, COPY_SIZE, from);
	free(bytes);
	return bytes && !ferror(from) && fflush(to) == 0 && !ferror(to);
}

/* It can only write to a file that it opens itself. */
static bool hand_out(struct export_run *run, struct err *err)
{
	const struct book *book = run->state;
	FILE *from = fopen(book->path, "rbe");
	bool ok = from && copy(from, run->out);

	if (!ok)
		err_set(err, ERR_IO, "the workbook cannot be written: %s",
			strerror(errno));
	if (from)
		fclose(from);
	return ok;
}

static bool end(struct export_run *run, struct err *err)
{
	struct book *book = run->state;
	lxw_error error;

	worksheet_autofilter(book->sheet, 0, 0, book->row, last_column(run));
	error = workbook_close(book->workbook);
	book->workbook = NULL;
	return fail(error, err) && hand_out(run, err);
}

static void release(struct export_run *run)
{
	struct book *book = run->state;

	if (!book)
		return;
	if (book->workbook)
		lxw_workbook_free(book->workbook);
	unlink(book->path);
	wipe_free(book->cell);
	free(book);
	run->state = NULL;
}

const struct export_format export_xlsx = {
	.name = "xlsx",
	.help = "a workbook for a spreadsheet: every word a string, dates as "
		"dates",
	.wants_words = true,
	.begin = begin,
	.add = add,
	.end = end,
	.release = release,
};
