/*
 * walk_answer - what a simulated visitor types into a field.
 *
 * Often what some condition of the form compares with, or something close to
 * it, so that branches are taken; else something usual that keeps to the
 * limits.
 */
#ifndef HAIRLINE_CMD_WALK_ANSWER_H
#define HAIRLINE_CMD_WALK_ANSWER_H

#include "hairline/base/buf.h"
#include "hairline/base/random.h"
#include "hairline/form/form.h"

#define WALK_TEXT_SIZE 4096

/*
 * Make an answer of a kind to an item; its text goes to buf.  It keeps to the
 * item's limits where trying often enough finds one that does.
 */
struct answer walk_answer(struct buf *buf, const struct form *form, int item,
			  enum answer_kind kind, struct random *random);

#endif
