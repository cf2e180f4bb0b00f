#include "hairline/core/doc.h"

enum doc_emphasis doc_emphasis_at(const struct doc_block *block, size_t offset)
{
	enum doc_emphasis most = DOC_PLAIN;

	for (int i = 0; i < block->mark_count; i++) {
		const struct doc_mark *mark = &block->marks[i];

		if (offset >= mark->from && offset < mark->to &&
		    mark->emphasis > most)
			most = mark->emphasis;
	}
	return most;
}

int doc_link_count(const struct doc *doc)
{
	int count = 0;

	for (int i = 0; i < doc->block_count; i++)
		for (int m = 0; m < doc->blocks[i].mark_count; m++)
			if (doc->blocks[i].marks[m].target)
				count++;
	return count;
}

static bool take_link(const struct doc_block *block, int *n,
		      struct doc_link *link)
{
	for (int m = 0; m < block->mark_count; m++) {
		const struct doc_mark *mark = &block->marks[m];

		if (!mark->target || (*n)-- > 0)
			continue;
		*link = (struct doc_link){block->text + mark->from,
					  mark->to - mark->from, mark->target};
		return true;
	}
	return false;
}

bool doc_link(const struct doc *doc, int n, struct doc_link *link)
{
	for (int i = 0; i < doc->block_count; i++)
		if (take_link(&doc->blocks[i], &n, link))
			return true;
	return false;
}
