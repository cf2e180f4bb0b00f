#include "hairline/ui/typing.h"

#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/base/utf8.h"

#define MARKS_MAX 2

static struct buf buf_of(char *text, size_t size)
{
	return (struct buf){.at = text, .len = strlen(text), .cap = size};
}

/* Combining marks at the end of a text. */
static int trailing_marks(const char *text)
{
	int marks = 0;

	while (*text)
		marks = utf8_width(utf8_next(&text)) == 0 ? marks + 1 : 0;
	return marks;
}

void typing_add(char *text, size_t size, unsigned code_point)
{
	struct buf buf = buf_of(text, size);
	bool is_mark = utf8_width(code_point) == 0;

	if (buf.len == 0 && (code_point == ' ' || is_mark))
		return;
	if (is_mark && trailing_marks(text) >= MARKS_MAX)
		return;
	buf_add_char(&buf, code_point);
}

void typing_erase(char *text, size_t size)
{
	struct buf buf = buf_of(text, size);
	size_t before = buf.len;

	if (buf_drop_char(&buf))
		memset(text + buf.len, 0, before - buf.len);
}
