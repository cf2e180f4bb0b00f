#include "hairline/content/privacy_read.h"

#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/content/markdown.h"
#include "hairline/core/catalog.h"

/* The whole notice as it is shown, a blank line between blocks. */
static const char *join(struct arena *arena, const struct doc *doc)
{
	size_t size = 1;
	char *joined;
	struct buf buf;

	for (int i = 0; i < doc->block_count; i++)
		size += strlen(doc->blocks[i].text) + 2;
	joined = arena_alloc(arena, size);
	if (!joined)
		return NULL;
	buf_init(&buf, joined, size);
	for (int i = 0; i < doc->block_count; i++) {
		buf_add(&buf, i > 0 ? "\n\n" : "");
		buf_add(&buf, doc->blocks[i].text);
	}
	return joined;
}

static bool take_version(struct privacy *privacy, struct arena *arena,
			 struct markdown *markdown, struct err *err)
{
	struct doc_block *last;

	if (markdown->count == 0)
		return err_set(err, ERR_SYNTAX,
			       "%s:1: is empty; write the privacy notice",
			       markdown->file->path);
	last = &markdown->blocks[markdown->count - 1];
	if (last->kind == DOC_PARAGRAPH)
		privacy->version = markdown_date(arena, last);
	if (!privacy->version)
		return err_set(err, ERR_SYNTAX,
			       "%s:%u: the notice does not end with its "
			       "version; add a last paragraph such as "
			       "\"Version: 2026-11-23\"",
			       markdown->file->path,
			       markdown->places[markdown->count - 1].line);
	last->kind = DOC_SOURCES;
	return true;
}

bool privacy_read(struct privacy *privacy, struct arena *arena,
		  const struct file *file, const struct text_value *values,
		  struct err *err)
{
	struct markdown markdown;

	memset(privacy, 0, sizeof(*privacy));
	if (!markdown_read(&markdown, arena, file, values, err) ||
	    !take_version(privacy, arena, &markdown, err))
		return false;
	privacy->doc.blocks = markdown.blocks;
	privacy->doc.block_count = markdown.count;
	privacy->source = join(arena, &privacy->doc);
	if (!privacy->source)
		return err_set(err, ERR_MEMORY, "%s: no memory to read it",
			       file->path);
	return true;
}
