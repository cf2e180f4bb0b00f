#include "hairline/content/markdown.h"

#include <cmark.h>
#include <ctype.h>
#include <string.h>

#include "hairline/content/prose.h"

#define SLUG_OPEN "{#"
#define DATE_FORM "0000-00-00"

struct reader {
	struct markdown *markdown;
	struct arena *arena;
	struct prose prose; /* the block that is being read */
	struct err *err;
};

/* What may not be in a file, and how to mend it. */
struct refusal {
	cmark_node_type type;
	const char *why;
};

static const struct refusal refusals[] = {
	{CMARK_NODE_HTML_BLOCK, "HTML is not shown; write plain text, or "
				"\\< for a <"},
	{CMARK_NODE_HTML_INLINE, "HTML is not shown; write plain text, or "
				 "\\< for a <"},
	{CMARK_NODE_IMAGE, "pictures are not shown; describe it in words"},
};

static bool check_type(const struct reader *reader, cmark_node_type type)
{
	for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++)
		if (refusals[i].type == type)
			return prose_refuse(&reader->prose, refusals[i].why,
					    reader->err);
	return true;
}

/* Visit root and all below it until a visit fails; each inner node is visited
 * at its start and at its end, which the event tells. */
static bool walk(struct reader *reader, cmark_node *root,
		 bool (*visit)(struct reader *, cmark_node *, cmark_event_type))
{
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event = cmark_iter_next(iter);
	bool ok = true;

	while (ok && event != CMARK_EVENT_DONE) {
		ok = visit(reader, cmark_iter_get_node(iter), event);
		event = cmark_iter_next(iter);
	}
	cmark_iter_free(iter);
	return ok;
}

static bool open_mark(struct reader *reader, cmark_node *node)
{
	struct prose *prose = &reader->prose;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_STRONG:
		return prose_open_mark(prose, DOC_STRONG, reader->err);
	case CMARK_NODE_EMPH:
		return prose_open_mark(prose, DOC_EMPHASIS, reader->err);
	default:
		return prose_open_link(prose, cmark_node_get_url(node),
				       reader->arena, reader->err);
	}
}

static bool mark(struct reader *reader, cmark_node *node,
		 cmark_event_type event)
{
	if (event == CMARK_EVENT_ENTER)
		return open_mark(reader, node);
	if (cmark_node_get_type(node) == CMARK_NODE_LINK &&
	    !cmark_node_first_child(node))
		return prose_refuse(&reader->prose,
				    "the link has no words to pick; write "
				    "[words](address)",
				    reader->err);
	prose_close_mark(&reader->prose);
	return true;
}

static bool add_inline(struct reader *reader, cmark_node *node,
		       cmark_event_type event)
{
	const char *literal = cmark_node_get_literal(node);
	cmark_node_type type = cmark_node_get_type(node);
	struct prose *prose = &reader->prose;

	if (cmark_node_get_start_line(node) > 0)
		prose->line = (unsigned)cmark_node_get_start_line(node);
	switch (type) {
	case CMARK_NODE_TEXT: return prose_add(prose, literal, reader->err);
	case CMARK_NODE_CODE:
	case CMARK_NODE_CODE_BLOCK:
		return prose_add_code(prose, literal, reader->err);
	case CMARK_NODE_SOFTBREAK: buf_add(&prose->text, " "); return true;
	case CMARK_NODE_LINEBREAK: buf_add(&prose->text, "\n"); return true;
	case CMARK_NODE_STRONG:
	case CMARK_NODE_EMPH:
	case CMARK_NODE_LINK: return mark(reader, node, event);
	default: return true;
	}
}

/* The {#slug} a heading ends with is taken off; NULL when there is none. */
static const char *take_slug(const struct reader *reader, cmark_node *heading)
{
	cmark_node *last = cmark_node_last_child(heading);
	const char *literal = last ? cmark_node_get_literal(last) : NULL;
	const char *open = literal ? strstr(literal, SLUG_OPEN) : NULL;
	size_t len = open ? strcspn(open, "}") : 0;
	const char *rest;
	char *slug;

	if (!open || strcmp(open + len, "}") != 0)
		return NULL;
	slug = arena_copy(reader->arena, open + strlen(SLUG_OPEN),
			  len - strlen(SLUG_OPEN));
	while (open > literal && open[-1] == ' ')
		open--;
	rest = arena_copy(reader->arena, literal, (size_t)(open - literal));
	if (rest)
		cmark_node_set_literal(last, rest);
	return slug;
}

static int count_parents(cmark_node *node, cmark_node_type type)
{
	int count = 0;

	for (node = cmark_node_parent(node); node;
	     node = cmark_node_parent(node))
		if (cmark_node_get_type(node) == type)
			count++;
	return count;
}

/* The number an item has in its list; 0 in one with dots. */
static int item_number(cmark_node *item)
{
	cmark_node *list = cmark_node_parent(item);
	int number = cmark_node_get_list_start(list);

	if (cmark_node_get_list_type(list) != CMARK_ORDERED_LIST)
		return 0;
	for (item = cmark_node_previous(item); item;
	     item = cmark_node_previous(item))
		number++;
	return number;
}

static void set_kind(struct doc_block *block, cmark_node *node)
{
	cmark_node *parent = cmark_node_parent(node);

	block->kind = DOC_PARAGRAPH;
	block->depth = count_parents(node, CMARK_NODE_LIST);
	block->is_callout = count_parents(node, CMARK_NODE_BLOCK_QUOTE) > 0;
	if (cmark_node_get_type(node) == CMARK_NODE_HEADING) {
		block->kind = DOC_HEADING;
	} else if (cmark_node_get_type(parent) == CMARK_NODE_ITEM &&
		   !cmark_node_previous(node)) {
		block->kind = DOC_ITEM;
		block->number = item_number(parent);
	}
}

static bool add_block(struct reader *reader, cmark_node *node)
{
	struct markdown *markdown = reader->markdown;
	struct doc_block *block = &markdown->blocks[markdown->count];
	struct markdown_place *place = &markdown->places[markdown->count];

	place->line = reader->prose.line;
	place->level = cmark_node_get_heading_level(node);
	if (place->level > 0)
		place->slug = take_slug(reader, node);
	set_kind(block, node);
	prose_clear(&reader->prose);
	if (!walk(reader, node, add_inline))
		return false;
	markdown->count++;
	return prose_keep(&reader->prose, block, reader->arena, reader->err);
}

static bool is_block(cmark_node *node)
{
	cmark_node_type type = cmark_node_get_type(node);

	return type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING ||
	       type == CMARK_NODE_CODE_BLOCK;
}

static bool count_block(struct reader *reader, cmark_node *node,
			cmark_event_type event)
{
	if (event == CMARK_EVENT_ENTER && is_block(node))
		reader->markdown->count++;
	return true;
}

static bool read_block(struct reader *reader, cmark_node *node,
		       cmark_event_type event)
{
	if (event != CMARK_EVENT_ENTER)
		return true;
	if (cmark_node_get_start_line(node) > 0)
		reader->prose.line = (unsigned)cmark_node_get_start_line(node);
	return is_block(node) ? add_block(reader, node)
			      : check_type(reader, cmark_node_get_type(node));
}

static bool read_blocks(struct reader *reader, cmark_node *root,
			const struct text_value *values)
{
	struct markdown *markdown = reader->markdown;
	char *text = arena_alloc(reader->arena, PROSE_SIZE);
	size_t count;

	walk(reader, root, count_block);
	count = (size_t)markdown->count;
	markdown->count = 0;
	markdown->blocks =
		arena_array(reader->arena, count, sizeof(*markdown->blocks));
	markdown->places =
		arena_array(reader->arena, count, sizeof(*markdown->places));
	if (!text || !markdown->blocks || !markdown->places)
		return err_set(reader->err, ERR_MEMORY,
			       "%s: no memory to read it",
			       markdown->file->path);
	prose_init(&reader->prose, text, markdown->file->path, values);
	return walk(reader, root, read_block);
}

bool markdown_read(struct markdown *markdown, struct arena *arena,
		   const struct file *file, const struct text_value *values,
		   struct err *err)
{
	struct reader reader = {
		.markdown = markdown, .arena = arena, .err = err};
	cmark_node *root;
	bool ok;

	memset(markdown, 0, sizeof(*markdown));
	markdown->file = file;
	root = cmark_parse_document(file->text, file->size, CMARK_OPT_DEFAULT);
	if (!root)
		return err_set(err, ERR_MEMORY, "%s: no memory to read it",
			       file->path);
	ok = read_blocks(&reader, root, values);
	cmark_node_free(root);
	return ok;
}

const char *markdown_date(struct arena *arena, const struct doc_block *block)
{
	size_t len = strlen(block->text);
	const size_t date_len = strlen(DATE_FORM);
	const char *date;

	if (len > 0 && block->text[len - 1] == '.')
		len--;
	if (len < date_len)
		return NULL;
	date = block->text + len - date_len;
	for (size_t i = 0; i < date_len; i++)
		if (DATE_FORM[i] == '-' ? date[i] != '-'
					: !isdigit((unsigned char)date[i]))
			return NULL;
	return arena_copy(arena, date, date_len);
}
