/*
 * walk_visitor - a simulated visitor, who goes through a form by the keys that
 * a real one would press.
 */
#ifndef HAIRLINE_CMD_WALK_VISITOR_H
#define HAIRLINE_CMD_WALK_VISITOR_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/random.h"

struct app;

struct walk_visitor {
	struct app *app;
	struct random random;
	int64_t now_ms;
	bool *has_seen; /* by item: was it asked in this visit? */
	int asked;      /* questions seen */
	int tries;      /* at the present step */
	bool is_over;   /* the app asks to end */
	bool is_stuck;  /* nothing that was tried led on */
};

/*
 * One visit from where the app is to its end, or until the visitor is stuck.
 * has_seen has room for every item, all false.
 */
void walk_visit(struct walk_visitor *visitor);

#endif
