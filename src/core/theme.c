#include "hairline/core/theme.h"

#include <string.h>

#define CONSOLE_COUNT 8
#define CUBE_FIRST 16
#define GREY_FIRST 232
#define COLOUR_COUNT 256

static const char *const names[] = {
#define X(id, name, contrast) [id] = name,
	STYLES(X)
#undef X
};

static const int least_contrasts[] = {
#define X(id, name, contrast) [id] = contrast,
	STYLES(X)
#undef X
};

struct rgb {
	unsigned char red;
	unsigned char green;
	unsigned char blue;
};

/* The Linux console's first eight. */
static const struct rgb console[CONSOLE_COUNT] = {
	{0x00, 0x00, 0x00}, {0xAA, 0x00, 0x00}, {0x00, 0xAA, 0x00},
	{0xAA, 0x55, 0x00}, {0x00, 0x00, 0xAA}, {0xAA, 0x00, 0xAA},
	{0x00, 0xAA, 0xAA}, {0xAA, 0xAA, 0xAA},
};

/* Steps of the 6x6x6 cube, colours 16 to 231 of xterm. */
static const unsigned char cube[6] = {0, 95, 135, 175, 215, 255};

static struct rgb cube_rgb(unsigned place)
{
	return (struct rgb){cube[place / 36 % 6], cube[place / 6 % 6],
			    cube[place % 6]};
}

static struct rgb grey_rgb(unsigned place)
{
	unsigned char level = (unsigned char)(8 + 10 * place);

	return (struct rgb){level, level, level};
}

static bool find_rgb(struct rgb *rgb, int colour)
{
	if (colour >= 0 && colour < CONSOLE_COUNT)
		*rgb = console[colour];
	else if (colour >= CUBE_FIRST && colour < GREY_FIRST)
		*rgb = cube_rgb((unsigned)(colour - CUBE_FIRST));
	else if (colour >= GREY_FIRST && colour < COLOUR_COUNT)
		*rgb = grey_rgb((unsigned)(colour - GREY_FIRST));
	else
		return false;
	return true;
}

/* x to the power 2.4 for x from 0.05 to 1, as the fifth root of x to the 12th
 * by Newton's steps: one formula is no reason to need the maths library. */
static double power_2_4(double x)
{
	double x3 = x * x * x;
	double x12 = x3 * x3 * x3 * x3;
	double root = 1.0;

	for (int i = 0; i < 60; i++) {
		double root4 = root * root * root * root;

		root -= (root4 * root - x12) / (5.0 * root4);
	}
	return root;
}

/* WCAG 2: one channel of sRGB as linear light. */
static double linear(unsigned char channel)
{
	double share = channel / 255.0;

	return share <= 0.04045 ? share / 12.92
				: power_2_4((share + 0.055) / 1.055);
}

static double luminance(struct rgb rgb)
{
	return 0.2126 * linear(rgb.red) + 0.7152 * linear(rgb.green) +
	       0.0722 * linear(rgb.blue);
}

const char *theme_style_name(enum style style)
{
	return names[style];
}

enum style theme_find_style(const char *name)
{
	unsigned style = 0;

	while (style < STYLE_COUNT && strcmp(names[style], name) != 0)
		style++;
	return (enum style)style;
}

int theme_least_contrast(enum style style)
{
	return least_contrasts[style];
}

int theme_contrast(enum theme_depth depth, const struct look *look)
{
	struct rgb fg;
	struct rgb bg;
	double lighter;
	double darker;

	if (depth == THEME_MONO || !find_rgb(&fg, look->fg) ||
	    !find_rgb(&bg, look->bg))
		return 0;
	lighter = luminance(fg);
	darker = luminance(bg);
	if (lighter < darker) {
		double swap = lighter;

		lighter = darker;
		darker = swap;
	}
	return (int)(10.0 * (lighter + 0.05) / (darker + 0.05));
}
