#include "hairline/content/fhir_language.h"

#include <string.h>
#include <strings.h>

#include "hairline/content/fhir_reader.h"

bool fhir_is_language(const char *tag, const char *wanted)
{
	size_t len = strlen(wanted);

	return strncasecmp(tag, wanted, len) == 0 &&
	       (tag[len] == '\0' || (len > 0 && tag[len] == '-'));
}

const char *fhir_translation_tag(const struct json *translation)
{
	const struct json *part =
		json_first(json_get(translation, "extension"));

	for (; part; part = part->next)
		if (strcmp(json_text_at(part, "url"), "lang") == 0)
			return json_text_at(part, "valueCode");
	return "";
}

static bool is_known(const struct form *form, const char *tag)
{
	for (int i = 0; i < form->language_count; i++)
		if (fhir_is_language(tag, form->languages[i]))
			return true;
	return false;
}

static void add(struct fhir_reader *reader, const struct json *where,
		const char *tag)
{
	struct form *form = reader->form;
	char shown[FHIR_SHOWN_SIZE];

	if (*tag == '\0' || is_known(form, tag))
		return;
	if (form->language_count == FORM_LANGUAGES_MAX) {
		if (reader->has_languages_left)
			return;
		reader->has_languages_left = true;
		fhir_warning(reader, where, "languages",
			     "more than %d languages; \"%s\" and those after "
			     "it are left out",
			     FORM_LANGUAGES_MAX, fhir_shown(shown, tag));
		return;
	}
	form->languages[form->language_count++] = fhir_keep(reader, where, tag);
}

/* A translation extension, or the designation of a concept. */
static void add_of(struct fhir_reader *reader, const struct json *value)
{
	if (strcmp(json_text_at(value, "url"), FHIR_TRANSLATION) == 0)
		add(reader, value, fhir_translation_tag(value));
	else if (json_get(value, "language") && json_get(value, "value"))
		add(reader, value, json_text_at(value, "language"));
}

/* The tree is at most JSON_DEPTH_MAX deep. */
static void search(struct fhir_reader *reader, const struct json *value)
{
	if (value->type == JSON_OBJECT)
		add_of(reader, value);
	for (const struct json *at = value->first; at; at = at->next)
		if (at->first)
			search(reader, at);
}

void fhir_languages_read(struct fhir_reader *reader, const char *const *wanted,
			 int count)
{
	struct form *form = reader->form;
	const char *own = fhir_string(reader, reader->root, "language");

	form->language = fhir_keep(reader, reader->root,
				   count && !*own ? wanted[0] : own);
	for (int i = 0; i < count && i < FORM_LANGUAGES_MAX; i++)
		form->languages[form->language_count++] = wanted[i];
	if (count > 0)
		return;
	form->languages[form->language_count++] = form->language;
	search(reader, reader->root);
}
