#include "hairline/ui/sequence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* What follows an ESC, and how much of it belongs to the sequence. */
struct sample {
	const char *text;
	size_t swallowed;
};

static const struct sample samples[] = {
	{"a", 0},         /* Alt-a */
	{"\033", 0},      /* Esc twice */
	{"[Ia", 2},       /* focus gained */
	{"[?62;22ca", 8}, /* device attributes */
	{"[24;80Ra", 7},  /* cursor position */
	{"[<0;-5;99999999Ma", 16},
	{"[M !!a", 5},  /* the old mouse report */
	{"[97;5ua", 6}, /* kitty's keyboard */
	{"[1;\033", 4}, /* broken off by a key */
	{"Oxa", 2},     /* a keypad's key */
	{"]11;rgb:0/0/0\aa", 14},
	{"]11;rgb:0/0/0\033\\a", 15},
	{"]0;title\ra", 9},   /* broken off by Enter */
	{"P1$r0m\033\\a", 8}, /* what a setting is */
	{"_G;OK\033\\a", 7},
	{"]0;t\033[Ia", 7}, /* one begins in another */
};

static size_t swallow(const char *text)
{
	enum sequence sequence = sequence_begin((unsigned char)text[0]);
	size_t len = sequence ? 1 : 0;

	while (sequence && text[len])
		sequence = sequence_next(sequence, (unsigned char)text[len++]);
	assert_int_equal(sequence, SEQUENCE_NONE);
	return len;
}

static void a_sequence_is_followed_to_its_end(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++)
		if (swallow(samples[i].text) != samples[i].swallowed)
			fail_msg("%zu of ESC %s", swallow(samples[i].text),
				 samples[i].text);
}

static void no_sequence_stays_none(void **state)
{
	(void)state;
	for (unsigned ch = 0; ch < 256; ch++)
		assert_int_equal(sequence_next(SEQUENCE_NONE, ch),
				 SEQUENCE_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sequence_is_followed_to_its_end),
		cmocka_unit_test(no_sequence_stays_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
