/*
 * response_value - value[x] in JSON as an answer.
 */
#ifndef HAIRLINE_CONTENT_RESPONSE_VALUE_H
#define HAIRLINE_CONTENT_RESPONSE_VALUE_H

#include <stdbool.h>

#include "hairline/base/json.h"
#include "hairline/form/answer.h"

/* The member value[x] of an object, or NULL. */
const struct json *response_value_find(const struct json *object);

/*
 * Read such a member.  One that is not written as its type should be gives an
 * answer that is not well formed; a type that no answer has gives ANSWER_NONE.
 */
struct answer response_value_read(const struct json *value);

#endif
