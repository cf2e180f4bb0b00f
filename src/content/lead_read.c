#include "hairline/content/lead_read.h"

#include <stdio.h>
#include <string.h>

#include "hairline/base/json.h"
#include "hairline/base/json_write.h"
#include "hairline/core/date.h"
#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"

#define DAY_SECONDS 86400
#define ESCAPE_MOST 6 /* bytes that one may become: \u0001 */

struct reading {
	const struct json *root;
	struct arena *arena;
	struct err *err;
};

struct field {
	const char *key;
	size_t offset; /* of a const char * in struct lead */
	bool is_needed;
};

static const struct field fields[] = {
	{"kiosk", offsetof(struct lead, kiosk), true},
	{"language", offsetof(struct lead, language), true},
	{"tier", offsetof(struct lead, tier), false},
	{"name", offsetof(struct lead, name), true},
	{"phone", offsetof(struct lead, phone), false},
	{"email", offsetof(struct lead, email), false},
	{"preferred_time", offsetof(struct lead, time), false},
};

static bool refuse(const struct reading *reading, const char *key,
		   const char *what)
{
	return err_set(reading->err, ERR_SYNTAX, "\"%s\" %s", key, what);
}

static bool no_memory(const struct reading *reading)
{
	return err_set(reading->err, ERR_MEMORY, "no memory for a lead");
}

static bool read_field(const struct reading *reading, struct lead *lead,
		       const struct field *field)
{
	const struct json *value = json_get(reading->root, field->key);
	const char *text = json_text(value);

	if (value && !json_is(value, JSON_STRING) && !json_is(value, JSON_NULL))
		return refuse(reading, field->key, "is no text");
	if (field->is_needed && !*text)
		return refuse(reading, field->key, "is missing");
	memcpy((char *)lead + field->offset, &text, sizeof(text));
	return true;
}

static bool read_time(const struct reading *reading, const struct json *object,
		      const char *key, int64_t *at)
{
	return date_read_time(at, json_text_at(object, key)) ||
	       refuse(reading, key, "is not a time like 2026-11-23T15:04:05Z");
}

/* A box without its own time was set when all was agreed to. */
static void read_boxes(struct lead *lead, const struct json *consent)
{
	const struct json *boxes = json_get(consent, "boxes");
	int64_t at = 0;

	date_read_time(&at, json_text_at(consent, "at"));
	for (int i = 0; i < CONSENT_COUNT; i++) {
		const char *name = consent_name((enum consent_box)i);
		const struct json *box =
			i == CONSENT_ADULT
				? json_get(consent, "adult_confirmed")
				: json_get(boxes, name);

		lead->consent.is_set[i] = json_is_true(box);
		lead->consent.at[i] = lead->consent.is_set[i] ? at : 0;
	}
}

static void read_consent(struct lead *lead, const struct json *consent)
{
	lead->text_version = json_text_at(consent, "text_version");
	lead->text_hash = json_text_at(consent, "text_sha256");
	lead->method = json_text_at(consent, "method");
	read_boxes(lead, consent);
}

/* As text, because that is how it is sealed. */
static bool read_answers(const struct reading *reading, struct lead *lead,
			 size_t size)
{
	const struct json *answers = json_get(reading->root, "answers");
	struct json_writer writer;
	struct buf buf;
	char *text;

	lead->answers = "";
	if (!json_is(answers, JSON_OBJECT))
		return true;
	size = size * ESCAPE_MOST + 1;
	text = arena_alloc(reading->arena, size);
	if (!text)
		return no_memory(reading);
	buf_init(&buf, text, size);
	json_write_begin(&writer, NULL, json_sink_buf, &buf);
	json_put_tree(&writer, answers);
	if (!json_write_end(&writer) || buf.is_cut)
		return no_memory(reading);
	lead->answers = text;
	return true;
}

static bool read_event(const struct reading *reading, struct lead_event *event,
		       const struct json *from)
{
	event->who = json_text_at(from, "who");
	event->kind = json_text_at(from, "kind");
	event->note = json_text_at(from, "note");
	if (!*event->who || !*event->kind)
		return refuse(reading, "events", "has one without who or kind");
	return read_time(reading, from, "at", &event->at);
}

static bool read_events(const struct reading *reading, struct dossier *dossier)
{
	const struct json *list = json_get(reading->root, "events");
	struct lead_event *events;
	int count = 0;

	if (list && !json_is(list, JSON_ARRAY))
		return refuse(reading, "events", "is no list");
	events = arena_array(reading->arena, list ? (size_t)list->count + 1 : 1,
			     sizeof(*events));
	if (!events)
		return no_memory(reading);
	for (const struct json *at = json_first(list); at; at = at->next)
		if (!read_event(reading, &events[count++], at))
			return false;
	dossier->events = events;
	dossier->event_count = count;
	dossier_settle(dossier);
	return true;
}

static bool read_columns(const struct reading *reading, struct lead *lead)
{
	const struct json *root = reading->root;
	const char *id = json_text_at(root, "id");

	if (strlen(id) != LEAD_ID_SIZE - 1)
		return refuse(reading, "id", "is missing, or not one");
	memcpy(lead->id, id, LEAD_ID_SIZE);
	if (!reference_read(lead->reference, json_text_at(root, "reference")))
		return refuse(reading, "reference", "is missing, or not one");
	return read_time(reading, root, "created_at", &lead->created_at) &&
	       read_time(reading, root, "delete_after", &lead->delete_after);
}

static bool read_lead(const struct reading *reading, struct lead *lead,
		      size_t size)
{
	if (!read_columns(reading, lead))
		return false;
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		if (!read_field(reading, lead, &fields[i]))
			return false;
	lead->clinic = lead->faq_hash = lead->form_hash = "";
	lead->retention_days =
		(lead->delete_after - lead->created_at) / DAY_SECONDS;
	read_consent(lead, json_get(reading->root, "consent"));
	return read_answers(reading, lead, size);
}

bool lead_read(struct dossier *dossier, struct arena *arena, const char *line,
	       size_t size, struct err *err)
{
	struct reading reading = {.arena = arena, .err = err};
	struct lead *lead = arena_alloc(arena, sizeof(*lead));

	*dossier = (struct dossier){.lead = lead};
	if (!lead)
		return no_memory(&reading);
	reading.root = json_parse(arena, line, size, err);
	if (!reading.root)
		return false;
	if (!json_is(reading.root, JSON_OBJECT))
		return err_set(err, ERR_SYNTAX, "this is no object: {...}");
	return read_lead(&reading, lead, size) &&
	       read_events(&reading, dossier);
}
