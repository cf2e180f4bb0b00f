#include "hairline/cmd/content_notice.h"

#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "hairline/cmd/content_files.h"

bool content_notice_path(char path[VERSIONS_PATH_SIZE], const char *dir,
			 const char *name, struct err *err)
{
	char *whole = realpath(dir, NULL);
	int len = snprintf(path, VERSIONS_PATH_SIZE, "%s/%s",
			   whole ? whole : dir, name);

	free(whole);
	if (len > 0 && len < VERSIONS_PATH_SIZE)
		return true;
	return err_set(err, ERR_LIMIT, "%s/%s: the name is too long", dir,
		       name);
}

void content_notice_who(char who[VERSIONS_NAME_SIZE], unsigned user)
{
	const struct passwd *person = getpwuid(user);

	if (person)
		snprintf(who, VERSIONS_NAME_SIZE, "%s", person->pw_name);
	else
		snprintf(who, VERSIONS_NAME_SIZE, "user %u", user);
}

/* A file that is open as it was when it was looked at. */
static bool read_open(FILE *file, struct arena *arena, char **bytes,
		      size_t *size, struct stat *status)
{
	if (fstat(fileno(file), status) != 0 || !S_ISREG(status->st_mode))
		return false;
	if (status->st_size > (off_t)VERSIONS_BYTES_MAX) {
		errno = EFBIG;
		return false;
	}
	*bytes = arena_alloc(arena, (size_t)status->st_size + 1);
	if (!*bytes)
		return false;
	*size = fread(*bytes, 1, (size_t)status->st_size, file);
	return !ferror(file);
}

static bool read_file(const char *path, struct arena *arena, char **bytes,
		      size_t *size, struct stat *status, struct err *err)
{
	FILE *file = fopen(path, "re");
	bool ok = file && read_open(file, arena, bytes, size, status);

	if (!ok)
		err_set(err, ERR_IO, "%s: cannot be kept: %s", path,
			strerror(errno));
	if (file)
		fclose(file);
	return ok;
}

bool content_notice_file(const char *data, const char *dir, const char *name,
			 const char *how, int *number, struct err *err)
{
	struct version version = {.at = time(NULL)};
	struct stat status;
	struct arena arena;
	char *bytes = NULL;
	size_t size = 0;
	bool ok;

	if (!content_notice_path(version.path, dir, name, err))
		return false;
	arena_init(&arena);
	snprintf(version.how, sizeof(version.how), "%s", how);
	ok = read_file(version.path, &arena, &bytes, &size, &status, err);
	if (ok) {
		content_notice_who(version.who, status.st_uid);
		ok = versions_add(data, &version, bytes, size, NULL, err);
	}
	if (ok && number)
		*number = version.number;
	arena_release(&arena);
	return ok;
}

struct notice {
	const char *data;
	const char *dir;
	const char *how;
	bool ok;
	struct err *err;
};

/* One file that cannot be kept does not keep the others out. */
static void notice_one(void *context, const char *name,
		       const struct stat *status)
{
	struct notice *notice = context;
	struct err err;

	(void)status;
	if (content_notice_file(notice->data, notice->dir, name, notice->how,
				NULL, &err) ||
	    !notice->ok)
		return;
	notice->ok = false;
	*notice->err = err;
}

bool content_notice(const char *data, const char *dir, const char *how,
		    struct err *err)
{
	struct notice notice = {data, dir, how, true, err};

	if (!content_files_each(dir, notice_one, &notice))
		return err_set(err, ERR_IO, "%s: cannot be read: %s", dir,
			       strerror(errno));
	return notice.ok;
}
