/*
 * content_preview - the very screens that a visitor would see.
 *
 * A topic is faq, privacy, questions, menu, book, help or welcome.
 */
#ifndef HAIRLINE_CMD_CONTENT_PREVIEW_H
#define HAIRLINE_CMD_CONTENT_PREVIEW_H

#include "hairline/content/load.h"
#include "hairline/core/catalog.h"
#include "hairline/ui/app.h"

struct topic {
	const char *name;
	const struct screen *screen;
	const struct screen *entry; /* one for each of its parts, or NULL */
};

/* A content folder and one visitor who is nobody. */
struct preview {
	struct catalog catalog;
	struct session *session;
	struct canvas canvas;
	struct app app;
	const struct topic *topic;
	int language;
};

/* Load the folder for a topic; close it in any case.  language may be NULL:
 * the first one. */
bool preview_open(struct preview *preview, const struct content_source *source,
		  const char *topic, const char *language, struct err *err);
void preview_close(struct preview *preview);

/* A screen, as a fresh visitor finds it; the topic's with FORM_NONE. */
void preview_go(struct preview *preview, const struct screen *screen, int item);

/* The next question from an item on, or FORM_NONE. */
int preview_question(const struct preview *preview, int from);

/*
 * Show a topic on the terminal until one goes back from it or presses Ctrl-C.
 * Everything works but saving: nothing is kept.
 */
bool content_preview_show(const struct content_source *source,
			  const char *topic, const char *language,
			  struct err *err);

#endif
