#include "hairline/ui/desk_screen.h"

#include <stdio.h>
#include <string.h>

#include "hairline/core/tray_kin.h"
#include "hairline/ui/widget.h"

#define LABEL_COLS 17
#define TEXT_SIZE 2048

/* Where a page is drawn. */
struct sheet {
	const struct desk *desk;
	const struct tray_lead *lead;
	struct area *area;
	int cols;
};

static const char *say(const struct sheet *sheet, enum text_id id)
{
	return desk_text(sheet->desk, id);
}

static int draw_text(const struct sheet *sheet, int row, enum style style,
		     const char *text)
{
	return area_wrap(sheet->area, row, 0, sheet->cols, style, text);
}

/* A heading with a free row above. */
static int draw_heading(const struct sheet *sheet, int row, enum text_id id)
{
	return draw_text(sheet, row + 1, STYLE_TITLE, say(sheet, id));
}

/* --- what must be seen before anybody calls --- */

static int draw_alarm(const struct sheet *sheet, int row, enum text_id id)
{
	const char *text = say(sheet, id);
	int below = area_wrap(sheet->area, row, 2, sheet->cols - 4,
			      STYLE_URGENT, text);

	area_fill(sheet->area, (struct rect){row, 0, below - row, sheet->cols},
		  STYLE_URGENT);
	return area_wrap(sheet->area, row, 2, sheet->cols - 4, STYLE_URGENT,
			 text) +
	       1;
}

static int draw_alarms(const struct sheet *sheet, int row)
{
	const struct desk *desk = sheet->desk;

	if (sheet->lead->status == STATUS_WITHDRAWN)
		row = draw_alarm(sheet, row, TEXT_DESK_DO_NOT_CALL);
	else if (tray_kin_withdrawn(desk->tray, desk->lead) != TRAY_OTHER)
		row = draw_alarm(sheet, row, TEXT_DESK_DO_NOT_CALL_ALIKE);
	if (sheet->lead->status == STATUS_RESTRICTED)
		row = draw_alarm(sheet, row, TEXT_DESK_DO_NOT_USE);
	return row;
}

static int draw_tier(const struct sheet *sheet, int row)
{
	enum tier tier = sheet->lead->tier;
	const char *mark = desk_tier_mark(tier);
	enum style style = desk_tier_style(tier);
	int col = 0;

	if (*mark != ' ')
		col = area_text(sheet->area, row, 0, style, mark) + 1;
	area_text(sheet->area, row, col, style,
		  say(sheet, desk_tier_text(tier)));
	return row + 1;
}

/* --- facts --- */

static int draw_fact(const struct sheet *sheet, int row, enum text_id label,
		     const char *value)
{
	int below;

	if (!*value)
		return row;
	area_cut(sheet->area, row, 0, LABEL_COLS - 1, STYLE_QUIET,
		 say(sheet, label));
	below = area_wrap(sheet->area, row, LABEL_COLS,
			  sheet->cols - LABEL_COLS, STYLE_BODY, value);
	return below > row ? below : row + 1;
}

static const char *way_of(const struct sheet *sheet)
{
	const struct tray_page *page = sheet->desk->page;

	if (*page->phone && *page->email)
		return say(sheet, TEXT_DESK_BY_BOTH);
	if (*page->phone)
		return say(sheet, TEXT_DESK_BY_PHONE);
	return *page->email ? say(sheet, TEXT_DESK_BY_EMAIL) : "";
}

static void list_offers(const struct sheet *sheet, struct buf *buf)
{
	static const struct {
		enum consent_box box;
		enum text_id text;
	} offers[] = {
		{CONSENT_TEXTS, TEXT_DESK_OFFERS_TEXTS},
		{CONSENT_CALLS, TEXT_DESK_OFFERS_CALLS},
		{CONSENT_EMAIL, TEXT_DESK_BY_EMAIL},
	};

	for (size_t i = 0; i < sizeof(offers) / sizeof(offers[0]); i++) {
		if (!sheet->desk->page->boxes[offers[i].box])
			continue;
		buf_add(buf, buf->len > 0 ? ", " : "");
		buf_add(buf, say(sheet, offers[i].text));
	}
	if (buf->len == 0)
		buf_add(buf, say(sheet, TEXT_DESK_OFFERS_NONE));
}

static void add_since(const struct sheet *sheet, struct buf *buf)
{
	const struct tray_lead *lead = sheet->lead;

	buf_add(buf, say(sheet, desk_status_text(lead->status)));
	buf_add(buf, ", ");
	desk_fill_wait(sheet->desk, buf,
		       lead->status == STATUS_NEW ? lead->created_at
						  : lead->changed_at);
}

static int draw_contact(const struct sheet *sheet, int row)
{
	const struct tray_page *page = sheet->desk->page;
	char mem[128];
	struct buf since;

	buf_init(&since, mem, sizeof(mem));
	add_since(sheet, &since);
	row = draw_fact(sheet, row, TEXT_DESK_STATUS, since.at);
	row = draw_fact(sheet, row, TEXT_CONTACT_PHONE, page->phone);
	row = draw_fact(sheet, row, TEXT_DESK_EMAIL, page->email);
	row = draw_fact(sheet, row, TEXT_DESK_REACH, way_of(sheet));
	row = draw_fact(sheet, row, TEXT_DESK_TIME,
			say(sheet, desk_time_text(page->time)));
	return draw_fact(sheet, row, TEXT_DESK_LANGUAGE, page->language);
}

static int draw_record(const struct sheet *sheet, int row)
{
	const struct tray_page *page = sheet->desk->page;
	char reference[REFERENCE_SHOWN_SIZE];
	char mem[256];
	struct buf offers;

	reference_show(reference, sheet->lead->reference);
	buf_init(&offers, mem, sizeof(mem));
	list_offers(sheet, &offers);
	row = draw_fact(sheet, row, TEXT_DESK_REFERENCE, reference);
	row = draw_fact(sheet, row, TEXT_DESK_CAME, page->came);
	row = draw_fact(sheet, row, TEXT_DESK_UNTIL, page->until);
	return draw_fact(sheet, row, TEXT_DESK_OFFERS, offers.at);
}

/* --- who else it may be --- */

static int draw_kin(const struct sheet *sheet, int row)
{
	const struct desk *desk = sheet->desk;
	struct tray_kin kin[TRAY_KIN_MAX];
	int count = tray_kin_find(desk->tray, desk->lead, kin);

	if (count > 0)
		row = draw_heading(sheet, row, TEXT_DESK_ALIKE);
	for (int i = 0; i < count; i++) {
		char mem[TEXT_SIZE];
		struct buf text;

		buf_init(&text, mem, sizeof(mem));
		desk_fill_lead(desk, &text,
			       kin[i].likeness == TRAY_LIKELY
				       ? TEXT_DESK_ALIKE_LIKELY
				       : TEXT_DESK_ALIKE_SHARED,
			       kin[i].lead);
		row = draw_text(sheet, row, STYLE_BODY, text.at);
	}
	return row;
}

/* --- the answers --- */

static int draw_reasons(const struct sheet *sheet, int row)
{
	const struct desk *desk = sheet->desk;
	const struct tray_page *page = desk->page;

	if (page->has_old_form || page->reason_count > 0)
		row = draw_heading(sheet, row, TEXT_DESK_REASONS);
	if (page->has_old_form)
		row = draw_text(sheet, row, STYLE_BODY,
				say(sheet, TEXT_DESK_OLD_FORM));
	for (int i = 0; i < page->reason_count; i++) {
		const struct reason *reason = &page->reasons[i];
		const struct form_item *item =
			&desk->catalog->form.items[reason->advice];

		area_text(sheet->area, row, 0, desk_tier_style(reason->tier),
			  desk_tier_mark(reason->tier));
		row = area_wrap(sheet->area, row, 2, sheet->cols - 2,
				STYLE_BODY, item->text.in[desk->language]);
	}
	return row;
}

static int draw_answers(const struct sheet *sheet, int row)
{
	const struct tray_page *page = sheet->desk->page;

	row = draw_heading(sheet, row, TEXT_DESK_ANSWERS);
	if (page->answer_count == 0)
		row = draw_text(sheet, row, STYLE_BODY,
				say(sheet, TEXT_DESK_UNSHARED));
	for (int i = 0; i < page->answer_count; i++) {
		row = draw_text(sheet, row, STYLE_QUIET,
				page->answers[i].question);
		row = area_wrap(sheet->area, row, 2, sheet->cols - 2,
				STYLE_STRONG, page->answers[i].answer);
	}
	return row;
}

/* --- what happened --- */

static enum text_id event_text(const char *kind)
{
	static const enum text_id texts[KIND_COUNT] = {
		[KIND_SAVED] = TEXT_DESK_EVENT_SAVED,
		[KIND_NOTE] = TEXT_DESK_HINT_NOTE,
		[KIND_CORRECTED] = TEXT_DESK_EVENT_CORRECTED,
		[KIND_UNDONE] = TEXT_DESK_EVENT_UNDONE,
		[KIND_EXPORTED] = TEXT_DESK_EVENT_EXPORTED,
		[KIND_IMPORTED] = TEXT_DESK_EVENT_IMPORTED,
	};
	enum kind found = kind_find(kind);

	if (found == KIND_COUNT)
		return TEXT_NONE;
	return texts[found] ? texts[found]
			    : desk_status_text(kind_status(found));
}

static int draw_event(const struct sheet *sheet, int row,
		      const struct tray_event *event)
{
	enum text_id id = event_text(event->kind);
	char mem[TEXT_SIZE];
	struct buf line;

	buf_init(&line, mem, sizeof(mem));
	buf_addf(&line, "%s  %s", event->when,
		 id == TEXT_NONE ? event->kind : say(sheet, id));
	buf_addf(&line, " (%s)", event->who);
	row = draw_text(sheet, row, STYLE_BODY, line.at);
	return area_wrap(sheet->area, row, 2, sheet->cols - 2, STYLE_STRONG,
			 event->note);
}

static int draw_events(const struct sheet *sheet, int row)
{
	const struct tray_page *page = sheet->desk->page;

	if (page->event_count > 0)
		row = draw_heading(sheet, row, TEXT_DESK_HISTORY);
	for (int i = 0; i < page->event_count; i++)
		row = draw_event(sheet, row, &page->events[i]);
	return row;
}

static int draw_more(const struct sheet *sheet, int row)
{
	const struct desk *desk = sheet->desk;
	char mem[256];
	struct buf text;

	if (!desk->page->is_cut)
		return row;
	buf_init(&text, mem, sizeof(mem));
	desk_fill_lead(desk, &text, TEXT_DESK_MORE, desk->lead);
	return draw_text(sheet, row + 1, STYLE_QUIET, text.at);
}

int desk_draw_page(const struct desk *desk, struct area *area, int row)
{
	const struct tray_page *page = desk->page;
	struct sheet sheet = {
		.desk = desk,
		.area = area,
		.cols = area_cols(area),
	};

	if (desk->lead == TRAY_NONE)
		return row;
	sheet.lead = tray_lead(desk->tray, desk->lead);
	if (strcmp(page->id, sheet.lead->id) != 0)
		return row;
	row = draw_text(&sheet, row, STYLE_TITLE, desk_name(desk, sheet.lead));
	row = draw_alarms(&sheet, row);
	row = draw_tier(&sheet, row);
	row = draw_contact(&sheet, row + 1);
	row = draw_kin(&sheet, row);
	if (page->has_words)
		row = draw_reasons(&sheet, row);
	row = draw_events(&sheet, row);
	if (page->has_words)
		row = draw_answers(&sheet, row);
	row = draw_record(&sheet, row + 1);
	return draw_more(&sheet, row);
}
