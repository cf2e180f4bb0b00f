#include "hairline/ui/widget.h"

#include <stdio.h>
#include <string.h>

#include "hairline/core/wrap.h"

#define BULLET "\u2022"
#define BAR "\u258C"
#define INDENT 3

/* What a block looks like; a callout has a ground of its own. */
struct looks {
	enum style plain;
	enum style strong;
};

static const struct looks looks[] = {
	[DOC_HEADING] = {STYLE_TITLE, STYLE_TITLE},
	[DOC_PARAGRAPH] = {STYLE_BODY, STYLE_STRONG},
	[DOC_ITEM] = {STYLE_BODY, STYLE_STRONG},
	[DOC_SOURCES] = {STYLE_QUIET, STYLE_QUIET},
};

static const struct looks callout_looks = {STYLE_PANEL, STYLE_PANEL_TITLE};

/* A block while its lines are drawn, and the next word of it that was found. */
struct painter {
	struct area *area;
	const struct doc_block *block;
	struct looks looks;
	const struct widget_finder *finder; /* or NULL */
	size_t found_from;
	size_t found_to;
	bool has_found;
};

static void find_next(struct painter *painter)
{
	const struct widget_finder *finder = painter->finder;

	painter->found_from = painter->found_to;
	painter->has_found =
		finder && search_mark(&finder->query, finder->search,
				      painter->block->text,
				      &painter->found_from, &painter->found_to);
}

static struct painter start(struct area *area, const struct doc_block *block,
			    struct looks block_looks,
			    const struct widget_finder *finder)
{
	struct painter painter = {
		.area = area,
		.block = block,
		.looks = block_looks,
		.finder = finder,
	};

	find_next(&painter);
	return painter;
}

/* A link is shown like a title: bold, in the accent, in no other prose. */
static enum style plain_style_at(const struct painter *painter, size_t offset)
{
	enum doc_emphasis emphasis = doc_emphasis_at(painter->block, offset);

	if (emphasis == DOC_PLAIN)
		return painter->looks.plain;
	if (emphasis == DOC_LINK && painter->looks.strong == STYLE_STRONG)
		return STYLE_TITLE;
	return painter->looks.strong;
}

/* Offsets come in rising order. */
static enum style style_at(struct painter *painter, size_t offset)
{
	while (painter->has_found && offset >= painter->found_to)
		find_next(painter);
	if (painter->has_found && offset >= painter->found_from)
		return STYLE_FOUND;
	return plain_style_at(painter, offset);
}

/* Draw one line in runs of the same style. */
static void draw_line(struct painter *painter, int row, int col,
		      const struct wrap *wrap)
{
	size_t at = wrap->start;
	size_t end = wrap->start + wrap->len;

	while (at < end) {
		enum style style = style_at(painter, at);
		size_t run = at + 1;

		while (run < end && style_at(painter, run) == style)
			run++;
		col = area_bytes(painter->area, row, col, style,
				 painter->block->text + at, run - at);
		at = run;
	}
}

static void draw_bullet(const struct painter *painter, int row, int col)
{
	const struct doc_block *block = painter->block;
	enum style style = block->is_callout ? STYLE_PANEL_TITLE : STYLE_TITLE;
	char number[12];

	if (block->kind != DOC_ITEM)
		return;
	snprintf(number, sizeof(number), "%d.", block->number);
	if (block->number)
		area_text(painter->area, row, col, painter->looks.plain,
			  number);
	else
		area_text(painter->area, row, col, style, BULLET);
}

/* The ground and the bar of a callout, for a row of it. */
static void draw_ground(struct area *area, int row, int col, int cols)
{
	area_fill(area, (struct rect){row, col, 1, cols}, STYLE_PANEL);
	area_text(area, row, col, STYLE_PANEL_TITLE, BAR);
}

static int draw_block(struct area *area, int row, int col, int cols,
		      const struct doc_block *block,
		      const struct widget_finder *finder)
{
	int left = block->is_callout ? INDENT : 0;
	int indent = left + INDENT * block->depth;
	struct painter painter = start(
		area, block,
		block->is_callout ? callout_looks : looks[block->kind], finder);
	int first = row;
	struct wrap wrap;

	wrap_init(&wrap, block->text, cols - indent - (left > 0 ? 1 : 0));
	for (; wrap_next(&wrap); row++) {
		if (block->is_callout)
			draw_ground(area, row, col, cols);
		if (row == first)
			draw_bullet(&painter, row, col + indent - INDENT);
		draw_line(&painter, row, col + indent, &wrap);
	}
	return row;
}

int widget_block(struct area *area, int row, int col, int cols,
		 const struct doc_block *block)
{
	return draw_block(area, row, col, cols, block, NULL);
}

int widget_found(struct area *area, int row, int col, int cols,
		 enum style style, const char *text,
		 const struct widget_finder *finder)
{
	const struct doc_block block = {.kind = DOC_PARAGRAPH, .text = text};
	struct painter painter =
		start(area, &block, (struct looks){style, style}, finder);
	struct wrap wrap;

	wrap_init(&wrap, text, cols);
	for (; wrap_next(&wrap); row++)
		draw_line(&painter, row, col, &wrap);
	return row;
}

int widget_doc(struct area *area, int row, int col, int cols,
	       const struct doc *doc, const struct widget_finder *finder)
{
	for (int i = 0; i < doc->block_count; i++) {
		const struct doc_block *block = &doc->blocks[i];
		const struct doc_block *last = i > 0 ? block - 1 : NULL;
		bool is_joined = last && last->kind == DOC_ITEM &&
				 block->kind == DOC_ITEM;

		if (last && !is_joined) {
			if (last->is_callout && block->is_callout)
				draw_ground(area, row, col, cols);
			row++;
		}
		row = draw_block(area, row, col, cols, block, finder);
	}
	return row;
}

void widget_finder_init(struct widget_finder *finder,
			const struct search *search, const char *text)
{
	finder->search = search;
	search_read(&finder->query, search, text);
}

void widget_finder_wipe(struct widget_finder *finder)
{
	explicit_bzero(finder, sizeof(*finder));
}
