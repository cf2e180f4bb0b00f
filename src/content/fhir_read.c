#include "hairline/content/fhir_read.h"

#include <string.h>

#include "hairline/content/fhir_advice.h"
#include "hairline/content/fhir_circle.h"
#include "hairline/content/fhir_dialect.h"
#include "hairline/content/fhir_enable.h"
#include "hairline/content/fhir_invariant.h"
#include "hairline/content/fhir_item.h"
#include "hairline/content/fhir_language.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_score.h"
#include "hairline/content/fhir_text.h"
#include "hairline/form/plan.h"

static bool is_questionnaire(struct fhir_reader *reader)
{
	if (!json_is(reader->root, JSON_OBJECT)) {
		fhir_refuse(reader, NULL, "no-questionnaire",
			    "is not a JSON object; a Questionnaire starts "
			    "with {");
		return false;
	}
	if (strcmp(json_text_at(reader->root, "resourceType"),
		   "Questionnaire") == 0)
		return true;
	fhir_refuse(reader, NULL, "no-questionnaire",
		    "resourceType must be \"Questionnaire\"");
	return false;
}

static const char *keep_word(struct fhir_reader *reader, const char *key)
{
	return fhir_keep(reader, json_get(reader->root, key),
			 fhir_string(reader, reader->root, key));
}

static void read_head(struct fhir_reader *reader)
{
	struct form *form = reader->form;

	form->url = keep_word(reader, "url");
	form->version = keep_word(reader, "version");
	fhir_text_read(reader, reader->root, "title", &form->title);
	fhir_invariant_check_root(reader);
	fhir_dialect_check_root(reader);
}

static void make_plan(struct fhir_reader *reader)
{
	struct form *form = reader->form;

	form->items = reader->items;
	form->item_count = reader->item_count;
	if (reader->is_out_of_memory ||
	    !plan_make(form, reader->items, reader->arena))
		reader->is_out_of_memory = true;
	else
		fhir_circle_check(reader);
}

static void read_document(struct fhir_reader *reader,
			  const char *const *languages, int language_count)
{
	if (!fhir_reader_open(reader) || !is_questionnaire(reader))
		return;
	fhir_languages_read(reader, languages, language_count);
	read_head(reader);
	if (!fhir_items_read(reader))
		return;
	fhir_enable_read(reader);
	fhir_score_read(reader);
	fhir_dialect_check_targets(reader);
	fhir_advice_check(reader);
	make_plan(reader);
}

bool fhir_read(struct form *form, struct arena *arena, const struct file *file,
	       const char *const *languages, int language_count,
	       struct findings *findings, struct err *err)
{
	struct fhir_reader reader = {
		.file = file,
		.arena = arena,
		.findings = findings,
		.err = err,
		.form = form,
	};

	memset(form, 0, sizeof(*form));
	arena_init(&reader.scratch);
	read_document(&reader, languages, language_count);
	fhir_reader_close(&reader);
	if (reader.is_out_of_memory)
		err_set(err, ERR_MEMORY, "%s:1: no memory to read it",
			file->path);
	if (reader.is_refused || reader.is_out_of_memory) {
		memset(form, 0, sizeof(*form));
		return false;
	}
	form->json = file->text;
	form->json_size = file->size;
	memcpy(form->hash, file->hash, sizeof(form->hash));
	return true;
}
