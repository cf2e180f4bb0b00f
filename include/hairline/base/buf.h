/*
 * buf - text of bounded size in memory that the caller owns.
 *
 * Always NUL-terminated.  What does not fit is left out at a character
 * boundary and is_cut says so; nothing is ever written outside.
 */
#ifndef HAIRLINE_BASE_BUF_H
#define HAIRLINE_BASE_BUF_H

#include <stdbool.h>
#include <stddef.h>

struct buf {
	char *at;
	size_t len; /* bytes, without the NUL */
	size_t cap; /* bytes, with the NUL; at least 1 */
	bool is_cut;
};

/* Start empty in mem, which holds cap bytes (at least 1). */
void buf_init(struct buf *buf, char *mem, size_t cap);
void buf_clear(struct buf *buf);

void buf_add(struct buf *buf, const char *text);
void buf_add_bytes(struct buf *buf, const char *text, size_t len);
void buf_addf(struct buf *buf, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));

/* Append one Unicode code point as UTF-8. */
void buf_add_char(struct buf *buf, unsigned code_point);

/* Drop the last character and the combining marks on it.  False if empty. */
bool buf_drop_char(struct buf *buf);

#endif
