#include "hairline/store/pin.h"

#include <ctype.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "hairline/store/datadir.h"
#include "hairline/store/tries.h"

#define PIN_NAME "pin"
#define FAILURES_NAME "pin.failures"
#define HEAD "hairline pin 1\nhash "
#define TEXT_SIZE (sizeof(HEAD) + crypto_pwhash_STRBYTES + 1)

static bool has_only_digits(const char *pin)
{
	for (; *pin; pin++)
		if (!isdigit((unsigned char)*pin))
			return false;
	return true;
}

/* 1111, 1234 and 4321: each digit is the same step away from the last. */
static bool is_run(const char *pin)
{
	int step = pin[1] - pin[0];

	for (size_t i = 1; pin[i]; i++)
		if (pin[i] - pin[i - 1] != step)
			return false;
	return step >= -1 && step <= 1;
}

static bool is_pin(const char *dir, const char *pin)
{
	char text[TEXT_SIZE];
	struct err ignored;
	char *hash = text + strlen(HEAD);

	if (!datadir_read(dir, PIN_NAME, text, sizeof(text), &ignored) ||
	    strncmp(text, HEAD, strlen(HEAD)) != 0)
		return false;
	hash[strcspn(hash, "\n")] = '\0';
	return crypto_pwhash_str_verify(hash, pin, strlen(pin)) == 0;
}

bool pin_is_good(const char *pin, struct err *err)
{
	size_t len = strlen(pin);

	if (len < PIN_DIGITS_MIN || len > PIN_DIGITS_MAX ||
	    !has_only_digits(pin))
		return err_set(err, ERR_LIMIT, "a PIN is %d to %d digits",
			       PIN_DIGITS_MIN, PIN_DIGITS_MAX);
	if (is_run(pin))
		return err_set(err, ERR_LIMIT,
			       "this PIN is guessed first: choose digits that "
			       "are not all the same and not in a row");
	return true;
}

bool pin_is_set(const char *dir)
{
	return datadir_has(dir, PIN_NAME);
}

bool pin_save(const char *dir, const char *pin, struct err *err)
{
	char hash[crypto_pwhash_STRBYTES];
	char text[TEXT_SIZE];

	if (!pin_is_good(pin, err) || !datadir_make(dir, err))
		return false;
	if (sodium_init() < 0 ||
	    crypto_pwhash_str(hash, pin, strlen(pin),
			      crypto_pwhash_OPSLIMIT_INTERACTIVE,
			      crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
		return err_set(err, ERR_MEMORY,
			       "the PIN takes 64 MiB of memory to hash, and "
			       "there is not enough");
	snprintf(text, sizeof(text), HEAD "%s\n", hash);
	return datadir_write(dir, PIN_NAME, text, err) &&
	       tries_forget(dir, FAILURES_NAME, err);
}

bool pin_check(const char *dir, const char *pin)
{
	struct err ignored;

	if (sodium_init() < 0 || !tries_add(dir, FAILURES_NAME) ||
	    !is_pin(dir, pin))
		return false;
	tries_forget(dir, FAILURES_NAME, &ignored);
	return true;
}

int64_t pin_delay(const char *dir)
{
	return tries_delay(dir, FAILURES_NAME);
}
