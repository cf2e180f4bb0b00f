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
