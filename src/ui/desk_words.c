#include "hairline/ui/desk_screen.h"

#include <stdio.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)
#define TRIANGLE "\u25B2"
#define DIAMOND "\u25C6"

static const enum text_id status_texts[STATUS_COUNT] = {
	[STATUS_NEW] = TEXT_DESK_STATUS_NEW,
	[STATUS_CALLED] = TEXT_DESK_STATUS_CALLED,
	[STATUS_NO_ANSWER] = TEXT_DESK_STATUS_NO_ANSWER,
	[STATUS_BOOKED] = TEXT_DESK_STATUS_BOOKED,
	[STATUS_CLOSED] = TEXT_DESK_STATUS_CLOSED,
	[STATUS_RESTRICTED] = TEXT_DESK_STATUS_RESTRICTED,
	[STATUS_WITHDRAWN] = TEXT_DESK_STATUS_WITHDRAWN,
	[STATUS_ERASED] = TEXT_DESK_STATUS_ERASED,
};

/* What the answers of a lead came to, in a list. */
struct tier_look {
	enum text_id text;
	enum style style;
	const char *mark;
};

static const struct tier_look tier_looks[TIER_COUNT + 1] = {
	[TIER_URGENT] = {TEXT_DESK_TIER_URGENT, STYLE_URGENT_MARK, TRIANGLE},
	[TIER_DOCTOR] = {TEXT_DESK_TIER_DOCTOR, STYLE_URGENT_MARK, TRIANGLE},
	[TIER_NOT_NOW] = {TEXT_DESK_TIER_NOT_NOW, STYLE_CAUTION_MARK, DIAMOND},
	[TIER_ASK_FIRST] = {TEXT_DESK_TIER_ASK_FIRST, STYLE_CAUTION_MARK,
			    DIAMOND},
	[TIER_TELL_US] = {TEXT_DESK_TIER_TELL_US, STYLE_CAUTION_MARK, DIAMOND},
	[TIER_NONE] = {TEXT_DESK_TIER_NONE, STYLE_BODY, " "},
	[TIER_COUNT] = {TEXT_DESK_TIER_UNSHARED, STYLE_QUIET, " "},
};

static const enum text_id time_texts[LEAD_TIME_COUNT] = {
	[LEAD_ANY_TIME] = TEXT_CONTACT_ANY,
	[LEAD_MORNING] = TEXT_CONTACT_MORNING,
	[LEAD_AFTERNOON] = TEXT_CONTACT_AFTERNOON,
	[LEAD_EVENING] = TEXT_CONTACT_EVENING,
};

const struct text *desk_text_of(const struct desk *desk)
{
	return &desk->catalog->languages[desk->language].text;
}

const char *desk_text(const struct desk *desk, enum text_id id)
{
	return desk_text_of(desk)->at[id];
}

void desk_fill(const struct desk *desk, struct buf *buf, enum text_id id,
	       const char *name, const char *value)
{
	text_fill(buf, desk_text(desk, id),
		  (const struct text_value[]){{name, value}, {NULL, NULL}});
}

void desk_fill_number(const struct desk *desk, struct buf *buf, enum text_id id,
		      const char *name, int value)
{
	char number[12];

	snprintf(number, sizeof(number), "%d", value);
	desk_fill(desk, buf, id, name, number);
}

void desk_fill_lead(const struct desk *desk, struct buf *buf, enum text_id id,
		    int lead)
{
	const struct tray_lead *of = tray_lead(desk->tray, lead);
	char reference[REFERENCE_SHOWN_SIZE];

	reference_show(reference, of->reference);
	text_fill(buf, desk_text(desk, id),
		  (const struct text_value[]){
			  {"name", desk_name(desk, of)},
			  {"status",
			   desk_text(desk, desk_status_text(of->status))},
			  {"reference", reference},
			  {NULL, NULL}});
}

void desk_fill_wait(const struct desk *desk, struct buf *buf, int64_t since)
{
	int64_t passed = desk->now - since;

	if (passed < MINUTE)
		buf_add(buf, desk_text(desk, TEXT_DESK_NOW));
	else if (passed < HOUR)
		desk_fill_number(desk, buf, TEXT_DESK_MINUTES, "n",
				 (int)(passed / MINUTE));
	else if (passed < DAY)
		desk_fill_number(desk, buf, TEXT_DESK_HOURS, "n",
				 (int)(passed / HOUR));
	else
		desk_fill_number(desk, buf, TEXT_DESK_DAYS, "n",
				 (int)(passed / DAY));
}

const char *desk_name(const struct desk *desk, const struct tray_lead *lead)
{
	if (lead->status == STATUS_ERASED)
		return desk_text(desk, TEXT_DESK_ERASED_NAME);
	if (lead->state == TRAY_UNREADABLE)
		return desk_text(desk, TEXT_DESK_UNREADABLE);
	return lead->state == TRAY_READ ? lead->name : "\u2026";
}

enum text_id desk_status_text(enum status status)
{
	return status_texts[status];
}

enum text_id desk_tier_text(enum tier tier)
{
	return tier_looks[tier].text;
}

enum text_id desk_time_text(enum lead_time time)
{
	return time_texts[time];
}

const char *desk_tier_mark(enum tier tier)
{
	return tier_looks[tier].mark;
}

enum style desk_tier_style(enum tier tier)
{
	return tier_looks[tier].style;
}
