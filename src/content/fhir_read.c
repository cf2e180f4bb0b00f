#include "hairline/content/fhir_read.h"

#include <string.h>

#include "hairline/content/fhir_advice.h"
#include "hairline/content/fhir_circle.h"
#include "hairline/content/fhir_dialect.h"
#include "hairline/content/fhir_enable.h"
#include "hairline/content/fhir_item.h"
#include "hairline/content/fhir_layout.h"
#include "hairline/content/fhir_reach.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_text.h"

static bool check_root(struct fhir_reader *reader)
{
	const char *type;

	if (!json_is_object(reader->root))
		return fhir_refuse(reader, "is not a JSON object; a "
					   "Questionnaire starts with {");
	if (!fhir_get_string(reader, reader->root, "resourceType", &type))
		return false;
	if (!type || strcmp(type, "Questionnaire") != 0)
		return fhir_refuse(reader,
				   "resourceType must be \"Questionnaire\"");
	return fhir_dialect_check(reader, reader->root);
}

static bool read_word(struct fhir_reader *reader, const char *key,
		      const char **kept)
{
	const char *text;

	return fhir_get_string(reader, reader->root, key, &text) &&
	       fhir_keep(reader, text ? text : "", kept);
}

static bool read_head(struct fhir_reader *reader, struct form *form)
{
	const char *language;

	if (!check_root(reader) ||
	    !fhir_get_string(reader, reader->root, "language", &language))
		return false;
	reader->language = language ? language : reader->languages[0];
	return read_word(reader, "url", &form->url) &&
	       read_word(reader, "version", &form->version) &&
	       fhir_text_read(reader, reader->root, "title", &form->title);
}

static bool read_document(struct fhir_reader *reader, struct form *form)
{
	return fhir_reader_open(reader) && read_head(reader, form) &&
	       fhir_items_read(reader) && fhir_enable_read(reader) &&
	       fhir_circle_check(reader) && fhir_advice_check(reader);
}

static bool load(struct form *form, struct fhir_reader *reader)
{
	bool ok;

	memset(form, 0, sizeof(*form));
	ok = read_document(reader, form);
	fhir_reader_close(reader);
	if (!ok) {
		memset(form, 0, sizeof(*form));
		return false;
	}
	form->items = reader->items;
	form->item_count = reader->item_count;
	form->json = reader->file->text;
	form->json_size = reader->file->size;
	memcpy(form->hash, reader->file->hash, sizeof(form->hash));
	return true;
}

/* A form no longer tells what was translated, so the file is read again. */
static void warn_untranslated(const struct file *file,
			      const char *const *languages, int language_count,
			      struct findings *findings)
{
	struct arena arena;
	struct form form;
	struct err err;
	struct fhir_reader reader = {
		.file = file,
		.arena = &arena,
		.languages = languages,
		.language_count = language_count,
		.findings = findings,
		.err = &err,
	};

	arena_init(&arena);
	load(&form, &reader);
	arena_release(&arena);
}

bool fhir_read(struct form *form, struct arena *arena, const struct file *file,
	       const char *const *languages, int language_count,
	       struct err *err)
{
	struct fhir_reader reader = {
		.file = file,
		.arena = arena,
		.languages = languages,
		.language_count = language_count,
		.err = err,
	};

	return load(form, &reader);
}

void fhir_warn(const struct form *form, const struct file *file,
	       const char *const *languages, int language_count,
	       struct findings *findings)
{
	warn_untranslated(file, languages, language_count, findings);
	fhir_reach_warn(form, file, findings);
	fhir_layout_warn(form, file, language_count, findings);
}
