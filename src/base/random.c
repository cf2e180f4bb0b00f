#include "hairline/base/random.h"

/* Sebastiano Vigna's splitmix64, by its published constants. */
uint64_t random_next(struct random *random)
{
	uint64_t z = random->state += 0x9E3779B97F4A7C15u;

	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return z ^ (z >> 31);
}

unsigned random_below(struct random *random, unsigned most)
{
	return most ? (unsigned)(random_next(random) % most) : 0;
}

bool random_percent(struct random *random, unsigned percent)
{
	return random_below(random, 100) < percent;
}
