#include "hairline/content/fhir_reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/content/json_memory.h"

#define HL7_EXTENSION "http://hl7.org/fhir/StructureDefinition/"
#define SPACES " \t\r\n"

/* The string token at text, decoded; NULL when there is none. */
static json_t *decode_string(const char *text)
{
	size_t len = 1;

	if (*text != '"')
		return NULL;
	while (text[len] && text[len] != '"')
		len += text[len] == '\\' && text[len + 1] ? 2 : 1;
	return json_loadb(text, len + 1, JSON_DECODE_ANY, NULL);
}

static bool note_line(struct fhir_reader *reader, const json_t *link_id,
		      unsigned line)
{
	const char *key = json_string_value(link_id);
	bool is_known = json_object_get(reader->lines, key) != NULL;
	json_t *lines = is_known ? reader->again : reader->lines;

	if (json_object_get(lines, key))
		return true;
	return json_object_set_new(lines, key, json_integer(line)) == 0;
}

/*
 * jansson does not say where a value stands, so the text is searched for what
 * looks like a linkId.  Within a JSON string the quotes would be escaped.
 */
static bool find_lines(struct fhir_reader *reader)
{
	static const char key[] = "\"linkId\"";
	const char *counted = reader->file->text;
	const char *at = strstr(counted, key);
	unsigned line = 1;

	for (; at; at = strstr(at, key)) {
		json_t *link_id;
		bool ok;

		for (; counted < at; counted++)
			line += *counted == '\n';
		at += strlen(key);
		at += strspn(at, SPACES);
		if (*at != ':')
			continue;
		at += 1 + strspn(at + 1, SPACES);
		link_id = decode_string(at);
		ok = !link_id || note_line(reader, link_id, line);
		json_decref(link_id);
		if (!ok)
			return fhir_refuse_memory(reader);
	}
	return true;
}

static bool parse(struct fhir_reader *reader)
{
	char shown[FHIR_SHOWN_SIZE];
	json_error_t error;

	reader->root = json_loadb(reader->file->text, reader->file->size,
				  JSON_REJECT_DUPLICATES, &error);
	if (reader->root)
		return true;
	if (error.text[0] == '\0' ||
	    json_error_code(&error) == json_error_out_of_memory)
		return fhir_refuse_memory(reader);
	return err_set(reader->err, ERR_SYNTAX,
		       "%s:%d: column %d: %s; mend the JSON there",
		       reader->file->path, error.line < 1 ? 1 : error.line,
		       error.column, fhir_shown(shown, error.text));
}

bool fhir_reader_open(struct fhir_reader *reader)
{
	json_memory_use();
	arena_init(&reader->scratch);
	if (!parse(reader))
		return false;
	reader->lines = json_object();
	reader->again = json_object();
	reader->index = json_object();
	if (!reader->lines || !reader->again || !reader->index)
		return fhir_refuse_memory(reader);
	return find_lines(reader);
}

void fhir_reader_close(struct fhir_reader *reader)
{
	json_decref(reader->root);
	json_decref(reader->lines);
	json_decref(reader->again);
	json_decref(reader->index);
	arena_release(&reader->scratch);
}

unsigned fhir_line(const struct fhir_reader *reader, const char *link_id)
{
	const json_t *line = json_object_get(reader->lines, link_id);

	return line ? (unsigned)json_integer_value(line) : 1;
}

bool fhir_refuse(struct fhir_reader *reader, const char *fmt, ...)
{
	char shown[FHIR_SHOWN_SIZE];
	char said[sizeof(reader->err->msg)];
	const char *path = reader->file->path;
	va_list args;

	va_start(args, fmt);
	vsnprintf(said, sizeof(said), fmt, args);
	va_end(args);
	if (!reader->link_id)
		return err_set(reader->err, ERR_SYNTAX, "%s:1: %s", path, said);
	return err_set(reader->err, ERR_SYNTAX, "%s:%u: linkId \"%s\": %s",
		       path, fhir_line(reader, reader->link_id),
		       fhir_shown(shown, reader->link_id), said);
}

bool fhir_refuse_memory(struct fhir_reader *reader)
{
	return err_set(reader->err, ERR_MEMORY, "%s: no memory to read it",
		       reader->file->path);
}

const char *fhir_shown(char shown[FHIR_SHOWN_SIZE], const char *text)
{
	struct buf buf;

	buf_init(&buf, shown, FHIR_SHOWN_SIZE - strlen("..."));
	utf8_escape(&buf, text);
	if (buf.is_cut)
		memcpy(shown + buf.len, "...", sizeof("..."));
	return shown;
}

bool fhir_get_string(struct fhir_reader *reader, const json_t *object,
		     const char *key, const char **value)
{
	const json_t *member = json_object_get(object, key);

	*value = json_string_value(member);
	if (member && !*value)
		return fhir_refuse(reader, "\"%s\" must be a text in quotes",
				   key);
	return true;
}

bool fhir_get_flag(struct fhir_reader *reader, const json_t *object,
		   const char *key, bool *value)
{
	const json_t *member = json_object_get(object, key);

	*value = json_is_true(member);
	if (member && !json_is_boolean(member))
		return fhir_refuse(reader,
				   "\"%s\" must be true or false, without "
				   "quotes",
				   key);
	return true;
}

bool fhir_get_list(struct fhir_reader *reader, const json_t *object,
		   const char *key, const json_t **value)
{
	const json_t *list = json_object_get(object, key);
	const json_t *member;
	size_t i;

	*value = list;
	if (list && !json_is_array(list))
		return fhir_refuse(reader, "\"%s\" must be a list in [ ]", key);
	json_array_foreach(list, i, member)
	{
		if (!json_is_object(member))
			return fhir_refuse(
				reader, "\"%s\" must hold objects in { }", key);
	}
	return true;
}

const json_t *fhir_extension(const json_t *object, const char *name)
{
	const json_t *list = json_object_get(object, "extension");
	const size_t base = strlen(HL7_EXTENSION);
	const json_t *extension;
	size_t i;

	json_array_foreach(list, i, extension)
	{
		const char *url =
			json_string_value(json_object_get(extension, "url"));

		if (url && strncmp(url, HL7_EXTENSION, base) == 0 &&
		    strcmp(url + base, name) == 0)
			return extension;
	}
	return NULL;
}

bool fhir_keep(struct fhir_reader *reader, const char *text, const char **kept)
{
	char shown[FHIR_SHOWN_SIZE];
	const char *rest = text;

	if (strlen(text) > FHIR_TEXT_MAX)
		return fhir_refuse(reader,
				   "\"%s\" is longer than %d bytes; shorten it",
				   fhir_shown(shown, text), FHIR_TEXT_MAX);
	while (*rest) {
		unsigned code_point = utf8_next(&rest);

		if (code_point != '\n' && !utf8_is_printable(code_point))
			return fhir_refuse(reader,
					   "\"%s\" holds the invisible "
					   "character U+%04X; remove it",
					   fhir_shown(shown, text), code_point);
	}
	*kept = arena_dup(reader->arena, text);
	return *kept || fhir_refuse_memory(reader);
}
