#include "hairline/base/wipe.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdalign.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/base/json_memory.h"
#include "support/memory.h"

#define SECRET_LEN 40

static void memory_is_aligned_for_any_type(void **state)
{
	(void)state;
	for (size_t size = 0; size < 40; size++) {
		void *memory = wipe_alloc(size);

		assert_non_null(memory);
		assert_int_equal((uintptr_t)memory % alignof(max_align_t), 0);
		memset(memory, 'x', size);
		wipe_free(memory);
	}
}

static void more_than_there_can_be_is_refused(void **state)
{
	(void)state;
	assert_null(wipe_alloc(SIZE_MAX));
	assert_null(wipe_alloc(SIZE_MAX - 1));
}

static void freeing_nothing_is_fine(void **state)
{
	(void)state;
	wipe_free(NULL);
}

/* Made up at run time, so that it stands nowhere else in the memory. */
static void make_secret(char *secret)
{
	for (int i = 0; i < SECRET_LEN; i++)
		secret[i] = (char)('a' + i * 7 % 26);
}

static void next_step(int from, int to)
{
	char byte = 'x';

	if (write(to, &byte, 1) != 1 || read(from, &byte, 1) != 1)
		_exit(1);
}

/* Hold a secret, wait, free it, wait. */
static void hold_and_free(int from, int to)
{
	char *memory = wipe_alloc(SECRET_LEN);

	make_secret(memory);
	next_step(from, to);
	wipe_free(memory);
	next_step(from, to);
	_exit(0);
}

static void what_was_freed_is_nowhere_in_the_memory(void **state)
{
	char secret[SECRET_LEN];
	char byte;
	int down[2];
	int up[2];
	pid_t pid;

	(void)state;
	assert_int_equal(pipe(down), 0);
	assert_int_equal(pipe(up), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0)
		hold_and_free(down[0], up[1]);
	make_secret(secret);
	assert_int_equal(read(up[0], &byte, 1), 1);
	assert_true(memory_has(pid, secret, sizeof(secret)));
	assert_int_equal(write(down[1], &byte, 1), 1);
	assert_int_equal(read(up[0], &byte, 1), 1);
	/* free() itself writes over the first bytes, so look for the rest. */
	assert_false(memory_has(pid, secret + 20, 20));
	assert_int_equal(write(down[1], &byte, 1), 1);
	assert_int_equal(waitpid(pid, NULL, 0), pid);
}

static void yajl_gets_memory_that_is_overwritten(void **state)
{
	yajl_alloc_funcs funcs;
	char *memory = json_memory(&funcs)->malloc(NULL, 4);

	(void)state;
	memcpy(memory, "abc", 4);
	memory = funcs.realloc(NULL, memory, 100);
	assert_string_equal(memory, "abc");
	funcs.free(NULL, memory);
}

static void resizing_keeps_what_fits(void **state)
{
	char *memory = wipe_resize(NULL, 4);

	(void)state;
	memcpy(memory, "abc", 4);
	memory = wipe_resize(memory, 100);
	assert_string_equal(memory, "abc");
	memory = wipe_resize(memory, 2);
	assert_memory_equal(memory, "ab", 2);
	wipe_free(memory);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_aligned_for_any_type),
		cmocka_unit_test(more_than_there_can_be_is_refused),
		cmocka_unit_test(freeing_nothing_is_fine),
		cmocka_unit_test(what_was_freed_is_nowhere_in_the_memory),
		cmocka_unit_test(resizing_keeps_what_fits),
		cmocka_unit_test(yajl_gets_memory_that_is_overwritten),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
