#include "support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

const char *const sample_files[] = {
	"clinic.ini",  "theme.ini", "screening.json",
	"en/text.ini", "en/faq.md", "en/privacy.md",
	"es/text.ini", "es/faq.md", "es/privacy.md",
	NULL,
};

/* What the sample leaves to the assets, so that it does not grow old. */
static const char *const borrowed[] = {
	"theme.ini",     "en/text.ini",   "es/text.ini",
	"en/claims.ini", "es/claims.ini", NULL,
};

char *sample_read(const char *dir, const char *name, size_t *size)
{
	char path[2 * FOLDER_PATH];
	char *bytes;
	FILE *file;
	long end;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "rb");
	if (!file)
		fail_msg("%s cannot be opened", path);
	fseek(file, 0, SEEK_END);
	end = ftell(file);
	rewind(file);
	bytes = calloc(1, (size_t)end + 1);
	assert_non_null(bytes);
	*size = fread(bytes, 1, (size_t)end, file);
	fclose(file);
	return bytes;
}

void sample_write(const char *dir, const char *name, const char *bytes,
		  size_t size)
{
	char path[2 * FOLDER_PATH];
	FILE *file;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	file = fopen(path, "wb");
	if (!file)
		fail_msg("%s cannot be opened", path);
	assert_int_equal(fwrite(bytes, 1, size, file), size);
	assert_int_equal(fclose(file), 0);
}

void sample_make(char dir[FOLDER_PATH])
{
	folder_make(dir);
	folder_copy("tests/data/content", dir);
	for (int i = 0; borrowed[i]; i++) {
		size_t size;
		char *bytes = sample_read("assets", borrowed[i], &size);

		sample_write(dir, borrowed[i], bytes, size);
		free(bytes);
	}
}
