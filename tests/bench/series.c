#include "bench/bench.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

double clock_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void series_add(struct series *series, double value)
{
	if (series->count < SERIES_MAX)
		series->at[series->count++] = value;
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

double series_quantile(const struct series *series, double share)
{
	struct series sorted = *series;
	int rank = (int)ceil(share * series->count);

	if (series->count == 0)
		return 0;
	qsort(sorted.at, (size_t)sorted.count, sizeof(sorted.at[0]), compare);
	return sorted.at[rank > 0 ? rank - 1 : 0];
}
