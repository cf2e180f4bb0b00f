#include "hairline/form/moment.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct sample {
	enum answer_kind kind;
	const char *text;
};

static void what_fhir_writes_is_read(void **state)
{
	static const struct sample good[] = {
		{ANSWER_DATE, "2022"},
		{ANSWER_DATE, "2022-09"},
		{ANSWER_DATE, "2024-02-29"},
		{ANSWER_DATE_TIME, "2022"},
		{ANSWER_DATE_TIME, "2022-09-30T10:00:00Z"},
		{ANSWER_DATE_TIME, "2022-09-30T10:00:00.123+02:00"},
		{ANSWER_DATE_TIME, "2022-09-30T10:00"},
		{ANSWER_TIME, "23:59:59.999999999999"},
		{ANSWER_TIME, "08:30"},
	};
	struct moment moment;

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		assert_true(moment_read(&moment, good[i].kind, good[i].text));
}

static void what_is_no_day_or_time_is_refused(void **state)
{
	static const struct sample bad[] = {
		{ANSWER_DATE, ""},
		{ANSWER_DATE, "22"},
		{ANSWER_DATE, "0000"},
		{ANSWER_DATE, "2022-13"},
		{ANSWER_DATE, "2022-00"},
		{ANSWER_DATE, "2023-02-29"},
		{ANSWER_DATE, "1900-02-29"},
		{ANSWER_DATE, "2022-9-3"},
		{ANSWER_DATE, "2022-09-30T10:00:00Z"},
		{ANSWER_DATE, "2022-"},
		{ANSWER_DATE_TIME, "2022-09-30T24:00:00Z"},
		{ANSWER_DATE_TIME, "2022-09-30T10:60:00Z"},
		{ANSWER_DATE_TIME, "2022-09-30T10:00:00+15:00"},
		{ANSWER_DATE_TIME, "2022-09-30T10:00:00."},
		{ANSWER_DATE_TIME, "2022-09T10:00:00Z"},
		{ANSWER_TIME, "10"},
		{ANSWER_TIME, "10:00:00Z"},
		{ANSWER_TIME, "10:00:61"},
	};
	struct moment moment;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		if (moment_read(&moment, bad[i].kind, bad[i].text))
			fail_msg("read: %s", bad[i].text);
}

static const struct {
	struct sample a;
	struct sample b;
	enum relation relation;
} compare_cases[] = {
	{{ANSWER_DATE, "1970"},
	 {ANSWER_DATE, "1970-10-15"},
	 RELATION_UNDECIDED},
	{{ANSWER_DATE, "1969"}, {ANSWER_DATE, "1970-05"}, RELATION_LESS},
	{{ANSWER_DATE, "2020-01-03"},
	 {ANSWER_DATE, "2020-01-02"},
	 RELATION_GREATER},
	{{ANSWER_DATE, "2020-01-02"},
	 {ANSWER_DATE, "2020-01-02"},
	 RELATION_EQUAL},
	{{ANSWER_DATE, "2020-01-02"},
	 {ANSWER_DATE_TIME, "2020-01-02T10:00:00Z"},
	 RELATION_UNDECIDED},
	{{ANSWER_DATE_TIME, "2020-01-02T10:00:00+02:00"},
	 {ANSWER_DATE_TIME, "2020-01-02T08:00:00Z"},
	 RELATION_EQUAL},
	{{ANSWER_DATE_TIME, "2020-01-01T23:30:00-02:00"},
	 {ANSWER_DATE_TIME, "2020-01-02T01:00:00Z"},
	 RELATION_GREATER},
	{{ANSWER_DATE_TIME, "2020-02-28T23:30:00-02:00"},
	 {ANSWER_DATE_TIME, "2020-02-29T01:30:00Z"},
	 RELATION_EQUAL},
	{{ANSWER_DATE_TIME, "2020-01-02T10:00:00"},
	 {ANSWER_DATE_TIME, "2020-01-02T08:00:00Z"},
	 RELATION_GREATER},
	{{ANSWER_TIME, "12:00:00"},
	 {ANSWER_TIME, "12:00:00.000"},
	 RELATION_EQUAL},
	{{ANSWER_TIME, "12:00"}, {ANSWER_TIME, "12:00:30"}, RELATION_UNDECIDED},
	{{ANSWER_TIME, "13:00:00"},
	 {ANSWER_TIME, "12:59:59.9"},
	 RELATION_GREATER},
	{{ANSWER_TIME, "13:00:00"}, {ANSWER_DATE, "2020"}, RELATION_NONE},
};

static void moments_compare_as_far_as_both_say(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(compare_cases) / sizeof(compare_cases[0]);
	     i++) {
		struct moment a;
		struct moment b;

		assert_true(moment_read(&a, compare_cases[i].a.kind,
					compare_cases[i].a.text));
		assert_true(moment_read(&b, compare_cases[i].b.kind,
					compare_cases[i].b.text));
		if (moment_compare(&a, &b) != compare_cases[i].relation)
			fail_msg("%s and %s", compare_cases[i].a.text,
				 compare_cases[i].b.text);
	}
}

static void months_have_their_days(void **state)
{
	(void)state;
	assert_int_equal(moment_days(2024, 2), 29);
	assert_int_equal(moment_days(2000, 2), 29);
	assert_int_equal(moment_days(1900, 2), 28);
	assert_int_equal(moment_days(2023, 12), 31);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_fhir_writes_is_read),
		cmocka_unit_test(what_is_no_day_or_time_is_refused),
		cmocka_unit_test(moments_compare_as_far_as_both_say),
		cmocka_unit_test(months_have_their_days),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
