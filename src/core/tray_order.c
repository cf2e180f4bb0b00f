#include "hairline/core/tray_order.h"

#include <stdlib.h>
#include <string.h>

#define ROOM_FIRST 1024

static bool make_room(struct tray_order *order)
{
	int room = order->room ? order->room * 2 : ROOM_FIRST;
	int *larger;

	if (order->count < order->room)
		return true;
	larger = reallocarray(order->at, (size_t)room, sizeof(*larger));
	if (!larger)
		return false;
	order->at = larger;
	order->room = room;
	return true;
}

static void take_out(struct tray_order *order, int number)
{
	int *at = order->at;
	int place = 0;

	while (place < order->count && at[place] != number)
		place++;
	if (place == order->count)
		return;
	order->count--;
	memmove(&at[place], &at[place + 1],
		(size_t)(order->count - place) * sizeof(*at));
}

static void put_in(struct tray_order *order, int number)
{
	int *at = order->at;
	int low = 0;
	int high = order->count;

	while (low < high) {
		int middle = low + (high - low) / 2;

		if (order->compare(&at[middle], &number, order->context) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	memmove(&at[low + 1], &at[low],
		(size_t)(order->count - low) * sizeof(*at));
	at[low] = number;
	order->count++;
}

/* All that moved are taken out before the first is put in: the search needs
 * an order that is right. */
static void put_moved(struct tray_order *order)
{
	for (int i = 0; i < order->moved_count; i++)
		take_out(order, order->moved[i]);
	for (int i = 0; i < order->moved_count; i++)
		put_in(order, order->moved[i]);
}

bool tray_order_add(struct tray_order *order, int number)
{
	if (!make_room(order))
		return false;
	order->at[order->count++] = number;
	tray_order_move(order, number);
	return true;
}

void tray_order_move(struct tray_order *order, int number)
{
	for (int i = 0; i < order->moved_count && i < TRAY_ORDER_MOVED; i++)
		if (order->moved[i] == number)
			return;
	if (order->moved_count < TRAY_ORDER_MOVED)
		order->moved[order->moved_count] = number;
	if (order->moved_count <= TRAY_ORDER_MOVED)
		order->moved_count++;
}

bool tray_order_sort(struct tray_order *order)
{
	if (order->moved_count == 0)
		return false;
	if (order->moved_count > TRAY_ORDER_MOVED)
		qsort_r(order->at, (size_t)order->count, sizeof(*order->at),
			order->compare, order->context);
	else
		put_moved(order);
	order->moved_count = 0;
	return true;
}

void tray_order_release(struct tray_order *order)
{
	free(order->at);
	*order = (struct tray_order){0};
}
