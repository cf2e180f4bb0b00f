#include "hairline/store/keyfile.h"

#include <sodium.h>
#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/store/datadir.h"

#define TEXT_SIZE 512
#define BASE64_SIZE                                 \
	sodium_base64_ENCODED_LEN(KEYFILE_KEY_SIZE, \
				  sodium_base64_VARIANT_ORIGINAL)

static const char *const heads[] = {
	[KEYFILE_PUBLIC] = "hairline public key 1\n",
	[KEYFILE_SECRET] = "hairline secret key 1\n",
};

static void print(char *text, enum keyfile_kind kind, const uint8_t *key)
{
	struct buf buf;

	buf_init(&buf, text, TEXT_SIZE);
	buf_add(&buf, heads[kind]);
	buf_add(&buf, "protection none\nkey ");
	sodium_bin2base64(buf.at + buf.len, BASE64_SIZE, key, KEYFILE_KEY_SIZE,
			  sodium_base64_VARIANT_ORIGINAL);
	buf.len = strlen(buf.at);
	buf_add(&buf, "\n");
}

/* Move behind a beginning; false when the text begins with something else. */
static bool skip(const char **text, const char *beginning)
{
	size_t len = strlen(beginning);

	if (strncmp(*text, beginning, len) != 0)
		return false;
	*text += len;
	return true;
}

static bool read_key(uint8_t *key, const char *text)
{
	size_t size;
	const char *end;

	return skip(&text, "key ") &&
	       sodium_base642bin(key, KEYFILE_KEY_SIZE, text, strlen(text),
				 NULL, &size, &end,
				 sodium_base64_VARIANT_ORIGINAL) == 0 &&
	       size == KEYFILE_KEY_SIZE && strcmp(end, "\n") == 0;
}

static bool parse(const char *text, enum keyfile_kind kind, uint8_t *key,
		  bool *is_protected)
{
	if (!skip(&text, heads[kind]))
		return false;
	*is_protected = strncmp(text, "protection none\n", 16) != 0;
	if (*is_protected)
		return kind == KEYFILE_SECRET && skip(&text, "protection ");
	return skip(&text, "protection none\n") && read_key(key, text);
}

bool keyfile_write(const char *dir, const char *name, enum keyfile_kind kind,
		   const uint8_t key[KEYFILE_KEY_SIZE], struct err *err)
{
	char *text = sodium_malloc(TEXT_SIZE);
	bool ok;

	if (!text)
		return err_set(err, ERR_MEMORY, "no memory for a key");
	print(text, kind, key);
	ok = datadir_write(dir, name, text, err);
	sodium_free(text);
	return ok;
}

bool keyfile_read(const char *dir, const char *name, enum keyfile_kind kind,
		  uint8_t key[KEYFILE_KEY_SIZE], bool *is_protected,
		  struct err *err)
{
	char *text = sodium_malloc(TEXT_SIZE);
	bool ok;

	if (!text)
		return err_set(err, ERR_MEMORY, "no memory for a key");
	ok = datadir_read(dir, name, text, TEXT_SIZE, err);
	if (ok && !parse(text, kind, key, is_protected))
		ok = err_set(err, ERR_KEY,
			     "%s/%s: is not a key file of this program: "
			     "restore it from a backup",
			     dir, name);
	sodium_free(text);
	return ok;
}
