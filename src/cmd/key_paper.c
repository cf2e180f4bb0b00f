#include <langinfo.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/key_command.h"
#include "hairline/cmd/output.h"
#include "hairline/cmd/paper_print.h"
#include "hairline/cmd/say.h"
#include "hairline/store/memo.h"
#include "hairline/store/seal.h"

#define SCRUB_BYTE 0x5A /* what freed memory is overwritten with */

/* A screen of its own, which leaves nothing in the terminal's history. */
#define ENTER_PAGE "\033[?1049h\033[H\033[2J"
#define LEAVE_PAGE "\033[H\033[2J\033[?1049l"

/* What doctor asks for; the paper is printed, whatever becomes of it. */
static void remember(const struct seal_keys *keys, const char *clinic)
{
	struct err err;

	if (!memo_write(keys->dir, MEMO_PAPER, (int64_t)time(NULL), clinic,
			&err))
		command_failed(&command_key_paper, err.msg);
}

static bool can_draw(void)
{
	const char *term = getenv("TERM");

	return term && *term && strcmp(term, "dumb") != 0 &&
	       isatty(STDIN_FILENO);
}

static void show_page(const struct paper_sheet *sheet)
{
	bool has_blocks = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	struct winsize size = {.ws_row = 0};
	int key;

	ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
	fputs(ENTER_PAGE, stdout);
	if (!paper_print_code(stdout, sheet, size.ws_row, size.ws_col,
			      has_blocks))
		paper_print_text(stdout, sheet);
	fputs("Copy or photograph it for the safe, then press Enter: ", stdout);
	fflush(stdout);
	do {
		key = getchar();
	} while (key != '\n' && key != EOF);
	fputs(LEAVE_PAGE, stdout);
}

static bool write_svg(const struct paper_sheet *sheet, const char *path,
		      struct err *err)
{
	struct output output;

	if (!output_open(&output, path, err))
		return false;
	paper_print_svg(output.file, sheet);
	if (!output_finish(&output, err))
		return false;
	fputs("A page to print is in ", stderr);
	say_text(stderr, path);
	fputs(".  Remove that file afterwards: it holds the key in the "
	      "clear.\n",
	      stderr);
	return true;
}

static bool print(const struct paper_sheet *sheet, const char *svg,
		  struct err *err)
{
	if (svg)
		return write_svg(sheet, svg, err);
	if (isatty(STDOUT_FILENO) && can_draw())
		show_page(sheet);
	else
		paper_print_text(stdout, sheet);
	return true;
}

static bool print_key(const struct seal_keys *keys, const char *svg,
		      struct err *err)
{
	char clinic[SEAL_FINGERPRINT_SIZE];
	struct paper_sheet *sheet;
	bool ok;

	seal_fingerprint(clinic, keys->public_key);
	sheet = paper_sheet_new(keys->secret_key, clinic, err);
	ok = sheet && print(sheet, svg, err);
	paper_sheet_free(sheet);
	if (ok)
		remember(keys, clinic);
	return ok;
}

static int run(const struct command *command, const struct options *options)
{
	const char *svg = NULL;
	struct args_option taken[] = {
		{"--svg", &svg, 1, 0},
		{.name = NULL},
	};
	struct options rest = *options;
	struct seal_keys keys;
	struct err err;
	bool is_done;

	if (!command_take_bare(command, &rest, taken))
		return EXIT_USAGE;
	mallopt(M_PERTURB, SCRUB_BYTE);
	is_done = key_command_open(&keys, &rest, NULL, &err) &&
		  print_key(&keys, svg, &err);
	seal_keys_release(&keys);
	return is_done ? EXIT_FINE : command_failed(command, err.msg);
}

const struct command command_key_paper = {
	.name = "paper",
	.parent = &command_key,
	.usage = "[--svg FILE]",
	.help = "show the secret key as a code and as characters for a safe",
	.detail = "The key itself, without a passphrase: the one copy that "
		  "helps when the\npassphrase is forgotten.  Each of the 13 "
		  "groups carries a check of its own, so\na slip is found "
		  "where it was made.  --svg writes a page to print; where "
		  "output\nis not a terminal it is text. \"hairline key "
		  "restore\" reads it back.",
	.run = run,
};
