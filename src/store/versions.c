#include "hairline/store/versions.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hairline/store/datadir.h"

#define FOLDER "history"
#define INDEX "index"
#define FIELDS 5 /* of a line */
#define LINE_SIZE (VERSIONS_PATH_SIZE + 256)
#define HEX "0123456789abcdef"
#define HEX_LEN 64
#define FILE_MODE 0600

static bool fail(struct err *err, const char *what, const char *path)
{
	return err_set(err, ERR_IO,
		       "%s: cannot %s (%s): check the rights of the data "
		       "folder and that its disk has room",
		       path, what, strerror(errno));
}

static void hash_bytes(char hash[65], const void *bytes, size_t size)
{
	unsigned char sum[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(sum, bytes, size);
	sodium_bin2hex(hash, HEX_LEN + 1, sum, sizeof(sum));
}

/* --- reading the index --- */

/* Cut a line at its tabs, in place.  Returns how many fields it has. */
static int split(char *line, char *fields[FIELDS])
{
	int count = 0;

	for (char *at = line; at && count < FIELDS; count++) {
		char *tab = strchr(at, '\t');

		fields[count] = at;
		if (tab)
			*tab++ = '\0';
		at = tab;
	}
	return count;
}

static void take(char *out, size_t size, const char *text)
{
	snprintf(out, size, "%s", text);
}

/* False for what a crash has left of a line. */
static bool parse(struct version *version, char *line)
{
	char *fields[FIELDS];
	char *end = strchr(line, '\n');

	if (!end)
		return false;
	*end = '\0';
	if (split(line, fields) != FIELDS || strlen(fields[4]) != HEX_LEN ||
	    strspn(fields[4], HEX) != HEX_LEN)
		return false;
	version->at = strtoll(fields[0], NULL, 10);
	take(version->who, sizeof(version->who), fields[1]);
	take(version->how, sizeof(version->how), fields[2]);
	take(version->path, sizeof(version->path), fields[3]);
	take(version->hash, sizeof(version->hash), fields[4]);
	return true;
}

static FILE *open_index(const char *folder, struct err *err)
{
	char path[DATADIR_PATH_SIZE];
	FILE *file = NULL;

	err_clear(err);
	if (!datadir_path(path, folder, INDEX, err))
		return NULL;
	file = fopen(path, "re");
	if (!file && errno != ENOENT)
		fail(err, "read", path);
	return file;
}

bool versions_each(const char *data,
		   bool (*each)(void *context, const struct version *version),
		   void *context, struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	char line[LINE_SIZE];
	struct version version = {.number = 0};
	FILE *file;

	if (!datadir_path(folder, data, FOLDER, err))
		return false;
	file = open_index(folder, err);
	if (!file)
		return err->code == ERR_NONE;
	while (fgets(line, sizeof(line), file)) {
		if (!parse(&version, line))
			continue;
		version.number++;
		if (!each(context, &version))
			break;
	}
	fclose(file);
	return true;
}

struct search {
	struct version *found;
	const char *path; /* NULL: any */
	int number;       /* this one, or with a path the last before it */
};

static bool look(void *context, const struct version *version)
{
	struct search *search = context;
	bool is_it = search->path
			     ? version->number < search->number &&
				       strcmp(version->path, search->path) == 0
			     : version->number == search->number;

	if (is_it)
		*search->found = *version;
	return version->number < search->number;
}

bool versions_find(const char *data, int number, struct version *version,
		   struct err *err)
{
	struct search search = {version, NULL, number};

	version->number = 0;
	if (!versions_each(data, look, &search, err))
		return false;
	if (version->number == number && number > 0)
		return true;
	return err_set(err, ERR_IO,
		       "there is no version %d; \"hairline content log\" "
		       "lists them",
		       number);
}

bool versions_find_before(const char *data, const char *path, int number,
			  struct version *version, struct err *err)
{
	struct search search = {version, path, number};

	version->number = 0;
	return versions_each(data, look, &search, err);
}

/* --- adding --- */

static bool is_plain(const char *text)
{
	return !text[strcspn(text, "\t\n\r")];
}

/* Drop the start of a line that a crash has left at the end.  Returns the size
 * of the file then, or -1. */
static off_t drop_rest(int file)
{
	off_t end = lseek(file, 0, SEEK_END);
	off_t whole = end;
	char last = '\n';

	while (whole > 0 && pread(file, &last, 1, whole - 1) == 1 &&
	       last != '\n')
		whole--;
	if (whole == end || ftruncate(file, whole) == 0)
		return whole;
	return -1;
}

/* Write at the end; a line that is cut short by a full disk is taken back. */
static bool append(int file, const char *line)
{
	off_t end = drop_rest(file);
	size_t len = strlen(line);

	if (end < 0)
		return false;
	if (write(file, line, len) == (ssize_t)len && fsync(file) == 0)
		return true;
	if (ftruncate(file, end) == 0)
		errno = ENOSPC;
	return false;
}

static bool add_line(const char *folder, const struct version *version,
		     struct err *err)
{
	char path[DATADIR_PATH_SIZE];
	char line[LINE_SIZE];
	bool ok;
	int file;

	snprintf(line, sizeof(line), "%lld\t%s\t%s\t%s\t%s\n",
		 (long long)version->at, version->who, version->how,
		 version->path, version->hash);
	if (!datadir_path(path, folder, INDEX, err) ||
	    !datadir_touch(path, err))
		return false;
	file = open(path, O_RDWR | O_APPEND | O_CLOEXEC, FILE_MODE);
	if (file < 0)
		return fail(err, "write", path);
	ok = append(file, line);
	if (!ok)
		fail(err, "write", path);
	close(file);
	return ok;
}

static bool count_one(void *context, const struct version *version)
{
	*(int *)context = version->number;
	return true;
}

/* With the folder locked. */
static bool add_locked(const char *data, const char *folder,
		       struct version *version, const void *bytes, size_t size,
		       bool *is_new, struct err *err)
{
	struct version latest;
	int count = 0;

	if (!versions_find_before(data, version->path, INT_MAX, &latest, err))
		return false;
	*is_new = latest.number == 0 || strcmp(latest.hash, version->hash) != 0;
	version->number = latest.number;
	if (!*is_new)
		return true;
	if (!versions_each(data, count_one, &count, err))
		return false;
	if (!datadir_has(folder, version->hash) &&
	    !datadir_write_bytes(folder, version->hash, bytes, size, err))
		return false;
	version->number = count + 1;
	return add_line(folder, version, err);
}

bool versions_add(const char *data, struct version *version, const void *bytes,
		  size_t size, bool *is_new, struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	bool ignored;
	bool ok;
	int lock;

	if (size > VERSIONS_BYTES_MAX)
		return err_set(err, ERR_LIMIT,
			       "%s: is too large to be kept; shorten it",
			       version->path);
	if (!is_plain(version->path) || !is_plain(version->who) ||
	    !is_plain(version->how))
		return err_set(err, ERR_SYNTAX,
			       "the name of the content folder holds a tab or "
			       "a line end; rename it");
	if (!datadir_path(folder, data, FOLDER, err) ||
	    !datadir_make(folder, err))
		return false;
	lock = datadir_lock(folder, err);
	if (lock == DATADIR_NO_LOCK)
		return false;
	hash_bytes(version->hash, bytes, size);
	ok = add_locked(data, folder, version, bytes, size,
			is_new ? is_new : &ignored, err);
	datadir_unlock(lock);
	return ok;
}

/* --- reading back --- */

static bool read_file(const char *path, struct arena *arena, char **bytes,
		      size_t *size)
{
	FILE *file = fopen(path, "re");
	struct stat status;
	bool ok = false;

	if (!file)
		return false;
	if (fstat(fileno(file), &status) == 0 && status.st_size >= 0 &&
	    (size_t)status.st_size <= VERSIONS_BYTES_MAX) {
		*size = (size_t)status.st_size;
		*bytes = arena_alloc(arena, *size + 1);
		ok = *bytes && fread(*bytes, 1, *size, file) == *size;
	}
	fclose(file);
	return ok;
}

bool versions_read(const char *data, const struct version *version,
		   struct arena *arena, char **bytes, size_t *size,
		   struct err *err)
{
	char folder[DATADIR_PATH_SIZE];
	char path[DATADIR_PATH_SIZE];
	char hash[HEX_LEN + 1];

	if (!datadir_path(folder, data, FOLDER, err) ||
	    !datadir_path(path, folder, version->hash, err))
		return false;
	errno = 0;
	if (!read_file(path, arena, bytes, size))
		return fail(err, "read", path);
	hash_bytes(hash, *bytes, *size);
	if (strcmp(hash, version->hash) == 0)
		return true;
	return err_set(err, ERR_IO,
		       "%s: is damaged, so version %d cannot be had back", path,
		       version->number);
}
