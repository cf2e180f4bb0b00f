#include <stdio.h>
#include <string.h>
#include <time.h>

#include "hairline/cmd/desk_store.h"
#include "hairline/content/fhir_recall.h"
#include "hairline/content/fhir_response.h"
#include "hairline/core/catalog.h"
#include "hairline/core/dossier.h"
#include "hairline/store/inbox.h"

#define WHEN_SIZE 32
#define DAY_LEN 10    /* "2026-11-25" */
#define MINUTE_LEN 16 /* "2026-11-25 14:05" */

/* The page of one lead, being filled. */
struct filling {
	struct desk_store *desk;
	struct err *err;
	bool has_failed;
};

/* Local time, the same in every language; so many characters of it. */
static const char *keep_time(struct tray_page *page, int64_t seconds,
			     size_t len)
{
	time_t at = (time_t)seconds;
	char when[WHEN_SIZE] = "";
	struct tm local;

	if (localtime_r(&at, &local))
		strftime(when, sizeof(when), "%Y-%m-%d %H:%M", &local);
	when[len] = '\0';
	return tray_page_keep(page, when);
}

/* The name of a language of the clinic's, else its tag. */
static const char *name_language(const struct catalog *catalog, const char *tag)
{
	for (int i = 0; i < catalog->clinic.language_count; i++)
		if (strcmp(catalog->languages[i].code, tag) == 0)
			return catalog->languages[i]
				.text.at[TEXT_LANGUAGE_NAME];
	return tag;
}

static enum lead_time find_time(const char *name)
{
	for (int i = 0; i < LEAD_TIME_COUNT; i++)
		if (strcmp(lead_time_name((enum lead_time)i), name) == 0)
			return (enum lead_time)i;
	return LEAD_ANY_TIME;
}

static void fill_facts(struct filling *filling, const struct lead *lead)
{
	struct tray_page *page = filling->desk->page;

	snprintf(page->id, sizeof(page->id), "%s", lead->id);
	page->has_words = lead->name != NULL;
	page->came = keep_time(page, lead->created_at, MINUTE_LEN);
	page->until = keep_time(page, lead->delete_after, DAY_LEN);
	page->language = tray_page_keep(
		page, name_language(filling->desk->catalog, lead->language));
	if (!lead->name)
		return;
	page->name = tray_page_keep(page, lead->name);
	page->phone = tray_page_keep(page, lead->phone);
	page->email = tray_page_keep(page, lead->email);
	page->time = find_time(lead->time);
	for (int i = 0; i < CONSENT_COUNT; i++)
		page->boxes[i] = lead->consent.is_set[i];
}

static void add_answer(void *context, const char *link_id, const char *text,
		       const char *answer)
{
	(void)link_id;
	tray_page_add_answer(context, text, answer);
}

static bool fill_reasons(struct filling *filling, const struct lead *lead)
{
	struct tray_page *page = filling->desk->page;
	const struct form *form = &filling->desk->catalog->form;
	struct outcome outcome;

	page->has_old_form = strcmp(lead->form_hash, form->hash) != 0;
	if (page->has_old_form)
		return true;
	if (!fhir_recall(lead->answers, form, &outcome, filling->err))
		return false;
	memcpy(page->reasons, outcome.reasons, sizeof(page->reasons));
	page->reason_count = outcome.count;
	return true;
}

static bool fill_answers(struct filling *filling, const struct lead *lead)
{
	if (!lead->name || !lead->answers || !lead->answers[0])
		return true;
	return fhir_response_each(lead->answers, add_answer,
				  filling->desk->page, filling->err) &&
	       fill_reasons(filling, lead);
}

/* What a correction holds is on the page already, and is no prose. */
static const char *note_of(const struct lead_event *event)
{
	if (!event->note || kind_find(event->kind) == KIND_CORRECTED)
		return "";
	return event->note;
}

static void fill_events(struct filling *filling, const struct dossier *dossier)
{
	struct tray_page *page = filling->desk->page;

	for (int i = dossier->event_count; i-- > 0;) {
		const struct lead_event *event = &dossier->events[i];

		tray_page_add_event(
			page,
			&(struct tray_event){
				.when = keep_time(page, event->at, MINUTE_LEN),
				.who = event->who,
				.kind = event->kind,
				.note = note_of(event),
			});
	}
}

static bool fill(void *context, const struct dossier *dossier)
{
	struct filling *filling = context;

	fill_facts(filling, dossier->lead);
	fill_events(filling, dossier);
	filling->has_failed = !fill_answers(filling, dossier->lead);
	return false;
}

bool desk_store_show(struct desk_store *desk, int lead, struct err *err)
{
	const char *id = tray_lead(desk->tray, lead)->id;
	struct filling filling = {.desk = desk, .err = err};
	const struct inbox_query query = {.id = id};

	tray_page_clear(desk->page);
	/* Also where that fails: it is not tried again at once. */
	snprintf(desk->page->id, sizeof(desk->page->id), "%s", id);
	return inbox_read(desk->store, &query, fill, &filling, err) &&
	       !filling.has_failed;
}
