/* What a desk that nobody sits at, or that has no key, shows: no name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "hairline/store/keylock.h"
#include "hairline/store/seal.h"
#include "support/memory.h"
#include "support/seat.h"

#define PASSPHRASE "correct horse battery"

static bool remembers(struct kiosk *kiosk, const char *word)
{
	return memory_has(kiosk->tty.pid, word, strlen(word));
}

static void nobody_at_the_desk_hides_every_name(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	kiosk_set(kiosk, "desk = 1");
	seat_start_with_three(kiosk, shown);
	kiosk_play(kiosk, "\"The list is hidden\" \"3 new leads\" "
			  "-\"Holloway\" ");
	assert_false(remembers(kiosk, "Holloway"));
	assert_false(remembers(kiosk, "Peter Smith"));
	kiosk_play(kiosk, "Down \"Mary Holloway\" ");
	seat_leave(kiosk);
}

static void a_key_hides_the_list_and_forgets_what_was_typed(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	seat_start_with_three(kiosk, shown);
	kiosk_play(kiosk, "'holloway' \"1 found\" ^L \"The list is hidden\" ");
	assert_false(remembers(kiosk, "olloway"));
	kiosk_play(kiosk, "x \"Peter Smith\" \"Mary Holloway\" ");
	seat_leave(kiosk);
}

static void a_store_without_its_key_says_what_is_missing(void **state)
{
	struct kiosk *kiosk = *state;
	char path[FOLDER_PATH + 32];
	char away[FOLDER_PATH + 32];

	seat_save(kiosk, 1, "Mary Holloway", NULL, NULL);
	snprintf(path, sizeof(path), "%s/keys/clinic.key", kiosk->data);
	snprintf(away, sizeof(away), "%s/clinic.key.away", kiosk->data);
	assert_int_equal(rename(path, away), 0);
	seat_start(kiosk);
	kiosk_play(kiosk, "\"The leads cannot be read here\" "
			  "\"keys/clinic.key\" \"1 new leads\" ");
	assert_false(tty_has(&kiosk->tty, "Holloway"));
	assert_int_equal(rename(away, path), 0);
	kiosk_play(kiosk, "Enter \"Mary Holloway\" ");
	seat_leave(kiosk);
}

static void protect(struct kiosk *kiosk)
{
	struct seal_keys keys = {0};
	struct err err;

	assert_true(seal_keys_load(&keys, kiosk->data, &err));
	assert_true(keylock_set(&keys, PASSPHRASE, &err));
	seal_keys_release(&keys);
}

static void a_protected_key_is_asked_for_again_after_the_lock(void **state)
{
	struct kiosk *kiosk = *state;

	seat_save(kiosk, 1, "Mary Holloway", NULL, NULL);
	protect(kiosk);
	kiosk->tty.patience_ms = 20000;
	seat_start(kiosk);
	kiosk_play(kiosk, "\"Type the passphrase\" 'wrong' Enter "
			  "\"That is not the passphrase.\" -\"Wait\" ");
	kiosk_play(kiosk, "'" PASSPHRASE "' Enter \"Mary Holloway\" ^L "
			  "\"Type the passphrase\" -\"Holloway\" ");
	assert_false(remembers(kiosk, "battery"));
	assert_false(remembers(kiosk, "Holloway"));
	kiosk_play(kiosk, "'" PASSPHRASE "' Enter \"Mary Holloway\" ");
	seat_leave(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(nobody_at_the_desk_hides_every_name),
		KIOSK_TEST(a_key_hides_the_list_and_forgets_what_was_typed),
		KIOSK_TEST(a_store_without_its_key_says_what_is_missing),
		KIOSK_TEST(a_protected_key_is_asked_for_again_after_the_lock),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
