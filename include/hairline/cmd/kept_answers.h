/*
 * kept_answers - a visitor's answers as they are kept with a lead.
 */
#ifndef HAIRLINE_CMD_KEPT_ANSWERS_H
#define HAIRLINE_CMD_KEPT_ANSWERS_H

#include "hairline/base/err.h"

struct answers;
struct lead;

/*
 * The QuestionnaireResponse in the lead's language, an index of the form's
 * texts, at its time.  In guarded memory, to be given to sodium_free(); NULL
 * on failure.
 */
char *kept_answers(const struct answers *answers, int language,
		   const struct lead *lead, struct err *err);

#endif
