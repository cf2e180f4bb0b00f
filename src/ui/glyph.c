#include "hairline/ui/glyph.h"

#include <langinfo.h>
#include <stddef.h>
#include <string.h>

#include "hairline/base/utf8.h"

struct glyph {
	unsigned ours;
	unsigned console;
};

static const struct glyph glyphs[] = {
	{0x25B8, 0x25BA}, {0x25CF, 0x2022}, {0x25C6, 0x2666},
	{0x2501, 0x2550}, {0x258F, '_'},
};

enum glyph_set glyph_set_of(const char *terminal)
{
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		return GLYPH_ASCII;
	return terminal && strcmp(terminal, "linux") == 0 ? GLYPH_CONSOLE
							  : GLYPH_UNICODE;
}

unsigned glyph_shown(enum glyph_set set, unsigned code_point)
{
	if (set == GLYPH_ASCII)
		return (unsigned char)utf8_ascii(code_point);
	if (set == GLYPH_UNICODE)
		return code_point;
	for (size_t i = 0; i < sizeof(glyphs) / sizeof(glyphs[0]); i++)
		if (glyphs[i].ours == code_point)
			return glyphs[i].console;
	return code_point;
}
