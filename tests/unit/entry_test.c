/* What is typed, in two languages, and what comes of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/core/entry.h"
#include "hairline/core/entry_date.h"
#include "hairline/core/text.h"

static struct text english;
static struct text american;
static struct text spanish;

static int make_texts(void **state)
{
	(void)state;
	english.at[TEXT_POINT] = ".";
	english.at[TEXT_DATE_ORDER] = "dmy";
	english.at[TEXT_MONTHS] = "January February March April May June July "
				  "August September October November December";
	american = english;
	american.at[TEXT_DATE_ORDER] = "mdy";
	spanish = english;
	spanish.at[TEXT_POINT] = ",";
	spanish.at[TEXT_MONTHS] = "enero febrero marzo abril mayo junio julio "
				  "agosto septiembre octubre noviembre "
				  "diciembre";
	return 0;
}

struct entry {
	enum answer_kind kind;
	const char *typed;
	const char *read; /* NULL: it cannot be read */
};

static void check(const struct text *text, const struct entry *entries,
		  size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char mem[ENTRY_SIZE];
		struct buf buf;
		bool ok;

		buf_init(&buf, mem, sizeof(mem));
		ok = entry_read(&buf, text, entries[i].kind, entries[i].typed);
		if (ok != (entries[i].read != NULL))
			fail_msg("\"%s\" gave %s", entries[i].typed,
				 ok ? mem : "nothing");
		if (ok)
			assert_string_equal(mem, entries[i].read);
	}
}

#define CHECK(text, entries) \
	check(text, entries, sizeof(entries) / sizeof((entries)[0]))

static void digits_are_kept_as_they_are_typed(void **state)
{
	static const struct entry entries[] = {
		{ANSWER_INTEGER, "7", "7"},
		{ANSWER_INTEGER, " 7 ", "7"},
		{ANSWER_INTEGER, "-3", "-3"},
		{ANSWER_INTEGER, "+3", "3"},
		{ANSWER_INTEGER, "007", "7"},
		{ANSWER_INTEGER, "0", "0"},
		{ANSWER_INTEGER, "7.0", NULL},
		{ANSWER_INTEGER, "7a", NULL},
		{ANSWER_INTEGER, "1 000", NULL},
		{ANSWER_INTEGER, "", NULL},
		{ANSWER_INTEGER, "-", NULL},
		{ANSWER_DECIMAL, "1.10", "1.10"},
		{ANSWER_DECIMAL, ".5", "0.5"},
		{ANSWER_DECIMAL, "5.", "5"},
		{ANSWER_DECIMAL, "-0.50", "-0.50"},
		{ANSWER_DECIMAL, "1,5", NULL},
		{ANSWER_DECIMAL, ".", NULL},
		{ANSWER_DECIMAL, "1e3", NULL},
		{ANSWER_DECIMAL, "1.2.3", NULL},
		{ANSWER_QUANTITY, "72.5", "72.5"},
	};

	(void)state;
	CHECK(&english, entries);
}

static void a_comma_is_a_point_where_people_write_one(void **state)
{
	static const struct entry entries[] = {
		{ANSWER_DECIMAL, "1,10", "1.10"},
		{ANSWER_DECIMAL, "1.10", "1.10"},
		{ANSWER_QUANTITY, ",5", "0.5"},
		{ANSWER_INTEGER, "1,0", NULL},
	};

	(void)state;
	CHECK(&spanish, entries);
}

static void a_date_may_be_typed_in_many_ways(void **state)
{
	static const struct entry entries[] = {
		{ANSWER_DATE, "3/4/1950", "1950-04-03"},
		{ANSWER_DATE, "3 4 1950", "1950-04-03"},
		{ANSWER_DATE, "03.04.1950", "1950-04-03"},
		{ANSWER_DATE, "03041950", "1950-04-03"},
		{ANSWER_DATE, "1950-04-03", "1950-04-03"},
		{ANSWER_DATE, "19500403", "1950-04-03"},
		{ANSWER_DATE, "3 April 1950", "1950-04-03"},
		{ANSWER_DATE, "april 3, 1950", "1950-04-03"},
		{ANSWER_DATE, "3rd of apr 1950", "1950-04-03"},
		{ANSWER_DATE, "4/1950", "1950-04"},
		{ANSWER_DATE, "1950-04", "1950-04"},
		{ANSWER_DATE, "041950", "1950-04"},
		{ANSWER_DATE, "April 1950", "1950-04"},
		{ANSWER_DATE, "1950", "1950"},
		{ANSWER_DATE, "29 2 2024", "2024-02-29"},
	};

	(void)state;
	CHECK(&english, entries);
}

static void no_date_is_made_up(void **state)
{
	static const struct entry entries[] = {
		{ANSWER_DATE, "3/4/50", NULL},
		{ANSWER_DATE, "3/13/1950", NULL},
		{ANSWER_DATE, "31/4/1950", NULL},
		{ANSWER_DATE, "29 2 2023", NULL},
		{ANSWER_DATE, "0/4/1950", NULL},
		{ANSWER_DATE, "3/4", NULL},
		{ANSWER_DATE, "3", NULL},
		{ANSWER_DATE, "3/4/1950/2", NULL},
		{ANSWER_DATE, "3 Apfel 1950", NULL},
		{ANSWER_DATE, "yesterday", NULL},
		{ANSWER_DATE, "//", NULL},
		{ANSWER_DATE, "3 4 19500", NULL},
		{ANSWER_DATE, "333 4 1950", NULL},
		{ANSWER_DATE, "3/4/1950 14:30", NULL},
		{ANSWER_DATE, "1 2 3 4 5 6 7 8 9 10 11 12 13 14", NULL},
	};

	(void)state;
	CHECK(&english, entries);
}

static void the_order_is_that_of_the_language(void **state)
{
	static const struct entry americans[] = {
		{ANSWER_DATE, "3/4/1950", "1950-03-04"},
		{ANSWER_DATE, "03041950", "1950-03-04"},
		{ANSWER_DATE, "13/4/1950", NULL},
	};
	static const struct entry spaniards[] = {
		{ANSWER_DATE, "3 de abril de 1950", "1950-04-03"},
		{ANSWER_DATE, "3 sept 1950", "1950-09-03"},
	};

	(void)state;
	CHECK(&american, americans);
	CHECK(&spanish, spaniards);
}

static void a_time_may_be_typed_in_many_ways(void **state)
{
	static const struct entry entries[] = {
		{ANSWER_TIME, "14:30", "14:30:00"},
		{ANSWER_TIME, "14.30", "14:30:00"},
		{ANSWER_TIME, "1430", "14:30:00"},
		{ANSWER_TIME, "630", "06:30:00"},
		{ANSWER_TIME, "9", "09:00:00"},
		{ANSWER_TIME, "14h30", "14:30:00"},
		{ANSWER_TIME, "2:30 pm", "14:30:00"},
		{ANSWER_TIME, "2:30 p. m.", "14:30:00"},
		{ANSWER_TIME, "12 am", "00:00:00"},
		{ANSWER_TIME, "12:15 pm", "12:15:00"},
		{ANSWER_TIME, "14:30:15", "14:30:15"},
		{ANSWER_TIME, "24:00", NULL},
		{ANSWER_TIME, "12:60", NULL},
		{ANSWER_TIME, "14:30 pm", NULL},
		{ANSWER_TIME, "noon", NULL},
	};

	(void)state;
	CHECK(&english, entries);
}

static void a_time_stands_behind_its_day(void **state)
{
	static const struct entry entries[] = {
		{ANSWER_DATE_TIME, "3/4/1950 14:30", "1950-04-03T14:30:00"},
		{ANSWER_DATE_TIME, "3 4 1950 14 30", "1950-04-03T14:30:00"},
		{ANSWER_DATE_TIME, "3 apr 1950 2:30pm", "1950-04-03T14:30:00"},
		{ANSWER_DATE_TIME, "3/4/1950", "1950-04-03"},
		{ANSWER_DATE_TIME, "1950", "1950"},
		{ANSWER_DATE_TIME, "4/1950 14:30", NULL},
		{ANSWER_DATE_TIME, "14:30", NULL},
	};

	(void)state;
	CHECK(&english, entries);
}

static void a_zone_goes_only_with_a_time(void **state)
{
	static const struct {
		const char *text;
		int zone;
		const char *with;
	} cases[] = {
		{"1950-04-03T14:30:00", 0, "1950-04-03T14:30:00+00:00"},
		{"1950-04-03T14:30:00", 60, "1950-04-03T14:30:00+01:00"},
		{"1950-04-03T14:30:00", -210, "1950-04-03T14:30:00-03:30"},
		{"1950-04-03", 60, "1950-04-03"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char mem[ENTRY_SIZE];
		struct buf buf;

		buf_init(&buf, mem, sizeof(mem));
		buf_add(&buf, cases[i].text);
		entry_add_zone(&buf, cases[i].zone);
		assert_string_equal(mem, cases[i].with);
	}
}

static void texts_lose_only_the_spaces_around_them(void **state)
{
	static const struct entry entries[] = {
		{ANSWER_STRING, "  two words ", "two words"},
		{ANSWER_STRING, "   ", NULL},
		{ANSWER_URI, " www.example.com/a ", "www.example.com/a"},
		{ANSWER_URI, "not one", NULL},
		{ANSWER_BOOLEAN, "yes", NULL},
	};

	(void)state;
	CHECK(&english, entries);
}

/* What is not whole must not be taken for an answer. */
static void what_does_not_fit_is_no_answer(void **state)
{
	char mem[4];
	struct buf buf;

	(void)state;
	buf_init(&buf, mem, sizeof(mem));
	assert_false(entry_read(&buf, &english, ANSWER_INTEGER, "12345"));
}

static void an_answer_comes_back_as_it_could_have_been_typed(void **state)
{
	static const struct {
		struct answer answer;
		const char *english;
		const char *spanish;
	} cases[] = {
		{{.kind = ANSWER_DECIMAL, .text = "1.10"}, "1.10", "1,10"},
		{{.kind = ANSWER_INTEGER, .text = "-7"}, "-7", "-7"},
		{{.kind = ANSWER_DATE, .text = "1950-04-03"},
		 "3/4/1950",
		 "3/4/1950"},
		{{.kind = ANSWER_DATE, .text = "1950-04"}, "4/1950", "4/1950"},
		{{.kind = ANSWER_DATE, .text = "1950"}, "1950", "1950"},
		{{.kind = ANSWER_DATE_TIME,
		  .text = "1950-04-03T14:30:00+01:00"},
		 "3/4/1950 14:30",
		 "3/4/1950 14:30"},
		{{.kind = ANSWER_TIME, .text = "06:05:09"},
		 "06:05:09",
		 "06:05:09"},
		{{.kind = ANSWER_STRING, .text = "a b"}, "a b", "a b"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		char mem[ENTRY_SIZE];
		struct buf buf;

		buf_init(&buf, mem, sizeof(mem));
		entry_write(&buf, &english, &cases[i].answer);
		assert_string_equal(mem, cases[i].english);
		buf_clear(&buf);
		entry_write(&buf, &spanish, &cases[i].answer);
		assert_string_equal(mem, cases[i].spanish);
	}
}

/* read(write(x)) == x, for every day of some years. */
static void every_day_survives_being_written_and_read(void **state)
{
	const struct text *const texts[] = {&english, &american, &spanish};

	(void)state;
	for (int i = 0; i < 3 * 366 * 4; i++) {
		char day[32];
		char typed_mem[ENTRY_SIZE];
		char mem[ENTRY_SIZE];
		struct answer answer = {.kind = ANSWER_DATE, .text = day};
		struct buf typed;
		struct buf buf;

		snprintf(day, sizeof(day), "%04d-%02d-%02d", 1999 + i / 372 % 4,
			 1 + i / 31 % 12, 1 + i % 31);
		if (!answer_is_well_formed(&answer))
			continue;
		buf_init(&typed, typed_mem, sizeof(typed_mem));
		buf_init(&buf, mem, sizeof(mem));
		entry_write(&typed, texts[i % 3], &answer);
		assert_true(
			entry_read(&buf, texts[i % 3], ANSWER_DATE, typed_mem));
		assert_string_equal(mem, day);
	}
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(digits_are_kept_as_they_are_typed),
		cmocka_unit_test(a_comma_is_a_point_where_people_write_one),
		cmocka_unit_test(a_date_may_be_typed_in_many_ways),
		cmocka_unit_test(no_date_is_made_up),
		cmocka_unit_test(the_order_is_that_of_the_language),
		cmocka_unit_test(a_time_may_be_typed_in_many_ways),
		cmocka_unit_test(a_time_stands_behind_its_day),
		cmocka_unit_test(a_zone_goes_only_with_a_time),
		cmocka_unit_test(texts_lose_only_the_spaces_around_them),
		cmocka_unit_test(what_does_not_fit_is_no_answer),
		cmocka_unit_test(
			an_answer_comes_back_as_it_could_have_been_typed),
		cmocka_unit_test(every_day_survives_being_written_and_read),
	};

	return cmocka_run_group_tests(tests, make_texts, NULL);
}
