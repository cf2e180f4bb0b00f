#include "hairline/cmd/content_place.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <time.h>
#include <unistd.h>

#include "hairline/cmd/command.h"
#include "hairline/cmd/content_notice.h"
#include "hairline/cmd/output.h"
#include "hairline/store/datadir.h"

#define LINE_SIZE 512
#define DRAFTS_MAX 100

/* --- the lock --- */

/* The process that holds the flock of a file (proc_locks(5)); 0: unknown. */
static long find_holder(const struct stat *file)
{
	FILE *locks = fopen("/proc/locks", "re");
	char line[LINE_SIZE];
	char kind[16];
	unsigned long long inode;
	unsigned major_id;
	unsigned minor_id;
	long holder = 0;
	long pid;

	while (locks && fgets(line, sizeof(line), locks))
		if (sscanf(line, "%*s %15s %*s %*s %ld %x:%x:%llu", kind, &pid,
			   &major_id, &minor_id, &inode) == 5 &&
		    strcmp(kind, "FLOCK") == 0 && inode == file->st_ino &&
		    major_id == major(file->st_dev) &&
		    minor_id == minor(file->st_dev))
			holder = pid;
	if (locks)
		fclose(locks);
	return holder;
}

static bool refuse_held(const char *dir, int folder, struct err *err)
{
	char who[VERSIONS_NAME_SIZE] = "somebody";
	char process[64];
	struct stat status;
	long holder = 0;

	if (fstat(folder, &status) == 0)
		holder = find_holder(&status);
	snprintf(process, sizeof(process), "/proc/%ld", holder);
	if (holder > 0 && stat(process, &status) == 0)
		content_notice_who(who, status.st_uid);
	return err_set(err, ERR_IO,
		       "%s: is being edited by %s (process %ld); try again "
		       "when they have finished",
		       dir, who, holder);
}

int content_lock(const char *dir, struct err *err)
{
	int folder = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (folder < 0) {
		err_set(err, ERR_IO, "%s: cannot be opened: %s", dir,
			strerror(errno));
		return CONTENT_NO_LOCK;
	}
	if (flock(folder, LOCK_EX | LOCK_NB) == 0)
		return folder;
	refuse_held(dir, folder, err);
	close(folder);
	return CONTENT_NO_LOCK;
}

void content_unlock(int lock)
{
	close(lock);
}

/* --- in place --- */

/* As the file was: the kiosk must still be able to read it. */
static bool take_over(const struct output *output, const struct stat *old)
{
	int file = fileno(output->file);

	if (fchmod(file, old->st_mode & 07777) != 0)
		return false;
	/* Only root may give a file away; for others it is theirs now. */
	return fchown(file, old->st_uid, old->st_gid) == 0 || errno == EPERM;
}

static bool replace(const char *path, const void *bytes, size_t size,
		    struct err *err)
{
	struct output output;
	struct stat old;

	if (stat(path, &old) != 0)
		return err_set(err, ERR_IO, "%s: cannot be looked at: %s", path,
			       strerror(errno));
	if (!output_open(&output, path, err))
		return false;
	if (!take_over(&output, &old) ||
	    fwrite(bytes, 1, size, output.file) != size) {
		err_set(err, ERR_IO, "%s: cannot be written: %s", path,
			strerror(errno));
		output_abandon(&output);
		return false;
	}
	return output_finish(&output, err);
}

/* Who sits at the keyboard: with sudo not root, but who called it. */
static void find_user(char who[VERSIONS_NAME_SIZE])
{
	const char *caller = getuid() == 0 ? getenv("SUDO_USER") : NULL;

	if (caller && *caller && !caller[strcspn(caller, "\t\n\r")])
		snprintf(who, VERSIONS_NAME_SIZE, "%s", caller);
	else
		content_notice_who(who, getuid());
}

bool content_place(const struct options *options, const char *name,
		   const char *how, const void *bytes, size_t size, int *number,
		   struct err *err)
{
	struct version version = {.at = time(NULL)};
	struct err ignored;
	char *real;
	bool ok;

	if (!content_notice_path(version.path, options->content, name, err))
		return false;
	real = realpath(version.path, NULL);
	ok = replace(real ? real : version.path, bytes, size, err);
	free(real);
	if (!ok)
		return false;
	snprintf(version.how, sizeof(version.how), "%s", how);
	find_user(version.who);
	*number = versions_add(options->data, &version, bytes, size, NULL,
			       &ignored)
			  ? version.number
			  : 0;
	return true;
}

/* --- drafts --- */

/* A folder of this process alone; an older one may hold somebody's text. */
static bool make_folder(struct draft *draft, const char *data, struct err *err)
{
	for (int i = 0; i < DRAFTS_MAX; i++) {
		snprintf(draft->dir, sizeof(draft->dir), "%s/draft-%ld-%d",
			 data, (long)getpid(), i);
		if (mkdir(draft->dir, 0700) == 0)
			return true;
		if (errno != EEXIST)
			break;
	}
	return err_set(err, ERR_IO, "%s: cannot be made: %s", draft->dir,
		       strerror(errno));
}

bool draft_make(struct draft *draft, const char *data, const char *name,
		const void *bytes, size_t size, struct err *err)
{
	const char *slash = strrchr(name, '/');

	if (!datadir_make(data, err) || !make_folder(draft, data, err))
		return false;
	name = slash ? slash + 1 : name;
	snprintf(draft->path, sizeof(draft->path), "%s/%s", draft->dir, name);
	if (datadir_write_bytes(draft->dir, name, bytes, size, err))
		return true;
	draft_remove(draft);
	return false;
}

static int is_file(const struct dirent *entry)
{
	return strcmp(entry->d_name, ".") != 0 &&
	       strcmp(entry->d_name, "..") != 0;
}

/* Editors leave copies of their own beside it. */
void draft_remove(const struct draft *draft)
{
	int folder = open(draft->dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	struct dirent **entries = NULL;
	int count = scandir(draft->dir, &entries, is_file, alphasort);

	for (int i = 0; i < count; i++) {
		if (folder >= 0)
			unlinkat(folder, entries[i]->d_name, 0);
		free(entries[i]);
	}
	free(entries);
	if (folder >= 0)
		close(folder);
	rmdir(draft->dir);
}
