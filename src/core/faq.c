#include "hairline/core/faq.h"

#include <string.h>

#include "hairline/base/arena.h"
#include "hairline/core/search_build.h"

#define FIELDS 3 /* texts of an entry beside the blocks of its answer */

int faq_find(const struct faq *faq, const char *slug)
{
	for (int i = 0; i < faq->entry_count; i++)
		if (strcmp(faq->entries[i].slug, slug) == 0)
			return i;
	return FAQ_NONE;
}

static int count_texts(const struct faq *faq)
{
	int count = 0;

	for (int i = 0; i < faq->entry_count; i++)
		count += FIELDS + faq->entries[i].answer.block_count;
	return count;
}

/* The texts of an entry that are searched: not its sources. */
static int add_texts(const struct faq *faq, int i, struct search_text *texts)
{
	const struct faq_entry *entry = &faq->entries[i];
	int count = 0;

	texts[count++] =
		(struct search_text){i, SEARCH_QUESTION, entry->question};
	texts[count++] =
		(struct search_text){i, SEARCH_KEYWORDS, entry->keywords};
	texts[count++] = (struct search_text){i, SEARCH_TOPIC,
					      faq->topics[entry->topic]};
	for (int b = 0; b < entry->answer.block_count; b++)
		if (entry->answer.blocks[b].kind != DOC_SOURCES)
			texts[count++] = (struct search_text){
				i, SEARCH_ANSWER, entry->answer.blocks[b].text};
	return count;
}

bool faq_index(struct faq *faq, struct arena *arena,
	       const struct search_language *language)
{
	struct search_text *texts = arena_array(
		arena, (size_t)count_texts(faq) + 1, sizeof(*texts));
	int count = 0;

	if (!texts)
		return false;
	for (int i = 0; i < faq->entry_count; i++)
		count += add_texts(faq, i, texts + count);
	return search_build(&faq->search, arena, texts, count, language);
}

int faq_search(const struct faq *faq, const char *text, int *found)
{
	struct search_query query;
	int count;

	search_read(&query, &faq->search, text);
	count = search_find(&query, &faq->search, found);
	/* The query is the visitor's word: it leaves no copy on the stack. */
	explicit_bzero(&query, sizeof(query));
	return count;
}
