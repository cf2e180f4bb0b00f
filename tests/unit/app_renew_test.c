#include "hairline/ui/app.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "support/stage.h"

static struct stage stage;

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

static int restart(void **state)
{
	(void)state;
	stage_restart(&stage, 24, 80);
	return 0;
}

static void only_a_fresh_welcome_is_untouched(void **state)
{
	(void)state;
	assert_true(app_is_untouched(&stage.app));
	stage_play(&stage, "L");
	assert_false(app_is_untouched(&stage.app));
	stage_play(&stage, "L");
	assert_true(app_is_untouched(&stage.app));
	stage_play(&stage, "Enter");
	assert_false(app_is_untouched(&stage.app));
	stage_play(&stage, "^X 1");
	assert_true(app_is_untouched(&stage.app));
	/* staff at the PIN are somebody too */
	stage_play(&stage, "^T");
	assert_false(app_is_untouched(&stage.app));
}

static void what_is_known_of_the_machine_stays(void **state)
{
	(void)state;
	stage.app.can_save = false;
	stage.app.has_pin = false;
	stage.app.has_old_content = true;
	stage.app.wait_until_ms = 12345;
	app_renew(&stage.app, &stage.catalog, stage.session);
	assert_true(app_is_untouched(&stage.app));
	assert_false(stage.app.can_save);
	assert_false(stage.app.has_pin);
	assert_true(stage.app.has_blocks);
	assert_true(stage.app.has_old_content);
	assert_int_equal(stage.app.wait_until_ms, 12345);
	assert_true(stage_has(&stage, "Thinking about"));
}

static void staff_see_that_a_content_file_has_a_mistake(void **state)
{
	(void)state;
	assert_false(stage_has(&stage, "hairline content check"));
	stage.app.has_old_content = true;
	assert_true(stage_has(&stage, "Staff: a content file has a mistake"));
	assert_true(stage_has(&stage, "hairline content check"));
	stage_play(&stage, "L");
	assert_true(stage_has(&stage, "Personal: hay un error"));
	assert_true(stage_has(&stage, "hairline content check"));
	stage_play(&stage, "Enter");
	assert_false(stage_has(&stage, "hairline content check"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(only_a_fresh_welcome_is_untouched,
				       restart),
		cmocka_unit_test_setup(what_is_known_of_the_machine_stays,
				       restart),
		cmocka_unit_test_setup(
			staff_see_that_a_content_file_has_a_mistake, restart),
	};

	return cmocka_run_group_tests(tests, open_stage, close_stage);
}
