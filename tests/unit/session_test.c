#include "hairline/core/session.h"

#include <stdalign.h>

#include "unit/paper_helper.h"

static struct paper paper;

/* One question, so that there is room for one answer, or for several. */
static int make_form(void **state)
{
	(void)state;
	paper_write(&paper, "{'linkId':'age','type':'choice','repeats':true,"
			    "'text':'Are you 18 or over?','answerOption':["
			    "{'valueCoding':{'code':'yes'}},"
			    "{'valueCoding':{'code':'no'}}]}");
	return 0;
}

static int drop_form(void **state)
{
	(void)state;
	paper_drop(&paper);
	return 0;
}

static struct place age(const struct session *session)
{
	return answers_place(&session->answers, 0);
}

static int make(void **state)
{
	*state = session_new(&paper.form);
	return *state ? 0 : -1;
}

static int unmake(void **state)
{
	session_free(*state);
	return 0;
}

/* Everything a visitor can leave behind. */
static void fill(struct session *session)
{
	memset(session->name, 'N', sizeof(session->name) - 1);
	memset(session->phone, '1', sizeof(session->phone) - 1);
	memset(session->email, 'E', sizeof(session->email) - 1);
	memset(session->typed.text, 'T', sizeof(session->typed.text) - 1);
	memset(session->query, 'Q', sizeof(session->query) - 1);
	memset(session->pin, '9', sizeof(session->pin) - 1);
	memcpy(session->reference, "ABCDEFG", 8);
	session->language = 1;
	session->furthest = 0;
	session->time = LEAD_EVENING;
	session->consent.is_set[CONSENT_ADULT] = true;
	answers_choose(&session->answers, age(session), 0);
}

static bool holds(const struct session *session, char byte)
{
	char run[8];

	memset(run, byte, sizeof(run));
	return memmem(session, session->size, run, sizeof(run));
}

static void a_new_session_is_empty(void **state)
{
	const struct session *session = *state;

	assert_int_equal(session->language, 0);
	assert_int_equal(session->furthest, FORM_NONE);
	assert_string_equal(session->name, "");
	assert_string_equal(session->reference, "");
	assert_ptr_equal(session->answers.form, &paper.form);
	assert_true(answers_is_empty(&session->answers));
	assert_true(session_is_fresh(session));
}

static void all_of_it_is_in_one_block(void **state)
{
	const struct session *session = *state;
	const char *start = (const char *)session;
	const char *end = start + session->size;
	const char *answers = (const char *)session->answers.frames;
	size_t size = answers_size(&paper.form, &session->answers.room);

	assert_true(answers >= start + sizeof(*session));
	assert_true(answers + size <= end);
	assert_int_equal((uintptr_t)session % alignof(max_align_t), 0);
	assert_int_equal((uintptr_t)answers % alignof(max_align_t), 0);
}

static void clearing_overwrites_every_byte_of_the_visitor(void **state)
{
	static const char left[] = "N1EQ9T";
	struct session *session = *state;

	fill(session);
	for (size_t i = 0; left[i]; i++)
		assert_true(holds(session, left[i]));
	session_clear(session);
	for (size_t i = 0; left[i]; i++)
		assert_false(holds(session, left[i]));
	a_new_session_is_empty(state);
}

static void a_cleared_session_can_be_used_again(void **state)
{
	struct session *session = *state;

	fill(session);
	session_clear(session);
	fill(session);
	assert_true(answers_is_chosen(&session->answers, age(session), 0));
	assert_true(holds(session, 'T'));
}

static void anything_done_makes_it_worth_a_question(void **state)
{
	struct session *session = *state;

	session->language = 1;
	assert_true(session_is_fresh(session));
	answers_choose(&session->answers, age(session), 1);
	assert_false(session_is_fresh(session));
	session_clear(session);
	session->name[0] = 'A';
	assert_false(session_is_fresh(session));
	session_clear(session);
	session->phone[0] = '1';
	assert_false(session_is_fresh(session));
	session_clear(session);
	session->email[0] = 'a';
	assert_false(session_is_fresh(session));
	session_clear(session);
	consent_toggle(&session->consent, CONSENT_ADULT, 1);
	assert_false(session_is_fresh(session));
	session_clear(session);
	session->reference[0] = 'A';
	assert_false(session_is_fresh(session));
}

static void every_field_has_its_own_memory(void **state)
{
	struct session *session = *state;
	size_t size;

	assert_ptr_equal(session_field(session, FIELD_NAME, &size),
			 session->name);
	assert_int_equal(size, CONTACT_NAME_SIZE);
	assert_ptr_equal(session_field(session, FIELD_PHONE, &size),
			 session->phone);
	assert_int_equal(size, CONTACT_PHONE_SIZE);
	assert_ptr_equal(session_field(session, FIELD_EMAIL, &size),
			 session->email);
	assert_int_equal(size, CONTACT_EMAIL_SIZE);
}

static void freeing_nothing_is_fine(void **state)
{
	(void)state;
	session_free(NULL);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make, unmake)
	const struct CMUnitTest tests[] = {
		TEST(a_new_session_is_empty),
		TEST(all_of_it_is_in_one_block),
		TEST(clearing_overwrites_every_byte_of_the_visitor),
		TEST(a_cleared_session_can_be_used_again),
		TEST(anything_done_makes_it_worth_a_question),
		TEST(every_field_has_its_own_memory),
		cmocka_unit_test(freeing_nothing_is_fine),
	};

	return cmocka_run_group_tests(tests, make_form, drop_form);
}
