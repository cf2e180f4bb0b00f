/*
 * fuzz - what is fed with bytes from anywhere.  Each takes one input and
 * aborts when something that must always hold does not.
 *
 * `make fuzz` lets libFuzzer make up inputs; replay_test runs those that are
 * kept in tests/data/fuzz/<name>, on every `make check`.
 */
#ifndef HAIRLINE_TESTS_FUZZ_H
#define HAIRLINE_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* A questionnaire. */
int fuzz_reader(const uint8_t *bytes, size_t size);

/* A questionnaire and a response to it, with a line "---" between. */
int fuzz_eval(const uint8_t *bytes, size_t size);

/* What a visitor and a terminal do to a form of every type: pairs of bytes,
 * what and with what. */
int fuzz_step(const uint8_t *bytes, size_t size);

/* Abort, naming what does not hold, unless it does. */
void fuzz_must(int holds, const char *what);

#endif
