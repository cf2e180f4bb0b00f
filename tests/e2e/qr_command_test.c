/* Codes for posters and cards, read back by zbar as a phone would. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>
#include <expat.h>
#include <png.h>

#include "support/barcode.h"
#include "support/desk.h"

#define BOOKING "HTTPS://NORTHGATE.EXAMPLE/B"
#define TEXT_SIZE 512
#define SVG_SIZE ((size_t)64 * 1024)
#define SCALE 8 /* pixels a module, where an SVG is painted */

static void path_in(const struct desk *desk, const char *name, char *path,
		    size_t size)
{
	snprintf(path, size, "%s/%s", desk->dir, name);
}

/* --- pictures --- */

static void assert_picture_says(const struct barcode_picture *picture,
				const char *expected)
{
	char text[TEXT_SIZE];

	assert_true(barcode_read(picture, text, sizeof(text)));
	assert_string_equal(text, expected);
}

static void assert_png_says(const char *path, const char *expected)
{
	struct barcode_picture picture;
	png_image image;

	memset(&image, 0, sizeof(image));
	image.version = PNG_IMAGE_VERSION;
	assert_true(png_image_begin_read_from_file(&image, path));
	image.format = PNG_FORMAT_GRAY;
	assert_true(image.width >= 1000 && image.width == image.height);
	picture = (struct barcode_picture){image.width, image.height,
					   malloc(PNG_IMAGE_SIZE(image))};
	assert_non_null(picture.grey);
	assert_true(png_image_finish_read(&image, NULL, picture.grey, 0, NULL));
	assert_picture_says(&picture, expected);
	barcode_free(&picture);
}

/* Paint the path's rectangles "Mx yhwv1h-wz". */
static void paint_path(struct barcode_picture *picture, const char *path)
{
	unsigned x;
	unsigned y;
	unsigned width;
	int taken;

	while (sscanf(path, "M%u %uh%uv1h-%*uz%n", &x, &y, &width, &taken) ==
	       3) {
		for (unsigned row = 0; row < SCALE; row++)
			memset(picture->grey +
				       (size_t)(y * SCALE + row) *
					       picture->width +
				       (size_t)x * SCALE,
			       0, (size_t)width * SCALE);
		path += taken;
	}
	assert_string_equal(path, "");
}

static void see_element(void *context, const XML_Char *name,
			const XML_Char **attributes)
{
	struct barcode_picture *picture = context;

	for (; *attributes; attributes += 2) {
		unsigned side;

		if (strcmp(attributes[0], "viewBox") == 0) {
			assert_int_equal(sscanf(attributes[1], "0 0 %u", &side),
					 1);
			picture->width = picture->height = side * SCALE;
			picture->grey =
				malloc((size_t)side * SCALE * side * SCALE);
			assert_non_null(picture->grey);
			memset(picture->grey, 255,
			       (size_t)side * SCALE * side * SCALE);
		}
		if (strcmp(name, "path") == 0 &&
		    strcmp(attributes[0], "d") == 0)
			paint_path(picture, attributes[1]);
	}
}

static void assert_svg_says(const char *path, const char *expected)
{
	static char text[SVG_SIZE];
	struct barcode_picture picture = {0};
	XML_Parser parser = XML_ParserCreate("UTF-8");
	FILE *file = fopen(path, "r");
	size_t size;

	assert_non_null(file);
	size = fread(text, 1, sizeof(text), file);
	fclose(file);
	XML_SetUserData(parser, &picture);
	XML_SetElementHandler(parser, see_element, NULL);
	assert_int_equal(XML_Parse(parser, text, (int)size, 1), XML_STATUS_OK);
	XML_ParserFree(parser);
	assert_picture_says(&picture, expected);
	barcode_free(&picture);
}

static void pictures_say_the_text(void **state)
{
	struct desk *desk = *state;
	char png[STORE_FIXTURE_DIR_SIZE + 16];
	char svg[STORE_FIXTURE_DIR_SIZE + 16];

	path_in(desk, "a.png", png, sizeof(png));
	path_in(desk, "a.svg", svg, sizeof(svg));
	assert_int_equal(desk_call(desk, "qr", "https://a.example/?b=%C3%B1 c",
				   "--png", png, "--svg", svg),
			 0);
	assert_string_equal(desk->run.out, "");
	assert_png_says(png, "https://a.example/?b=%C3%B1 c");
	assert_svg_says(svg, "https://a.example/?b=%C3%B1 c");
}

static void the_booking_link_comes_from_clinic_ini(void **state)
{
	struct desk *desk = *state;
	char png[STORE_FIXTURE_DIR_SIZE + 16];

	path_in(desk, "a.png", png, sizeof(png));
	assert_int_equal(desk_call(desk, "qr", "--booking", "--png", png,
				   "--content", "assets"),
			 0);
	assert_png_says(png, BOOKING);
	assert_int_equal(desk_call(desk, "qr", "--booking", "--language", "cy",
				   "--content", "assets"),
			 1);
	assert_has(desk->run.err, "none of the languages");
}

static bool says_booking(struct tty *tty, const void *context)
{
	char text[TEXT_SIZE];

	return barcode_read_cells(tty, text, sizeof(text)) &&
	       strcmp(text, context) == 0;
}

static void a_terminal_shows_it_to_be_scanned(void **state)
{
	struct desk *desk = *state;
	int status = -1;

	desk_start(desk, "qr", "--booking", "--content", "assets");
	tty_until_true(&desk->tty, says_booking, BOOKING);
	tty_wait_exit(&desk->tty, &status);
	assert_int_equal(status, 0);
	assert_true(tty_has(&desk->tty, BOOKING));
}

static void elsewhere_it_is_letters(void **state)
{
	struct desk *desk = *state;

	assert_int_equal(desk_call(desk, "qr", "A\x1b[2J"), 0);
	assert_has(desk->run.out, "##############");
	assert_lacks(desk->run.out, "\x1b");
}

static void what_cannot_be_made_is_explained(void **state)
{
	struct desk *desk = *state;
	char text[400];

	memset(text, 'a', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	assert_int_equal(desk_call(desk, "qr", text), 1);
	assert_has(desk->run.err, "use a shorter text");
	assert_int_equal(desk_call(desk, "qr"), 2);
	assert_has(desk->run.err, "name one text");
	assert_int_equal(desk_call(desk, "qr", "a", "b"), 2);
	assert_int_equal(desk_call(desk, "qr", "a", "--booking"), 2);
	assert_int_equal(desk_call(desk, "qr", "a", "--png", "/nowhere/a"), 1);
	assert_has(desk->run.err, "its folder cannot be opened");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DESK_TEST(pictures_say_the_text),
		DESK_TEST(the_booking_link_comes_from_clinic_ini),
		DESK_TEST(a_terminal_shows_it_to_be_scanned),
		DESK_TEST(elsewhere_it_is_letters),
		DESK_TEST(what_cannot_be_made_is_explained),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
