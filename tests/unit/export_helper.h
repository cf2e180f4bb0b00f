/*
 * export_helper - a lead with a short history, and what a format makes of it.
 */
#ifndef TESTS_UNIT_EXPORT_HELPER_H
#define TESTS_UNIT_EXPORT_HELPER_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "hairline/base/json.h"
#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"
#include "hairline/export/export.h"

#define SAMPLE_ANSWERS                                                \
	"{\"resourceType\":\"QuestionnaireResponse\",\"id\":\"old\"," \
	"\"status\":\"completed\",\"item\":[{\"linkId\":\"dose\","    \
	"\"answer\":[{\"valueDecimal\":1.10}]}]}"

struct sample {
	struct lead lead;
	struct lead_event events[3];
	struct dossier dossier;
	struct arena arena;
	struct export_item item;
};

static inline struct lead sample_lead(const char *name)
{
	struct lead lead = {.id = "0123456789abcdef0123456789abcdef",
			    .kiosk = "front-1",
			    .created_at = 1795446000,
			    .delete_after = 1803222000,
			    .language = "en",
			    .form_hash = "",
			    .tier = "doctor",
			    .name = name,
			    .phone = "+44 20 7946 0000",
			    .email = "",
			    .time = "morning",
			    .clinic = "",
			    .text_version = "2026-11-22",
			    .text_hash = "ab12",
			    .faq_hash = "",
			    .method = "kiosk-keypress",
			    .answers = SAMPLE_ANSWERS};

	reference_make(lead.reference, 0x12345678u & 0x3FFFFFFFu);
	lead.consent.is_set[CONSENT_ADULT] = true;
	lead.consent.is_set[CONSENT_CONTACT] = true;
	lead.consent.at[CONSENT_ADULT] = 1795445990;
	lead.consent.at[CONSENT_CONTACT] = 1795445995;
	return lead;
}

/* Of 2026-11-23T15:00:00Z, called with a note, imported. */
static inline void sample_fill(struct sample *sample, const char *name)
{
	static const char *const cells[] = {"No, never", "=2"};
	struct err err;

	*sample = (struct sample){
		.lead = sample_lead(name),
		.events = {{1, 1795446000, "front-1", "saved", ""},
			   {2, 1795446060, "rita", "called", "rang; \"hi\""},
			   {3, 1795446120, "rita", "imported", ""}},
	};
	sample->dossier = (struct dossier){.lead = &sample->lead,
					   .events = sample->events,
					   .event_count = 3};
	dossier_settle(&sample->dossier);
	arena_init(&sample->arena);
	sample->item = (struct export_item){
		.dossier = &sample->dossier,
		.cells = cells,
		.others = "Else? yes",
		.answers = json_parse(&sample->arena, SAMPLE_ANSWERS,
				      strlen(SAMPLE_ANSWERS), &err),
	};
}

static inline void sample_release(struct sample *sample)
{
	arena_release(&sample->arena);
}

/* What a format makes of some leads, from malloc; NULL when it fails. */
static inline char *sample_export(const struct export_format *format,
				  struct sample *samples, int count)
{
	static const char *const questions[] = {"Sore?", "=How many?"};
	char folder[] = "/tmp/hairline-export-XXXXXX";
	char *written = NULL;
	size_t size = 0;
	struct export_run run = {
		.out = open_memstream(&written, &size),
		.folder = mkdtemp(folder),
		.now = 1795446200,
		.questions = questions,
		.question_count = 2,
	};
	struct err err = {.code = ERR_NONE};
	bool ok = run.out && run.folder && format->begin(&run, &err);

	for (int i = 0; ok && i < count; i++)
		ok = format->add(&run, &samples[i].item, &err);
	ok = ok && format->end(&run, &err);
	if (format->release)
		format->release(&run);
	fclose(run.out);
	/* Nothing of its own is left behind. */
	ok = rmdir(folder) == 0 && ok;
	if (ok)
		return written;
	free(written);
	return NULL;
}

#endif
