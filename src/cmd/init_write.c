#include "hairline/cmd/init_write.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hairline/cmd/content_files.h"
#include "hairline/content/file.h"

#define CLINIC "clinic.ini"
#define PATH_SIZE 4096

struct writer {
	const struct init *init;
	const char *clinic;
	void (*said)(void *context, const char *name, bool is_new);
	void *context;
	bool ok;
	struct err *err;
};

static bool fail(struct err *err, const char *what, const char *path)
{
	return err_set(err, ERR_IO, "%s: cannot be %s: %s", path, what,
		       strerror(errno));
}

static bool make_folder(const char *path, struct err *err)
{
	if (mkdir(path, 0755) == 0 || errno == EEXIST)
		return true;
	return fail(err, "made", path);
}

static bool write_text(int file, const char *text, size_t size)
{
	while (size > 0) {
		ssize_t done = write(file, text, size);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		text += done;
		size -= (size_t)done;
	}
	return fsync(file) == 0;
}

/* A name that is taken is left alone; *is_new tells. */
static bool write_new(const char *path, const char *text, size_t size,
		      bool *is_new, struct err *err)
{
	char draft[PATH_SIZE + 32];
	int file;
	bool ok;

	snprintf(draft, sizeof(draft), "%s.%ld", path, (long)getpid());
	file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
	if (file < 0)
		return fail(err, "made", path);
	ok = write_text(file, text, size);
	if (!ok)
		fail(err, "written", path);
	close(file);
	*is_new = ok && link(draft, path) == 0;
	if (ok && !*is_new && errno != EEXIST)
		ok = fail(err, "made", path);
	unlink(draft);
	return ok;
}

static bool write_one(const struct writer *writer, const char *name)
{
	const struct init *init = writer->init;
	char from[PATH_SIZE];
	char path[PATH_SIZE];
	struct arena arena;
	struct file file = {.text = writer->clinic};
	bool is_new = false;
	bool ok = true;

	snprintf(from, sizeof(from), "%s/%s", init->sample, name);
	snprintf(path, sizeof(path), "%s/%s", init->dir, name);
	arena_init(&arena);
	if (strcmp(name, CLINIC) == 0)
		file.size = strlen(writer->clinic);
	else
		ok = file_read(&file, &arena, from, writer->err);
	ok = ok && write_new(path, file.text, file.size, &is_new, writer->err);
	arena_release(&arena);
	if (ok)
		writer->said(writer->context, name, is_new);
	return ok;
}

static void copy_one(void *context, const char *name, const struct stat *status)
{
	struct writer *writer = context;
	size_t folder = strcspn(name, "/");
	char path[PATH_SIZE];

	(void)status;
	if (!writer->ok ||
	    (name[folder] && !init_wants(writer->init, name, folder)))
		return;
	snprintf(path, sizeof(path), "%s/%.*s", writer->init->dir, (int)folder,
		 name);
	writer->ok = (!name[folder] || make_folder(path, writer->err)) &&
		     write_one(writer, name);
}

bool init_write(const struct init *init, const char *clinic,
		void (*said)(void *context, const char *name, bool is_new),
		void *context, struct err *err)
{
	struct writer writer = {.init = init,
				.clinic = clinic,
				.said = said,
				.context = context,
				.ok = true,
				.err = err};

	if (!make_folder(init->dir, err))
		return false;
	if (!content_files_each(init->sample, copy_one, &writer))
		return fail(err, "read", init->sample);
	return writer.ok;
}
