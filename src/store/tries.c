#include "hairline/store/tries.h"

#include <stdio.h>
#include <stdlib.h>

#include "hairline/store/datadir.h"

#define TEXT_SIZE 16
#define FREE_TRIES 2
#define DELAY_MAX_S 300
#define TRIES_MAX 12 /* from here on the wait is the longest */

/* A count that cannot be understood was tampered with: the longest wait. */
static int count_tries(const char *dir, const char *name)
{
	char text[TEXT_SIZE];
	struct err ignored;
	char *end;
	long count;

	if (!datadir_has(dir, name))
		return 0;
	if (!datadir_read(dir, name, text, sizeof(text), &ignored))
		return TRIES_MAX;
	count = strtol(text, &end, 10);
	if (end == text || count < 0 || count > TRIES_MAX)
		return TRIES_MAX;
	return (int)count;
}

bool tries_add(const char *dir, const char *name)
{
	char text[TEXT_SIZE];
	struct err ignored;
	int count = count_tries(dir, name);

	snprintf(text, sizeof(text), "%d\n",
		 count < TRIES_MAX ? count + 1 : count);
	return datadir_write(dir, name, text, &ignored);
}

bool tries_forget(const char *dir, const char *name, struct err *err)
{
	return datadir_remove(dir, name, err);
}

int64_t tries_delay(const char *dir, const char *name)
{
	int counted = count_tries(dir, name) - FREE_TRIES;
	int64_t seconds = counted > 0 ? INT64_C(1) << counted : 0;

	return (seconds < DELAY_MAX_S ? seconds : DELAY_MAX_S) * 1000;
}
