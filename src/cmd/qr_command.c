#include <langinfo.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "hairline/base/arena.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/command.h"
#include "hairline/cmd/output.h"
#include "hairline/cmd/paths.h"
#include "hairline/cmd/qr_image.h"
#include "hairline/cmd/say.h"
#include "hairline/content/file.h"
#include "hairline/content/ini_clinic.h"
#include "hairline/core/clinic.h"

#define DARK_ON_LIGHT "\x1b[0;38;5;16;48;5;231m"
#define LIGHT_ON_DARK "\x1b[0;38;5;231;48;5;16m"
#define PLAIN "\x1b[0m"
#define LOWER_HALF "\u2584"

enum {
	BOOKING,
	LANGUAGE,
	PNG,
	SVG,
	OPTION_COUNT
};

/* What was asked for. */
struct job {
	const char *text;
	const char *language;
	const char *png;
	const char *svg;
	struct qr qr;
};

/* --- on the terminal --- */

static bool is_dark(const struct qr *qr, int row, int col)
{
	return qr_is_dark(qr, row - QR_QUIET, col - QR_QUIET);
}

/* Two modules a cell, the lower one its glyph; the colours are named, so that
 * it is dark on light on every terminal. */
static void print_halves(const struct qr *qr)
{
	int side = qr->side + 2 * QR_QUIET;

	for (int row = 0; row < side; row += 2) {
		for (int col = 0; col < side; col++) {
			bool upper = is_dark(qr, row, col);
			bool lower = is_dark(qr, row + 1, col);

			fputs(upper ? LIGHT_ON_DARK : DARK_ON_LIGHT, stdout);
			fputs(upper == lower ? " " : LOWER_HALF, stdout);
		}
		puts(PLAIN);
	}
}

/* Where there are no colours or no half blocks: two characters a module. */
static void print_letters(const struct qr *qr)
{
	int side = qr->side + 2 * QR_QUIET;

	for (int row = 0; row < side; row++) {
		for (int col = 0; col < side; col++)
			fputs(is_dark(qr, row, col) ? "##" : "  ", stdout);
		putchar('\n');
	}
}

static int print(const struct job *job)
{
	bool has_blocks = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;

	if (isatty(STDOUT_FILENO) && has_blocks)
		print_halves(&job->qr);
	else
		print_letters(&job->qr);
	say_text(stdout, job->text);
	putchar('\n');
	return EXIT_FINE;
}

/* --- as files --- */

static bool write_file(const char *path, const struct qr *qr,
		       bool (*write)(FILE *, const struct qr *, struct err *),
		       struct err *err)
{
	struct output output;

	if (!path)
		return true;
	if (!output_open(&output, path, err))
		return false;
	if (write(output.file, qr, err))
		return output_finish(&output, err);
	output_abandon(&output);
	return false;
}

static int write_files(const struct command *command, const struct job *job)
{
	struct err err;

	if (write_file(job->png, &job->qr, qr_image_png, &err) &&
	    write_file(job->svg, &job->qr, qr_image_svg, &err))
		return EXIT_FINE;
	return command_failed(command, err.msg);
}

/* --- what it says --- */

static bool find_language(const struct clinic *clinic, const char *code,
			  int *language, struct err *err)
{
	*language = 0;
	if (!code)
		return true;
	for (int i = 0; i < clinic->language_count; i++) {
		*language = i;
		if (strcmp(clinic->languages[i], code) == 0)
			return true;
	}
	return err_set(err, ERR_SYNTAX,
		       "\"%s\" is none of the languages that clinic.ini names",
		       code);
}

/* Only clinic.ini is needed: a mistake elsewhere must not stop the poster. */
static bool read_booking(struct job *job, struct arena *arena,
			 const char *content, struct err *err)
{
	char path[PATHS_SIZE];
	struct clinic clinic;
	struct file file;
	int language;

	memset(&clinic, 0, sizeof(clinic));
	if (!paths_join(path, sizeof(path), content, "clinic.ini", err) ||
	    !file_read(&file, arena, path, err) ||
	    !ini_clinic_read(&clinic, arena, &file, err) ||
	    !find_language(&clinic, job->language, &language, err))
		return false;
	job->text = clinic.booking_link.in[language];
	return true;
}

static int make(const struct command *command, struct job *job)
{
	char msg[160];

	if (qr_encode(&job->qr, job->text))
		return job->png || job->svg ? write_files(command, job)
					    : print(job);
	snprintf(msg, sizeof(msg),
		 "%zu bytes are too much for a code that phones read easily; "
		 "use a shorter text (capitals without ? take least room)",
		 strlen(job->text));
	return command_failed(command, msg);
}

static int make_booking(const struct command *command,
			const struct options *options, struct job *job)
{
	struct arena arena;
	struct err err;
	int status;

	arena_init(&arena);
	status = read_booking(job, &arena, options->content, &err)
			 ? make(command, job)
			 : command_failed(command, err.msg);
	arena_release(&arena);
	return status;
}

static int run(const struct command *command, const struct options *options)
{
	struct job job = {.text = NULL};
	struct args_option taken[OPTION_COUNT + 1] = {
		[BOOKING] = {.name = "--booking"},
		[LANGUAGE] = {"--language", &job.language, 1, 0},
		[PNG] = {"--png", &job.png, 1, 0},
		[SVG] = {"--svg", &job.svg, 1, 0},
	};
	struct options rest = *options;
	struct err err;

	if (!args_take_all(&rest.argc, rest.argv, taken, &err))
		return command_misused(command, "%s", err.msg);
	if (taken[BOOKING].count > 0)
		return command_is_bare(command, &rest)
			       ? make_booking(command, &rest, &job)
			       : EXIT_USAGE;
	if (rest.argc != 1 || !rest.argv[0][0])
		return command_misused(command, "name one text, in quotes if "
						"it has spaces, or --booking");
	job.text = rest.argv[0];
	return make(command, &job);
}

const struct command command_qr = {
	.name = "qr",
	.usage = "TEXT | --booking [--language CODE] [--png FILE] [--svg FILE]",
	.help = "a code to scan, for a poster or a card",
	.detail =
		"TEXT, or with --booking the booking link of clinic.ini, as a "
		"QR code: the smallest\nthat holds it, with as much error "
		"correction as that size has room for.\n\n"
		"Without a file it is shown here, for a phone to scan.  --png "
		"makes a picture of about\n1200 pixels, --svg a drawing that "
		"can be scaled at will; both with the white edge\nthat phones "
		"need: leave it on.  In print make it 2 cm or more, on a card, "
		"and a tenth\nof the distance it is scanned from, on a poster.",
	.run = run,
};
