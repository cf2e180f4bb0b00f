#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/environment.h"
#include "hairline/cmd/form_catalog.h"
#include "hairline/cmd/form_command.h"
#include "hairline/cmd/loop.h"
#include "hairline/cmd/output.h"
#include "hairline/cmd/signals.h"
#include "hairline/cmd/zone.h"
#include "hairline/content/fhir_write.h"
#include "hairline/content/load.h"
#include "hairline/core/catalog.h"
#include "hairline/core/date.h"
#include "hairline/ui/app.h"
#include "hairline/ui/term.h"

#define SCRUB_BYTE 0x5A /* what freed memory is overwritten with */

/* One form on the screen. */
struct sitting {
	struct catalog catalog; /* its form is the one that was named */
	struct session *session;
	struct canvas canvas;
	struct app app;
	struct loop loop;
	bool needs_frame;
};

/* --- on the screen --- */

static void step(void *context, const struct event *event)
{
	struct sitting *sitting = context;
	unsigned effects = app_step(&sitting->app, event);

	if (effects & EFFECT_REDRAW)
		sitting->needs_frame = true;
	if (effects & EFFECT_EXIT)
		sitting->loop.is_over = true;
}

static void draw(struct sitting *sitting)
{
	int rows;
	int cols;

	term_size(sitting->loop.term, &rows, &cols);
	app_draw(&sitting->app, &sitting->canvas, rows, cols);
	term_draw(sitting->loop.term, &sitting->canvas);
	sitting->needs_frame = false;
}

static void sit(struct sitting *sitting)
{
	sitting->needs_frame = true;
	while (!sitting->loop.is_over) {
		if (sitting->needs_frame)
			draw(sitting);
		if (!loop_turn(&sitting->loop, app_deadline(&sitting->app)))
			break;
	}
}

/* --- before --- */

static bool set_up(struct sitting *sitting, struct err *err)
{
	sitting->session = session_new(&sitting->catalog.form);
	if (!sitting->session || !canvas_init(&sitting->canvas))
		return err_set(err, ERR_MEMORY, "out of memory");
	sitting->loop = (struct loop){.context = sitting, .step = step};
	sitting->loop.signals = signals_catch();
	if (sitting->loop.signals < 0)
		return err_set(err, ERR_IO, "cannot watch for signals");
	environment_clean();
	sitting->loop.term = term_open(&sitting->catalog.theme, err);
	if (!sitting->loop.term)
		return false;
	app_init_form(&sitting->app, &sitting->catalog, sitting->session);
	sitting->app.has_blocks = term_has_blocks(sitting->loop.term);
	sitting->app.zone = zone_at;
	return true;
}

/* --- behind --- */

static bool write_response(const struct sitting *sitting, FILE *out,
			   struct err *err)
{
	const struct session *session = sitting->session;
	char authored[DATE_TIME_SIZE];
	const struct fhir_writing writing = {
		.language = session->language,
		.tag = sitting->catalog.languages[session->language].code,
		.status = "completed",
		.authored = authored,
		.indent = "  ",
	};

	date_time(authored, sitting->app.now);
	return fhir_write(&session->answers, &writing, json_sink_file, out,
			  err);
}

/* To a file, which is there whole or not at all, or to standard output. */
static bool hand_over(const struct sitting *sitting, const char *path,
		      struct err *err)
{
	struct output output;

	if (!path)
		return write_response(sitting, stdout, err);
	if (!output_open(&output, path, err))
		return false;
	if (!write_response(sitting, output.file, err)) {
		output_abandon(&output);
		return false;
	}
	return output_finish(&output, err);
}

static void tear_down(struct sitting *sitting)
{
	canvas_release(&sitting->canvas);
	session_free(sitting->session);
	content_release(&sitting->catalog);
}

static int run_form(const struct command *command,
		    const struct options *options, const char *form,
		    const char *output)
{
	struct sitting sitting;
	int status = EXIT_FOUND;
	struct err err;
	bool is_up;

	memset(&sitting, 0, sizeof(sitting));
	if (!form_catalog_load(&sitting.catalog, options->content, form, &err))
		return command_failed(command, err.msg);
	is_up = set_up(&sitting, &err);
	if (is_up)
		sit(&sitting);
	term_close(sitting.loop.term);
	if (!is_up ||
	    (sitting.app.is_complete && !hand_over(&sitting, output, &err)))
		command_failed(command, err.msg);
	else if (sitting.app.is_complete)
		status = EXIT_FINE;
	tear_down(&sitting);
	return status;
}

static int run(const struct command *command, const struct options *options)
{
	const char *output = NULL;
	struct args_option taken[] = {
		{"-o", &output, 1, 0},
		{.name = NULL},
	};
	struct options rest = *options;

	if (!command_take(command, &rest, taken, 1, 1,
			  "name one questionnaire file"))
		return EXIT_USAGE;
	mallopt(M_PERTURB, SCRUB_BYTE);
	return run_form(command, options, rest.argv[0], output);
}

const struct command command_form_run = {
	.name = "run",
	.parent = &command_form,
	.usage = "FILE [-o OUT]",
	.help = "fill in a questionnaire, full screen",
	.detail =
		"FILE is a FHIR Questionnaire in JSON.  It is asked alone, in "
		"the languages and words\n"
		"of the content folder, one question at a time.  At the end "
		"the answers go to OUT,\n"
		"or to standard output, as a QuestionnaireResponse.  Ctrl-X "
		"leaves without them.\n"
		"\n"
		"Exits with 0 when the form was finished, with 1 when it was "
		"left or refused.",
	.run = run,
};
