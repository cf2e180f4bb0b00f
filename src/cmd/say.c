#include "hairline/cmd/say.h"

#include <string.h>

#include "hairline/base/utf8.h"

#define ONE_SIZE 5      /* a code point and the NUL */
#define ESCAPED_SIZE 16 /* "\u{10FFFF}" and the NUL */

/* Escape the first character into mem and move behind it. */
static const char *escape_one(char mem[ESCAPED_SIZE], const char *text)
{
	struct buf buf;
	char one[ONE_SIZE] = "";
	const char *next = text;

	utf8_next(&next);
	memcpy(one, text, (size_t)(next - text));
	buf_init(&buf, mem, ESCAPED_SIZE);
	utf8_escape(&buf, one);
	return next;
}

void say_text(FILE *out, const char *text)
{
	char escaped[ESCAPED_SIZE];

	while (*text) {
		text = escape_one(escaped, text);
		fputs(escaped, out);
	}
}

void say_padded(FILE *out, const char *text, int width)
{
	say_text(out, text);
	for (int at = say_width(text); at < width; at++)
		fputc(' ', out);
}

int say_width(const char *text)
{
	char escaped[ESCAPED_SIZE];
	int width = 0;

	while (*text) {
		text = escape_one(escaped, text);
		width += utf8_text_width(escaped);
	}
	return width;
}
