#include "hairline/content/fhir_score.h"

#include <string.h>

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_path.h"

static bool takes_number(const struct form_item *item)
{
	return item->type == FORM_INTEGER || item->type == FORM_DECIMAL ||
	       item->type == FORM_QUANTITY || item->type == FORM_STRING;
}

static bool is_understood(struct fhir_reader *reader, struct arena *arena,
			  int index, const struct json *extension,
			  struct fhir_path *sum)
{
	const struct json *expression = json_get(extension, "valueExpression");

	return strcmp(json_text_at(expression, "language"), "text/fhirpath") ==
		       0 &&
	       takes_number(&reader->items[index]) &&
	       fhir_path_read(reader, arena, index,
			      json_text_at(expression, "expression"), sum) &&
	       !fhir_set_has(&sum->terms, index);
}

static const struct form_score *keep_terms(struct fhir_reader *reader,
					   const struct fhir_set *terms)
{
	struct form_score *score = fhir_alloc(reader, 1, sizeof(*score));
	int *kept = fhir_alloc(reader, fhir_set_count(terms), sizeof(*kept));

	if (!score || !kept)
		return NULL;
	for (int i = 0; i < reader->item_count; i++)
		if (fhir_set_has(terms, i))
			kept[score->term_count++] = i;
	score->terms = kept;
	return score;
}

static void note_partial(struct fhir_reader *reader,
			 const struct json *extension)
{
	fhir_note(reader, extension, "partial-sum",
		  "other form fillers show no sum until every question in it "
		  "is answered; this one adds up what there is");
}

static void read_score(struct fhir_reader *reader, struct arena *arena,
		       int index, const struct json *extension)
{
	struct fhir_path sum;
	int count;

	if (!is_understood(reader, arena, index, extension, &sum)) {
		fhir_refuse(reader, extension, "expression",
			    "an expression works out its answer, and only "
			    "sums of weights are understood; let visitors "
			    "answer it");
		return;
	}
	count = fhir_set_count(&sum.terms);
	if (count > FHIR_TERMS_MAX - reader->term_count) {
		fhir_refuse(reader, extension, "too-many",
			    "the scores add up more than %d answers",
			    FHIR_TERMS_MAX);
		return;
	}
	reader->term_count += count;
	reader->items[index].score = keep_terms(reader, &sum.terms);
	if (sum.is_partial)
		note_partial(reader, extension);
}

void fhir_score_read(struct fhir_reader *reader)
{
	for (int i = 0; i < reader->item_count; i++) {
		const struct json *extension = fhir_extension(
			reader->sources[i], "calculatedExpression");
		struct arena arena;

		if (!extension)
			continue;
		fhir_set_item(reader, i);
		arena_init(&arena);
		read_score(reader, &arena, i, extension);
		arena_release(&arena);
	}
	fhir_set_item(reader, FORM_NONE);
}
