#include "hairline/content/fhir_recall.h"

#include "unit/screening_helper.h"

#include "hairline/base/json_write.h"
#include "hairline/content/fhir_write.h"

#define AUTHORED "2026-11-23T15:04:05Z"
#define RESPONSE_SIZE ((size_t)256 * 1024)

static void write_answers(struct screening *screening, char *json)
{
	const struct fhir_writing writing = {
		.tag = "en",
		.status = "completed",
		.authored = AUTHORED,
		.is_for_keeping = true,
	};
	struct buf buf;
	struct err err;

	buf_init(&buf, json, RESPONSE_SIZE);
	assert_true(fhir_write(&screening->paper.answers, &writing,
			       json_sink_buf, &buf, &err));
	assert_false(buf.is_cut);
}

static bool has_reason(const struct outcome *outcome, int advice)
{
	for (int i = 0; i < outcome->count; i++)
		if (outcome->reasons[i].advice == advice)
			return true;
	return false;
}

/* What must never be kept was not written, and calls for nothing later. */
static void stored_answers_call_for_what_they_called_for(void **state)
{
	struct screening *screening = *state;
	char *json = malloc(RESPONSE_SIZE);
	int reasons = 0;

	assert_non_null(json);
	for (int i = 0; i < 300; i++) {
		struct outcome before;
		struct outcome after;
		struct err err;

		answer_at_random(screening);
		before = find_outcome(screening);
		write_answers(screening, json);
		assert_true(fhir_recall(json, &screening->paper.form, &after,
					&err));
		assert_int_equal(after.tier, before.saved);
		for (int n = 0; n < after.count; n++)
			assert_true(
				has_reason(&before, after.reasons[n].advice));
		reasons += after.count;
	}
	assert_true(reasons > 300);
	free(json);
}

static void what_the_form_does_not_have_is_passed_over(void **state)
{
	struct screening *screening = *state;
	struct outcome outcome;
	struct err err;

	assert_true(fhir_recall(
		"{\"resourceType\":\"QuestionnaireResponse\","
		"\"status\":\"completed\",\"item\":[{\"linkId\":\"elsewhere\","
		"\"answer\":[{\"valueString\":\"x\"}]}]}",
		&screening->paper.form, &outcome, &err));
	assert_int_equal(outcome.tier, TIER_NONE);
}

static void what_is_no_response_is_refused(void **state)
{
	struct screening *screening = *state;
	struct outcome outcome;
	struct err err;

	err_clear(&err);
	assert_false(fhir_recall("{", &screening->paper.form, &outcome, &err));
	assert_int_not_equal(err.code, ERR_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(stored_answers_call_for_what_they_called_for),
		TEST(what_the_form_does_not_have_is_passed_over),
		TEST(what_is_no_response_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
