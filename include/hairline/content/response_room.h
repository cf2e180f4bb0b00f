/*
 * response_room - how much room the answers of a response take.
 */
#ifndef HAIRLINE_CONTENT_RESPONSE_ROOM_H
#define HAIRLINE_CONTENT_RESPONSE_ROOM_H

#include "hairline/base/json.h"
#include "hairline/content/response_index.h"
#include "hairline/form/answers.h"

#define RESPONSE_CELLS_MAX 4000000 /* items in all occurrences */

/*
 * Measure a response of size bytes.  False when the arena has no memory; a
 * response that takes more than RESPONSE_CELLS_MAX cells is not measured to
 * its end.
 */
bool response_room_measure(struct answers_room *room,
			   const struct response_index *index,
			   const struct json *root, size_t size,
			   struct arena *arena);

#endif
