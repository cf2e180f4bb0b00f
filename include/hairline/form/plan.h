/*
 * plan - what the engine works out about a form once, when it is loaded.
 */
#ifndef HAIRLINE_FORM_PLAN_H
#define HAIRLINE_FORM_PLAN_H

#include <stdbool.h>

#include "hairline/base/arena.h"
#include "hairline/form/form.h"

/*
 * Fill in everything of a form and its items that is marked "from plan_make()".
 * The items are the form's own, still to be changed.
 * False when there is no memory.
 *
 * An item depends on its parent, on the targets of its conditions and, where
 * it is a score, on its terms.  Where items wait for each other, circle names
 * them and order is that of the document.
 */
bool plan_make(struct form *form, struct form_item *items, struct arena *arena);

#endif
