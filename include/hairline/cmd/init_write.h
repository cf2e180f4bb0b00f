/*
 * init_write - a content folder of one's own, made from the sample's.
 */
#ifndef HAIRLINE_CMD_INIT_WRITE_H
#define HAIRLINE_CMD_INIT_WRITE_H

#include "hairline/base/buf.h"
#include "hairline/base/err.h"

enum init_answer {
	INIT_NAME,
	INIT_ADDRESS,
	INIT_PHONE,
	INIT_EMAIL,
	INIT_LINK,
	INIT_LANGUAGES,
	INIT_ANSWERS
};

struct init {
	const char *sample; /* the content folder to start from */
	const char *dir;
	const char *answers[INIT_ANSWERS]; /* NULL: not known yet */
};

/*
 * The sample's clinic.ini with the answers in it, its comments kept.  What the
 * sample says about its own clinic gives way to words that hold anywhere.
 * False when an answer cannot stand there.
 */
bool init_compose(const struct init *init, struct buf *text, struct err *err);

/* Is a language among those that the answer names (all while it is open)? */
bool init_wants(const struct init *init, const char *tag, size_t len);

/*
 * Write every file that is not there yet, whole; said(context, name, is_new)
 * tells of each.  Nothing is ever overwritten.
 */
bool init_write(const struct init *init, const char *clinic,
		void (*said)(void *context, const char *name, bool is_new),
		void *context, struct err *err);

#endif
