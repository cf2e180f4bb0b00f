#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/content/fhir_place.h"

static char text[5000];

/* Lines of different length, some with letters of two bytes. */
static void fill(void)
{
	for (size_t i = 0; i + 2 < sizeof(text); i += 2)
		memcpy(text + i, i % 94 == 0 ? "\n{" : i % 10 ? "ab" : "é", 2);
	text[sizeof(text) - 1] = '\0';
}

static void every_byte_stands_where_counting_finds_it(void **state)
{
	struct fhir_places places;
	struct arena arena;

	(void)state;
	fill();
	arena_init(&arena);
	assert_true(fhir_places_init(&places, &arena, text, strlen(text)));
	for (size_t at = 0; at <= strlen(text); at++) {
		struct json_place counted = json_place_of(text, at);
		struct json_place found = fhir_place(&places, at);

		assert_int_equal(found.line, counted.line);
		assert_int_equal(found.column, counted.column);
	}
	arena_release(&arena);
}

static void what_is_behind_the_end_stands_at_the_end(void **state)
{
	struct fhir_places places;
	struct arena arena;

	(void)state;
	arena_init(&arena);
	assert_true(fhir_places_init(&places, &arena, "a\nb", 3));
	assert_int_equal(fhir_place(&places, 99).line, 2);
	assert_int_equal(fhir_place(&places, 99).column, 2);
	assert_true(fhir_places_init(&places, &arena, "", 0));
	assert_int_equal(fhir_place(&places, 0).line, 1);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_byte_stands_where_counting_finds_it),
		cmocka_unit_test(what_is_behind_the_end_stands_at_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
