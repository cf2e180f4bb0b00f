#include "bench/sheet.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

#include "bench/bench.h"

#define COLS_MAX 64

static char *read_whole(const char *path, size_t *size)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	size_t room = 0;
	ssize_t len = file ? getdelim(&text, &room, '\0', file) : -1;

	if (len < 0)
		bench_fail("%s: cannot be read", path);
	fclose(file);
	*size = (size_t)len;
	return text;
}

static void add_cell(struct sheet *sheet, char *cell)
{
	sheet->cells[sheet->count++] = cell;
}

/* The end of a cell, which is unquoted in place; the NUL is set by the caller,
 * who looks at what stands there first. */
static char *end_of_cell(char *at, char **end)
{
	char *to = at;
	bool is_quoted = *at == '"';

	at += is_quoted;
	while (*at && (is_quoted ? *at != '"' || at[1] == '"'
				 : *at != ',' && *at != '\r' && *at != '\n')) {
		at += is_quoted && *at == '"';
		*to++ = *at++;
	}
	*end = to;
	return at + (*at == '"');
}

static void split(struct sheet *sheet)
{
	char *at = sheet->text;

	while (*at) {
		char *cell = at;
		char *end;
		char stop;

		at = end_of_cell(at, &end);
		stop = *at;
		at += stop == '\r' ? 2 : stop != '\0';
		*end = '\0';
		add_cell(sheet, cell);
		if (stop != ',' && sheet->cols == 0)
			sheet->cols = sheet->count;
	}
}

void sheet_load(struct sheet *sheet, const char *csv)
{
	size_t size;

	memset(sheet, 0, sizeof(*sheet));
	sheet->text = read_whole(csv, &size);
	/* A cell takes at least the comma behind it. */
	sheet->cells = calloc(size + 1, sizeof(*sheet->cells));
	if (!sheet->cells)
		bench_fail("out of memory");
	split(sheet);
	if (sheet->cols == 0 || sheet->count % sheet->cols != 0)
		bench_fail("%s: has no even rows", csv);
}

void sheet_release(struct sheet *sheet)
{
	free(sheet->cells);
	free(sheet->text);
}

void sheet_write_xlsx(const struct sheet *sheet, const char *path)
{
	lxw_workbook_options options = {.constant_memory = 1};
	lxw_workbook *book = workbook_new_opt(path, &options);
	lxw_worksheet *page = workbook_add_worksheet(book, NULL);

	for (size_t i = 0; i < sheet->count; i++)
		worksheet_write_string(page, (lxw_row_t)(i / sheet->cols),
				       (lxw_col_t)(i % sheet->cols),
				       sheet->cells[i], NULL);
	if (workbook_close(book) != LXW_NO_ERROR)
		bench_fail("%s: cannot be written", path);
}
