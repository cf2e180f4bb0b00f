#include "hairline/store/visits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/base/buf.h"
#include "hairline/core/visit.h"
#include "support/store_fixture.h"

static struct visit sample(const struct form *form)
{
	return (struct visit){
		.kiosk = "kiosk-1",
		.day = "2026-11-23",
		.language = "es",
		.form_hash = form->hash,
		.furthest = "skin.sore",
		.end = VISIT_IDLE,
		.tier = "doctor",
		.code_shown = 1,
	};
}

static void add(struct fixture *at, const struct visit *visit)
{
	struct err err = {0};

	if (!visits_add(&at->database, visit, &err))
		fail_msg("%s", err.msg);
}

static void a_visit_is_counted(void **state)
{
	struct form form = fixture_form();
	struct visit visit = sample(&form);

	add(*state, &visit);
	assert_int_equal(fixture_count(*state,
				       "SELECT count(*) FROM visit"
				       " WHERE kiosk = 'kiosk-1'"
				       " AND day = '2026-11-23'"
				       " AND language = 'es'"
				       " AND form = (SELECT hash FROM form)"
				       " AND furthest = 'skin.sore'"
				       " AND ended = 'idle'"
				       " AND tier = 'doctor'"
				       " AND code_shown = 1"
				       " AND lead_saved = 0"),
			 1);
}

static void what_was_not_reached_is_null(void **state)
{
	struct form form = fixture_form();
	struct visit visit = sample(&form);

	visit.form_hash = visit.furthest = visit.tier = "";
	add(*state, &visit);
	assert_int_equal(fixture_count(*state, "SELECT count(*) FROM visit"
					       " WHERE form IS NULL"
					       " AND furthest IS NULL"
					       " AND tier IS NULL"),
			 1);
}

static void a_visit_says_nothing_of_the_lead_it_saved(void **state)
{
	struct form form = fixture_form();
	struct visit visit = sample(&form);

	visit.lead_saved = 1;
	add(*state, &visit);
	assert_int_equal(fixture_count(*state, "SELECT count(*) FROM visit"
					       " WHERE lead_saved = 1"
					       " AND furthest IS NULL"
					       " AND tier IS NULL"),
			 1);
}

/* A table ordered by a random id: nothing says which visit came first. */
static void visits_are_not_kept_in_their_order(void **state)
{
	assert_int_equal(fixture_count(*state,
				       "SELECT count(*) FROM sqlite_schema"
				       " WHERE name = 'visit'"
				       " AND sql LIKE '%WITHOUT ROWID'"),
			 1);
}

static void a_visit_that_does_not_fit_is_refused(void **state)
{
	struct fixture *at = *state;
	struct form form = fixture_form();
	struct visit visit = sample(&form);
	struct err err;

	visit.language = "a language name that is far longer than any";
	assert_false(visits_add(&at->database, &visit, &err));
	assert_int_equal(err.code, ERR_LIMIT);
	visit = sample(&form);
	visit.day[0] = '\0';
	assert_false(visits_add(&at->database, &visit, &err));
	visit = sample(&form);
	visit.kiosk = NULL;
	assert_false(visits_add(&at->database, &visit, &err));
	assert_int_equal(fixture_count(at, "SELECT count(*) FROM visit"), 0);
}

static void a_version_of_the_form_is_kept_once(void **state)
{
	struct fixture *at = *state;
	struct form form = fixture_form();
	struct err err;

	assert_true(visits_add_form(&at->database, &form, 99, &err));
	assert_int_equal(fixture_count(at, "SELECT count(*) FROM form"
					   " WHERE added_at = 1"),
			 1);
	memset(form.hash, 'f', 64);
	assert_true(visits_add_form(&at->database, &form, 99, &err));
	assert_int_equal(fixture_count(at, "SELECT count(*) FROM form"), 2);
}

/* Days are strung together, each read back as it was written. */
struct seen {
	char days[64];
	struct visit last;
	char furthest[64];
	int most;
	int count;
};

static bool see(void *context, const struct visit *visit)
{
	struct seen *seen = context;

	memcpy(seen->days + strlen(seen->days), visit->day + 8, 3);
	seen->last = *visit;
	memcpy(seen->furthest + strlen(seen->furthest), visit->furthest,
	       strlen(visit->furthest) + 1);
	return ++seen->count < seen->most;
}

static void visits_of_a_period_are_handed_over_by_day(void **state)
{
	static const char *const days[] = {"2026-11-24", "2026-11-22",
					   "2026-11-25", "2026-11-23"};
	struct fixture *at = *state;
	struct form form = fixture_form();
	struct seen seen = {.most = 99};
	struct err err;

	for (size_t i = 0; i < 4; i++) {
		struct visit visit = sample(&form);

		memcpy(visit.day, days[i], sizeof(visit.day));
		add(at, &visit);
	}
	assert_true(visits_each(&at->database, "2026-11-22", "2026-11-24", see,
				&seen, &err));
	assert_string_equal(seen.days, "222324");
	assert_int_equal(seen.last.end, VISIT_IDLE);
	assert_int_equal(seen.last.code_shown, 1);
	assert_int_equal(seen.last.lead_saved, 0);
	assert_string_equal(seen.furthest, "skin.soreskin.soreskin.sore");
	seen = (struct seen){.most = 2};
	assert_true(visits_each(&at->database, "2026-11-22", "2026-11-24", see,
				&seen, &err));
	assert_string_equal(seen.days, "2223");
}

static bool see_form(void *context, const char *json, size_t size)
{
	struct buf *buf = context;

	buf_add_bytes(buf, json, size);
	return true;
}

static void questionnaires_are_handed_over_newest_first(void **state)
{
	struct fixture *at = *state;
	struct form form = fixture_form();
	char mem[64];
	struct buf buf;
	struct err err;

	memset(form.hash, 'f', 64);
	form.json = "{}";
	form.json_size = 2;
	assert_true(visits_add_form(&at->database, &form, 99, &err));
	buf_init(&buf, mem, sizeof(mem));
	assert_true(visits_each_form(&at->database, see_form, &buf, &err));
	assert_string_equal(mem, "{}{\"resourceType\":\"Questionnaire\"}");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, fixture_set_up, fixture_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_visit_is_counted),
		TEST(what_was_not_reached_is_null),
		TEST(a_visit_says_nothing_of_the_lead_it_saved),
		TEST(visits_are_not_kept_in_their_order),
		TEST(a_visit_that_does_not_fit_is_refused),
		TEST(a_version_of_the_form_is_kept_once),
		TEST(visits_of_a_period_are_handed_over_by_day),
		TEST(questionnaires_are_handed_over_newest_first),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
