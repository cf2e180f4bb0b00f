#include "hairline/store/keyfile.h"

#include <inttypes.h>
#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/store/datadir.h"
#include "hairline/store/passphrase.h"

#define TEXT_SIZE 512
#define VARIANT sodium_base64_VARIANT_ORIGINAL

_Static_assert(KEYFILE_KEY_SIZE == PASSPHRASE_KEY_SIZE, "a key");

static const char *const heads[] = {
	[KEYFILE_PUBLIC] = "hairline public key 1\n",
	[KEYFILE_SECRET] = "hairline secret key 1\n",
};

/* What a file holds; in guarded memory, as the text it comes from. */
struct content {
	bool is_protected;
	struct passphrase_lock lock;
	uint8_t key[PASSPHRASE_CLOSED_SIZE]; /* as it stands in the file */
	char text[TEXT_SIZE];
};

static struct content *new_content(struct err *err)
{
	struct content *content = sodium_malloc(sizeof(*content));

	if (!content)
		err_set(err, ERR_MEMORY, "no memory for a key");
	return content;
}

static size_t key_size(const struct content *content)
{
	return content->is_protected ? PASSPHRASE_CLOSED_SIZE
				     : KEYFILE_KEY_SIZE;
}

static void add_base64(struct buf *buf, const uint8_t *bytes, size_t size)
{
	sodium_bin2base64(buf->at + buf->len, buf->cap - buf->len, bytes, size,
			  VARIANT);
	buf->len = strlen(buf->at);
}

static void print(struct content *content, enum keyfile_kind kind)
{
	struct buf buf;

	buf_init(&buf, content->text, TEXT_SIZE);
	buf_add(&buf, heads[kind]);
	if (content->is_protected) {
		buf_addf(&buf, "protection argon2id %" PRIu64 " %" PRIu64 " ",
			 content->lock.passes, content->lock.memory);
		add_base64(&buf, content->lock.salt, PASSPHRASE_SALT_SIZE);
	} else {
		buf_add(&buf, "protection none");
	}
	buf_add(&buf, "\nkey ");
	add_base64(&buf, content->key, key_size(content));
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

/* Exactly so many bytes, and the end of the line. */
static bool read_base64(const char **text, uint8_t *bytes, size_t size)
{
	size_t found;

	return sodium_base642bin(bytes, size, *text, strlen(*text), NULL,
				 &found, text, VARIANT) == 0 &&
	       found == size && skip(text, "\n");
}

static bool read_number(const char **text, uint64_t *number)
{
	char *end;

	*number = strtoull(*text, &end, 10);
	if (**text < '0' || **text > '9' || *end != ' ')
		return false;
	*text = end + 1;
	return true;
}

static bool read_lock(const char **text, struct passphrase_lock *lock)
{
	return skip(text, "protection argon2id ") &&
	       read_number(text, &lock->passes) &&
	       read_number(text, &lock->memory) &&
	       read_base64(text, lock->salt, PASSPHRASE_SALT_SIZE);
}

static bool read_key(struct content *content, const char *text)
{
	return skip(&text, "key ") &&
	       read_base64(&text, content->key, key_size(content)) && !*text;
}

/* Of a key under a passphrase no more than that: a kiosk that only saves is
 * not stopped by a protection that it does not know. */
static bool parse(struct content *content, enum keyfile_kind kind)
{
	const char *text = content->text;

	if (!skip(&text, heads[kind]))
		return false;
	content->is_protected = !skip(&text, "protection none\n");
	if (content->is_protected)
		return kind == KEYFILE_SECRET && skip(&text, "protection ");
	return read_key(content, text);
}

/* The rest of it. */
static bool parse_closed(struct content *content)
{
	const char *text = content->text;

	return skip(&text, heads[KEYFILE_SECRET]) &&
	       read_lock(&text, &content->lock) && read_key(content, text);
}

static bool refuse(const char *dir, const char *name, struct err *err)
{
	return err_set(err, ERR_KEY,
		       "%s/%s: is not a key file of this program: restore it "
		       "from a copy",
		       dir, name);
}

/* The file, or NULL. */
static struct content *load(const char *dir, const char *name,
			    enum keyfile_kind kind, struct err *err)
{
	struct content *content = new_content(err);

	if (content && datadir_read(dir, name, content->text, TEXT_SIZE, err)) {
		if (parse(content, kind))
			return content;
		refuse(dir, name, err);
	}
	sodium_free(content);
	return NULL;
}

static bool save(struct content *content, const char *dir, const char *name,
		 enum keyfile_kind kind, struct err *err)
{
	print(content, kind);
	return datadir_write(dir, name, content->text, err);
}

bool keyfile_write(const char *dir, const char *name, enum keyfile_kind kind,
		   const uint8_t key[KEYFILE_KEY_SIZE], struct err *err)
{
	struct content *content = new_content(err);
	bool ok;

	if (!content)
		return false;
	content->is_protected = false;
	memcpy(content->key, key, KEYFILE_KEY_SIZE);
	ok = save(content, dir, name, kind, err);
	sodium_free(content);
	return ok;
}

bool keyfile_read(const char *dir, const char *name, enum keyfile_kind kind,
		  uint8_t key[KEYFILE_KEY_SIZE], bool *is_protected,
		  struct err *err)
{
	struct content *content = load(dir, name, kind, err);

	if (!content)
		return false;
	*is_protected = content->is_protected;
	if (!content->is_protected)
		memcpy(key, content->key, KEYFILE_KEY_SIZE);
	sodium_free(content);
	return true;
}

bool keyfile_write_secret(const char *dir, const char *name,
			  const uint8_t key[KEYFILE_KEY_SIZE],
			  const char *passphrase, struct err *err)
{
	struct content *content;
	bool ok;

	if (!passphrase)
		return keyfile_write(dir, name, KEYFILE_SECRET, key, err);
	content = new_content(err);
	if (!content)
		return false;
	content->is_protected = true;
	passphrase_lock_init(&content->lock);
	ok = passphrase_close(content->key, &content->lock, key, passphrase,
			      err) &&
	     save(content, dir, name, KEYFILE_SECRET, err);
	sodium_free(content);
	return ok;
}

bool keyfile_unlock(const char *dir, const char *name, const char *passphrase,
		    uint8_t key[KEYFILE_KEY_SIZE], struct err *err)
{
	struct content *content = load(dir, name, KEYFILE_SECRET, err);
	bool ok;

	if (!content)
		return false;
	if (!content->is_protected)
		ok = err_set(err, ERR_KEY, "%s/%s: has no passphrase", dir,
			     name);
	else
		ok = (parse_closed(content) || refuse(dir, name, err)) &&
		     passphrase_open(key, &content->lock, content->key,
				     passphrase, err);
	sodium_free(content);
	return ok;
}

bool keyfile_copy(const char *dir, const char *name, const char *to_dir,
		  const char *to_name, struct err *err)
{
	struct content *content = load(dir, name, KEYFILE_SECRET, err);
	struct content *copy = NULL;
	bool ok = content != NULL;

	if (ok && datadir_has(to_dir, to_name))
		ok = err_set(err, ERR_IO,
			     "%s/%s: is there already, and a key is never "
			     "written over another: choose another name",
			     to_dir, to_name);
	ok = ok && datadir_write(to_dir, to_name, content->text, err);
	if (ok) {
		copy = load(to_dir, to_name, KEYFILE_SECRET, err);
		ok = copy &&
		     (strcmp(copy->text, content->text) == 0 ||
		      err_set(err, ERR_IO,
			      "%s/%s: is not what was written: do not trust "
			      "this disk",
			      to_dir, to_name));
	}
	sodium_free(copy);
	sodium_free(content);
	return ok;
}
