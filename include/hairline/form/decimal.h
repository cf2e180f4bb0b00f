/*
 * decimal - exact comparison of numbers written in digits ("1.10", "-2e3"),
 * of any length (FHIR decimal).
 */
#ifndef HAIRLINE_FORM_DECIMAL_H
#define HAIRLINE_FORM_DECIMAL_H

#include <stdbool.h>
#include <stdint.h>

#define DECIMAL_SCALE 1000000 /* of decimal_scaled(): six decimal places */
#define DECIMAL_SHOWN_SIZE 24

/* Is it a number as JSON writes them?  No sign "+", no spaces. */
bool decimal_is_valid(const char *text);

/* Is it a valid number without a fraction or an exponent, within 64 bits? */
bool decimal_is_whole(const char *text);

/* Less than 0, 0, or more than 0: both must be valid. */
int decimal_compare(const char *a, const char *b);

/* Digits behind the point as they are written, trailing zeros included. */
int decimal_places(const char *text);

/* In millionths.  False when it does not fit, or has more places. */
bool decimal_scaled(const char *text, int64_t *millionths);

/* Millionths as digits, without trailing zeros. */
void decimal_show(char out[DECIMAL_SHOWN_SIZE], int64_t millionths);

#endif
