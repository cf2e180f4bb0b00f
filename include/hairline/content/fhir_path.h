/*
 * fhir_path - FHIRPath, as far as it adds up weights.
 *
 * Understood are, with the spaces that FHIRPath allows:
 *
 *   sum      term { "+" term } | condition { "or" condition }
 *   term     path | "(" sum ")" | "iif" "(" sum "," sum "," sum ")"
 *            | "0" | "{}" | "''" | "false"
 *   path     ( "%resource" | "%questionnaire" | "%variable" | "item" )
 *            { "." step }
 *   step     those in the table at the end of the source: item, where(linkId =
 *            '...'), repeat(item), descendants(), answers(), answer, value,
 *            ordinal(), weight(), extension('.../ordinalValue').value, sum(),
 *            first(), exists(), ...
 *
 * iif() may only say what a sum does anyway: that what is unanswered adds
 * nothing.  Anything else is not understood, and no part of it is guessed.
 */
#ifndef HAIRLINE_CONTENT_FHIR_PATH_H
#define HAIRLINE_CONTENT_FHIR_PATH_H

#include <stdbool.h>

#include "hairline/content/fhir_set.h"

struct fhir_reader;

/* What an expression is found to add up. */
struct fhir_path {
	struct fhir_set terms;
	bool is_partial; /* FHIRPath would say nothing until all is answered */
};

/*
 * Read an expression of an item.  False when it is not understood, or names
 * nothing.  The set lives in the arena.
 */
bool fhir_path_read(struct fhir_reader *reader, struct arena *arena, int item,
		    const char *expression, struct fhir_path *sum);

#endif
