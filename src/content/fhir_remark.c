#include "hairline/content/fhir_remark.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/content/file.h"
#include "hairline/form/form.h"

#define TEXT_SIZE 1024

void fhir_remark(const struct fhir_remarks *remarks, int item,
		 enum severity severity, const char *code, const char *fmt, ...)
{
	struct finding finding = {
		.severity = severity,
		.file = remarks->file->path,
		.code = code,
	};
	char text[TEXT_SIZE];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	finding.text = text;
	if (item != FORM_NONE) {
		finding.line = remarks->form->items[item].line;
		finding.column = remarks->form->items[item].column;
		finding.link_id = remarks->form->items[item].link_id;
	}
	findings_add(remarks->findings, &finding);
}

const char *fhir_remark_id(const struct fhir_remarks *remarks, int item)
{
	return remarks->form->items[item].link_id;
}

/* Take the last, unfinished word away, unless it is all there is. */
static void drop_word(struct buf *buf)
{
	char *space = strrchr(buf->at, ' ');

	if (space && space > buf->at + FHIR_QUOTE_SIZE / 8) {
		*space = '\0';
		buf->len = (size_t)(space - buf->at);
	}
}

const char *fhir_quote(char out[FHIR_QUOTE_SIZE], const char *text)
{
	struct buf buf;
	int cells = 0;

	buf_init(&buf, out, FHIR_QUOTE_SIZE - 3);
	while (*text && !buf.is_cut) {
		unsigned code_point = utf8_next(&text);

		cells += utf8_width(code_point);
		if (cells > FHIR_QUOTE_CELLS)
			buf.is_cut = true;
		else
			buf_add_char(&buf, code_point < ' ' ? ' ' : code_point);
	}
	if (buf.is_cut) {
		drop_word(&buf);
		buf.cap = FHIR_QUOTE_SIZE;
		buf.is_cut = false;
		buf_add(&buf, "...");
	}
	return out;
}
