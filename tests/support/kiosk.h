/*
 * kiosk - the real kiosk in a real terminal: sample content that may be
 * changed line by line, a data folder of its own, and a visitor's hands.
 *
 * Everything here fails the running test when it cannot do its work.
 */
#ifndef TESTS_SUPPORT_KIOSK_H
#define TESTS_SUPPORT_KIOSK_H

#include "hairline/core/reference.h"
#include "support/folder.h"
#include "support/program.h"
#include "support/tty.h"

struct kiosk {
	struct tty tty;
	const char *const
		*env; /* for the terminal, as tty_start; may be NULL */
	char content[FOLDER_PATH];
	char data[FOLDER_PATH];
	struct program run;
};

/*
 * For a test whose state is a kiosk, not yet started.  Its content is assets/
 * with the guard against held keys off; its data folder is empty.
 */
int kiosk_make(void **state);
int kiosk_remove(void **state);
#define KIOSK_TEST(name) \
	cmocka_unit_test_setup_teardown(name, kiosk_make, kiosk_remove)

/* Change a line of clinic.ini before the start: "theme = mono". */
void kiosk_set(struct kiosk *kiosk, const char *line);

/* Set every idle time and the countdown, in seconds. */
void kiosk_set_idle(struct kiosk *kiosk, int seconds);

/* Start it on a screen of this size; and wait for the welcome. */
void kiosk_start(struct kiosk *kiosk, int rows, int cols);
void kiosk_open(struct kiosk *kiosk, int rows, int cols);

/*
 * Do the words of a script, one after the other:
 *
 *   Enter Esc Tab Erase Up Down Left Right Home End PgUp PgDn F1 F2 F3
 *   Space ^X a        press that key
 *   'Mary Holloway'   type that text
 *   "Your answers"    wait until that text is on a whole frame
 *   -"Your answers"   wait until it is not
 *   <Next>            wait for that text, then click on it
 *
 * Behind Esc wait for something that only the next screen says: a key that
 * comes at once would make an escape sequence of it.  Left goes back as well
 * and needs no wait.  Behind a click wait for what it does: of clicks
 * that come at once curses keeps only the last.
 */
void kiosk_play(struct kiosk *kiosk, const char *script);

/* Scripts from the welcome on.  All answers are harmless ones. */
#define KIOSK_MENU "Enter \"What would you like to do?\" "
#define KIOSK_QUESTIONS KIOSK_MENU "1 \"Are you 18 or over?\" "
#define KIOSK_ANSWERS                                                          \
	KIOSK_QUESTIONS "1 2 7 Enter 7 Enter 6 Enter 6 Enter 6 Enter 7 Enter " \
			"6 Enter 1 Enter 2 1 \"Please look them over\" "

/* From the menu, or from wherever "Leave your details" has led, to a lead. */
#define KIOSK_CONTACT                                      \
	"\"How can we reach you?\" 'Mary Holloway' Enter " \
	"'01632 960 455' Enter Enter Down Enter Enter "    \
	"\"What we keep, and why\" "
#define KIOSK_CONSENT KIOSK_CONTACT "1 \"What do you agree to?\" "
#define KIOSK_SAVE "Enter \"Save this?\" 2 \"Thank you. It is saved.\" "

/* The reference that the "saved" screen shows, as "H4K-7QX-3". */
void kiosk_reference(struct kiosk *kiosk, char shown[REFERENCE_SHOWN_SIZE]);

/* Run another command on the same data folder.  Returns its exit status. */
#define kiosk_call(kiosk, ...) \
	program_call(&(kiosk)->run, __VA_ARGS__, "--data", (kiosk)->data)

/* How many leads there are. */
int kiosk_leads(struct kiosk *kiosk);

/* End it by SIGTERM, and check that it ends as kiosk_check_end says. */
void kiosk_close(struct kiosk *kiosk);

/* Wait until it ends of itself: with status 0, the main screen back, the
 * cursor seen, the mouse and the terminal's modes as before. */
void kiosk_check_end(struct kiosk *kiosk);

#endif
