#include "hairline/export/jsonl.h"

#include <string.h>

#include "hairline/base/json_write.h"
#include "hairline/core/date.h"
#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"

static const enum consent_box boxes[] = {
	CONSENT_CONTACT, CONSENT_ANSWERS, CONSENT_TEXTS,
	CONSENT_CALLS,   CONSENT_EMAIL,
};

static void put_time(struct json_writer *writer, const char *key,
		     int64_t seconds)
{
	char time[DATE_TIME_SIZE];

	date_time(time, seconds);
	json_member_text(writer, key, time);
}

/* What was not given is null. */
static void put_optional(struct json_writer *writer, const char *key,
			 const char *text)
{
	json_put_key(writer, key);
	if (text && *text)
		json_put_text(writer, text);
	else
		json_put_null(writer);
}

/* When the last box was set: from then on all of it was agreed to. */
static int64_t agreed_at(const struct consent *consent)
{
	int64_t at = 0;

	for (int i = 0; i < CONSENT_COUNT; i++)
		if (consent->is_set[i] && consent->at[i] > at)
			at = consent->at[i];
	return at;
}

static void put_consent(struct json_writer *writer, const struct lead *lead)
{
	const struct consent *consent = &lead->consent;

	json_put_key(writer, "consent");
	json_open_object(writer);
	json_member_text(writer, "text_version", lead->text_version);
	json_member_text(writer, "text_sha256", lead->text_hash);
	put_time(writer, "at", agreed_at(consent));
	json_member_text(writer, "method", lead->method);
	json_member_bool(writer, "adult_confirmed",
			 consent->is_set[CONSENT_ADULT]);
	json_put_key(writer, "boxes");
	json_open_object(writer);
	for (size_t i = 0; i < sizeof(boxes) / sizeof(boxes[0]); i++)
		json_member_bool(writer, consent_name(boxes[i]),
				 consent->is_set[boxes[i]]);
	json_close_object(writer);
	json_close_object(writer);
}

static void put_event(struct json_writer *writer,
		      const struct lead_event *event)
{
	json_open_object(writer);
	put_time(writer, "at", event->at);
	json_member_text(writer, "who", event->who);
	json_member_text(writer, "kind", event->kind);
	put_optional(writer, "note", event->note);
	json_close_object(writer);
}

static void put_events(struct json_writer *writer,
		       const struct dossier *dossier)
{
	const char *imported = kind_name(KIND_IMPORTED);

	json_put_key(writer, "events");
	json_open_array(writer);
	for (int i = 0; i < dossier->event_count; i++)
		if (strcmp(dossier->events[i].kind, imported) != 0)
			put_event(writer, &dossier->events[i]);
	json_close_array(writer);
}

void jsonl_put(struct json_writer *writer, const struct dossier *dossier,
	       const struct json *answers)
{
	const struct lead *lead = dossier->lead;

	json_open_object(writer);
	json_member_text(writer, "id", lead->id);
	json_member_text(writer, "reference", lead->reference);
	json_member_text(writer, "kiosk", lead->kiosk);
	put_time(writer, "created_at", lead->created_at);
	json_member_text(writer, "language", lead->language);
	put_optional(writer, "tier", lead->tier);
	put_time(writer, "delete_after", lead->delete_after);
	put_optional(writer, "name", lead->name);
	put_optional(writer, "phone", lead->phone);
	put_optional(writer, "email", lead->email);
	put_optional(writer, "preferred_time", lead->time);
	put_consent(writer, lead);
	json_put_key(writer, "answers");
	if (answers)
		json_put_tree(writer, answers);
	else
		json_put_null(writer);
	put_events(writer, dossier);
	json_close_object(writer);
}

static bool begin(struct export_run *run, struct err *err)
{
	return export_is_written(run->out, err);
}

static bool add(struct export_run *run, const struct export_item *item,
		struct err *err)
{
	struct json_writer writer;

	json_write_begin(&writer, NULL, json_sink_file, run->out);
	jsonl_put(&writer, item->dossier, item->answers);
	if (!json_write_end(&writer))
		return err_set(err, ERR_SYNTAX,
			       "lead %s: its words are not UTF-8 text",
			       item->dossier->lead->reference);
	fputc('\n', run->out);
	return export_is_written(run->out, err);
}

static bool end(struct export_run *run, struct err *err)
{
	fflush(run->out);
	return export_is_written(run->out, err);
}

const struct export_format export_jsonl = {
	.name = "jsonl",
	.help = "a JSON object a line, whole: for another hairline",
	.begin = begin,
	.add = add,
	.end = end,
};
