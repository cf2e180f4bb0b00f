#include "hairline/store/datadir.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define FOLDER_MODE 0700
#define FILE_MODE 0600
#define NAME_SIZE 80

static bool fail(struct err *err, const char *what, const char *path)
{
	return err_set(err, ERR_IO,
		       "%s: cannot %s (%s): check the owner and the rights of "
		       "the data folder and that its disk has room",
		       path, what, strerror(errno));
}

static int open_folder(const char *path)
{
	return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* Make what was created in, renamed in or removed from a folder last. */
static bool sync_folder(const char *path)
{
	int folder = open_folder(path);
	bool ok = folder >= 0 && fsync(folder) == 0;

	if (folder >= 0)
		close(folder);
	return ok;
}

static bool sync_parent(const char *path)
{
	char parent[DATADIR_PATH_SIZE];
	char *slash;

	snprintf(parent, sizeof(parent), "%s", path);
	slash = strrchr(parent, '/');
	if (!slash)
		return sync_folder(".");
	slash[slash == parent] = '\0';
	return sync_folder(parent);
}

static bool make_one(const char *path, struct err *err)
{
	if (mkdir(path, FOLDER_MODE) != 0)
		return errno == EEXIST || fail(err, "make the folder", path);
	if (chmod(path, FOLDER_MODE) != 0 || !sync_parent(path))
		return fail(err, "make the folder", path);
	return true;
}

static bool make_parents(char *path, struct err *err)
{
	for (char *slash = path + 1; *slash; slash++) {
		bool ok;

		if (*slash != '/')
			continue;
		*slash = '\0';
		ok = make_one(path, err);
		*slash = '/';
		if (!ok)
			return false;
	}
	return true;
}

static bool close_to_others(const char *path, mode_t mode, struct err *err)
{
	bool is_open = mode & (S_IRWXG | S_IRWXO);

	if (is_open && chmod(path, mode & S_IRWXU) != 0)
		return fail(err, "close to other users", path);
	return true;
}

static bool write_all(int file, const char *text, size_t left)
{
	while (left > 0) {
		ssize_t done = write(file, text, left);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		text += done;
		left -= (size_t)done;
	}
	return true;
}

/* A new file of ours alone, written to the disk and closed. */
static bool write_new(const char *path, const char *text, size_t size)
{
	int file =
		open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
	bool ok;

	if (file < 0)
		return false;
	ok = fchmod(file, FILE_MODE) == 0 && write_all(file, text, size) &&
	     fsync(file) == 0;
	return close(file) == 0 && ok;
}

static bool read_all(int file, char *text, size_t size)
{
	size_t len = 0;

	while (len < size) {
		ssize_t done = read(file, text + len, size - len);

		if (done < 0 && errno == EINTR)
			continue;
		if (done < 0)
			return false;
		if (done == 0)
			break;
		len += (size_t)done;
	}
	if (len == size) {
		errno = EFBIG;
		return false;
	}
	text[len] = '\0';
	return true;
}

bool datadir_path(char path[DATADIR_PATH_SIZE], const char *dir,
		  const char *name, struct err *err)
{
	int len = snprintf(path, DATADIR_PATH_SIZE, "%s/%s", dir, name);

	if (len < 0 || len >= DATADIR_PATH_SIZE)
		return err_set(err, ERR_LIMIT,
			       "the name of the data folder is too long: name "
			       "a shorter one with --data");
	return true;
}

bool datadir_split(char folder[DATADIR_PATH_SIZE], const char **name,
		   const char *path, struct err *err)
{
	const char *slash = strrchr(path, '/');
	int len = slash ? (int)(slash - path) : 0;

	*name = slash ? slash + 1 : path;
	if (len >= DATADIR_PATH_SIZE || !**name)
		return err_set(err, ERR_IO, "%s: is not the name of a file",
			       path);
	if (!slash)
		snprintf(folder, DATADIR_PATH_SIZE, ".");
	else if (len == 0)
		snprintf(folder, DATADIR_PATH_SIZE, "/");
	else
		snprintf(folder, DATADIR_PATH_SIZE, "%.*s", len, path);
	return true;
}

bool datadir_make(const char *path, struct err *err)
{
	char copy[DATADIR_PATH_SIZE];
	struct stat status;

	if (!datadir_path(copy, path, "", err) || !make_parents(copy, err))
		return false;
	if (stat(path, &status) != 0)
		return fail(err, "look at the folder", path);
	if (!S_ISDIR(status.st_mode))
		return err_set(err, ERR_IO,
			       "%s: is not a folder: name another with --data",
			       path);
	if (status.st_mode & S_ISVTX)
		return err_set(err, ERR_IO,
			       "%s: is shared by all users: name a folder of "
			       "its own with --data",
			       path);
	return close_to_others(path, status.st_mode, err);
}

bool datadir_has(const char *dir, const char *name)
{
	char path[DATADIR_PATH_SIZE];
	struct err ignored;

	return datadir_path(path, dir, name, &ignored) &&
	       access(path, F_OK) == 0;
}

bool datadir_touch(const char *path, struct err *err)
{
	struct stat status;

	if (lstat(path, &status) != 0) {
		if (errno != ENOENT)
			return fail(err, "look at the file", path);
		if (!write_new(path, "", 0) || !sync_parent(path))
			return fail(err, "make the file", path);
		return true;
	}
	if (!S_ISREG(status.st_mode))
		return err_set(err, ERR_IO,
			       "%s: is not a plain file: move it away", path);
	return close_to_others(path, status.st_mode, err);
}

bool datadir_read(const char *dir, const char *name, char *text, size_t size,
		  struct err *err)
{
	char path[DATADIR_PATH_SIZE];
	int file;
	bool ok;

	if (!datadir_path(path, dir, name, err))
		return false;
	file = open(path, O_RDONLY | O_CLOEXEC);
	ok = file >= 0 && read_all(file, text, size);
	if (!ok)
		fail(err, "read", path);
	if (file >= 0)
		close(file);
	return ok;
}

bool datadir_write(const char *dir, const char *name, const char *text,
		   struct err *err)
{
	return datadir_write_bytes(dir, name, text, strlen(text), err);
}

bool datadir_write_bytes(const char *dir, const char *name, const char *bytes,
			 size_t size, struct err *err)
{
	char path[DATADIR_PATH_SIZE];
	char draft[DATADIR_PATH_SIZE];
	char draft_name[NAME_MAX];

	if (snprintf(draft_name, sizeof(draft_name), "%s.new", name) >=
	    (int)sizeof(draft_name))
		return err_set(err, ERR_LIMIT,
			       "%s: the name is too long: use a shorter one",
			       name);
	if (!datadir_path(path, dir, name, err) ||
	    !datadir_path(draft, dir, draft_name, err))
		return false;
	unlink(draft); /* of a process that was killed */
	if (write_new(draft, bytes, size) && rename(draft, path) == 0 &&
	    sync_parent(path))
		return true;
	fail(err, "write", path);
	unlink(draft);
	return false;
}

bool datadir_remove(const char *dir, const char *name, struct err *err)
{
	char path[DATADIR_PATH_SIZE];

	if (!datadir_path(path, dir, name, err))
		return false;
	if (unlink(path) != 0)
		return errno == ENOENT || fail(err, "remove", path);
	return sync_parent(path) || fail(err, "remove", path);
}

bool datadir_rename(const char *dir, const char *name, const char *to,
		    struct err *err)
{
	char old[DATADIR_PATH_SIZE];
	char new[DATADIR_PATH_SIZE];

	return datadir_path(old, dir, name, err) &&
	       datadir_path(new, dir, to, err) &&
	       ((rename(old, new) == 0 && sync_parent(new)) ||
		fail(err, "rename", old));
}

/* DATADIR_NO_LOCK when it does not get it. */
static int lock_folder(const char *dir, int how, bool *is_held, struct err *err)
{
	int lock = open_folder(dir);
	int done;

	*is_held = false;
	if (lock < 0) {
		fail(err, "open the folder", dir);
		return DATADIR_NO_LOCK;
	}
	do {
		done = flock(lock, how);
	} while (done != 0 && errno == EINTR);
	if (done == 0)
		return lock;
	*is_held = errno == EWOULDBLOCK;
	if (*is_held)
		err_set(err, ERR_STORE,
			how & LOCK_EX
				? "%s: is in use: close the kiosk and every "
				  "other hairline on it, and try again"
				: "%s: a backup is being put back there: try "
				  "again when that is done",
			dir);
	else
		fail(err, "lock the folder", dir);
	close(lock);
	return DATADIR_NO_LOCK;
}

int datadir_lock(const char *dir, struct err *err)
{
	bool is_held;

	return lock_folder(dir, LOCK_EX, &is_held, err);
}

int datadir_try_lock(const char *dir, bool *is_held, struct err *err)
{
	return lock_folder(dir, LOCK_EX | LOCK_NB, is_held, err);
}

int datadir_share(const char *dir, struct err *err)
{
	bool is_held;

	return lock_folder(dir, LOCK_SH | LOCK_NB, &is_held, err);
}

int datadir_own(const char *dir, struct err *err)
{
	bool is_held;

	return lock_folder(dir, LOCK_EX | LOCK_NB, &is_held, err);
}

void datadir_unlock(int lock)
{
	if (lock != DATADIR_NO_LOCK)
		close(lock);
}
