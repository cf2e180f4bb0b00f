/*
 * tray_page - everything the receptionist is shown of one lead.
 *
 * All texts are escaped and live in the page's own guarded memory.  What does
 * not fit is left out, and is_cut says so.
 */
#ifndef HAIRLINE_CORE_TRAY_PAGE_H
#define HAIRLINE_CORE_TRAY_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "hairline/core/consent.h"
#include "hairline/core/lead.h"
#include "hairline/core/outcome.h"

#define TRAY_PAGE_ANSWERS 128
#define TRAY_PAGE_EVENTS 64
#define TRAY_PAGE_TEXT ((size_t)64 * 1024)

/* A question and its answer, in the words that the visitor read. */
struct tray_answer {
	const char *question;
	const char *answer;
};

struct tray_event {
	const char *when; /* local time, for people */
	const char *who;
	const char *kind;
	const char *note; /* "" without one */
};

struct tray_page {
	char id[LEAD_ID_SIZE]; /* "" for an empty page */
	bool has_words;        /* it could be unsealed */
	bool is_cut;
	const char *came;  /* local time, for people */
	const char *until; /* the day after which it is deleted */
	const char *language;
	const char *name;
	const char *phone;
	const char *email;
	enum lead_time time;
	bool boxes[CONSENT_COUNT];
	struct tray_answer answers[TRAY_PAGE_ANSWERS];
	int answer_count;
	struct reason reasons[OUTCOME_REASONS_MAX]; /* of the catalog's form */
	int reason_count;
	bool has_old_form; /* reasons are not known: another form was asked */
	struct tray_event events[TRAY_PAGE_EVENTS]; /* newest first */
	int event_count;
	size_t used; /* bytes of text */
	char text[TRAY_PAGE_TEXT];
};

/* An empty one in guarded memory, or NULL. */
struct tray_page *tray_page_new(void);
void tray_page_free(struct tray_page *page);

/* Overwrite all of it. */
void tray_page_clear(struct tray_page *page);

/* An escaped copy of a text; "" when there is no room. */
const char *tray_page_keep(struct tray_page *page, const char *text);

void tray_page_add_answer(struct tray_page *page, const char *question,
			  const char *answer);

/* The texts are copied. */
void tray_page_add_event(struct tray_page *page,
			 const struct tray_event *event);

#endif
