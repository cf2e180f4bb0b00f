#include "hairline/ui/widget.h"

#include <stdio.h>

#include "hairline/core/wrap.h"

#define BULLET "\u2022"
#define QUOTE "\u2502"
#define INDENT 3

static const enum style plain_styles[] = {
	[DOC_HEADING] = STYLE_TITLE, [DOC_PARAGRAPH] = STYLE_BODY,
	[DOC_ITEM] = STYLE_BODY,     [DOC_QUOTE] = STYLE_BODY,
	[DOC_SOURCES] = STYLE_QUIET,
};

static enum style style_at(const struct doc_block *block, size_t offset)
{
	bool is_marked = doc_emphasis_at(block, offset) != DOC_PLAIN;
	enum style style = plain_styles[block->kind];

	return is_marked && style == STYLE_BODY ? STYLE_STRONG : style;
}

/* Draw one line in runs of the same style. */
static void draw_line(struct area *area, int row, int col,
		      const struct doc_block *block, const struct wrap *wrap)
{
	size_t at = wrap->start;
	size_t end = wrap->start + wrap->len;

	while (at < end) {
		enum style style = style_at(block, at);
		size_t run = at;

		while (run < end && style_at(block, run) == style)
			run++;
		col = area_bytes(area, row, col, style, block->text + at,
				 run - at);
		at = run;
	}
}

static void draw_lead(struct area *area, int row, int col,
		      const struct doc_block *block)
{
	char number[12];

	snprintf(number, sizeof(number), "%d.", block->number);
	if (block->kind == DOC_ITEM && block->number)
		area_text(area, row, col, STYLE_BODY, number);
	else if (block->kind == DOC_ITEM)
		area_text(area, row, col, STYLE_TITLE, BULLET);
}

int widget_block(struct area *area, int row, int col, int cols,
		 const struct doc_block *block)
{
	bool is_indented = block->kind == DOC_ITEM || block->kind == DOC_QUOTE;
	int indent = is_indented ? INDENT : 0;
	struct wrap wrap;

	draw_lead(area, row, col, block);
	wrap_init(&wrap, block->text, cols - indent);
	for (; wrap_next(&wrap); row++) {
		if (block->kind == DOC_QUOTE)
			area_text(area, row, col, STYLE_TITLE, QUOTE);
		draw_line(area, row, col + indent, block, &wrap);
	}
	return row;
}

int widget_doc(struct area *area, int row, int col, int cols,
	       const struct doc *doc)
{
	for (int i = 0; i < doc->block_count; i++) {
		const struct doc_block *block = &doc->blocks[i];
		const struct doc_block *last = i > 0 ? block - 1 : NULL;
		bool is_joined = last && last->kind == DOC_ITEM &&
				 block->kind == DOC_ITEM;

		if (last && !is_joined)
			row++;
		row = widget_block(area, row, col, cols, block);
	}
	return row;
}
