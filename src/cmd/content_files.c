#include "hairline/cmd/content_files.h"

#include <dirent.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATH_SIZE 4096
#define NAME_SIZE 512

static const char *const endings[] = {".ini", ".json", ".md", ".txt"};

static bool is_content(const char *name)
{
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; dot && i < sizeof(endings) / sizeof(endings[0]); i++)
		if (strcmp(dot, endings[i]) == 0)
			return true;
	return false;
}

struct walk {
	const char *dir;
	void (*each)(void *context, const char *name,
		     const struct stat *status);
	void (*folder)(void *context, const char *name);
	void *context;
};

static bool join(char *out, size_t size, const char *a, const char *b)
{
	int len = snprintf(out, size, "%s/%s", a, b);

	return len > 0 && (size_t)len < size;
}

static void take(const struct walk *walk, const char *name)
{
	char path[PATH_SIZE];
	struct stat status;

	if (!join(path, sizeof(path), walk->dir, name) ||
	    stat(path, &status) != 0)
		return;
	if (S_ISDIR(status.st_mode) && walk->folder)
		walk->folder(walk->context, name);
	if (S_ISREG(status.st_mode) && walk->each && is_content(name))
		walk->each(walk->context, name, &status);
}

/* Drafts of editors and of ours start with a dot. */
static int is_shown(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static bool go_through(const struct walk *walk, const char *folder)
{
	char path[PATH_SIZE];
	char name[NAME_SIZE];
	struct dirent **entries = NULL;
	int count;

	if (!join(path, sizeof(path), walk->dir, folder))
		return false;
	count = scandir(path, &entries, is_shown, alphasort);
	for (int i = 0; i < count; i++) {
		if (!*folder)
			take(walk, entries[i]->d_name);
		else if (join(name, sizeof(name), folder, entries[i]->d_name))
			take(walk, name);
		free(entries[i]);
	}
	free(entries);
	return count >= 0;
}

bool content_files_folders(const char *dir,
			   void (*each)(void *context, const char *name),
			   void *context)
{
	struct walk walk = {.dir = dir, .folder = each, .context = context};

	return go_through(&walk, "");
}

static void enter(void *context, const char *name)
{
	go_through(context, name);
}

bool content_files_each(const char *dir,
			void (*each)(void *context, const char *name,
				     const struct stat *status),
			void *context)
{
	struct walk walk = {.dir = dir, .each = each, .context = context};

	return go_through(&walk, "") &&
	       content_files_folders(dir, enter, &walk);
}

static void add_stamp(void *context, const char *name,
		      const struct stat *status)
{
	const uint64_t facts[] = {
		(uint64_t)status->st_dev,
		(uint64_t)status->st_ino,
		(uint64_t)status->st_size,
		(uint64_t)status->st_mode,
		(uint64_t)status->st_mtim.tv_sec,
		(uint64_t)status->st_mtim.tv_nsec,
		(uint64_t)status->st_ctim.tv_sec,
		(uint64_t)status->st_ctim.tv_nsec,
	};
	crypto_generichash_state state;
	unsigned char sum[crypto_generichash_BYTES_MIN];
	uint64_t part;

	crypto_generichash_init(&state, NULL, 0, sizeof(sum));
	crypto_generichash_update(&state, (const unsigned char *)name,
				  strlen(name) + 1);
	crypto_generichash_update(&state, (const unsigned char *)facts,
				  sizeof(facts));
	crypto_generichash_final(&state, sum, sizeof(sum));
	memcpy(&part, sum, sizeof(part));
	*(uint64_t *)context += part;
}

uint64_t content_files_stamp(const char *dir)
{
	uint64_t stamp = 0;

	content_files_each(dir, add_stamp, &stamp);
	return stamp;
}
