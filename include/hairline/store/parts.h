/*
 * parts - what the sources of src/store share of an open store.
 */
#ifndef HAIRLINE_STORE_PARTS_H
#define HAIRLINE_STORE_PARTS_H

#include <stdbool.h>

#include "hairline/base/err.h"

struct database;
struct seal_keys;
struct store;

struct database *store_database(struct store *store);
struct seal_keys *store_keys(struct store *store);

/* The data folder. */
const char *store_dir(const struct store *store);

/* Is the secret key here?  Else err says where it was looked for. */
bool store_can_read(const struct store *store, struct err *err);

#endif
