#include "hairline/export/fhir.h"

#include <stdlib.h>
#include <string.h>

#include "hairline/base/json_write.h"
#include "hairline/core/date.h"
#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"
#include "hairline/export/uuid.h"

#define URN_SIZE (UUID_SIZE + sizeof("urn:uuid:") - 1)
#define POLICY_SIZE 512
#define REFERENCE_SYSTEM "urn:hairline:reference"
#define BOX_SYSTEM "urn:hairline:consent-box"
#define SCOPE_SYSTEM "http://terminology.hl7.org/CodeSystem/consentscope"
#define LOINC "http://loinc.org"
#define CONSENT_LOINC "59284-0" /* Consent Document */

enum part {
	PATIENT,
	RESPONSE,
	CONSENT
};

static void put_urn(struct json_writer *writer, const char *key,
		    const struct lead *lead, enum part part)
{
	char urn[URN_SIZE] = "urn:uuid:";

	uuid_of(urn + strlen("urn:uuid:"), lead->id, (int)part);
	json_member_text(writer, key, urn);
}

static void put_id(struct json_writer *writer, const struct lead *lead,
		   enum part part)
{
	char uuid[UUID_SIZE];

	uuid_of(uuid, lead->id, (int)part);
	json_member_text(writer, "id", uuid);
}

static void put_reference(struct json_writer *writer, const char *key,
			  const struct lead *lead)
{
	json_put_key(writer, key);
	json_open_object(writer);
	put_urn(writer, "reference", lead, PATIENT);
	json_close_object(writer);
}

static void put_time(struct json_writer *writer, const char *key,
		     int64_t seconds)
{
	char time[DATE_TIME_SIZE];

	date_time(time, seconds);
	json_member_text(writer, key, time);
}

static void open_entry(struct json_writer *writer, const struct lead *lead,
		       enum part part)
{
	json_open_object(writer);
	put_urn(writer, "fullUrl", lead, part);
	json_put_key(writer, "resource");
	json_open_object(writer);
}

static void close_entry(struct json_writer *writer)
{
	json_close_object(writer);
	json_close_object(writer);
}

/* { "coding": [ { "system", "code" } ] } */
static void put_concept(struct json_writer *writer, const char *system,
			const char *code)
{
	json_open_object(writer);
	json_put_key(writer, "coding");
	json_open_array(writer);
	json_open_object(writer);
	json_member_text(writer, "system", system);
	json_member_text(writer, "code", code);
	json_close_object(writer);
	json_close_array(writer);
	json_close_object(writer);
}

/* --- the patient --- */

static void put_telecom(struct json_writer *writer, const char *system,
			const char *value)
{
	if (!*value)
		return;
	json_open_object(writer);
	json_member_text(writer, "system", system);
	json_member_text(writer, "value", value);
	json_close_object(writer);
}

static void put_telecoms(struct json_writer *writer, const struct lead *lead)
{
	/* FHIR has no empty lists. */
	if (!*lead->phone && !*lead->email)
		return;
	json_put_key(writer, "telecom");
	json_open_array(writer);
	put_telecom(writer, "phone", lead->phone);
	put_telecom(writer, "email", lead->email);
	json_close_array(writer);
}

static void put_identifier(struct json_writer *writer, const struct lead *lead)
{
	char shown[REFERENCE_SHOWN_SIZE];

	reference_show(shown, lead->reference);
	json_put_key(writer, "identifier");
	json_open_array(writer);
	json_open_object(writer);
	json_member_text(writer, "system", REFERENCE_SYSTEM);
	json_member_text(writer, "value", shown);
	json_close_object(writer);
	json_close_array(writer);
}

static void put_patient(struct json_writer *writer, const struct lead *lead)
{
	open_entry(writer, lead, PATIENT);
	json_member_text(writer, "resourceType", "Patient");
	put_id(writer, lead, PATIENT);
	put_identifier(writer, lead);
	json_put_key(writer, "name");
	json_open_array(writer);
	json_open_object(writer);
	json_member_text(writer, "text", lead->name);
	json_close_object(writer);
	json_close_array(writer);
	put_telecoms(writer, lead);
	json_put_key(writer, "communication");
	json_open_array(writer);
	json_open_object(writer);
	json_put_key(writer, "language");
	put_concept(writer, "urn:ietf:bcp:47", lead->language);
	json_member_bool(writer, "preferred", true);
	json_close_object(writer);
	json_close_array(writer);
	close_entry(writer);
}

/* --- the answers, as they are stored --- */

static bool is_ours(const char *key)
{
	return strcmp(key, "id") == 0 || strcmp(key, "subject") == 0;
}

static void put_response(struct json_writer *writer, const struct lead *lead,
			 const struct json *answers)
{
	if (!json_is(answers, JSON_OBJECT))
		return;
	open_entry(writer, lead, RESPONSE);
	for (const struct json *at = answers->first; at; at = at->next) {
		if (is_ours(at->key))
			continue;
		json_put_key(writer, at->key);
		json_put_tree(writer, at);
	}
	put_id(writer, lead, RESPONSE);
	put_reference(writer, "subject", lead);
	close_entry(writer);
}

/* --- what was agreed to --- */

static void put_box(struct json_writer *writer, const struct lead *lead,
		    enum consent_box box)
{
	bool is_set = lead->consent.is_set[box];

	json_open_object(writer);
	json_member_text(writer, "type", is_set ? "permit" : "deny");
	json_put_key(writer, "purpose");
	json_open_array(writer);
	json_open_object(writer);
	json_member_text(writer, "system", BOX_SYSTEM);
	json_member_text(writer, "code", consent_name(box));
	json_close_object(writer);
	json_close_array(writer);
	json_close_object(writer);
}

/* The text is named by its version and its SHA-256. */
static void put_policy(struct json_writer *writer, const struct lead *lead)
{
	char mem[POLICY_SIZE];
	struct buf uri;

	buf_init(&uri, mem, sizeof(mem));
	buf_addf(&uri, "urn:hairline:consent-text:%s:sha256:%s",
		 lead->text_version, lead->text_hash);
	json_put_key(writer, "policy");
	json_open_array(writer);
	json_open_object(writer);
	json_member_text(writer, "uri", uri.at);
	json_close_object(writer);
	json_close_array(writer);
}

static void put_provisions(struct json_writer *writer, const struct lead *lead)
{
	json_put_key(writer, "provision");
	json_open_object(writer);
	json_put_key(writer, "provision");
	json_open_array(writer);
	for (int i = 0; i < CONSENT_COUNT; i++)
		put_box(writer, lead, (enum consent_box)i);
	json_close_array(writer);
	json_close_object(writer);
}

static void put_consent(struct json_writer *writer, const struct lead *lead)
{
	open_entry(writer, lead, CONSENT);
	json_member_text(writer, "resourceType", "Consent");
	put_id(writer, lead, CONSENT);
	json_member_text(writer, "status", "active");
	json_put_key(writer, "scope");
	put_concept(writer, SCOPE_SYSTEM, "patient-privacy");
	json_put_key(writer, "category");
	json_open_array(writer);
	put_concept(writer, LOINC, CONSENT_LOINC);
	json_close_array(writer);
	put_reference(writer, "patient", lead);
	put_time(writer, "dateTime", lead->consent.at[CONSENT_CONTACT]);
	put_policy(writer, lead);
	put_provisions(writer, lead);
	close_entry(writer);
}

/* --- the bundle: one document that grows lead by lead --- */

static bool begin(struct export_run *run, struct err *err)
{
	struct json_writer *writer = calloc(1, sizeof(*writer));

	run->state = writer;
	if (!writer)
		return err_set(err, ERR_MEMORY, "no memory for an export");
	json_write_begin(writer, NULL, json_sink_file, run->out);
	json_open_object(writer);
	json_member_text(writer, "resourceType", "Bundle");
	json_member_text(writer, "type", "collection");
	put_time(writer, "timestamp", run->now);
	return true;
}

static bool add(struct export_run *run, const struct export_item *item,
		struct err *err)
{
	struct json_writer *writer = run->state;
	const struct lead *lead = item->dossier->lead;

	if (run->count++ == 0) {
		json_put_key(writer, "entry");
		json_open_array(writer);
	}
	put_patient(writer, lead);
	put_response(writer, lead, item->answers);
	put_consent(writer, lead);
	if (writer->has_failed)
		return err_set(err, ERR_SYNTAX,
			       "lead %s: its words are not UTF-8 text",
			       lead->reference);
	return export_is_written(run->out, err);
}

static bool end(struct export_run *run, struct err *err)
{
	struct json_writer *writer = run->state;

	if (run->count > 0)
		json_close_array(writer);
	json_close_object(writer);
	fputc('\n', run->out);
	fflush(run->out);
	return export_is_written(run->out, err);
}

static void release(struct export_run *run)
{
	if (run->state)
		json_write_end(run->state);
	free(run->state);
	run->state = NULL;
}

const struct export_format export_fhir = {
	.name = "fhir",
	.help = "a FHIR R4 Bundle: Patient, QuestionnaireResponse, Consent",
	.begin = begin,
	.add = add,
	.end = end,
	.release = release,
};
