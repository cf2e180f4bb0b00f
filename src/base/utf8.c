#include "hairline/base/utf8.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

struct range {
	unsigned from;
	unsigned to;
};

/* Invisible or direction-changing characters that utf8proc calls letters,
 * symbols or spaces, beside the categories refused below. */
static const struct range refused[] = {
	{0x034F, 0x034F}, {0x115F, 0x1160},   {0x17B4, 0x17B5},
	{0x180B, 0x180F}, {0x2028, 0x2029},   {0x2800, 0x2800},
	{0x3164, 0x3164}, {0xFE00, 0xFE0F},   {0xFFA0, 0xFFA0},
	{0xFFF0, 0xFFFD}, {0xE0000, 0xE0FFF},
};

/* ASCII for what the screens draw and content often holds. */
struct plain {
	unsigned code_point;
	char ascii;
};

static const struct plain plains[] = {
	{0x00A1, '!'},  {0x00B7, '-'},  {0x00BF, '?'}, {0x2010, '-'},
	{0x2011, '-'},  {0x2012, '-'},  {0x2013, '-'}, {0x2014, '-'},
	{0x2018, '\''}, {0x2019, '\''}, {0x201C, '"'}, {0x201D, '"'},
	{0x2022, '*'},  {0x2026, '.'},  {0x2191, '^'}, {0x2193, 'v'},
	{0x2500, '-'},  {0x2501, '='},  {0x2502, '|'}, {0x258F, '_'},
	{0x25B2, '!'},  {0x25B8, '>'},  {0x25BC, 'v'}, {0x25C6, '*'},
	{0x25CF, '*'},  {0x00AB, '"'},  {0x00BB, '"'}, {0x00A0, ' '},
};

unsigned utf8_next(const char **text)
{
	utf8proc_int32_t code_point = 0;
	utf8proc_ssize_t len;

	if (**text == '\0')
		return 0;
	/* Most of all text; the library is not asked about it. */
	if ((unsigned char)**text < 0x80)
		return (unsigned char)*(*text)++;
	/* A NUL ends every sequence early, so -1 never reads past it. */
	len = utf8proc_iterate((const utf8proc_uint8_t *)*text, -1,
			       &code_point);
	if (len <= 0 || code_point < 0) {
		(*text)++;
		return UTF8_BAD;
	}
	*text += len;
	return (unsigned)code_point;
}

bool utf8_is_valid(const char *text, size_t len)
{
	size_t done = 0;

	while (done < len) {
		utf8proc_int32_t code_point;
		utf8proc_ssize_t step = 1;

		if ((unsigned char)text[done] >= 0x80)
			step = utf8proc_iterate(
				(const utf8proc_uint8_t *)text + done,
				(utf8proc_ssize_t)(len - done), &code_point);

		if (step <= 0)
			return false;
		done += (size_t)step;
	}
	return true;
}

int utf8_width(unsigned code_point)
{
	int width;

	if (code_point >= 0x20 && code_point < 0x7F)
		return 1;
	width = utf8proc_charwidth((utf8proc_int32_t)code_point);
	return width < 0 ? 0 : width;
}

int utf8_text_width(const char *text)
{
	int width = 0;

	while (*text)
		width += utf8_width(utf8_next(&text));
	return width;
}

size_t utf8_count(const char *text)
{
	size_t count = 0;

	for (; *text; count++)
		utf8_next(&text);
	return count;
}

static bool is_refused(unsigned code_point)
{
	for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
		if (code_point >= refused[i].from &&
		    code_point <= refused[i].to)
			return true;
	return false;
}

bool utf8_is_printable(unsigned code_point)
{
	if (code_point >= 0x20 && code_point < 0x7F)
		return true;
	switch (utf8proc_category((utf8proc_int32_t)code_point)) {
	case UTF8PROC_CATEGORY_CN:
	case UTF8PROC_CATEGORY_CC:
	case UTF8PROC_CATEGORY_CF:
	case UTF8PROC_CATEGORY_CS:
	case UTF8PROC_CATEGORY_CO:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP: return false;
	default: return !is_refused(code_point);
	}
}

void utf8_escape(struct buf *buf, const char *text)
{
	while (*text) {
		const char *start = text;
		unsigned code_point = utf8_next(&text);
		bool is_bad_byte = code_point == UTF8_BAD && text == start + 1;

		if (is_bad_byte)
			buf_addf(buf, "\\x%02X", (unsigned char)*start);
		else if (code_point == '\\')
			buf_add(buf, "\\\\");
		else if (utf8_is_printable(code_point))
			buf_add_bytes(buf, start, (size_t)(text - start));
		else
			buf_addf(buf, "\\u{%04X}", code_point);
	}
}

/* The base letter without its marks; 0 for a mark itself. */
static unsigned base_letter(unsigned code_point)
{
	utf8proc_int32_t parts[8];
	int boundary = 0;
	utf8proc_ssize_t count = utf8proc_decompose_char(
		(utf8proc_int32_t)code_point, parts, 8,
		UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK,
		&boundary);

	return count > 0 ? (unsigned)parts[0] : 0;
}

void utf8_fold(struct buf *buf, const char *text)
{
	while (*text) {
		unsigned code_point = utf8_next(&text);

		if (code_point >= 'A' && code_point <= 'Z')
			code_point += 'a' - 'A';
		else if (code_point >= 0x80)
			code_point = base_letter(code_point);
		if (code_point)
			buf_add_char(buf, code_point);
	}
}

char utf8_ascii(unsigned code_point)
{
	utf8proc_int32_t parts[8];
	int boundary = 0;

	if (code_point >= 0x20 && code_point < 0x7F)
		return (char)code_point;
	for (size_t i = 0; i < sizeof(plains) / sizeof(plains[0]); i++)
		if (plains[i].code_point == code_point)
			return plains[i].ascii;
	if (utf8proc_decompose_char((utf8proc_int32_t)code_point, parts, 8,
				    UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK,
				    &boundary) > 0 &&
	    parts[0] >= 0x20 && parts[0] < 0x7F)
		return (char)parts[0];
	return '?';
}
