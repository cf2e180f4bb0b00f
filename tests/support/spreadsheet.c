#include "support/spreadsheet.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define PATH_SIZE 512
#define PATIENCE_S 120

/* In the child, with a home of its own: it writes a profile there. */
static void become(const char *folder, const char *path)
{
	char profile[PATH_SIZE];
	char *argv[] = {
		strdup("soffice"),      profile,        strdup("--headless"),
		strdup("--convert-to"), strdup("fods"), strdup("--outdir"),
		strdup(folder),         strdup(path),   NULL};

	snprintf(profile, sizeof(profile), "-env:UserInstallation=file://%s/lo",
		 folder);
	setenv("HOME", folder, 1);
	alarm(PATIENCE_S);
	if (freopen("/dev/null", "w", stdout) &&
	    freopen("/dev/null", "w", stderr))
		execv("/usr/bin/soffice", argv);
	_exit(127);
}

static char *read_whole(const char *path)
{
	FILE *file = fopen(path, "r");
	size_t size;
	char *text;

	if (!file)
		fail_msg("%s: LibreOffice did not write it", path);
	fseek(file, 0, SEEK_END);
	size = (size_t)ftell(file);
	rewind(file);
	text = calloc(1, size + 1);
	assert_non_null(text);
	assert_int_equal(fread(text, 1, size, file), size);
	fclose(file);
	return text;
}

char *spreadsheet_open(const char *folder, const char *path)
{
	const char *slash = strrchr(path, '/');
	char out[PATH_SIZE];
	char *text;
	int status;
	pid_t child;

	assert_non_null(slash);
	snprintf(out, sizeof(out), "%s/%s", folder, slash + 1);
	snprintf(strrchr(out, '.'), 6, ".fods");
	child = fork();
	if (child == 0)
		become(folder, path);
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
	text = read_whole(out);
	unlink(out);
	return text;
}

int spreadsheet_count(const char *xml, const char *part)
{
	int count = 0;

	for (const char *at = strstr(xml, part); at;
	     at = strstr(at + strlen(part), part))
		count++;
	return count;
}
