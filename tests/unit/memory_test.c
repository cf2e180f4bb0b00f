#include <locale.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <wchar.h>

#include <cmocka.h>

#include "support/memory.h"

#define PAGE 4096
#define NAME_MAX_LEN 32

/*
 * Names as they stand in this program, every byte one too high: the child has
 * a copy of all our memory and must hold the name only where it is put.
 */
static const char ascii_plus_one[] = "Nbshbsfu!Vmmnboo";
static const char spanish_plus_one[] = "J\xc4\xb2\xc4\xaa"
				       "jhp!P";

static size_t decode(char name[NAME_MAX_LEN], const char *plus_one)
{
	size_t len = strlen(plus_one);

	for (size_t i = 0; i < len; i++)
		name[i] = (char)(plus_one[i] - 1);
	name[len] = '\0';
	return len;
}

static unsigned char *new_pages(void)
{
	unsigned char *pages = mmap(NULL, 4 * PAGE, PROT_READ | PROT_WRITE,
				    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (pages == MAP_FAILED)
		_exit(1);
	return pages;
}

static void put_nothing(const char *name)
{
	(void)name;
}

static void put_bytes(const char *name)
{
	memcpy(new_pages() + 5, name, strlen(name));
}

static void put_behind_a_locked_door(const char *name)
{
	unsigned char *pages = new_pages();

	memcpy(pages, name, strlen(name));
	mprotect(pages, 4 * PAGE, PROT_NONE);
}

static void put_across_two_pages(const char *name)
{
	memcpy(new_pages() + PAGE - 3, name, strlen(name));
}

static void put_apart(const char *name, size_t distance, size_t first)
{
	unsigned char *pages = new_pages();
	wchar_t wide[NAME_MAX_LEN];
	size_t count = mbstowcs(wide, name, NAME_MAX_LEN);

	for (size_t i = 0; i < count; i++)
		memcpy(pages + first + i * distance, &wide[i], sizeof(*wide));
	memset(wide, 0, sizeof(wide));
}

static void put_wide_string(const char *name)
{
	put_apart(name, sizeof(wchar_t), 0);
}

static void put_curses_cells(const char *name)
{
	put_apart(name, 28, 4);
}

static void put_large_cells(const char *name)
{
	put_apart(name, 64, 60);
}

static void put_byte_cells(const char *name)
{
	unsigned char *pages = new_pages();

	for (size_t i = 0; name[i]; i++)
		pages[1 + 6 * i] = (unsigned char)name[i];
}

/* A child that has decoded a name and put it somewhere; waits to be killed. */
static pid_t child_with(void (*put)(const char *), const char *plus_one)
{
	int ready[2];
	char name[NAME_MAX_LEN];
	pid_t pid;

	assert_int_equal(pipe(ready), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		decode(name, plus_one);
		put(name);
		explicit_bzero(name, sizeof(name));
		(void)!write(ready[1], "x", 1);
		for (;;)
			pause();
	}
	assert_int_equal(read(ready[0], name, 1), 1);
	close(ready[0]);
	close(ready[1]);
	return pid;
}

static bool child_has(void (*put)(const char *), const char *plus_one)
{
	pid_t pid = child_with(put, plus_one);
	char name[NAME_MAX_LEN];
	size_t len = decode(name, plus_one);
	bool found = memory_has(pid, name, len);

	explicit_bzero(name, sizeof(name));
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	return found;
}

static void a_name_is_found_in_every_form(void **state)
{
	void (*const puts[])(const char *) = {
		put_bytes,       put_behind_a_locked_door,
		put_wide_string, put_across_two_pages,
		put_byte_cells,  put_curses_cells,
		put_large_cells,
	};

	(void)state;
	for (size_t i = 0; i < sizeof(puts) / sizeof(puts[0]); i++)
		assert_true(child_has(puts[i], ascii_plus_one));
}

static void a_name_with_accents_is_found_too(void **state)
{
	void (*const puts[])(const char *) = {
		put_bytes,
		put_wide_string,
		put_curses_cells,
	};

	(void)state;
	for (size_t i = 0; i < sizeof(puts) / sizeof(puts[0]); i++)
		assert_true(child_has(puts[i], spanish_plus_one));
}

static void a_name_that_is_nowhere_is_not_found(void **state)
{
	(void)state;
	assert_false(child_has(put_nothing, ascii_plus_one));
	assert_false(child_has(put_nothing, spanish_plus_one));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_is_found_in_every_form),
		cmocka_unit_test(a_name_with_accents_is_found_too),
		cmocka_unit_test(a_name_that_is_nowhere_is_not_found),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
