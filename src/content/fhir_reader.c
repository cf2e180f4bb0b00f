#include "hairline/content/fhir_reader.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/utf8.h"

#define SAID_SIZE 512

bool fhir_reader_open(struct fhir_reader *reader)
{
	const struct file *file = reader->file;
	struct err err;

	reader->root =
		json_parse(&reader->scratch, file->text, file->size, &err);
	if (!reader->root) {
		reader->is_refused = true;
		err_set(reader->err, err.code, "%s:%s", file->path, err.msg);
		if (reader->findings)
			findings_error(reader->findings, reader->err->msg);
		return false;
	}
	if (fhir_places_init(&reader->places, &reader->scratch, file->text,
			     file->size))
		return true;
	reader->is_out_of_memory = true;
	return false;
}

void fhir_reader_close(struct fhir_reader *reader)
{
	arena_release(&reader->scratch);
}

void fhir_set_item(struct fhir_reader *reader, int item)
{
	reader->item = item == FORM_NONE ? NULL : &reader->items[item];
	reader->source = item == FORM_NONE ? NULL : reader->sources[item];
	reader->extensions = fhir_list(reader, reader->source, "extension");
}

static struct json_place place_of(const struct fhir_reader *reader,
				  const struct json *where)
{
	if (!where)
		where = reader->source ? reader->source : reader->root;
	return fhir_place(&reader->places, where->at);
}

static const char *link_id_of(const struct fhir_reader *reader)
{
	return reader->item ? reader->item->link_id : NULL;
}

static void report(struct fhir_reader *reader, enum severity severity,
		   const struct json *where, const char *code, const char *text)
{
	struct json_place place;

	if (!reader->findings)
		return;
	place = place_of(reader, where);
	findings_add(reader->findings, &(struct finding){
					       .severity = severity,
					       .file = reader->file->path,
					       .line = place.line,
					       .column = place.column,
					       .code = code,
					       .link_id = link_id_of(reader),
					       .text = text,
				       });
}

#define REPORT(severity)                                     \
	do {                                                 \
		char said[SAID_SIZE];                        \
		va_list args;                                \
                                                             \
		va_start(args, fmt);                         \
		vsnprintf(said, sizeof(said), fmt, args);    \
		va_end(args);                                \
		report(reader, severity, where, code, said); \
	} while (0)

void fhir_error(struct fhir_reader *reader, const struct json *where,
		const char *code, const char *fmt, ...)
{
	REPORT(FINDING_ERROR);
}

void fhir_warning(struct fhir_reader *reader, const struct json *where,
		  const char *code, const char *fmt, ...)
{
	REPORT(FINDING_WARNING);
}

void fhir_note(struct fhir_reader *reader, const struct json *where,
	       const char *code, const char *fmt, ...)
{
	REPORT(FINDING_NOTE);
}

static void keep_reason(struct fhir_reader *reader, const struct json *where,
			const char *said)
{
	const char *link_id = link_id_of(reader);
	const struct json_place place = place_of(reader, where);
	char shown[FHIR_SHOWN_SIZE];

	err_set(reader->err, ERR_SYNTAX, "%s:%u:%u: %s%s%s%s",
		reader->file->path, place.line, place.column,
		link_id ? "linkId \"" : "",
		link_id ? fhir_shown(shown, link_id) : "",
		link_id ? "\": " : "", said);
}

void fhir_refuse(struct fhir_reader *reader, const struct json *where,
		 const char *code, const char *fmt, ...)
{
	char said[SAID_SIZE];
	va_list args;

	va_start(args, fmt);
	vsnprintf(said, sizeof(said), fmt, args);
	va_end(args);
	if (!reader->is_refused)
		keep_reason(reader, where, said);
	reader->is_refused = true;
	report(reader, FINDING_ERROR, where, code, said);
}

const char *fhir_shown(char shown[FHIR_SHOWN_SIZE], const char *text)
{
	struct buf buf;

	buf_init(&buf, shown, FHIR_SHOWN_SIZE - strlen("..."));
	buf_add(&buf, text);
	if (buf.is_cut)
		memcpy(shown + buf.len, "...", sizeof("..."));
	return shown;
}

void *fhir_alloc(struct fhir_reader *reader, int count, size_t size)
{
	void *memory = arena_array(reader->arena, (size_t)count, size);

	if (!memory)
		reader->is_out_of_memory = true;
	return memory;
}

/* A member of a type; NULL when it is absent, or (reported) of another. */
static const struct json *member(struct fhir_reader *reader,
				 const struct json *object, const char *key,
				 enum json_type type, const char *wanted)
{
	const struct json *value = json_get(object, key);

	if (!value || value->type == type)
		return value;
	fhir_error(reader, value, "wrong-type", "\"%s\" must be %s", key,
		   wanted);
	return NULL;
}

const char *fhir_string(struct fhir_reader *reader, const struct json *object,
			const char *key)
{
	return json_text(
		member(reader, object, key, JSON_STRING, "a text in quotes"));
}

bool fhir_flag(struct fhir_reader *reader, const struct json *object,
	       const char *key)
{
	return json_is_true(member(reader, object, key, JSON_BOOL,
				   "true or false, without quotes"));
}

const struct json *fhir_list(struct fhir_reader *reader,
			     const struct json *object, const char *key)
{
	const struct json *list =
		member(reader, object, key, JSON_ARRAY, "a list in [ ]");
	const struct json *first = json_first(list);

	for (const struct json *at = first; at; at = at->next) {
		if (at->type == JSON_OBJECT)
			continue;
		fhir_error(reader, at, "wrong-type",
			   "\"%s\" must hold objects in { }", key);
		return NULL;
	}
	return first;
}

int fhir_count(struct fhir_reader *reader, const struct json *object,
	       const char *key, int least)
{
	const struct json *value = json_get(object, key);
	int64_t number;

	if (!value)
		return 0;
	if (json_whole(value, &number) && number >= least && number <= INT_MAX)
		return (int)number;
	fhir_error(reader, value, "wrong-type",
		   "\"%s\" must be a whole number from %d on", key, least);
	return 0;
}

const char *fhir_keep(struct fhir_reader *reader, const struct json *where,
		      const char *text)
{
	char shown[FHIR_SHOWN_SIZE];
	const char *kept;

	if (*text == '\0')
		return "";
	if (strlen(text) > FHIR_TEXT_MAX) {
		fhir_refuse(reader, where, "too-long",
			    "\"%s\" is longer than %d bytes; shorten it",
			    fhir_shown(shown, text), FHIR_TEXT_MAX);
		return "";
	}
	kept = arena_dup(reader->arena, text);
	if (kept)
		return kept;
	reader->is_out_of_memory = true;
	return "";
}
