/*
 * standing - where one lead stands, looked up inside a transaction that is
 * about to change it.
 */
#ifndef HAIRLINE_STORE_STANDING_H
#define HAIRLINE_STORE_STANDING_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/core/status.h"

struct database;

struct standing {
	enum status status;
	bool can_undo;
	int64_t last_at; /* of its events, or 0 */
};

/* False also when there is no such lead. */
bool standing_load(struct standing *standing, struct database *database,
		   const char *lead_id, struct err *err);

/* A time for the next event that is not before the last one. */
int64_t standing_time(const struct standing *standing, int64_t at);

#endif
