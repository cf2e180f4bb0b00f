#include "hairline/core/tray_table.h"

#include <stdlib.h>

#define PLACES ((size_t)1 << 17) /* more numbers share them */

struct tray_table {
	int at[PLACES];
};

struct tray_table *tray_table_new(void)
{
	struct tray_table *table = malloc(sizeof(*table));

	if (table)
		tray_table_clear(table);
	return table;
}

void tray_table_free(struct tray_table *table)
{
	free(table);
}

void tray_table_clear(struct tray_table *table)
{
	for (size_t i = 0; i < PLACES; i++)
		table->at[i] = TRAY_TABLE_NONE;
}

/* The lowest bit says only that there is a hash. */
static size_t place_of(uint64_t hash)
{
	return (hash >> 1) & (PLACES - 1);
}

int tray_table_first(const struct tray_table *table, uint64_t hash)
{
	return table->at[place_of(hash)];
}

void tray_table_set(struct tray_table *table, uint64_t hash, int number)
{
	table->at[place_of(hash)] = number;
}

void tray_table_enter(struct tray_table *table, uint64_t hash, int number,
		      int *next)
{
	int *place = &table->at[place_of(hash)];

	if (!hash)
		return;
	*next = *place;
	*place = number;
}
