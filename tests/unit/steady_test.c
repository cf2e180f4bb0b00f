/*
 * While a visitor is at the kiosk our own code asks for no memory: a journey
 * through every screen is played, and every allocation is counted
 * (-Wl,--wrap=malloc and its kin).
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "support/stage.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static int allocations;
static struct stage stage;

void *__wrap_malloc(size_t size)
{
	allocations++;
	return __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	allocations++;
	return __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
	allocations++;
	return __real_realloc(old, size);
}

static void play_all(void)
{
	stage_play(&stage, "Enter 1 1 1 1 3 Enter 1 7 Enter 6 Enter 1 Enter 6 "
			   "Enter 7 Enter 6 Enter 7 Enter 2 1 Enter PgDn "
			   "F2 f 'itch' Enter Esc Esc ? Esc 3 Esc 2 "
			   "'Mary Holloway' Enter '01632 960455' Enter Enter "
			   "Down Enter Enter 1 1 2 3 Enter 2");
	stage_event(&stage,
		    &(struct event){.type = EVENT_SAVED, .text = "0000000"});
	stage_play(&stage, "1 Esc Esc ^X 2 ^T '1234' Enter Esc");
	stage_wait(&stage, 400 * 1000);
}

static void loading_is_counted(void **state)
{
	(void)state;
	allocations = 0;
	stage_open(&stage);
	assert_true(allocations > 0);
}

static void a_visit_asks_for_no_memory(void **state)
{
	static const int sizes[][2] = {{24, 80}, {60, 200}, {12, 40}, {1, 1}};

	(void)state;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
		stage_restart(&stage, sizes[i][0], sizes[i][1]);
		allocations = 0;
		play_all();
		assert_int_equal(allocations, 0);
	}
	stage_close(&stage);
}

/* Every kind of question, with answers added, changed and removed. */
static void a_form_asks_for_no_memory(void **state)
{
	static struct stage form;

	(void)state;
	stage_open_form(&form, "tests/data/forms/every.json");
	stage_restart(&form, 24, 80);
	allocations = 0;
	stage_play(&form,
		   "Enter 'Ana' Enter '3 4 1950' Enter 2 1 '172' Enter '72' "
		   "Enter '37.5' Enter '3' Enter 2 1 Enter 3 'Mo' Enter 1 4 "
		   "'cats' Enter 4 Enter 'spain' Enter 'span' Enter Tab Enter "
		   "'long' Enter Enter 'AB-1234' Enter '0800 1' Enter 2 "
		   "'0800 2' Enter 4 2 '9' Enter 3 3 1 '2024' Enter '7' Enter "
		   "Enter 'Bea' Enter '2015' Enter 1 2 'Bo' Enter Enter 3 4 3 "
		   "1 Enter 1 F1 Esc Down Enter Enter Up Enter Enter");
	assert_true(form.effects & EFFECT_EXIT);
	assert_int_equal(allocations, 0);
	stage_close(&form);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(loading_is_counted),
		cmocka_unit_test(a_visit_asks_for_no_memory),
		cmocka_unit_test(a_form_asks_for_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
