/*
 * tray_like - what two leads of one person have in common.
 *
 * Only ever a hint: households share a number, and nothing is merged by it.
 */
#ifndef HAIRLINE_CORE_TRAY_LIKE_H
#define HAIRLINE_CORE_TRAY_LIKE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What stays the same however a number is written: its last nine digits, so
 * that +44 1632 and 01632 are one; all of them when it has seven or eight; ""
 * when it has fewer.  Spaces and punctuation do not count.
 */
#define TRAY_PHONE_SIZE 10
void tray_phone(char out[TRAY_PHONE_SIZE], const char *phone);

/* An address in small letters without what stands behind a + before the @;
 * "" when there is none or it does not fit. */
void tray_email(char *out, size_t size, const char *email);

/*
 * Are two names nearly the same?  Case, accents and the order of the words are
 * forgiven, and a letter or two that were missed.
 */
bool tray_names_are_near(const char *a, const char *b);

#endif
