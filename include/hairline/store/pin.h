/*
 * pin - the staff PIN that closes the kiosk: DIR/pin (Argon2id, libsodium).
 *
 * Each wrong try makes the wait before the next longer (see tries.h); they are
 * counted in DIR/pin.failures, and the wait is measured on the caller's
 * monotonic clock.
 */
#ifndef HAIRLINE_STORE_PIN_H
#define HAIRLINE_STORE_PIN_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"

#define PIN_DIGITS_MIN 4
#define PIN_DIGITS_MAX 12

/* 4 to 12 digits, and not one digit over and over nor 1234... */
bool pin_is_good(const char *pin, struct err *err);

bool pin_is_set(const char *dir);
bool pin_save(const char *dir, const char *pin, struct err *err);

/*
 * Is it the PIN?  Counts the failure, or forgets all of them.  Also false where
 * a failure could not be counted: else a full disk would give endless tries.
 */
bool pin_check(const char *dir, const char *pin);

/* How long to wait before the next try, in milliseconds. */
int64_t pin_delay(const char *dir);

#endif
