/*
 * tray_table - numbers found again by a hash: the first of each place, from
 * where the owner's links lead on to the others.
 */
#ifndef HAIRLINE_CORE_TRAY_TABLE_H
#define HAIRLINE_CORE_TRAY_TABLE_H

#include <stdint.h>

#define TRAY_TABLE_NONE (-1)

struct tray_table;

/* An empty one, or NULL when there is no memory. */
struct tray_table *tray_table_new(void);
void tray_table_free(struct tray_table *table);
void tray_table_clear(struct tray_table *table);

/* The number entered last among those whose hashes share a place. */
int tray_table_first(const struct tray_table *table, uint64_t hash);

/* Make another number the first of them. */
void tray_table_set(struct tray_table *table, uint64_t hash, int number);

/* Put a number in front of them; next becomes the one behind it.  The hash 0
 * is for what has none: nothing happens. */
void tray_table_enter(struct tray_table *table, uint64_t hash, int number,
		      int *next);

#endif
