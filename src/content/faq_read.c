#include "hairline/content/faq_read.h"

#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/content/markdown.h"
#include "hairline/core/faq.h"

#define SLUG_CHARS "abcdefghijklmnopqrstuvwxyz0123456789-"
#define LEVEL_TOPIC 1
#define LEVEL_QUESTION 2

struct reader {
	struct faq *faq;
	struct arena *arena;
	struct markdown markdown;
	const char **topics;
	struct faq_entry *entries;
	bool is_topic_empty; /* the last one */
	struct err *err;
};

static bool refuse(const struct reader *reader, unsigned line, const char *why)
{
	return err_set(reader->err, ERR_SYNTAX, "%s:%u: %s",
		       reader->markdown.file->path, line, why);
}

static bool no_memory(const struct reader *reader)
{
	return err_set(reader->err, ERR_MEMORY, "%s: no memory to read it",
		       reader->markdown.file->path);
}

/* The words of a question, joined by dashes. */
static const char *make_slug(const struct reader *reader, const char *question)
{
	size_t size = 2 * strlen(question) + 1;
	char *folded = arena_alloc(reader->arena, size);
	char *slug = arena_alloc(reader->arena, size);
	struct buf buf;
	size_t len = 0;

	if (!folded || !slug)
		return NULL;
	buf_init(&buf, folded, size);
	utf8_fold(&buf, question);
	for (const char *c = folded; *c; c++)
		if (*c != '-' && strchr(SLUG_CHARS, *c))
			slug[len++] = *c;
		else if (len > 0 && slug[len - 1] != '-')
			slug[len++] = '-';
	while (len > 0 && slug[len - 1] == '-')
		len--;
	slug[len] = '\0';
	return slug;
}

static bool check_slug(const struct reader *reader,
		       const struct faq_entry *entry)
{
	const char *slug = entry->slug;
	int first;

	if (slug[0] == '\0' || slug[strspn(slug, SLUG_CHARS)] != '\0')
		return refuse(reader, entry->line,
			      "the question needs a short name of a-z, 0-9 and "
			      "-; end it with {#short-name}");
	first = faq_find(reader->faq, slug);
	if (first != FAQ_NONE)
		return err_set(reader->err, ERR_SYNTAX,
			       "%s:%u: the short name {#%s} is taken by line "
			       "%u; choose another",
			       reader->markdown.file->path, entry->line, slug,
			       reader->entries[first].line);
	return true;
}

/* The last block of an answer names its sources and ends with a date. */
static bool take_sources(struct reader *reader, struct faq_entry *entry,
			 struct doc_block *last)
{
	if (last->kind == DOC_PARAGRAPH)
		entry->reviewed = markdown_date(reader->arena, last);
	if (!entry->reviewed)
		return err_set(reader->err, ERR_SYNTAX,
			       "%s:%u: the answer to \"%s\" does not end with "
			       "its sources; add a last paragraph such as "
			       "\"Sources: NHS; reviewed 2026-11-22\"",
			       reader->markdown.file->path, entry->line,
			       entry->question);
	last->kind = DOC_SOURCES;
	return true;
}

static int answer_end(const struct markdown *markdown, int from)
{
	int end = from;

	while (end < markdown->count &&
	       (markdown->places[end].level == 0 ||
		markdown->places[end].level > LEVEL_QUESTION))
		end++;
	return end;
}

static bool check_room(const struct reader *reader, unsigned line)
{
	if (reader->faq->topic_count == 0)
		return refuse(reader, line,
			      "the question stands before any topic; put "
			      "\"# Topic\" above it");
	if (reader->faq->entry_count == FAQ_ENTRIES_MAX)
		return refuse(reader, line,
			      "more than 256 questions; remove some");
	return true;
}

/* "slug" or "slug: what else visitors call it". */
static bool take_name(struct reader *reader, struct faq_entry *entry,
		      const char *name)
{
	size_t len = name ? strcspn(name, ":") : 0;

	entry->keywords = name && name[len] ? name + len + 1 : "";
	entry->slug = name ? arena_copy(reader->arena, name, len)
			   : make_slug(reader, entry->question);
	return entry->slug ? check_slug(reader, entry) : no_memory(reader);
}

static bool check_link_count(const struct reader *reader,
			     const struct faq_entry *entry)
{
	if (doc_link_count(&entry->answer) <= FAQ_LINKS_MAX)
		return true;
	return err_set(reader->err, ERR_SYNTAX,
		       "%s:%u: the answer to \"%s\" has more than %d links; "
		       "remove some",
		       reader->markdown.file->path, entry->line,
		       entry->question, FAQ_LINKS_MAX);
}

/* Read the question in a block and its answer in those behind it. */
static bool read_question(struct reader *reader, int at)
{
	struct markdown *markdown = &reader->markdown;
	const struct markdown_place *place = &markdown->places[at];
	struct faq_entry *entry = &reader->entries[reader->faq->entry_count];
	int end = answer_end(markdown, at + 1);

	if (!check_room(reader, place->line))
		return false;
	entry->question = markdown->blocks[at].text;
	entry->line = place->line;
	entry->topic = reader->faq->topic_count - 1;
	entry->answer.blocks = &markdown->blocks[at + 1];
	entry->answer.block_count = end - at - 1;
	if (end == at + 1)
		return refuse(reader, entry->line,
			      "the question has no answer; write it below");
	if (!take_sources(reader, entry, &markdown->blocks[end - 1]) ||
	    !take_name(reader, entry, place->slug) ||
	    !check_link_count(reader, entry))
		return false;
	reader->faq->entry_count++;
	reader->is_topic_empty = false;
	return true;
}

static bool read_topic(struct reader *reader, int at)
{
	struct faq *faq = reader->faq;

	if (faq->topic_count > 0 && reader->is_topic_empty)
		return refuse(reader, reader->markdown.places[at].line,
			      "the topic above has no question; write "
			      "\"## Question?\" below it or remove it");
	reader->topics[faq->topic_count++] = reader->markdown.blocks[at].text;
	reader->is_topic_empty = true;
	return true;
}

static bool read_heading(struct reader *reader, int at)
{
	const struct markdown_place *place = &reader->markdown.places[at];

	if (place->level == LEVEL_TOPIC)
		return read_topic(reader, at);
	if (place->level == LEVEL_QUESTION)
		return read_question(reader, at);
	return refuse(reader, place->line,
		      "the text stands before any question; put \"## "
		      "Question?\" above it");
}

/* A link in a block to a question that is not there, or NULL. */
static const char *find_dead_link(const struct faq *faq,
				  const struct doc_block *block)
{
	for (int m = 0; m < block->mark_count; m++) {
		const char *target = block->marks[m].target;

		if (target && target[0] == '#' &&
		    faq_find(faq, target + 1) == FAQ_NONE)
			return target;
	}
	return NULL;
}

static bool check_links(const struct reader *reader)
{
	const struct markdown *markdown = &reader->markdown;

	for (int i = 0; i < markdown->count; i++) {
		const char *dead =
			find_dead_link(reader->faq, &markdown->blocks[i]);

		if (dead)
			return err_set(reader->err, ERR_SYNTAX,
				       "%s:%u: the link (%s) leads to no "
				       "question; use the short name of one, "
				       "as in {#short-name}",
				       markdown->file->path,
				       markdown->places[i].line, dead);
	}
	return true;
}

static bool check_end(const struct reader *reader)
{
	const struct markdown *markdown = &reader->markdown;

	if (reader->faq->topic_count == 0)
		return refuse(reader, 1,
			      "holds no question; start with \"# Topic\" and "
			      "\"## Question?\"");
	if (reader->is_topic_empty)
		return refuse(reader,
			      markdown->places[markdown->count - 1].line,
			      "the last topic has no question; write "
			      "\"## Question?\" below it or remove it");
	return true;
}

static bool read_all(struct reader *reader)
{
	const struct markdown *markdown = &reader->markdown;
	int at = 0;

	while (at < markdown->count) {
		if (!read_heading(reader, at))
			return false;
		if (markdown->places[at].level == LEVEL_QUESTION)
			at = answer_end(markdown, at + 1);
		else
			at++;
	}
	return check_end(reader) && check_links(reader);
}

static bool make_room(struct reader *reader)
{
	size_t count = (size_t)reader->markdown.count;

	reader->topics =
		arena_array(reader->arena, count, sizeof(*reader->topics));
	reader->entries = arena_array(reader->arena, FAQ_ENTRIES_MAX,
				      sizeof(*reader->entries));
	reader->faq->topics = reader->topics;
	reader->faq->entries = reader->entries;
	return reader->topics && reader->entries ? true : no_memory(reader);
}

bool faq_read(struct faq *faq, struct arena *arena, const struct file *file,
	      const struct text_value *values, struct err *err)
{
	struct reader reader = {.faq = faq, .arena = arena, .err = err};

	memset(faq, 0, sizeof(*faq));
	memcpy(faq->hash, file->hash, sizeof(faq->hash));
	return markdown_read(&reader.markdown, arena, file, values, err) &&
	       make_room(&reader) && read_all(&reader);
}
