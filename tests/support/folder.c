#include "support/folder.h"

#include <errno.h>
#include <fts.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void *read_whole(const char *path, size_t *len)
{
	FILE *file = fopen(path, "rb");
	size_t cap = 1 << 16;
	char *bytes = malloc(cap);
	size_t got;

	*len = 0;
	if (!file || !bytes)
		fail_msg("cannot read %s: %s", path, strerror(errno));
	while ((got = fread(bytes + *len, 1, cap - *len, file)) > 0) {
		*len += got;
		if (*len < cap)
			continue;
		cap *= 2;
		bytes = realloc(bytes, cap);
		assert_non_null(bytes);
	}
	fclose(file);
	return bytes;
}

static void write_whole(const char *path, const void *bytes, size_t len)
{
	FILE *file = fopen(path, "wb");

	if (!file || fwrite(bytes, 1, len, file) != len || fclose(file) != 0)
		fail_msg("cannot write %s: %s", path, strerror(errno));
}

static FTS *open_tree(const char *dir)
{
	char root[FOLDER_PATH];
	char *const roots[] = {root, NULL};
	FTS *tree;

	snprintf(root, sizeof(root), "%s", dir);
	tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
	if (!tree)
		fail_msg("cannot look into %s: %s", dir, strerror(errno));
	return tree;
}

static void remove_entry(const FTSENT *entry)
{
	if (entry->fts_info == FTS_D)
		chmod(entry->fts_accpath, 0700);
	else if (entry->fts_info == FTS_DP)
		rmdir(entry->fts_accpath);
	else
		unlink(entry->fts_accpath);
}

static void copy_entry(const FTSENT *entry, size_t root_len, const char *to)
{
	char target[2 * FOLDER_PATH];
	size_t len;
	void *bytes;

	snprintf(target, sizeof(target), "%s%s", to,
		 entry->fts_path + root_len);
	if (entry->fts_info == FTS_D)
		mkdir(target, 0700);
	if (entry->fts_info != FTS_F)
		return;
	bytes = read_whole(entry->fts_path, &len);
	write_whole(target, bytes, len);
	free(bytes);
}

static bool entry_has(const FTSENT *entry, const char *needle, size_t len)
{
	bool found = memmem(entry->fts_name, entry->fts_namelen, needle, len);
	size_t size;
	void *bytes;

	if (entry->fts_info == FTS_F) {
		bytes = read_whole(entry->fts_path, &size);
		found = found || memmem(bytes, size, needle, len);
		free(bytes);
	}
	if (found)
		print_message("found in %s\n", entry->fts_path);
	return found;
}

void folder_make(char path[FOLDER_PATH])
{
	const char *parent = getenv("TMPDIR");

	snprintf(path, FOLDER_PATH, "%s/hairline-XXXXXX",
		 parent && *parent ? parent : "/tmp");
	if (!mkdtemp(path))
		fail_msg("cannot make %s: %s", path, strerror(errno));
}

void folder_remove(const char *path)
{
	FTS *tree;
	FTSENT *entry;

	if (!*path || access(path, F_OK) != 0)
		return;
	tree = open_tree(path);
	while ((entry = fts_read(tree)))
		remove_entry(entry);
	fts_close(tree);
}

void folder_copy(const char *from, const char *to)
{
	FTS *tree = open_tree(from);
	FTSENT *entry;

	while ((entry = fts_read(tree)))
		copy_entry(entry, strlen(from), to);
	fts_close(tree);
}

void folder_write(const char *dir, const char *name, const char *text)
{
	char path[2 * FOLDER_PATH];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	write_whole(path, text, strlen(text));
}

bool folder_has(const char *dir, const char *bytes, size_t len)
{
	FTS *tree = open_tree(dir);
	FTSENT *entry;
	bool found = false;

	while ((entry = fts_read(tree)))
		if (entry->fts_info != FTS_DP && entry->fts_level > 0 &&
		    entry_has(entry, bytes, len))
			found = true;
	fts_close(tree);
	return found;
}

size_t folder_count(const char *dir)
{
	FTS *tree = open_tree(dir);
	FTSENT *entry;
	size_t count = 0;

	while ((entry = fts_read(tree)))
		if (entry->fts_info != FTS_D && entry->fts_info != FTS_DP)
			count++;
	fts_close(tree);
	return count;
}
