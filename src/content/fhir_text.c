#include "hairline/content/fhir_text.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "hairline/content/fhir_dialect.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/findings.h"

#define TRANSLATION "http://hl7.org/fhir/StructureDefinition/translation"
#define KEY_SIZE 32 /* of "_" and the longest key, with the NUL */

/* "en" is what is wanted where a document says "en" or "en-GB". */
static bool is_language(const char *tag, const char *wanted)
{
	size_t len = strlen(wanted);

	return strncasecmp(tag, wanted, len) == 0 &&
	       (tag[len] == '\0' || tag[len] == '-');
}

static const char *string_at(const json_t *object, const char *key)
{
	const char *value = json_string_value(json_object_get(object, key));

	return value ? value : "";
}

/* The part "lang" or "content" of a translation, or NULL. */
static const json_t *find_part(const json_t *translation, const char *name)
{
	const json_t *parts = json_object_get(translation, "extension");
	const json_t *part;
	size_t i;

	json_array_foreach(parts, i, part)
	{
		if (strcmp(string_at(part, "url"), name) == 0)
			return part;
	}
	return NULL;
}

static const char *translation_content(const json_t *translation)
{
	const json_t *content = find_part(translation, "content");
	const char *text = string_at(content, "valueString");

	return *text ? text : string_at(content, "valueMarkdown");
}

/* What the document says in a language, or "". */
static const char *find_translation(const json_t *primitive, const char *wanted)
{
	const json_t *list = json_object_get(primitive, "extension");
	const json_t *translation;
	size_t i;

	json_array_foreach(list, i, translation)
	{
		const json_t *tag = find_part(translation, "lang");

		if (strcmp(string_at(translation, "url"), TRANSLATION) == 0 &&
		    is_language(string_at(tag, "valueCode"), wanted))
			return translation_content(translation);
	}
	return "";
}

static void warn_untranslated(struct fhir_reader *reader, const char *text,
			      const char *wanted)
{
	char text_shown[FHIR_SHOWN_SIZE];
	char id_shown[FHIR_SHOWN_SIZE];
	const char *link_id = reader->link_id ? reader->link_id : "";

	if (!reader->findings || *text == '\0')
		return;
	findings_warn(reader->findings, reader->file->path,
		      fhir_line(reader, link_id),
		      "%s%s%s\"%s\" has no translation to \"%s\"; visitors "
		      "will read it in \"%s\"",
		      *link_id ? "linkId \"" : "title",
		      fhir_shown(id_shown, link_id), *link_id ? "\": " : ": ",
		      fhir_shown(text_shown, text), wanted, reader->language);
}

bool fhir_text_read(struct fhir_reader *reader, const json_t *object,
		    const char *key, struct form_text *text)
{
	char sibling[KEY_SIZE];
	const json_t *primitive;
	const char *written;
	const char *own;

	snprintf(sibling, sizeof(sibling), "_%s", key);
	primitive = json_object_get(object, sibling);
	if (!fhir_get_string(reader, object, key, &written) ||
	    !fhir_dialect_check(reader, primitive) ||
	    !fhir_keep(reader, written ? written : "", &own))
		return false;
	for (int i = 0; i < reader->language_count; i++) {
		const char *wanted = reader->languages[i];
		const char *found = find_translation(primitive, wanted);

		text->in[i] = own;
		if (is_language(reader->language, wanted))
			continue;
		if (*found == '\0')
			warn_untranslated(reader, own, wanted);
		else if (!fhir_keep(reader, found, &text->in[i]))
			return false;
	}
	return true;
}
