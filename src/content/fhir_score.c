#include "hairline/content/fhir_score.h"

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_reader.h"

void fhir_score_read(struct fhir_reader *reader)
{
	for (int i = 0; i < reader->item_count; i++) {
		const struct json *extension = fhir_extension(
			reader->sources[i], "calculatedExpression");

		if (!extension)
			continue;
		fhir_set_item(reader, i);
		fhir_refuse(reader, extension, "expression",
			    "an expression works out its answer, and only "
			    "sums of weights are understood; let visitors "
			    "answer it");
	}
	fhir_set_item(reader, FORM_NONE);
}
