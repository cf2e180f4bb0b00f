#include "hairline/content/file.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hairline/base/utf8.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* O_NONBLOCK: a pipe in the content folder must not hang the kiosk. */
static int open_file(const char *path, const char *shown, size_t *size,
		     struct err *err)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat status;

	if (fd < 0) {
		err_set(err, ERR_IO, "%s:1: cannot be opened: %s", shown,
			strerror(errno));
		return -1;
	}
	if (fstat(fd, &status) != 0 || !S_ISREG(status.st_mode)) {
		err_set(err, ERR_IO,
			"%s:1: is not a file; put an ordinary file there",
			shown);
	} else if (status.st_size > (off_t)FILE_SIZE_MAX) {
		err_set(err, ERR_LIMIT,
			"%s:1: is larger than %zu MB; shorten it", shown,
			FILE_SIZE_MAX / (1024 * 1024));
	} else {
		*size = (size_t)status.st_size;
		return fd;
	}
	close(fd);
	return -1;
}

/* Read until size bytes or the end.  False when reading fails. */
static bool read_bytes(int fd, char *bytes, size_t *size)
{
	size_t done = 0;

	while (done < *size) {
		ssize_t step = read(fd, bytes + done, *size - done);

		if (step < 0 && errno == EINTR)
			continue;
		if (step < 0)
			return false;
		if (step == 0)
			break;
		done += (size_t)step;
	}
	*size = done;
	return true;
}

static char *read_whole(struct arena *arena, const char *path,
			const char *shown, size_t *size, struct err *err)
{
	int fd = open_file(path, shown, size, err);
	char *bytes;

	if (fd < 0)
		return NULL;
	bytes = arena_alloc(arena, *size + 1);
	if (!bytes) {
		err_set(err, ERR_MEMORY, "%s:1: no memory to read it", shown);
	} else if (!read_bytes(fd, bytes, size)) {
		err_set(err, ERR_IO, "%s:1: cannot be read: %s", shown,
			strerror(errno));
		bytes = NULL;
	} else {
		bytes[*size] = '\0';
	}
	close(fd);
	return bytes;
}

/* Drop the carriage return of each line end, in place.  Returns the size. */
static size_t join_line_ends(char *text, size_t size)
{
	size_t kept = 0;

	for (size_t i = 0; i < size; i++)
		if (text[i] != '\r' || text[i + 1] != '\n')
			text[kept++] = text[i];
	text[kept] = '\0';
	return kept;
}

static bool check_line(const char *path, unsigned line, const char *text,
		       size_t len, struct err *err)
{
	if (!utf8_is_valid(text, len))
		return err_set(err, ERR_SYNTAX,
			       "%s:%u: is not UTF-8; save the file as UTF-8",
			       path, line);
	if (memchr(text, '\0', len))
		return err_set(err, ERR_SYNTAX,
			       "%s:%u: holds a NUL byte; this is not a text "
			       "file",
			       path, line);
	return true;
}

static bool check_text(const struct file *file, struct err *err)
{
	const char *text = file->text;
	const char *end = text + file->size;

	for (unsigned line = 1; text < end; line++) {
		const char *stop = memchr(text, '\n', (size_t)(end - text));

		if (!stop)
			stop = end;
		if (!check_line(file->path, line, text, (size_t)(stop - text),
				err))
			return false;
		text = stop + 1;
	}
	return true;
}

static void hash_text(struct file *file)
{
	unsigned char hash[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(hash, (const unsigned char *)file->text, file->size);
	sodium_bin2hex(file->hash, sizeof(file->hash), hash, sizeof(hash));
}

bool file_read_as(struct file *file, struct arena *arena, const char *path,
		  const char *shown, struct err *err)
{
	size_t size = 0;
	char *text = read_whole(arena, path, shown, &size, err);

	if (!text)
		return false;
	if (strncmp(text, BYTE_ORDER_MARK, strlen(BYTE_ORDER_MARK)) == 0) {
		text += strlen(BYTE_ORDER_MARK);
		size -= strlen(BYTE_ORDER_MARK);
	}
	file->path = arena_dup(arena, shown);
	if (!file->path)
		return err_set(err, ERR_MEMORY, "%s:1: no memory to read it",
			       shown);
	file->size = join_line_ends(text, size);
	file->text = text;
	if (!check_text(file, err))
		return false;
	hash_text(file);
	return true;
}

bool file_read(struct file *file, struct arena *arena, const char *path,
	       struct err *err)
{
	return file_read_as(file, arena, path, path, err);
}

unsigned file_line(const struct file *file, size_t offset)
{
	unsigned line = 1;

	for (size_t i = 0; i < offset && i < file->size; i++)
		if (file->text[i] == '\n')
			line++;
	return line;
}
