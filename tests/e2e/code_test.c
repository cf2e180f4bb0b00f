/* The booking code, read back from the screen's own cells as a phone would. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/barcode.h"
#include "support/kiosk.h"

#define LINK "HTTPS://NORTHGATE.EXAMPLE/B"
#define CODE_SIZE 128
#define HALF "\u2584"

struct size {
	int rows, cols;
	bool is_spaces; /* two spaces a module, else half blocks */
};

static const struct size sizes[] = {
	{24, 80, false},
	{31, 100, false},
	{60, 200, true},
};

/* A terminal, or a theme, that the code must be read on. */
struct look {
	const char *theme; /* a line of clinic.ini */
	const char *env[3];
};

/* What the code must say, and how it must be drawn. */
struct code {
	const char *text;
	bool is_spaces;
};

static bool reads(struct tty *tty, const void *context)
{
	const struct code *code = context;
	char text[CODE_SIZE];

	return tty_has(tty, HALF) != code->is_spaces &&
	       barcode_read_cells(tty, text, sizeof(text)) &&
	       strcmp(text, code->text) == 0;
}

/* On a screen of each size the code says this, drawn in the shape that fits. */
static void check_sizes(struct kiosk *kiosk, const char *expected)
{
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		struct code code = {expected, sizes[i].is_spaces};

		tty_resize(&kiosk->tty, sizes[i].rows, sizes[i].cols);
		tty_until_true(&kiosk->tty, reads, &code);
	}
}

static void save_and_show_code(struct kiosk *kiosk, char link[CODE_SIZE])
{
	char shown[REFERENCE_SHOWN_SIZE];
	char bare[REFERENCE_SIZE];

	kiosk_play(kiosk, KIOSK_MENU "4 " KIOSK_CONSENT "1 2 " KIOSK_SAVE);
	kiosk_reference(kiosk, shown);
	assert_true(reference_read(bare, shown));
	snprintf(link, CODE_SIZE, LINK "/%s", bare);
	kiosk_play(kiosk, "1 \"Book a consultation\" ");
}

/* First the plain link, then a lead's, at every size. */
static void check_look(struct kiosk *kiosk, const struct look *look)
{
	char link[CODE_SIZE];

	kiosk_set(kiosk, look->theme);
	kiosk->env = look->env;
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "3 \"Book a consultation\" ");
	check_sizes(kiosk, LINK);
	kiosk_play(kiosk, "1 \"Touch here\" ");
	tty_resize(&kiosk->tty, 24, 80);
	save_and_show_code(kiosk, link);
	check_sizes(kiosk, link);
	kiosk_close(kiosk);
}

static void it_reads_in_the_clinic_theme(void **state)
{
	check_look(*state, &(struct look){"theme = clinic", {NULL}});
}

static void it_reads_in_the_dark_theme(void **state)
{
	check_look(*state, &(struct look){"theme = dark", {NULL}});
}

static void it_reads_in_the_contrast_theme(void **state)
{
	check_look(*state, &(struct look){"theme = contrast", {NULL}});
}

static void it_reads_in_the_mono_theme(void **state)
{
	check_look(*state, &(struct look){"theme = mono", {NULL}});
}

static void it_reads_in_eight_colours(void **state)
{
	check_look(*state,
		   &(struct look){"theme = clinic", {"TERM=screen", NULL}});
}

static void it_reads_on_the_linux_console(void **state)
{
	check_look(*state,
		   &(struct look){"theme = dark", {"TERM=linux", NULL}});
}

/* Without colour the light modules are reversed cells: light where the
 * terminal's own ground is dark, as it is here. */
static void it_reads_without_colour_on_a_dark_ground(void **state)
{
	check_look(*state,
		   &(struct look){"theme = clinic", {"NO_COLOR=1", NULL}});
}

static void it_reads_on_a_vt100_with_a_dark_ground(void **state)
{
	check_look(*state,
		   &(struct look){"theme = clinic", {"TERM=vt100", NULL}});
}

static void without_half_blocks_only_a_large_screen_has_a_code(void **state)
{
	static const char *const env[] = {"LC_ALL=C", NULL};
	static const struct code plain = {LINK, true};
	struct kiosk *kiosk = *state;
	char text[CODE_SIZE];

	kiosk->env = env;
	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "3 \"Type this address\" \"Go back\" ");
	assert_true(tty_has(&kiosk->tty, "NORTHGATE.EXAMPLE/B"));
	assert_false(barcode_read_cells(&kiosk->tty, text, sizeof(text)));
	tty_resize(&kiosk->tty, 60, 200);
	tty_until_true(&kiosk->tty, reads, &plain);
	kiosk_close(kiosk);
}

static void a_small_screen_gets_the_address_and_the_reference(void **state)
{
	struct kiosk *kiosk = *state;
	char text[CODE_SIZE];
	char shown[REFERENCE_SHOWN_SIZE];
	char spaced[2 * REFERENCE_SHOWN_SIZE] = "";

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "4 " KIOSK_CONSENT "1 2 " KIOSK_SAVE);
	kiosk_reference(kiosk, shown);
	kiosk_play(kiosk, "Left \"like to do?\" ");
	kiosk_play(kiosk, "3 \"Book a consultation\" ");
	tty_resize(&kiosk->tty, 12, 40);
	for (size_t i = 0; shown[i]; i++)
		memcpy(spaced + 2 * i, (const char[]){shown[i], ' ', '\0'}, 3);
	spaced[strlen(spaced) - 1] = '\0';
	tty_until_all(&kiosk->tty, "Type this address", "NORTHGATE.EXAMPLE/B/",
		      spaced);
	assert_false(barcode_read_cells(&kiosk->tty, text, sizeof(text)));
	kiosk_close(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(it_reads_in_the_clinic_theme),
		KIOSK_TEST(it_reads_in_the_dark_theme),
		KIOSK_TEST(it_reads_in_the_contrast_theme),
		KIOSK_TEST(it_reads_in_the_mono_theme),
		KIOSK_TEST(it_reads_in_eight_colours),
		KIOSK_TEST(it_reads_on_the_linux_console),
		KIOSK_TEST(it_reads_without_colour_on_a_dark_ground),
		KIOSK_TEST(it_reads_on_a_vt100_with_a_dark_ground),
		KIOSK_TEST(without_half_blocks_only_a_large_screen_has_a_code),
		KIOSK_TEST(a_small_screen_gets_the_address_and_the_reference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
