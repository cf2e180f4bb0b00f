/*
 * What the tray is made of: texts in a pool, numbers in a table, an order, a
 * query, the words of one lead.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <sodium.h>

#include "hairline/core/tray_order.h"
#include "hairline/core/tray_pool.h"
#include "hairline/core/tray_query.h"
#include "hairline/core/tray_table.h"
#include "hairline/core/tray_ties.h"
#include "hairline/core/tray_words.h"
#include "tray_helper.h"

static void a_pool_keeps_many_texts_and_wipes_one(void **state)
{
	struct tray_pool pool = {0};
	const char *texts[3000];
	char text[1001];

	(void)state;
	memset(text, 'x', 1000);
	text[1000] = '\0';
	for (int i = 0; i < 3000; i++) {
		text[0] = (char)('a' + i % 26);
		texts[i] = tray_pool_copy(&pool, text);
		assert_non_null(texts[i]);
	}
	tray_pool_wipe(texts[7]);
	assert_string_equal(texts[7], "");
	assert_int_equal(texts[7][500], 0);
	assert_int_equal(texts[8][0], 'a' + 8);
	assert_int_equal(strlen(texts[8]), 1000);
	tray_pool_clear(&pool);
	assert_null(pool.blocks);
}

static void a_text_larger_than_a_block_is_refused(void **state)
{
	struct tray_pool pool = {0};
	size_t size = (size_t)2 * 1024 * 1024;
	char *text = malloc(size);

	(void)state;
	assert_non_null(text);
	memset(text, 'x', size - 1);
	text[size - 1] = '\0';
	assert_null(tray_pool_copy(&pool, text));
	free(text);
}

static void a_table_links_what_shares_a_place(void **state)
{
	struct tray_table *table = tray_table_new();
	int next[2] = {TRAY_TABLE_NONE, TRAY_TABLE_NONE};

	(void)state;
	assert_non_null(table);
	assert_int_equal(tray_table_first(table, 7), TRAY_TABLE_NONE);
	tray_table_enter(table, 7, 0, &next[0]);
	tray_table_enter(table, 7, 1, &next[1]);
	tray_table_enter(table, 0, 5, &next[0]);
	assert_int_equal(tray_table_first(table, 7), 1);
	assert_int_equal(next[1], 0);
	assert_int_equal(next[0], TRAY_TABLE_NONE);
	tray_table_clear(table);
	assert_int_equal(tray_table_first(table, 7), TRAY_TABLE_NONE);
	tray_table_free(table);
}

static void a_tie_holds_until_one_leaves(void **state)
{
	struct tray_ties ties = {0};
	struct tray_lead leads[3] = {0};
	const struct lead words = {.phone = "01632 960 455", .email = ""};
	char *scratch = sodium_malloc(TRAY_WORD_SIZE);

	(void)state;
	assert_non_null(scratch);
	assert_true(tray_ties_init(&ties));
	tray_ties_clear(&ties, leads, 3);
	for (int i = 0; i < 3; i++)
		tray_ties_enter(&ties, leads, i, &words, scratch);
	assert_int_equal(
		tray_ties_next(&ties, leads, 2, TRAY_BY_PHONE, TRAY_NONE), 1);
	assert_int_equal(
		tray_ties_next(&ties, leads, 2, TRAY_BY_EMAIL, TRAY_NONE),
		TRAY_NONE);
	tray_ties_leave(&ties, leads, 1);
	assert_int_equal(
		tray_ties_next(&ties, leads, 2, TRAY_BY_PHONE, TRAY_NONE), 0);
	assert_int_equal(tray_ties_next(&ties, leads, 2, TRAY_BY_PHONE, 0),
			 TRAY_NONE);
	assert_int_equal(tray_ties_hash(&ties, ""), 0);
	tray_ties_release(&ties);
	sodium_free(scratch);
}

static int by_value(const void *a, const void *b, void *context)
{
	const int *values = context;

	return values[*(const int *)a] - values[*(const int *)b];
}

static void an_order_holds_whatever_moves(void **state)
{
	int values[1500];
	struct tray_order order = {.compare = by_value, .context = values};

	(void)state;
	for (int i = 0; i < 1500; i++) {
		values[i] = i * 7919 % 1500 * 10;
		assert_true(tray_order_add(&order, i));
	}
	assert_true(tray_order_sort(&order));
	assert_false(tray_order_sort(&order));
	for (int round = 0; round < 200; round++) {
		for (int i = 0; i < round % 40; i++) {
			int moved = (round * 31 + i * 17) % 1500;

			values[moved] = (round * 7919 + i * 104729) % 15000;
			values[moved] += moved % 10;
			tray_order_move(&order, moved);
		}
		tray_order_sort(&order);
		assert_int_equal(order.count, 1500);
		for (int i = 1; i < order.count; i++)
			assert_true(values[order.at[i - 1]] <=
				    values[order.at[i]]);
	}
	tray_order_release(&order);
	assert_null(order.at);
}

static void a_query_of_spaces_matches_everything(void **state)
{
	struct tray_query *query = malloc(sizeof(*query));
	const struct tray_lead lead = {.folded = "\n", .digits = ""};

	(void)state;
	assert_non_null(query);
	tray_query_read(query, "   ", status_words);
	assert_int_equal(query->count, 0);
	assert_true(tray_query_matches(query, &lead));
	tray_query_read(query, "a b", status_words);
	assert_int_equal(query->count, 2);
	assert_false(tray_query_matches(query, &lead));
	free(query);
}

static void a_status_is_named_by_any_of_its_words(void **state)
{
	static const char *const words[STATUS_COUNT] = {
		"One er", "b", "c", "d", "f", "g", "h", "i"};
	struct tray_query *query = malloc(sizeof(*query));
	const struct tray_lead lead = {
		.folded = "\n", .digits = "", .status = STATUS_NEW};

	(void)state;
	assert_non_null(query);
	tray_query_read(query, "e", words);
	assert_true(tray_query_matches(query, &lead));
	tray_query_read(query, "er", words);
	assert_true(tray_query_matches(query, &lead));
	tray_query_read(query, "ne", words);
	assert_false(tray_query_matches(query, &lead));
	free(query);
}

static void a_word_too_long_is_cut_and_harmless(void **state)
{
	char name[TRAY_WORD_SIZE * 10];
	char *scratch = sodium_malloc(TRAY_WORD_SIZE);
	struct tray_words words = {.scratch = scratch};
	struct tray_lead lead = {.state = TRAY_SEALED};
	const struct lead from = {
		.name = name, .phone = "", .email = "", .time = "evening"};

	(void)state;
	memset(name, '\033', sizeof(name) - 1);
	name[sizeof(name) - 1] = '\0';
	assert_non_null(scratch);
	assert_true(tray_words_read(&words, &lead, &from));
	assert_true(strlen(lead.name) < TRAY_WORD_SIZE);
	assert_null(strchr(lead.name, '\033'));
	assert_int_equal(lead.time, LEAD_EVENING);
	tray_words_wipe(&lead);
	assert_string_equal(lead.name, "");
	tray_words_clear(&words);
	sodium_free(scratch);
}

static int start_sodium(void **state)
{
	(void)state;
	return sodium_init() < 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pool_keeps_many_texts_and_wipes_one),
		cmocka_unit_test(a_text_larger_than_a_block_is_refused),
		cmocka_unit_test(a_table_links_what_shares_a_place),
		cmocka_unit_test(a_tie_holds_until_one_leaves),
		cmocka_unit_test(an_order_holds_whatever_moves),
		cmocka_unit_test(a_query_of_spaces_matches_everything),
		cmocka_unit_test(a_status_is_named_by_any_of_its_words),
		cmocka_unit_test(a_word_too_long_is_cut_and_harmless),
	};

	return cmocka_run_group_tests(tests, start_sodium, NULL);
}
