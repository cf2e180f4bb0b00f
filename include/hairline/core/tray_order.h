/*
 * tray_order - numbers kept in an order that the owner decides, cheaply also
 * while one or two of very many change their place.
 */
#ifndef HAIRLINE_CORE_TRAY_ORDER_H
#define HAIRLINE_CORE_TRAY_ORDER_H

#include <stdbool.h>

#define TRAY_ORDER_MOVED 32 /* more changes at once are sorted anew */

/* Starts with all zero but compare and context. */
struct tray_order {
	int *at; /* in order after tray_order_sort() */
	int count;
	int room;
	int moved[TRAY_ORDER_MOVED]; /* whose place may be wrong */
	int moved_count;             /* more than fit: any may be */

	/* As for qsort_r(); never says that two numbers are the same. */
	int (*compare)(const void *a, const void *b, void *context);
	void *context;
};

/* A new number, one more than the last (the first is 0).  False when there is
 * no memory. */
bool tray_order_add(struct tray_order *order, int number);

/* This number may belong elsewhere now. */
void tray_order_move(struct tray_order *order, int number);

/* Put everything in its place.  Returns whether anything was out of it. */
bool tray_order_sort(struct tray_order *order);

void tray_order_release(struct tray_order *order);

#endif
