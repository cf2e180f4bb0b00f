/* What to read about an outcome: named by its reasons, and an answer each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hairline/ui/screen.h"
#include "support/stage.h"

/* A changing spot, a sore scalp with pus; and no sign of anything. */
#define FLAGGED                                                              \
	"Enter 1 1 1 1 3 Enter 1 7 Enter 6 Enter 1 Enter 6 Enter 7 Enter 6 " \
	"Enter 7 Enter 2 1 Enter "
#define FINE                                                                   \
	"Enter 1 1 2 7 Enter 7 Enter 6 Enter 6 Enter 6 Enter 7 Enter 6 Enter " \
	"7 Enter 2 1 Enter "

static struct stage stage;

static const char *slug_shown(void)
{
	const struct view *view = app_seen(&stage.app);

	assert_ptr_equal(view->screen, &screen_answer);
	return app_language(&stage.app)->faq.entries[view->item].slug;
}

static void every_reason_leads_to_what_it_names(void **state)
{
	const struct form *form = &stage.catalog.form;
	struct outcome outcome;

	(void)state;
	stage_restart(&stage, 31, 100);
	stage_play(&stage, FLAGGED "1");
	outcome_find(&outcome, &stage.session->answers);
	assert_true(outcome.count > 2);
	for (int i = 0; i < outcome.count; i++) {
		const struct faq *faq = &app_language(&stage.app)->faq;
		const char *slug = form_code(
			&form->items[outcome.reasons[i].advice], CODE_FAQ);

		assert_non_null(slug);
		assert_true(stage_has(
			&stage, faq->entries[faq_find(faq, slug)].question));
	}
}

static void the_worst_comes_first_and_who_should_wait_last(void **state)
{
	(void)state;
	stage_restart(&stage, 31, 100);
	stage_play(&stage, FLAGGED "1 1");
	assert_string_equal(slug_shown(), "warning-signs");
	stage_play(&stage, "Esc Up Enter");
	assert_string_equal(slug_shown(), "who-should-wait");
	stage_play(&stage, "Esc Esc");
	assert_ptr_equal(app_seen(&stage.app)->screen, &screen_outcome);
}

static void without_a_reason_it_is_who_should_wait_at_once(void **state)
{
	(void)state;
	stage_restart(&stage, 31, 100);
	stage_play(&stage, FINE "1");
	assert_string_equal(slug_shown(), "who-should-wait");
}

static void a_click_reads_it_and_the_language_keeps_the_place(void **state)
{
	(void)state;
	stage_restart(&stage, 24, 80);
	stage_play(&stage, FLAGGED "1");
	assert_true(stage_click(&stage, "What if I have a mole"));
	assert_string_equal(slug_shown(), "moles");
	stage_play(&stage, "F2");
	assert_string_equal(slug_shown(), "moles");
}

static int open_stage(void **state)
{
	(void)state;
	stage_open(&stage);
	return 0;
}

static int close_stage(void **state)
{
	(void)state;
	stage_close(&stage);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_reason_leads_to_what_it_names),
		cmocka_unit_test(
			the_worst_comes_first_and_who_should_wait_last),
		cmocka_unit_test(
			without_a_reason_it_is_who_should_wait_at_once),
		cmocka_unit_test(
			a_click_reads_it_and_the_language_keeps_the_place),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
