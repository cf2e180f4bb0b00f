/* What may be kept, and what it takes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "hairline/ui/app.h"
#include "hairline/ui/screen.h"
#include "support/stage.h"

#define TO_PRIVACY                                                        \
	"Enter 4 'Mary Holloway' Enter '01632 960 455' Enter Enter Down " \
	"Enter Enter "
#define TO_CONSENT TO_PRIVACY "1 "

static struct stage stage;

static const char *screen_name(void)
{
	return stage.app.views[stage.app.depth - 1].screen->name;
}

static int start(void **state)
{
	(void)state;
	stage_restart(&stage, 24, 80);
	return 0;
}

/* --- consent --- */

static void every_box_starts_empty(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT);
	assert_string_equal(screen_name(), "consent");
	for (int box = 0; box < CONSENT_COUNT; box++)
		assert_false(stage.session->consent.is_set[box]);
}

static void enter_alone_never_saves(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT);
	for (int i = 0; i < 30; i++)
		stage_play(&stage, "Enter");
	assert_false(stage.effects & EFFECT_SAVE);
	assert_string_equal(screen_name(), "consent");
}

/* Whatever the boxes, only the first two set and then "yes" saves. */
static void a_save_needs_both_boxes_and_a_yes(void **state)
{
	(void)state;
	for (int boxes = 0; boxes < 1 << CONSENT_COUNT; boxes++) {
		start(NULL);
		stage_play(&stage, TO_CONSENT);
		for (int box = 0; box < CONSENT_COUNT; box++)
			if (boxes & 1 << box)
				stage_key(&stage, (unsigned)('1' + box));
		stage_play(&stage, "Enter");
		assert_false(stage.effects & EFFECT_SAVE);
		stage_play(&stage, "2");
		assert_int_equal((stage.effects & EFFECT_SAVE) != 0,
				 (boxes & 3) == 3);
	}
}

static void a_lead_without_the_second_box_holds_no_answers(void **state)
{
	struct lead lead;

	(void)state;
	stage_play(&stage, "Enter 1 1 1 Esc Esc Esc 4 'Mary' Enter "
			   "'01632 960455' Enter Enter Down Enter Enter 1 1 2 "
			   "Enter 2");
	assert_true(stage.effects & EFFECT_SAVE);
	app_lead(&stage.app, &lead);
	assert_string_equal(lead.name, "Mary");
	assert_string_equal(lead.tier, "");
	assert_string_equal(lead.form_hash, "");
	assert_int_equal(strlen(lead.text_hash), 64);
	assert_true(lead.delete_after - lead.created_at ==
		    (int64_t)90 * 24 * 60 * 60);
}

static void with_the_second_box_the_tier_goes_along(void **state)
{
	struct lead lead;

	(void)state;
	stage_play(&stage, "Enter 1 1 1 Esc Esc Esc 4 'Mary' Enter "
			   "'01632 960455' Enter Enter Down Enter Enter 1 1 2 "
			   "3 Enter 2");
	app_lead(&stage.app, &lead);
	assert_string_equal(lead.tier, "urgent");
	assert_int_equal(strlen(lead.form_hash), 64);
}

static void under_18_no_details_can_be_left(void **state)
{
	(void)state;
	stage_play(&stage, "Enter 1 2 Enter");
	assert_string_equal(screen_name(), "outcome");
	assert_false(stage_has(&stage, "Leave your details"));
	stage_play(&stage, "Esc Esc Esc 4");
	assert_string_equal(screen_name(), "refused");
}

static void declining_forgets_the_details(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT "1 2 Tab Tab Tab Tab Tab Tab Enter");
	assert_string_equal(screen_name(), "menu");
	assert_string_equal(stage.session->name, "");
	assert_string_equal(stage.session->phone, "");
	assert_false(stage.session->consent.is_set[CONSENT_CONTACT]);
}

static void a_failed_save_keeps_the_form(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT "1 2 Enter 2");
	stage_event(&stage, &(struct event){.type = EVENT_SAVE_FAILED});
	assert_string_equal(screen_name(), "unsaved");
	assert_string_equal(stage.session->name, "Mary Holloway");
	stage_play(&stage, "1 2");
	stage_event(&stage,
		    &(struct event){.type = EVENT_SAVED, .text = "0000000"});
	assert_string_equal(screen_name(), "saved");
}

static void without_a_store_saving_is_not_offered(void **state)
{
	(void)state;
	stage_event(&stage, &(struct event){.type = EVENT_STORE, .key = 0});
	stage_play(&stage, "Enter 4");
	assert_string_equal(screen_name(), "unsaved");
	stage_play(&stage, "1");
	assert_string_equal(screen_name(), "book");
}

static void a_saved_lead_is_not_saved_again(void **state)
{
	(void)state;
	stage_play(&stage, TO_CONSENT "1 2 Enter 2");
	stage_event(&stage,
		    &(struct event){.type = EVENT_SAVED, .text = "0000000"});
	stage_play(&stage, "Esc 4");
	assert_string_equal(screen_name(), "saved");
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

#define TEST(name) cmocka_unit_test_setup(name, start)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_box_starts_empty),
		TEST(enter_alone_never_saves),
		TEST(a_save_needs_both_boxes_and_a_yes),
		TEST(a_lead_without_the_second_box_holds_no_answers),
		TEST(with_the_second_box_the_tier_goes_along),
		TEST(under_18_no_details_can_be_left),
		TEST(declining_forgets_the_details),
		TEST(a_failed_save_keeps_the_form),
		TEST(without_a_store_saving_is_not_offered),
		TEST(a_saved_lead_is_not_saved_again),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
