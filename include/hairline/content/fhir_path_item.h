/*
 * fhir_path_item - the steps of a path that go from items to items.
 *
 * Each starts behind the name of the step, and is false when what follows is
 * not understood.  Private to fhir_path_step.
 */
#ifndef HAIRLINE_CONTENT_FHIR_PATH_ITEM_H
#define HAIRLINE_CONTENT_FHIR_PATH_ITEM_H

#include <stdbool.h>

struct path_parser;
struct path_value;

bool path_to_children(struct path_parser *parser, struct path_value *value);
bool path_to_repeat(struct path_parser *parser, struct path_value *value);
bool path_to_descendants(struct path_parser *parser, struct path_value *value);
bool path_where_link_id(struct path_parser *parser, struct path_value *value);

#endif
