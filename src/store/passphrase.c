#include "hairline/store/passphrase.h"

#include <sodium.h>
#include <string.h>

#include "hairline/base/utf8.h"

#define NONCE_SIZE crypto_secretbox_NONCEBYTES
#define MEMORY_MAX ((uint64_t)4 * 1024 * 1024 * 1024) /* bytes */

_Static_assert(PASSPHRASE_SALT_SIZE == crypto_pwhash_SALTBYTES, "Argon2id");
_Static_assert(PASSPHRASE_KEY_SIZE == crypto_secretbox_KEYBYTES, "secretbox");
_Static_assert(PASSPHRASE_CLOSED_SIZE == NONCE_SIZE +
						 crypto_secretbox_MACBYTES +
						 PASSPHRASE_KEY_SIZE,
	       "secretbox");

static bool is_one_character(const char *passphrase)
{
	const char *next = passphrase;
	unsigned first = utf8_next(&next);

	while (*next)
		if (utf8_next(&next) != first)
			return false;
	return true;
}

/* The key that a passphrase gives, in guarded memory, or NULL. */
static uint8_t *stretch(const struct passphrase_lock *lock,
			const char *passphrase, struct err *err)
{
	uint8_t *made = sodium_malloc(crypto_secretbox_KEYBYTES);

	if (made && lock->memory <= MEMORY_MAX &&
	    crypto_pwhash(made, crypto_secretbox_KEYBYTES, passphrase,
			  strlen(passphrase), lock->salt, lock->passes,
			  (size_t)lock->memory,
			  crypto_pwhash_ALG_ARGON2ID13) == 0)
		return made;
	sodium_free(made);
	err_set(err, ERR_MEMORY,
		"the passphrase takes %llu MiB of memory to work with, and "
		"there is not enough: close other programs and try again",
		(unsigned long long)lock->memory / 1024 / 1024);
	return NULL;
}

bool passphrase_is_good(const char *passphrase, struct err *err)
{
	if (!utf8_is_valid(passphrase, strlen(passphrase)))
		return err_set(err, ERR_SYNTAX,
			       "a passphrase is text in UTF-8");
	if (utf8_count(passphrase) < PASSPHRASE_LEAST)
		return err_set(err, ERR_LIMIT,
			       "a passphrase has %d characters or more: four "
			       "words that have nothing to do with each other "
			       "are easy to keep in mind",
			       PASSPHRASE_LEAST);
	if (strlen(passphrase) >= PASSPHRASE_SIZE)
		return err_set(err, ERR_LIMIT,
			       "a passphrase has fewer than %d bytes",
			       PASSPHRASE_SIZE);
	if (is_one_character(passphrase))
		return err_set(err, ERR_LIMIT,
			       "one character over and over is guessed first: "
			       "choose four words instead");
	return true;
}

void passphrase_lock_init(struct passphrase_lock *lock)
{
	lock->passes = crypto_pwhash_argon2id_OPSLIMIT_MODERATE;
	lock->memory = crypto_pwhash_argon2id_MEMLIMIT_MODERATE;
	randombytes_buf(lock->salt, sizeof(lock->salt));
}

bool passphrase_close(uint8_t closed[PASSPHRASE_CLOSED_SIZE],
		      const struct passphrase_lock *lock,
		      const uint8_t key[PASSPHRASE_KEY_SIZE],
		      const char *passphrase, struct err *err)
{
	uint8_t *made = stretch(lock, passphrase, err);

	if (!made)
		return false;
	randombytes_buf(closed, NONCE_SIZE);
	crypto_secretbox_easy(closed + NONCE_SIZE, key, PASSPHRASE_KEY_SIZE,
			      closed, made);
	sodium_free(made);
	return true;
}

bool passphrase_open(uint8_t key[PASSPHRASE_KEY_SIZE],
		     const struct passphrase_lock *lock,
		     const uint8_t closed[PASSPHRASE_CLOSED_SIZE],
		     const char *passphrase, struct err *err)
{
	uint8_t *made = stretch(lock, passphrase, err);
	bool ok;

	if (!made)
		return false;
	ok = crypto_secretbox_open_easy(key, closed + NONCE_SIZE,
					PASSPHRASE_CLOSED_SIZE - NONCE_SIZE,
					closed, made) == 0;
	sodium_free(made);
	return ok || err_set(err, ERR_PASSPHRASE,
			     "that is not the passphrase of this key");
}
