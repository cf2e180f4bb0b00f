#include "support/desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/core/lead.h"
#include "hairline/store/store.h"

#define TTY_ROWS 24
#define TTY_COLS 120
#define ARGS_MAX 32
#define PATIENCE_MS 30000 /* a passphrase takes 256 MiB and a second */

static const char answers[] =
	"{\"resourceType\":\"QuestionnaireResponse\","
	"\"status\":\"completed\",\"item\":[{\"linkId\":\"sore\","
	"\"text\":\"Is your scalp sore?\",\"answer\":[{\"valueCoding\":{"
	"\"code\":\"no\",\"display\":\"No, never\"}}]}]}";

int desk_make(void **state)
{
	struct desk *desk = calloc(1, sizeof(*desk));

	assert_non_null(desk);
	fixture_make(desk->dir);
	*state = desk;
	return 0;
}

int desk_remove(void **state)
{
	struct desk *desk = *state;

	tty_finish(&desk->tty);
	fixture_remove(desk->dir);
	free(desk);
	return 0;
}

void desk_save_lead(struct desk *desk, int number, const char *name)
{
	struct store *store = fixture_open(desk->dir);
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, number);
	struct err err;

	lead.answers = answers;
	if (name)
		lead.name = name;
	assert_true(store_save(store, &lead, &err));
	reference_show(desk->shown, lead.reference);
	store_close(store);
}

int64_t desk_count_events(const struct desk *desk)
{
	struct err err;
	struct store *store = store_open(desk->dir, &err);
	int64_t rows = -1;

	assert_non_null(store);
	assert_true(store_count(store, "lead_event", &rows, &err));
	store_close(store);
	return rows;
}

void desk_start_args(struct desk *desk, const char *const *args)
{
	const char *argv[ARGS_MAX] = {getenv("HAIRLINE")};
	int count = 1;

	while (*args && count < ARGS_MAX - 1)
		argv[count++] = *args++;
	tty_start(&desk->tty, TTY_ROWS, TTY_COLS, argv, NULL);
	desk->tty.patience_ms = PATIENCE_MS;
}

void assert_has(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("\"%s\" is not in:\n%s", part, text);
}

void assert_lacks(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("\"%s\" is in:\n%s", part, text);
}
