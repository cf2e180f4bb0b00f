#include "hairline/core/stats.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/arena.h"

static struct arena arena;
static struct stats stats;

static struct visit visit(const char *furthest, const char *tier)
{
	return (struct visit){
		.kiosk = "kiosk-1",
		.day = "2026-11-23",
		.language = "en",
		.form_hash = "",
		.furthest = furthest,
		.end = VISIT_FINISHED,
		.tier = tier,
	};
}

static void add(const struct visit *one)
{
	assert_true(stats_add(&stats, one));
}

static int64_t day(const char *text)
{
	int64_t number;

	assert_true(stats_day_number(&number, text));
	return number;
}

static void a_day_has_a_number_and_a_weekday(void **state)
{
	static const char *const wrong[] = {"", "2026-1-1", "2026-02-30",
					    "2026-11-23T", "tomorrow!!"};
	int64_t number;

	(void)state;
	assert_int_equal(day("1970-01-01"), 0);
	assert_int_equal(day("1969-12-31"), -1);
	assert_int_equal(day("2026-11-23"), 20780);
	assert_int_equal(stats_weekday(day("2026-11-23")), 0);
	assert_int_equal(stats_weekday(day("2026-11-29")), 6);
	assert_int_equal(stats_weekday(day("1969-12-29")), 0);
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		assert_false(stats_day_number(&number, wrong[i]));
}

static void a_visit_is_counted_on_its_day(void **state)
{
	struct visit one = visit("", "");

	(void)state;
	one.code_shown = 1;
	add(&one);
	memcpy(one.day, "2026-11-20", 11);
	add(&one);
	memcpy(one.day, "2026-11-19", 11); /* the day before the period */
	add(&one);
	memcpy(one.day, "2026-11-25", 11); /* the day after */
	add(&one);
	memcpy(one.day, "nonsense!!", 11);
	add(&one);
	assert_int_equal(stats.all.visits, 2);
	assert_int_equal(stats.all.codes, 2);
	assert_int_equal(stats.days[0].visits, 1);
	assert_int_equal(stats.days[3].visits, 1);
}

/* The branch: "b" is asked only after one answer to "a". */
static void a_question_that_was_not_asked_is_no_drop_out(void **state)
{
	struct visit through = visit("d", "none"); /* a, d: "b" not asked */
	struct visit at_the_end = visit("c", "doctor"); /* "d" not asked */
	struct visit left = visit("c", "");
	struct visit looked = visit("", "");

	(void)state;
	add(&through);
	add(&at_the_end);
	add(&left);
	add(&looked);
	assert_int_equal(stats.began, 3);
	assert_int_equal(stats.unfinished, 1);
	assert_int_equal(stats.left.count, 1);
	assert_int_equal(stats_name_count(&stats.left, "c"), 1);
	assert_int_equal(stats_name_count(&stats.left, "b"), 0);
	assert_int_equal(stats_name_count(&stats.left, "d"), 0);
	assert_int_equal(stats.tiers[TIER_DOCTOR], 1);
	assert_int_equal(stats.tiers[TIER_NONE], 1);
}

/* The store leaves them out already; should it ever not, they stay unsaid. */
static void of_a_lead_only_that_it_was_left_is_told(void **state)
{
	struct visit one = visit("c", "urgent");

	(void)state;
	one.lead_saved = 1;
	add(&one);
	assert_int_equal(stats.all.leads, 1);
	assert_int_equal(stats.began, 0);
	assert_int_equal(stats.tiers[TIER_URGENT], 0);
	assert_int_equal(stats.left.count, 0);
}

static void many_names_are_each_counted(void **state)
{
	struct visit one = visit("", "");

	(void)state;
	for (int i = 0; i < 200; i++) {
		char name[3] = {(char)('a' + i % 20), (char)('a' + i % 3), 0};

		one.kiosk = name;
		add(&one);
	}
	assert_int_equal(stats.kiosks.count, 60);
	assert_int_equal(stats_name_count(&stats.kiosks, "aa"), 4);
	assert_int_equal(stats_name_count(&stats.languages, "en"), 200);
	assert_int_equal(stats_name_count(&stats.languages, "es"), 0);
}

static void outcomes_of_leads_are_not_among_those_told(void **state)
{
	struct visit told = visit("c", "doctor");
	struct visit lead = visit("c", "doctor");

	(void)state;
	lead.lead_saved = 1;
	add(&told);
	add(&lead);
	add(&told);
	assert_int_equal(stats_outcomes(&stats), 2);
}

/* What a newer program wrote is not misread. */
static void an_unknown_end_or_tier_counts_as_a_visit_only(void **state)
{
	struct visit one = visit("a", "splendid");

	(void)state;
	one.end = VISIT_END_COUNT;
	add(&one);
	assert_int_equal(stats.all.visits, 1);
	assert_int_equal(stats.unfinished, 0);
	for (int i = 0; i < TIER_COUNT; i++)
		assert_int_equal(stats.tiers[i], 0);
}

static int start(void **state)
{
	(void)state;
	arena_init(&arena);
	return stats_init(&stats, &arena, day("2026-11-20"), day("2026-11-24"))
		       ? 0
		       : -1;
}

static int stop(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, start, stop)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_day_has_a_number_and_a_weekday),
		TEST(a_visit_is_counted_on_its_day),
		TEST(a_question_that_was_not_asked_is_no_drop_out),
		TEST(of_a_lead_only_that_it_was_left_is_told),
		TEST(many_names_are_each_counted),
		TEST(outcomes_of_leads_are_not_among_those_told),
		TEST(an_unknown_end_or_tier_counts_as_a_visit_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
