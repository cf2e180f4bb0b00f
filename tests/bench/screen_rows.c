/*
 * What a visitor waits for: the kiosk in a real terminal, beside the least
 * program that curses allows, and beside what shell scripts use for menus.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/pace.h"
#include "support/folder.h"

#define STARTS 25
#define KEYS 200
#define STILL_S 20
#define FEW 10

#define MENU_LINES                                                         \
	"1", "Answer a few questions", "2", "Questions about safety", "3", \
		"Book", "4", "Leave your details", "5", "More time", "6",  \
		"Finish"

struct size {
	int rows;
	int cols;
};

static const struct size small = {24, 80};
static const struct size large = {60, 200};

/* --- the programs --- */

static const char *const dialog_argv[] = {
	"dialog",   "--menu", "What would you like to do?", "20", "60", "6",
	MENU_LINES, NULL};

static const char *const whiptail_argv[] = {
	"whiptail", "--menu", "What would you like to do?", "20", "60", "6",
	MENU_LINES, NULL};

static const struct subject dialog = {
	.name = "dialog --menu",
	.argv = dialog_argv,
	.first = {"What would you like to do?", "Finish", "Cancel"},
	.upper = "Answer a few",
	.lower = "Questions about",
};

static const struct subject whiptail = {
	.name = "whiptail --menu",
	.argv = whiptail_argv,
	.first = {"What would you like to do?", "Finish", "<Cancel>"},
	.upper = "Answer a few",
	.lower = "Questions about",
};

/* Whose paths are made for the run. */
struct stand {
	char least_path[FOLDER_PATH];
	char data[FOLDER_PATH];
	const char *least_argv[2];
	const char *kiosk_argv[7];
	struct subject least;
	struct subject kiosk;
};

static const char menu_title[] = "What would you like to do?";

static void open_stand(struct stand *stand)
{
	memset(stand, 0, sizeof(*stand));
	bench_path(stand->least_path, sizeof(stand->least_path),
		   "tests/bench/ten_lines");
	folder_make(stand->data);
	stand->least_argv[0] = stand->least_path;
	stand->least = (struct subject){
		.name = "a 10-line curses program",
		.argv = stand->least_argv,
		.first = {"Answer a few", "Finish"},
		.upper = "Answer a few",
		.lower = "Questions about",
	};
	memcpy(stand->kiosk_argv,
	       (const char *[]){getenv("HAIRLINE"), "kiosk", "--content",
				"assets", "--data", stand->data, NULL},
	       sizeof(stand->kiosk_argv));
	stand->kiosk = (struct subject){
		.name = "hairline",
		.argv = stand->kiosk_argv,
		.first = {"Touch here or press any key", "Begin"},
		.to_menu = "\r",
		.menu = {menu_title, "Choose"},
		.upper = "1  ",
		.lower = "2  ",
	};
}

static void close_stand(struct stand *stand)
{
	folder_remove(stand->data);
}

static const struct subject *reference_of(const struct row *row,
					  const struct stand *stand)
{
	return row->context ? row->context : &stand->least;
}

/* --- start --- */

static double start_once(const struct subject *subject, struct size size)
{
	struct pace pace;
	double ms = pace_start(&pace, subject, size.rows, size.cols).ms;

	pace_end(&pace);
	return ms;
}

static void measure_start(const struct row *row, struct figures *figures)
{
	const struct subject *reference;
	struct stand stand;

	open_stand(&stand);
	reference = reference_of(row, &stand);
	start_once(&stand.kiosk, small); /* makes the store */
	start_once(reference, small);
	for (int i = 0; i < STARTS; i++) {
		series_add(&figures->ours, start_once(&stand.kiosk, small));
		series_add(&figures->reference, start_once(reference, small));
	}
	close_stand(&stand);
}

/* --- keys --- */

/* Both programs at their menu, and key by key in turn. */
static void move_both(const struct row *row, struct size size, int keys,
		      void (*take)(struct series *, struct frame_cost),
		      struct figures *figures)
{
	struct pace ours, reference;
	struct stand stand;

	open_stand(&stand);
	pace_start(&ours, &stand.kiosk, size.rows, size.cols);
	pace_start(&reference, reference_of(row, &stand), size.rows, size.cols);
	pace_open_menu(&ours);
	pace_open_menu(&reference);
	for (int i = 0; i < keys; i++) {
		take(&figures->ours, pace_move(&ours, i % 2 == 0));
		take(&figures->reference, pace_move(&reference, i % 2 == 0));
	}
	pace_end(&reference);
	pace_end(&ours);
	close_stand(&stand);
}

static void take_time(struct series *series, struct frame_cost cost)
{
	series_add(series, cost.ms);
}

static void take_bytes(struct series *series, struct frame_cost cost)
{
	series_add(series, (double)cost.bytes);
}

static struct size size_of(const struct row *row)
{
	return row->n == small.rows ? small : large;
}

static void measure_key(const struct row *row, struct figures *figures)
{
	move_both(row, size_of(row), KEYS, take_time, figures);
}

static void measure_key_bytes(const struct row *row, struct figures *figures)
{
	move_both(row, size_of(row), FEW, take_bytes, figures);
}

/* --- bytes --- */

/* The whole screen as it is painted once, with all that sets it up. */
static void measure_frame_bytes(const struct row *row, struct figures *figures)
{
	struct size size = size_of(row);
	struct stand stand;
	struct pace pace;

	open_stand(&stand);
	take_bytes(&figures->ours,
		   pace_start(&pace, &stand.kiosk, size.rows, size.cols));
	pace_end(&pace);
	take_bytes(&figures->reference,
		   pace_start(&pace, reference_of(row, &stand), size.rows,
			      size.cols));
	pace_end(&pace);
	close_stand(&stand);
}

static const char *const on_question[] = {"Are you 18 or over?", NULL};
static const char *const on_menu[] = {menu_title, NULL};
static const char *const on_faq[] = {"What is SMP?", NULL};

/* From the menu into the questions and the FAQ, and back: the largest. */
static void measure_change_bytes(const struct row *row, struct figures *figures)
{
	struct size size = size_of(row);
	struct series each = {0};
	struct stand stand;
	struct pace pace;

	open_stand(&stand);
	pace_start(&pace, &stand.kiosk, size.rows, size.cols);
	pace_open_menu(&pace);
	take_bytes(&each, pace_send(&pace, "1", on_question));
	take_bytes(&each, pace_send(&pace, "\033OD", on_menu));
	take_bytes(&each, pace_send(&pace, "2", on_faq));
	take_bytes(&each, pace_send(&pace, "\033OD", on_menu));
	pace_end(&pace);
	close_stand(&stand);
	series_add(&figures->ours, series_quantile(&each, 1));
	figures_say(figures,
		    "menu to question, back, to the FAQ, back: %.0f, %.0f, "
		    "%.0f, %.0f bytes",
		    each.at[0], each.at[1], each.at[2], each.at[3]);
}

/* --- rest --- */

static long switches_of(int pid)
{
	char path[64];
	char line[256];
	long count = -1;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%d/status", pid);
	file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "voluntary_ctxt_switches: %ld", &count) == 1)
			break;
	if (!file || count < 0)
		bench_fail("%s: cannot be read", path);
	fclose(file);
	return count;
}

/* Each time that a program wakes it goes to sleep again: that is counted. */
static void measure_still(const struct row *row, struct figures *figures)
{
	const struct size size = small;
	struct stand stand;
	struct pace pace;
	long before;

	(void)row;
	open_stand(&stand);
	pace_start(&pace, &stand.kiosk, size.rows, size.cols);
	pace_open_menu(&pace);
	sleep(1);
	before = switches_of(pace.tty.pid);
	sleep(STILL_S);
	series_add(&figures->ours,
		   60.0 / STILL_S *
			   (double)(switches_of(pace.tty.pid) - before));
	figures_say(figures, "the menu, untouched: counted for %d s", STILL_S);
	pace_end(&pace);
	close_stand(&stand);
}

/* --- */

static const char least_name[] = "10 lines of curses";

static const struct row rows[] = {
	{"start to the first frame, store open", least_name, "ms", JUDGE_RATIO,
	 1.3, measure_start, NULL, 24},
	{"start to the first frame, store open", "dialog --menu", "ms",
	 JUDGE_RATIO, 1.0, measure_start, &dialog, 24},
	{"start to the first frame, store open", "whiptail --menu", "ms",
	 JUDGE_RATIO, 0, measure_start, &whiptail, 24},
	{"key to the last byte, 80x24", least_name, "ms", JUDGE_RATIO_99, 1.5,
	 measure_key, NULL, 24},
	{"key to the last byte, 80x24", "dialog --menu", "ms", JUDGE_RATIO_99,
	 0, measure_key, &dialog, 24},
	{"key to the last byte, 80x24", "whiptail --menu", "ms", JUDGE_RATIO_99,
	 0, measure_key, &whiptail, 24},
	{"key to the last byte, 200x60", least_name, "ms", JUDGE_RATIO_99, 1.5,
	 measure_key, NULL, 60},
	{"key to the last byte, 200x60", "dialog --menu", "ms", JUDGE_RATIO_99,
	 0, measure_key, &dialog, 60},
	{"bytes a key, 80x24", "dialog --menu", "bytes", JUDGE_VALUE, 300,
	 measure_key_bytes, &dialog, 24},
	{"bytes a key, 200x60", "dialog --menu", "bytes", JUDGE_VALUE, 300,
	 measure_key_bytes, &dialog, 60},
	{"bytes, largest change of screen, 80x24", NULL, "bytes", JUDGE_VALUE,
	 4000, measure_change_bytes, NULL, 24},
	{"bytes, largest change of screen, 200x60", NULL, "bytes", JUDGE_VALUE,
	 4000, measure_change_bytes, NULL, 60},
	{"bytes of the first frame, 80x24", "dialog --menu", "bytes",
	 JUDGE_VALUE, 8000, measure_frame_bytes, &dialog, 24},
	{"bytes of the first frame, 200x60", "dialog --menu", "bytes",
	 JUDGE_VALUE, 8000, measure_frame_bytes, &dialog, 60},
	{"wake-ups of a static screen in a minute", NULL, "times", JUDGE_VALUE,
	 0, measure_still, NULL, 24},
};

const struct group group_screen = GROUP_OF("screen", rows);
