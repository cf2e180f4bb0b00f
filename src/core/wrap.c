#include "hairline/core/wrap.h"

#include "hairline/base/utf8.h"

/* Where a line may end if the next word does not fit. */
struct seam {
	const char *end;  /* behind a word; NULL: no word yet */
	const char *next; /* the first byte of the next word */
};

static void end_line(struct wrap *wrap, const char *end, const char *next)
{
	wrap->next = (size_t)(next - wrap->text);
	wrap->len = (size_t)(end - wrap->text) - wrap->start;
	while (wrap->len > 0 && wrap->text[wrap->start + wrap->len - 1] == ' ')
		wrap->len--;
}

void wrap_init(struct wrap *wrap, const char *text, int width)
{
	wrap->text = text;
	wrap->start = 0;
	wrap->len = 0;
	wrap->next = 0;
	wrap->width = width < 2 ? 2 : width;
}

bool wrap_next(struct wrap *wrap)
{
	const char *at = wrap->text + wrap->next;
	const char *next = at;
	const char *word_end = NULL;
	struct seam seam = {NULL, NULL};
	int cells = 0;

	if (*at == '\0')
		return false;
	wrap->start = wrap->next;
	for (; *at != '\0' && *at != '\n'; at = next) {
		cells += utf8_width(utf8_next(&next));
		if (*at == ' ')
			seam = (struct seam){word_end, next};
		else if (cells > wrap->width)
			break;
		else
			word_end = next;
	}
	if (*at == '\0' || *at == '\n')
		end_line(wrap, at, *at == '\n' ? at + 1 : at);
	else if (seam.end)
		end_line(wrap, seam.end, seam.next);
	else
		end_line(wrap, at, at);
	return true;
}

int wrap_count(const char *text, int width)
{
	struct wrap wrap;
	int count = 0;

	wrap_init(&wrap, text, width);
	while (wrap_next(&wrap))
		count++;
	return count;
}
