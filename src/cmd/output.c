#include "hairline/cmd/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Signals that people send to a program that takes too long. */
static const int held_signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};

static void hold_signals(struct output *output)
{
	sigset_t held;

	sigemptyset(&held);
	for (size_t i = 0; i < sizeof(held_signals) / sizeof(held_signals[0]);
	     i++)
		sigaddset(&held, held_signals[i]);
	sigprocmask(SIG_BLOCK, &held, &output->signals);
}

static bool fail(const struct output *output, const char *what, struct err *err)
{
	return err_set(err, ERR_IO, "%s: %s: %s", output->path, what,
		       strerror(errno));
}

/* The folder of the path, and its name in that. */
static bool split(struct output *output, char folder[PATH_MAX], struct err *err)
{
	const char *slash = strrchr(output->path, '/');
	size_t len = slash ? (size_t)(slash - output->path) + 1 : 0;

	if (len >= PATH_MAX)
		return err_set(err, ERR_LIMIT,
			       "the name of the file is too long: use a "
			       "shorter one");
	memcpy(folder, slash ? output->path : ".", slash ? len : 1);
	folder[slash ? len : 1] = '\0';
	output->name = slash ? slash + 1 : output->path;
	return true;
}

static bool open_folder(struct output *output, struct err *err)
{
	char folder[PATH_MAX];

	if (!split(output, folder, err))
		return false;
	output->folder = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (output->folder < 0)
		return fail(output, "its folder cannot be opened", err);
	return true;
}

static bool may_replace(const struct output *output, struct err *err)
{
	struct stat found;

	if (fstatat(output->folder, output->name, &found,
		    AT_SYMLINK_NOFOLLOW) != 0)
		return errno == ENOENT ||
		       fail(output, "cannot be looked at", err);
	if (S_ISREG(found.st_mode))
		return true;
	return err_set(err, ERR_IO,
		       "%s: is not an ordinary file, so it is left alone: "
		       "choose another name",
		       output->path);
}

static bool name_temporary(char *temporary, const char *name, struct err *err)
{
	int len = snprintf(temporary, NAME_MAX + 1, ".%s.%ld", name,
			   (long)getpid());

	return (len >= 0 && len <= NAME_MAX) ||
	       err_set(err, ERR_LIMIT,
		       "the name of the file is too long: use a shorter one");
}

static bool open_temporary(struct output *output, struct err *err)
{
	int fd;

	if (!name_temporary(output->temporary, output->name, err))
		return false;
	fd = openat(output->folder, output->temporary,
		    O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return fail(output, "cannot be made", err);
	output->file = fdopen(fd, "w");
	if (output->file)
		return true;
	fail(output, "cannot be made", err);
	close(fd);
	unlinkat(output->folder, output->temporary, 0);
	return false;
}

bool output_open(struct output *output, const char *path, struct err *err)
{
	*output = (struct output){.path = path, .folder = -1};
	if (!open_folder(output, err))
		return false;
	hold_signals(output);
	if (may_replace(output, err) && open_temporary(output, err))
		return true;
	sigprocmask(SIG_SETMASK, &output->signals, NULL);
	close(output->folder);
	return false;
}

bool output_draft(const struct output *output, char path[PATH_MAX],
		  struct err *err)
{
	int folder = (int)(output->name - output->path);
	int len = snprintf(path, PATH_MAX, "%.*s%s", folder, output->path,
			   output->temporary);

	return (len > 0 && len < PATH_MAX) ||
	       err_set(err, ERR_LIMIT,
		       "the name of the file is too long: use a shorter one");
}

void output_close(struct output *output)
{
	if (output->file)
		fclose(output->file);
	close(output->folder);
	output->file = NULL;
	sigprocmask(SIG_SETMASK, &output->signals, NULL);
}

/* On the disk, and its name too, before the other name points at it. */
bool output_settle(struct output *output, struct err *err)
{
	if (fflush(output->file) != 0 || ferror(output->file) ||
	    fsync(fileno(output->file)) != 0)
		return fail(output, "cannot be written", err);
	if (fsync(output->folder) != 0)
		return fail(output, "its folder cannot be written", err);
	return true;
}

bool output_place(struct output *output, struct err *err)
{
	if (renameat(output->folder, output->temporary, output->folder,
		     output->name) != 0)
		return fail(output, "cannot take its place", err);
	if (fsync(output->folder) != 0)
		return fail(output, "its folder cannot be written", err);
	return true;
}

bool output_finish(struct output *output, struct err *err)
{
	if (!output_settle(output, err) || !output_place(output, err)) {
		output_abandon(output);
		return false;
	}
	output_close(output);
	return true;
}

void output_abandon(struct output *output)
{
	unlinkat(output->folder, output->temporary, 0);
	output_close(output);
}

bool output_temporary(char temporary[PATH_MAX], const char *path,
		      struct err *err)
{
	struct output output = {.path = path};
	char folder[PATH_MAX];
	char real[PATH_MAX];
	char name[NAME_MAX + 1];
	int len;

	if (!split(&output, folder, err) ||
	    !name_temporary(name, output.name, err))
		return false;
	if (!realpath(folder, real))
		return fail(&output, "its folder cannot be opened", err);
	len = snprintf(temporary, PATH_MAX, "%s/%s",
		       strcmp(real, "/") == 0 ? "" : real, name);
	return (len >= 0 && len < PATH_MAX) ||
	       err_set(err, ERR_LIMIT,
		       "the name of the file is too long: use a shorter one");
}
