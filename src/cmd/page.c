#include "hairline/cmd/page.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include "hairline/cmd/say.h"
#include "hairline/core/wrap.h"

#define NARROWEST 24     /* cells of text, however deep it stands */
#define BLOCK_SIZE 70000 /* bytes: the longest text, and what is said of it */
#define LINE_SIZE 4096

int page_width(FILE *out)
{
	struct winsize size;

	if (!isatty(fileno(out)) ||
	    ioctl(fileno(out), TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return PAGE_WIDTH;
	return size.ws_col;
}

bool page_init(struct page *page, struct arena *arena, FILE *out, int width)
{
	char *mem = arena_alloc(arena, BLOCK_SIZE);

	if (!mem)
		return false;
	page->out = out;
	page->width = width;
	buf_init(&page->buf, mem, BLOCK_SIZE);
	return true;
}

static void print_spaces(FILE *out, int count)
{
	for (int i = 0; i < count; i++)
		fputc(' ', out);
}

static void print_line(const struct page *page, const struct wrap *wrap)
{
	char line[LINE_SIZE];
	struct buf buf;

	buf_init(&buf, line, sizeof(line));
	buf_add_bytes(&buf, wrap->text + wrap->start, wrap->len);
	say_text(page->out, line);
	fputc('\n', page->out);
}

void page_block(struct page *page, int indent, const char *mark)
{
	int hang = indent + say_width(mark);
	int width = page->width - hang;
	struct wrap wrap;
	bool is_first = true;

	wrap_init(&wrap, page->buf.at, width < NARROWEST ? NARROWEST : width);
	while (wrap_next(&wrap)) {
		if (is_first) {
			print_spaces(page->out, indent);
			say_text(page->out, mark);
		} else if (wrap.len > 0) {
			print_spaces(page->out, hang);
		}
		print_line(page, &wrap);
		is_first = false;
	}
	buf_clear(&page->buf);
}

void page_sentence(struct page *page, int indent)
{
	char *first = page->buf.at;

	if (page->buf.len == 0)
		return;
	if (*first >= 'a' && *first <= 'z')
		*first = (char)(*first - 'a' + 'A');
	buf_add(&page->buf, ".");
	page_block(page, indent, "");
}

void page_gap(struct page *page)
{
	fputc('\n', page->out);
}
