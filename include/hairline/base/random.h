/*
 * random - numbers that look random and are the same again for the same seed
 * (splitmix64).  For simulations and tests only: never for keys, names or
 * anything a person could guess at.
 */
#ifndef HAIRLINE_BASE_RANDOM_H
#define HAIRLINE_BASE_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct random {
	uint64_t state; /* the seed to start with */
};

uint64_t random_next(struct random *random);

/* From 0 up to most, itself left out; 0 for most 0. */
unsigned random_below(struct random *random, unsigned most);

/* True so many times in a hundred. */
bool random_percent(struct random *random, unsigned percent);

#endif
