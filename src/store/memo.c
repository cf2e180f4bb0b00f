#include "hairline/store/memo.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "hairline/store/datadir.h"

#define HEAD "hairline memo 1\nat "
#define ABOUT "\nabout "
#define TEXT_SIZE (MEMO_ABOUT_SIZE + 64)

bool memo_write(const char *dir, const char *name, int64_t at,
		const char *about, struct err *err)
{
	char text[TEXT_SIZE];
	char line[MEMO_ABOUT_SIZE];

	snprintf(line, sizeof(line), "%s", about);
	for (char *c = line; *c; c++)
		if (*c == '\n')
			*c = ' ';
	snprintf(text, sizeof(text), HEAD "%" PRId64 ABOUT "%s\n", at, line);
	return datadir_write(dir, name, text, err);
}

bool memo_read(const char *dir, const char *name, struct memo *memo)
{
	char text[TEXT_SIZE];
	struct err ignored;
	char *about;
	char *end;

	if (!datadir_has(dir, name) ||
	    !datadir_read(dir, name, text, sizeof(text), &ignored) ||
	    strncmp(text, HEAD, strlen(HEAD)) != 0)
		return false;
	memo->at = strtoimax(text + strlen(HEAD), &about, 10);
	if (strncmp(about, ABOUT, strlen(ABOUT)) != 0)
		return false;
	about += strlen(ABOUT);
	end = strchr(about, '\n');
	if (!end || (size_t)(end - about) >= sizeof(memo->about))
		return false;
	*end = '\0';
	snprintf(memo->about, sizeof(memo->about), "%s", about);
	return true;
}
