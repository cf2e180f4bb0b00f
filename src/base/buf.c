#include "hairline/base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/utf8.h"

static bool is_continuation(char byte)
{
	return ((unsigned char)byte & 0xC0u) == 0x80u;
}

void buf_init(struct buf *buf, char *mem, size_t cap)
{
	buf->at = mem;
	buf->cap = cap;
	buf_clear(buf);
}

void buf_clear(struct buf *buf)
{
	buf->len = 0;
	buf->at[0] = '\0';
	buf->is_cut = false;
}

void buf_add(struct buf *buf, const char *text)
{
	buf_add_bytes(buf, text, strlen(text));
}

void buf_add_bytes(struct buf *buf, const char *text, size_t len)
{
	size_t room = buf->cap - 1 - buf->len;

	if (buf->is_cut)
		return;
	if (len > room) {
		len = room;
		while (len > 0 && is_continuation(text[len]))
			len--;
		buf->is_cut = true;
	}
	memcpy(buf->at + buf->len, text, len);
	buf->len += len;
	buf->at[buf->len] = '\0';
}

void buf_addf(struct buf *buf, const char *fmt, ...)
{
	char text[1024];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	buf_add(buf, text);
}

void buf_add_char(struct buf *buf, unsigned c)
{
	char bytes[4];
	size_t len = 0;

	if (c < 0x80) {
		bytes[len++] = (char)c;
	} else if (c < 0x800) {
		bytes[len++] = (char)(0xC0u | (c >> 6));
		bytes[len++] = (char)(0x80u | (c & 0x3Fu));
	} else if (c < 0x10000) {
		bytes[len++] = (char)(0xE0u | (c >> 12));
		bytes[len++] = (char)(0x80u | ((c >> 6) & 0x3Fu));
		bytes[len++] = (char)(0x80u | (c & 0x3Fu));
	} else {
		bytes[len++] = (char)(0xF0u | (c >> 18));
		bytes[len++] = (char)(0x80u | ((c >> 12) & 0x3Fu));
		bytes[len++] = (char)(0x80u | ((c >> 6) & 0x3Fu));
		bytes[len++] = (char)(0x80u | (c & 0x3Fu));
	}
	buf_add_bytes(buf, bytes, len);
}

/* Remove the last code point and return it. */
static unsigned drop_code_point(struct buf *buf)
{
	const char *last;

	do {
		buf->len--;
	} while (buf->len > 0 && is_continuation(buf->at[buf->len]));
	last = buf->at + buf->len;
	unsigned code_point = utf8_next(&last);

	buf->at[buf->len] = '\0';
	return code_point;
}

bool buf_drop_char(struct buf *buf)
{
	if (buf->len == 0)
		return false;
	buf->is_cut = false;
	while (utf8_width(drop_code_point(buf)) == 0 && buf->len > 0)
		;
	return true;
}
