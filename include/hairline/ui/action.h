/*
 * action - everything a visitor can do at the kiosk or staff at the desk,
 * whichever key, click or touch did it.
 */
#ifndef HAIRLINE_UI_ACTION_H
#define HAIRLINE_UI_ACTION_H

#include <stdbool.h>

#include "hairline/core/text.h"

/*
 * X(id, is_guarded): a guarded action is done once however long its key is
 * held down, so that a resting hand answers no questions.
 */
#define ACTIONS(X)                 \
	X(ACTION_NONE, false)      \
	X(ACTION_NEXT, true)       \
	X(ACTION_BACK, true)       \
	X(ACTION_UP, false)        \
	X(ACTION_DOWN, false)      \
	X(ACTION_TAB, false)       \
	X(ACTION_BACKTAB, false)   \
	X(ACTION_PAGE_UP, false)   \
	X(ACTION_PAGE_DOWN, false) \
	X(ACTION_PICK, true)       \
	X(ACTION_TYPE, false)      \
	X(ACTION_ERASE, false)     \
	X(ACTION_HELP, true)       \
	X(ACTION_LANGUAGE, true)   \
	X(ACTION_FAQ, true)        \
	X(ACTION_ANSWERS, true)    \
	X(ACTION_START_OVER, true) \
	X(ACTION_STAFF, true)      \
	X(ACTION_HOME, false)      \
	X(ACTION_END, false)       \
	X(ACTION_MARK, true)       \
	X(ACTION_NOTE, true)       \
	X(ACTION_EXPORT, true)     \
	X(ACTION_FORGET, true)     \
	X(ACTION_UNDO, true)       \
	X(ACTION_LOCK, true)       \
	X(ACTION_LEAVE, true)

enum action {
#define X(id, is_guarded) id,
	ACTIONS(X)
#undef X
	ACTION_COUNT
};

/*
 * A key of a screen.  cap and hint are what the hint line shows; with cap
 * TEXT_NONE the key works and is not shown.
 */
struct binding {
	unsigned key;
	enum action action;
	int arg;
	enum text_id cap;
	enum text_id hint;
};

#define PICK_FOCUS \
	(-1) /* the argument of PICK that means "what has the focus" */

bool action_is_guarded(enum action action);

/* The binding of a key in a table that ends with key 0, or NULL. */
const struct binding *binding_find(const struct binding *bindings,
				   unsigned key);

/* The bindings of every screen: where keys are typed into a field, and not. */
extern const struct binding bindings_common[];
extern const struct binding bindings_plain[];

#endif
