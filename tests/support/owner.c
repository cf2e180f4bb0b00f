#include "support/owner.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

#include "support/sample.h"

#define ARGS_MAX 16

int owner_make(void **state)
{
	struct owner *owner = calloc(1, sizeof(*owner));

	assert_non_null(owner);
	*state = owner;
	folder_make(owner->content);
	folder_copy("assets", owner->content);
	folder_make(owner->data);
	folder_make(owner->tools);
	return 0;
}

int owner_remove(void **state)
{
	struct owner *owner = *state;

	tty_finish(&owner->tty);
	folder_remove(owner->content);
	folder_remove(owner->data);
	folder_remove(owner->tools);
	free(owner);
	return 0;
}

void owner_edits(struct owner *owner, const char *script)
{
	char text[4096];
	char path[FOLDER_PATH + 16];

	snprintf(text, sizeof(text),
		 "#!/bin/sh\nset -e\nCONTENT='%s'\nTOOLS='%s'\n%s\n",
		 owner->content, owner->tools, script);
	folder_write(owner->tools, "editor", text);
	snprintf(path, sizeof(path), "%s/editor", owner->tools);
	assert_int_equal(chmod(path, 0700), 0);
	snprintf(owner->editor, sizeof(owner->editor), "EDITOR=%s", path);
	owner->env[0] = owner->editor;
	owner->run.env = owner->env;
}

void owner_start_args(struct owner *owner, const char *const *args)
{
	const char *argv[ARGS_MAX + 2] = {getenv("HAIRLINE")};
	int count = 0;

	assert_non_null(argv[0]);
	for (; args[count] && count < ARGS_MAX; count++)
		argv[count + 1] = args[count];
	tty_start(&owner->tty, 24, 100, argv, owner->env);
}

char *owner_read(const struct owner *owner, const char *name)
{
	size_t size;

	return sample_read(owner->content, name, &size);
}

bool owner_has(const struct owner *owner, const char *name, const char *text)
{
	char *whole = owner_read(owner, name);
	bool has = strstr(whole, text) != NULL;

	free(whole);
	return has;
}

void owner_replace(const struct owner *owner, const char *name,
		   const char *from, const char *to)
{
	char *whole = owner_read(owner, name);
	char *at = strstr(whole, from);
	size_t size = strlen(whole) + strlen(to) + 1;
	char *changed = calloc(1, size);

	if (!at)
		fail_msg("%s does not hold \"%s\"", name, from);
	assert_non_null(changed);
	snprintf(changed, size, "%.*s%s%s", (int)(at - whole), whole, to,
		 at + strlen(from));
	folder_write(owner->content, name, changed);
	free(changed);
	free(whole);
}

int owner_drafts(const struct owner *owner)
{
	DIR *stream = opendir(owner->data);
	const struct dirent *entry;
	int count = 0;

	assert_non_null(stream);
	while ((entry = readdir(stream)) != NULL)
		count += strncmp(entry->d_name, "draft-", 6) == 0;
	closedir(stream);
	return count;
}

void owner_said(const struct owner *owner, const char *text)
{
	if (!strstr(owner->run.out, text) && !strstr(owner->run.err, text))
		fail_msg("\"%s\" was not said, but\n%s\n%s", text,
			 owner->run.out, owner->run.err);
}
