#include "hairline/core/tray_page.h"

#include <sodium.h>
#include <string.h>

#include "hairline/base/utf8.h"

struct tray_page *tray_page_new(void)
{
	struct tray_page *page =
		sodium_init() < 0 ? NULL : sodium_malloc(sizeof(*page));

	if (page)
		tray_page_clear(page);
	return page;
}

void tray_page_free(struct tray_page *page)
{
	sodium_free(page);
}

void tray_page_clear(struct tray_page *page)
{
	sodium_memzero(page, sizeof(*page));
	page->came = page->until = page->language = "";
	page->name = page->phone = page->email = "";
}

const char *tray_page_keep(struct tray_page *page, const char *text)
{
	size_t room = sizeof(page->text) - page->used;
	char *start = page->text + page->used;
	struct buf buf;

	if (room < 2) {
		page->is_cut = page->is_cut || *text;
		return "";
	}
	buf_init(&buf, start, room);
	utf8_escape(&buf, text);
	page->used += buf.len + 1;
	page->is_cut = page->is_cut || buf.is_cut;
	return start;
}

void tray_page_add_answer(struct tray_page *page, const char *question,
			  const char *answer)
{
	if (page->answer_count == TRAY_PAGE_ANSWERS) {
		page->is_cut = true;
		return;
	}
	page->answers[page->answer_count++] = (struct tray_answer){
		tray_page_keep(page, question),
		tray_page_keep(page, answer),
	};
}

void tray_page_add_event(struct tray_page *page, const struct tray_event *event)
{
	if (page->event_count == TRAY_PAGE_EVENTS) {
		page->is_cut = true;
		return;
	}
	page->events[page->event_count++] = (struct tray_event){
		tray_page_keep(page, event->when),
		tray_page_keep(page, event->who),
		tray_page_keep(page, event->kind),
		tray_page_keep(page, event->note),
	};
}
