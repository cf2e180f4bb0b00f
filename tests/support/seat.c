#include "support/seat.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/store.h"
#include "support/desk.h"

#define ROWS 24
#define COLS 130

/* Save the fixture's lead of a number under another name.  Its id, and its
 * reference as it is shown. */
void seat_save(struct kiosk *kiosk, int number, const char *name,
	       char id[LEAD_ID_SIZE], char shown[REFERENCE_SHOWN_SIZE])
{
	struct store *store = fixture_open(kiosk->data);
	struct fixture_words words;
	struct lead lead = fixture_lead(&words, number);
	struct err err;

	lead.answers = "";
	lead.name = name;
	assert_true(store_save(store, &lead, &err));
	if (id)
		memcpy(id, lead.id, LEAD_ID_SIZE);
	if (shown)
		reference_show(shown, lead.reference);
	store_close(store);
}

void seat_start_at(struct kiosk *kiosk, struct tty *tty)
{
	const char *const argv[] = {
		getenv("HAIRLINE"), "desk",      "--content", kiosk->content,
		"--data",           kiosk->data, NULL};

	tty_start(tty, ROWS, COLS, argv, NULL);
}

void seat_start(struct kiosk *kiosk)
{
	seat_start_at(kiosk, &kiosk->tty);
	tty_until(&kiosk->tty, "Ctrl-Q");
}

/* Three people, each in sight. */
void seat_start_with_three(struct kiosk *kiosk,
			   char shown[REFERENCE_SHOWN_SIZE])
{
	seat_save(kiosk, 1, "Mary Holloway", NULL, NULL);
	seat_save(kiosk, 2, "Zoë Núñez", NULL, shown);
	seat_save(kiosk, 3, "Peter Smith", NULL, NULL);
	seat_start(kiosk);
	kiosk_play(kiosk, "\"Mary Holloway\" \"Zoë Núñez\" \"Peter Smith\" ");
}

void seat_leave(struct kiosk *kiosk)
{
	kiosk_play(kiosk, "^Q ");
	kiosk_check_end(kiosk);
}

/* What "hairline leads show" says of a lead. */
const char *seat_show(struct kiosk *kiosk, const char *reference)
{
	assert_int_equal(kiosk_call(kiosk, "leads", "show", reference), 0);
	return kiosk->run.out;
}
