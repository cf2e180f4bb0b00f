/*
 * prose - the text of one block while it is read: places filled in, emphasis
 * marked, and nothing in it that a terminal must not get.
 */
#ifndef HAIRLINE_CONTENT_PROSE_H
#define HAIRLINE_CONTENT_PROSE_H

#include "hairline/base/buf.h"
#include "hairline/content/file.h"
#include "hairline/core/doc.h"
#include "hairline/core/text.h"

#define PROSE_SIZE 16384   /* bytes of text in one block */
#define PROSE_MARKS_MAX 64 /* emphasised parts and links in one block */

struct prose {
	const char *path;                /* for messages */
	unsigned line;                   /* for messages; set as it goes */
	const struct text_value *values; /* the known places */
	struct buf text;
	struct doc_mark marks[PROSE_MARKS_MAX];
	bool is_open[PROSE_MARKS_MAX];
	int mark_count;
};

/* mem holds PROSE_SIZE bytes; values ends with a NULL name. */
void prose_init(struct prose *prose, char *mem, const char *path,
		const struct text_value *values);
void prose_clear(struct prose *prose);

/* Refuse what stands in the current line.  Always returns false. */
bool prose_refuse(const struct prose *prose, const char *why, struct err *err);

/* Append text with its places filled in; an unknown one is refused. */
bool prose_add(struct prose *prose, const char *text, struct err *err);

/* Append text as it is; its line ends become spaces. */
bool prose_add_code(struct prose *prose, const char *text, struct err *err);

bool prose_open_mark(struct prose *prose, enum doc_emphasis emphasis,
		     struct err *err);

/* The same for a link: to where a phone can go ("https://", "tel:", ...; short
 * enough for a code to scan), or to a question of the same file ("#slug"). */
bool prose_open_link(struct prose *prose, const char *target,
		     struct arena *arena, struct err *err);

/* End the mark that was opened last. */
void prose_close_mark(struct prose *prose);

/* Copy text and marks into a block.  False when it was too long. */
bool prose_keep(const struct prose *prose, struct doc_block *block,
		struct arena *arena, struct err *err);

#endif
