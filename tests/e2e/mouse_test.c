/* The same way by clicks, or a finger, alone; only words are typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/desk.h"
#include "support/kiosk.h"

#define TO_MENU "<Touch here> \"What would you like to do?\" "
#define NONE                                                   \
	"<[ ] None of these> \"[x] None of these\" <   Next> " \
	"-\"[x] None of these\" "
#define QUESTIONS                                                   \
	"<Answer the questions> <Yes, 18> \"3  Not sure\" <2  No> " \
	"\"on your scalp now\" " NONE NONE NONE NONE NONE NONE NONE \
	"<[ ] Look like a close shave> \"[x] Look\" <   Next> "     \
	"\"get you down\" <2  No> <Little or no change> "
#define CONTACT                                                        \
	"<Your name> 'Mary Holloway' \"Mary Holloway\" <Phone> "       \
	"'01632 960 455' \"960 455\" <( ) Evening> \"(x) Evening\" "   \
	"<Go on> \"What we keep, and why\" <I have read this. Go on> " \
	"\"What do you agree to?\" "

static void click_all_the_way(struct kiosk *kiosk, int rows, int cols)
{
	char shown[REFERENCE_SHOWN_SIZE];

	kiosk_open(kiosk, rows, cols);
	kiosk_play(kiosk, TO_MENU QUESTIONS
		   "<See what this means> \"No warning signs\" "
		   "<Leave your details> \"How can we reach you?\" " CONTACT);
	kiosk_play(kiosk, "<[ ] I am 18> \"[x] I am 18\" <[ ] Keep my> "
			  "\"[x] Keep my\" <[ ] Also share> "
			  "\"[x] Also share\" <Go on> <Yes, save it> ");
	kiosk_reference(kiosk, shown);
	kiosk_play(kiosk, "<Show the booking code> \"Or call\" ");
	assert_true(tty_has(&kiosk->tty, shown));
	kiosk_play(kiosk, "<Finish and clear> \"Touch here\" ");
	assert_int_equal(kiosk_call(kiosk, "leads", "show", shown), 0);
	assert_has(kiosk->run.out, "\nname\tMary Holloway\n");
	assert_has(kiosk->run.out, "\npreferred_time\tevening\n");
	assert_has(kiosk->run.out, "\tLook like a close shave\n");
	kiosk_close(kiosk);
}

static void clicks_lead_all_the_way(void **state)
{
	click_all_the_way(*state, 24, 80);
}

static void clicks_lead_all_the_way_on_a_large_screen(void **state)
{
	click_all_the_way(*state, 60, 200);
}

static void a_list_longer_than_the_screen_is_reached_by_touch(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 16, 60);
	kiosk_play(kiosk,
		   KIOSK_QUESTIONS "1 2 \"on your scalp now?\" "
				   "<More below> " NONE "\"hair loss?\" ");
	kiosk_close(kiosk);
}

static void every_hint_at_the_foot_can_be_clicked(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, "<Help> \"You can use the keys\" <Back> "
			  "\"Touch here\" <Begin> \"1-9  Choose\" "
			  "<Safety> \"What is SMP?\" <Read> \"PgDn\" "
			  "<Back> \"A-Z  Search\" <Back> "
			  "\"like to do?\" <[L] Español> \"desea hacer\" "
			  "<[L] English> \"like to do?\" ");
	kiosk_play(kiosk, "<Answer the questions> \"18 or over?\" "
			  "<Yes, 18> \"spot or mole\" <Start over> "
			  "\"start over?\" <No, go back> \"spot or mole\" "
			  "<Start over> <Yes, clear everything> "
			  "\"Touch here\" ");
	kiosk_close(kiosk);
}

static void a_long_text_is_read_by_wheel_and_by_touch(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_MENU "<Leave your details> <Your name> 'Mary' "
				  "<Phone> '01632 960 455' \"960 455\" "
				  "<Go on> \"What we keep, and why\" "
				  "<More below> -\"What we keep, and why\" ");
	for (int i = 0; i < 20; i++)
		tty_wheel(&kiosk->tty, 8, 20, false);
	kiosk_play(kiosk, "\"What we keep, and why\" ");
	for (int i = 0; i < 60; i++)
		tty_wheel(&kiosk->tty, 8, 20, true);
	kiosk_play(kiosk, "-\"More below\" <I have read this> "
			  "\"What do you agree to?\" ");
	kiosk_close(kiosk);
}

static void a_reason_leads_back_to_its_question(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 31, 100);
	kiosk_play(kiosk, KIOSK_QUESTIONS "1 1 7 Enter 7 Enter 6 Enter 6 Enter "
					  "6 Enter 7 Enter 6 Enter 1 Enter "
					  "2 1 \"look them over\" Enter ");
	kiosk_play(kiosk, "\"Please see a doctor soon\" <You told us:> "
			  "\"spot or mole on your\" <2  No> "
			  "\"No warning signs\" ");
	kiosk_close(kiosk);
}

/* Where "Touch here" stood the menu has a line of its own. */
static void a_double_click_picks_once(void **state)
{
	struct kiosk *kiosk = *state;
	int row, col;

	kiosk_set(kiosk, "repeat_guard_ms = 250");
	kiosk_open(kiosk, 24, 80);
	assert_true(tty_find(&kiosk->tty, "Touch here", &row, &col));
	tty_click(&kiosk->tty, row, col);
	tty_click(&kiosk->tty, row, col);
	kiosk_play(kiosk, "l \"¿Qué desea hacer?\" ");
	kiosk_close(kiosk);
}

static void a_click_on_nothing_does_nothing(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_MENU);
	for (int row = 0; row < 24; row++)
		tty_click(&kiosk->tty, row, 0);
	tty_click(&kiosk->tty, 2, 79);
	kiosk_play(kiosk, "l \"¿Qué desea hacer?\" ");
	kiosk_close(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(clicks_lead_all_the_way),
		KIOSK_TEST(clicks_lead_all_the_way_on_a_large_screen),
		KIOSK_TEST(a_list_longer_than_the_screen_is_reached_by_touch),
		KIOSK_TEST(every_hint_at_the_foot_can_be_clicked),
		KIOSK_TEST(a_long_text_is_read_by_wheel_and_by_touch),
		KIOSK_TEST(a_reason_leads_back_to_its_question),
		KIOSK_TEST(a_double_click_picks_once),
		KIOSK_TEST(a_click_on_nothing_does_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
