#include "hairline/cmd/content_preview.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/content_command.h"
#include "hairline/form/flow.h"
#include "hairline/ui/screen.h"

#define ROW_SIZE ((size_t)CANVAS_COLS_MAX * 8)

static const struct topic topics[] = {
	{"faq", &screen_faq, &screen_answer},
	{"privacy", &screen_privacy, NULL},
	{"questions", &screen_question, NULL},
	{"menu", &screen_menu, NULL},
	{"book", &screen_book, NULL},
	{"help", &screen_help, NULL},
	{"welcome", &screen_welcome, NULL},
};

static bool find_topic(struct preview *preview, const char *name,
		       struct err *err)
{
	for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
		if (strcmp(topics[i].name, name) == 0) {
			preview->topic = &topics[i];
			return true;
		}
	return err_set(err, ERR_SYNTAX,
		       "there is no \"%s\" to show; name faq, privacy, "
		       "questions, menu, book, help or welcome",
		       name);
}

static bool find_language(struct preview *preview, const char *name,
			  struct err *err)
{
	const struct clinic *clinic = &preview->catalog.clinic;

	for (int i = 0; name && i < clinic->language_count; i++)
		if (strcasecmp(clinic->languages[i], name) == 0) {
			preview->language = i;
			return true;
		}
	return !name || err_set(err, ERR_SYNTAX,
				"the content has no language \"%s\"", name);
}

bool preview_open(struct preview *preview, const struct content_source *source,
		  const char *topic, const char *language, struct err *err)
{
	memset(preview, 0, sizeof(*preview));
	if (!find_topic(preview, topic, err) ||
	    !content_load_from(&preview->catalog, source, err) ||
	    !find_language(preview, language, err))
		return false;
	preview->session = session_new(&preview->catalog.form);
	if (!preview->session || !canvas_init(&preview->canvas))
		return err_set(err, ERR_MEMORY, "out of memory");
	return true;
}

void preview_close(struct preview *preview)
{
	canvas_release(&preview->canvas);
	session_free(preview->session);
	content_release(&preview->catalog);
}

void preview_go(struct preview *preview, const struct screen *screen, int item)
{
	struct app *app = &preview->app;

	session_clear(preview->session);
	app_init(app, &preview->catalog, preview->session);
	app->can_save = true;
	app->has_pin = true;
	app->has_blocks = true;
	preview->session->language = preview->language;
	if (screen == &screen_question && item == FORM_NONE)
		item = preview_question(preview, 0);
	if (screen == &screen_question)
		app_go_step(app,
			    flow_at(answers_place(&preview->session->answers,
						  item)),
			    false);
	else if (screen != &screen_welcome)
		app_go(app, screen, item);
}

int preview_question(const struct preview *preview, int from)
{
	const struct answers *answers = &preview->session->answers;

	for (int i = from; i < preview->catalog.form.item_count; i++) {
		const struct form_item *item = &preview->catalog.form.items[i];
		struct place place = answers_place(answers, i);

		if (answers_is_place(place) && form_is_question(item) &&
		    !item->is_hidden && !item->is_read_only)
			return i;
	}
	return FORM_NONE;
}

/* --- as text --- */

static void print_frame(const struct canvas *canvas)
{
	char text[ROW_SIZE];

	for (int row = 0; row < canvas->rows; row++) {
		size_t len;

		canvas_row(canvas, row, text, sizeof(text));
		len = strlen(text);
		while (len > 0 && text[len - 1] == ' ')
			len--;
		printf("%.*s\n", (int)len, text);
	}
	for (int col = 0; col < canvas->cols; col++)
		fputc('=', stdout);
	fputc('\n', stdout);
}

/* A screen, page by page. */
static void print_screen(struct preview *preview, const struct screen *screen,
			 int item, int rows, int cols)
{
	struct app *app = &preview->app;
	int seen = -1;

	preview_go(preview, screen, item);
	app_draw(app, &preview->canvas, rows, cols);
	while (app_seen(app)->scroll != seen) {
		seen = app_seen(app)->scroll;
		print_frame(&preview->canvas);
		app_scroll(app, app->body_rows > 1 ? app->body_rows - 1 : 1);
		app_draw(app, &preview->canvas, rows, cols);
	}
}

static void print_topic(struct preview *preview, int rows, int cols)
{
	const struct topic *topic = preview->topic;
	const struct faq *faq =
		&preview->catalog.languages[preview->language].faq;
	int at = preview_question(preview, 0);

	if (topic->screen != &screen_question)
		print_screen(preview, topic->screen, FORM_NONE, rows, cols);
	else
		for (; at != FORM_NONE; at = preview_question(preview, at + 1))
			print_screen(preview, topic->screen, at, rows, cols);
	for (int i = 0; topic->entry && i < faq->entry_count; i++)
		print_screen(preview, topic->entry, i, rows, cols);
}

/* Read "80x24".  False when it is no size. */
static bool read_size(const char *text, int *cols, int *rows)
{
	char *end;
	long wide = strtol(text, &end, 10);
	long high = *end == 'x' ? strtol(end + 1, &end, 10) : 0;

	if (*end || wide < 1 || wide > CANVAS_COLS_MAX || high < 1 ||
	    high > CANVAS_ROWS_MAX)
		return false;
	*cols = (int)wide;
	*rows = (int)high;
	return true;
}

static bool print(const struct content_source *source, const char *topic,
		  const char *language, int rows, int cols, struct err *err)
{
	struct preview preview;
	bool ok = preview_open(&preview, source, topic, language, err);

	if (ok)
		print_topic(&preview, rows, cols);
	preview_close(&preview);
	return ok;
}

static int run(const struct command *command, const struct options *options)
{
	enum {
		LANGUAGE,
		SIZE,
		TEXT,
		COUNT
	};
	const char *language = NULL;
	const char *size = "80x24";
	struct args_option taken[COUNT + 1] = {
		[LANGUAGE] = {"--language", &language, 1, 0},
		[SIZE] = {"--size", &size, 1, 0},
		[TEXT] = {.name = "--text"},
	};
	const struct content_source source = {.dir = options->content};
	struct options rest = *options;
	const char *topic;
	struct err err;
	int rows;
	int cols;
	bool ok;

	if (!command_take(command, &rest, taken, 0, 1,
			  "name one thing to show"))
		return EXIT_USAGE;
	if (!read_size(size, &cols, &rows))
		return command_misused(command, "\"%s\" is no size like 80x24",
				       size);
	topic = rest.argc ? rest.argv[0] : "welcome";
	if (taken[TEXT].count)
		ok = print(&source, topic, language, rows, cols, &err);
	else
		ok = content_preview_show(&source, topic, language, &err);
	return ok ? EXIT_FINE : command_failed(command, err.msg);
}

const struct command command_content_preview = {
	.name = "preview",
	.parent = &command_content,
	.usage = "[WHAT] [--language CODE] [--text [--size 80x24]]",
	.help = "the very screens a visitor would see",
	.detail =
		"WHAT is faq, privacy, questions, menu, book, help or "
		"welcome.  Everything works as at\nthe kiosk, but nothing is "
		"saved; going back from the first screen, or Ctrl-C, ends\nit."
		"  With --text the screens are printed, page by page.",
	.run = run,
};
