#include "hairline/content/privacy_read.h"

#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/content/markdown.h"
#include "hairline/core/catalog.h"

#define SCHEME_LENGTH 8 /* "https://", the longest that may be left out */

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

/* Are its words the address, but for what it starts with? */
static bool is_address(const struct doc_link *link)
{
	size_t len = strlen(link->target);

	return link->len <= len && len - link->len <= SCHEME_LENGTH &&
	       memcmp(link->target + len - link->len, link->words, link->len) ==
		       0;
}

/* Nothing can be picked in the notice: an address must be there to read. */
static bool check_links(const struct markdown *markdown, struct err *err)
{
	for (int i = 0; i < markdown->count; i++) {
		const struct doc doc = {&markdown->blocks[i], 1};
		struct doc_link link;

		for (int n = 0; doc_link(&doc, n, &link); n++)
			if (!is_address(&link))
				return err_set(err, ERR_SYNTAX,
					       "%s:%u: links cannot be picked "
					       "in the notice; write the "
					       "address itself, as <%s>",
					       markdown->file->path,
					       markdown->places[i].line,
					       link.target);
	}
	return true;
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
	    !check_links(&markdown, err) ||
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
