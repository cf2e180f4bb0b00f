#include "hairline/cmd/content_fit.h"

#include <stdio.h>
#include <string.h>

#include "hairline/content/findings.h"
#include "hairline/core/catalog.h"
#include "hairline/core/qr.h"
#include "hairline/form/flow.h"
#include "hairline/ui/qr_view.h"
#include "hairline/ui/screen.h"

#define ROWS 24
#define COLS 80
#define BANDS 4 /* rows of an 80 x 24 screen that are no body */
#define MARGINS 4
#define ELLIPSIS 0x2026
#define PATH_SIZE 4096
#define ROW_SIZE ((size_t)CANVAS_COLS_MAX * 8)
#define REFERENCE "H4K7QX3" /* as long as any */

struct fit {
	const struct catalog *catalog;
	const char *dir;
	struct findings *findings;
	struct session *session;
	struct canvas canvas;
	struct app app;
};

/* Screens that are meant to be seen whole. */
static const struct screen *const whole[] = {
	&screen_welcome, &screen_menu,    &screen_contact,
	&screen_consent, &screen_confirm, &screen_saved,
	&screen_unsaved, &screen_over,    &screen_refused,
};

static void warn(struct fit *fit, const char *file, unsigned line,
		 const char *text)
{
	char path[PATH_SIZE];

	snprintf(path, sizeof(path), "%s/%s", fit->dir, file);
	findings_add(fit->findings, &(struct finding){
					    .severity = FINDING_WARNING,
					    .file = path,
					    .line = line,
					    .code = "fit",
					    .text = text,
				    });
}

/* A screen, as a fresh visitor finds it in a language. */
static void show(struct fit *fit, const struct screen *screen, int item,
		 int language)
{
	session_clear(fit->session);
	app_init(&fit->app, fit->catalog, fit->session);
	fit->app.can_save = true;
	fit->app.has_pin = true;
	fit->app.has_blocks = true;
	fit->session->language = language;
	if (screen != &screen_welcome)
		app_go_menu(&fit->app);
	if (item != FORM_NONE)
		app_go_step(
			&fit->app,
			flow_at(answers_place(&fit->session->answers, item)),
			false);
	else if (screen != &screen_welcome && screen != &screen_menu)
		app_go(&fit->app, screen, FORM_NONE);
	app_draw(&fit->app, &fit->canvas, ROWS, COLS);
}

/* The first row that holds a text cut short; -1: none. */
static int find_cut(const struct canvas *canvas)
{
	for (int row = 0; row < canvas->rows; row++)
		for (int col = 0; col < canvas->cols; col++)
			if (canvas_at(canvas, row, col)->ch == ELLIPSIS)
				return row;
	return -1;
}

static void trim(char *text)
{
	size_t start = strspn(text, " ");
	size_t len = strlen(text + start);

	memmove(text, text + start, len + 1);
	while (len > 0 && text[len - 1] == ' ')
		text[--len] = '\0';
}

static void warn_shown(struct fit *fit, const char *file, unsigned line,
		       const char *what)
{
	int missing = fit->app.body_height - fit->app.body_rows;
	int cut = find_cut(&fit->canvas);
	char row[ROW_SIZE];
	char text[ROW_SIZE + 256];

	if (missing > 0) {
		snprintf(text, sizeof(text),
			 "%s takes %d rows more than a screen of 80 x 24 has; "
			 "shorten it",
			 what, missing);
		warn(fit, file, line, text);
	}
	if (cut < 0)
		return;
	canvas_row(&fit->canvas, cut, row, sizeof(row));
	trim(row);
	snprintf(text, sizeof(text),
		 "%s cuts a label at 80 x 24: \"%s\"; shorten it", what, row);
	warn(fit, file, line, text);
}

/* Is it a question that a fresh visitor could be at? */
static bool is_asked(const struct fit *fit, int item)
{
	const struct form_item *asked = &fit->catalog->form.items[item];
	struct place place = answers_place(&fit->session->answers, item);

	return answers_is_place(place) && form_is_question(asked) &&
	       !asked->is_hidden && !asked->is_read_only;
}

static void fit_questions(struct fit *fit, int language)
{
	const struct form *form = &fit->catalog->form;
	const char *code = fit->catalog->languages[language].code;
	char what[256];

	for (int i = 0; i < form->item_count; i++) {
		const struct form_item *item = &form->items[i];

		if (!is_asked(fit, i))
			continue;
		show(fit, &screen_question, i, language);
		snprintf(what, sizeof(what), "the question \"%.160s\" (%s)",
			 item->text.in[language], code);
		warn_shown(fit, "screening.json", item->line, what);
	}
}

static void fit_screens(struct fit *fit, int language)
{
	char file[64];
	char what[64];

	snprintf(file, sizeof(file), "%s/text.ini",
		 fit->catalog->languages[language].code);
	for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++) {
		show(fit, whole[i], FORM_NONE, language);
		snprintf(what, sizeof(what), "the screen [%s]", whole[i]->name);
		warn_shown(fit, file, 0, what);
	}
}

/* The code needs the body of the screen, and no more. */
static void fit_link(struct fit *fit, const char *key, const char *link)
{
	struct qr qr;
	char text[512];

	if (qr_encode(&qr, link) &&
	    qr_view_shape(&qr, ROWS - BANDS, COLS - MARGINS, true) != QR_HIDDEN)
		return;
	snprintf(text, sizeof(text),
		 "[booking] %s makes a code too large for a screen of 80 x 24, "
		 "so visitors would only see the address; use a shorter link, "
		 "in capitals if your web server allows it",
		 key);
	warn(fit, "clinic.ini", 0, text);
}

static void fit_links(struct fit *fit, int language)
{
	const struct clinic *clinic = &fit->catalog->clinic;
	char mem[512];
	struct buf link;

	fit_link(fit, "link", clinic->booking_link.in[language]);
	buf_init(&link, mem, sizeof(mem));
	text_fill(
		&link, clinic->booking_template.in[language],
		(const struct text_value[]){{"ref", REFERENCE}, {NULL, NULL}});
	fit_link(fit, "link_with_reference", mem);
}

void content_fit(const struct catalog *catalog, const char *dir,
		 struct findings *findings)
{
	struct fit fit = {.catalog = catalog, .dir = dir, .findings = findings};

	fit.session = session_new(&catalog->form);
	if (fit.session && canvas_init(&fit.canvas)) {
		for (int i = 0; i < catalog->clinic.language_count; i++) {
			fit_screens(&fit, i);
			fit_questions(&fit, i);
			fit_links(&fit, i);
		}
	}
	canvas_release(&fit.canvas);
	session_free(fit.session);
}
