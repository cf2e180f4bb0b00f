#include "hairline/content/fhir_text.h"

#include <stdio.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_html.h"
#include "hairline/content/fhir_language.h"
#include "hairline/content/fhir_reader.h"

#define KEY_SIZE 32 /* of "_" and the longest key, with the NUL */

/* Needs no cleaning: printable ASCII and line ends, and nothing of HTML. */
static bool is_plain(const char *text)
{
	for (; *text; text++)
		if ((*text < 0x20 && *text != '\n') || *text >= 0x7F ||
		    *text == '<' || *text == '&')
			return false;
	return true;
}

/* The character to show for one, or 0 for none. */
static unsigned shown_for(unsigned code_point)
{
	switch (code_point) {
	case '\t':
	case 0xA0: return ' ';
	case '\n':
	case 0x2028:
	case 0x2029: return '\n';
	default: return utf8_is_printable(code_point) ? code_point : 0;
	}
}

/* Copy what can be shown.  Returns the first character left out, or 0. */
static unsigned filter(struct buf *out, const char *text)
{
	unsigned dropped = 0;

	while (*text) {
		unsigned code_point = utf8_next(&text);
		unsigned shown = shown_for(code_point);

		if (shown)
			buf_add_char(out, shown);
		else if (code_point != '\r' && !dropped)
			dropped = code_point;
	}
	return dropped;
}

const char *fhir_clean(struct fhir_reader *reader, const struct json *where,
		       const char *text)
{
	size_t size = strlen(text) + 1;
	struct buf plain;
	struct buf buf;
	char *memory;
	unsigned dropped;

	if (size > FHIR_TEXT_MAX || is_plain(text))
		return fhir_keep(reader, where, text);
	memory = arena_array(&reader->scratch, 2, size);
	if (!memory) {
		reader->is_out_of_memory = true;
		return "";
	}
	buf_init(&plain, memory, size);
	html_strip(&plain, text);
	buf_init(&buf, memory + size, size);
	dropped = filter(&buf, plain.at);
	if (dropped)
		fhir_warning(reader, where, "control-character",
			     "a text holds the invisible character U+%04X, "
			     "which is left out; remove it",
			     dropped);
	return fhir_keep(reader, where, buf.at);
}

static const char *translation_content(const struct json *translation)
{
	const struct json *part =
		json_first(json_get(translation, "extension"));

	for (; part; part = part->next) {
		const char *text = json_text_at(part, "valueString");

		if (strcmp(json_text_at(part, "url"), "content") != 0)
			continue;
		return *text ? text : json_text_at(part, "valueMarkdown");
	}
	return "";
}

const char *fhir_translation(const struct json *primitive, const char *wanted)
{
	const struct json *at = json_first(json_get(primitive, "extension"));

	for (; at; at = at->next)
		if (strcmp(json_text_at(at, "url"), FHIR_TRANSLATION) == 0 &&
		    fhir_is_language(fhir_translation_tag(at), wanted))
			return translation_content(at);
	return "";
}

void fhir_warn_untranslated(struct fhir_reader *reader,
			    const struct json *where, const char *text,
			    const char *wanted)
{
	char text_shown[FHIR_SHOWN_SIZE];
	char tag_shown[FHIR_SHOWN_SIZE];

	fhir_warning(reader, where, "untranslated",
		     "\"%s\" has no translation to \"%s\"; visitors will read "
		     "it as it is",
		     fhir_shown(text_shown, text),
		     fhir_shown(tag_shown, wanted));
}

static const char *in_language(struct fhir_reader *reader,
			       const struct json *primitive, const char *own,
			       const char *wanted, const struct json *where)
{
	const char *found = fhir_translation(primitive, wanted);

	if (fhir_is_language(reader->form->language, wanted))
		return own;
	if (*found)
		return fhir_clean(reader, primitive, found);
	if (*own)
		fhir_warn_untranslated(reader, where, own, wanted);
	return own;
}

/* The text itself, or where that is empty, a rendering of it. */
static const char *own_text(const struct json *value,
			    const struct json *primitive)
{
	const struct json *rendering;
	const char *text = json_text(value);

	if (*text || !primitive)
		return text;
	rendering = fhir_extension(primitive, "rendering-markdown");
	text = json_text_at(rendering, "valueMarkdown");
	if (*text)
		return text;
	rendering = fhir_extension(primitive, "rendering-xhtml");
	return json_text_at(rendering, "valueString");
}

void fhir_text_set(struct form_text *text, const char *same)
{
	for (int i = 0; i < FORM_LANGUAGES_MAX; i++)
		text->in[i] = same ? same : "";
}

bool fhir_text_is_empty(const struct form_text *text)
{
	for (int i = 0; i < FORM_LANGUAGES_MAX; i++)
		if (*text->in[i])
			return false;
	return true;
}

void fhir_text_read(struct fhir_reader *reader, const struct json *object,
		    const char *key, struct form_text *text)
{
	const struct form *form = reader->form;
	const struct json *value = json_get(object, key);
	const struct json *primitive;
	char sibling[KEY_SIZE];
	const char *own;

	snprintf(sibling, sizeof(sibling), "_%s", key);
	primitive = json_get(object, sibling);
	if (value && value->type != JSON_STRING)
		fhir_string(reader, object, key);
	own = fhir_clean(reader, value ? value : primitive,
			 own_text(value, primitive));
	fhir_text_set(text, own);
	for (int i = 0; i < form->language_count; i++)
		text->in[i] =
			in_language(reader, primitive, own, form->languages[i],
				    value ? value : object);
}
