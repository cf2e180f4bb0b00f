/* Going back, changing one's mind and one's language, and saying no. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/desk.h"
#include "support/kiosk.h"

#define TO_OUTCOME KIOSK_ANSWERS "Enter \"No warning signs\" "

/* --- back --- */

static void going_back_keeps_every_answer(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_QUESTIONS "1 3 1 2 \"[x] Redness\" Enter "
					  "\"pus, a fever\" Esc "
					  "\"on your scalp now?\" ");
	tty_until_all(&kiosk->tty, "[x] Burning", "[x] Redness", "[ ] Pus");
	kiosk_play(kiosk, "Esc \"spot or mole\" Left \"18 or over?\" "
			  "Left \"Go on with the questions\" ");
	kiosk_play(kiosk, "1 \"pus, a fever\" Left \"[x] Redness\" ");
	kiosk_close(kiosk);
}

static void back_from_the_end_passes_every_screen(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_OUTCOME "2 " KIOSK_CONSENT "1 2 Enter "
				     "\"Save this?\" Esc \"[x] I am 18\" Esc "
				     "\"What we keep\" Esc \"Mary Holloway\" "
				     "Esc \"No warning signs\" Esc "
				     "\"look them over\" Esc ");
	kiosk_play(kiosk, "\"Question 12 of 12\" Left "
			  "\"Question 11, perhaps one left\" ");
	kiosk_close(kiosk);
}

/* --- a changed answer --- */

static void a_changed_answer_decides_what_is_asked_next(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_QUESTIONS "1 2 1 Enter \"pus, a fever\" "
					  "\"about 9 left\" Left 7 "
					  "\"[x] None\" Enter "
					  "\"true of your hair loss?\" ");
	tty_until(&kiosk->tty, "Question 4, about 8 left");
	kiosk_close(kiosk);
}

/* "None" and "sore" exclude each other, whichever came first. */
static void an_answer_of_none_clears_the_others(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_QUESTIONS "1 2 1 2 7 \"[x] None\" "
					  "-\"[x] Burning\" -\"[x] Red\" "
					  "1 \"[x] Burning\" -\"[x] None\" ");
	kiosk_close(kiosk);
}

static void a_changed_answer_changes_the_outcome(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_OUTCOME "r \"look them over\" Down Down Enter "
				     "\"spot or mole\" 1 \"look them over\" "
				     "Up Up Enter \"see a doctor soon\" ");
	kiosk_play(kiosk, "\"You told us: A spot or mole\" "
			  "\"Code for an advice visit\" "
			  "r \"look them over\" Down Down Enter "
			  "\"spot or mole\" 2 \"look them over\" "
			  "Up Up Enter \"No warning signs\" ");
	tty_until_gone(&kiosk->tty, "A spot or mole");
	tty_until_gone(&kiosk->tty, "advice visit");
	kiosk_close(kiosk);
}

/* From the review one question is visited, and what it opens, no others. */
static void the_review_leads_to_one_question_and_back(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_ANSWERS
		   "Down Down Down Down Down Down Down Down "
		   "\"▸ Your skin\" Up Enter \"or take such a medicine?\" "
		   "3 \"[x] Diabetes\" Enter \"blood sugar\" 1 "
		   "\"look them over\" ");
	tty_until_all(&kiosk->tty, "Diabetes", "Your blood sugar");
	kiosk_play(kiosk, "Up Up Up Up Up Up Up Enter "
			  "\"Ask your doctor first\" ");
	kiosk_close(kiosk);
}

/* --- the language --- */

static void the_language_changes_in_the_middle_of_the_form(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_QUESTIONS "1 2 2 6 \"[x] Redness\" l "
					  "\"Pregunta 3, quedan unas\" "
					  "\"Marque todo\" ");
	tty_until_all(&kiosk->tty, "2  [x] ", "6  [x] ", "1  [ ] ", "English");
	kiosk_play(kiosk, "l \"Question 3, about\" \"[x] Redness\" ");
	kiosk_close(kiosk);
}

/* A screen: how to come to it, and what it says. */
struct stop {
	const char *script;
	const char *key; /* that changes the language there */
	const char *english;
	const char *spanish;
};

static const struct stop stops[] = {
	{"", "l", "Touch here", "Toque aquí"},
	{"Enter", "l", "What would you like to do?", "¿Qué desea hacer?"},
	{"?", "l", "You can use the keys", "Puede usar el teclado"},
	{"Left -\"You can\" f", "F2", "Search", "Buscar"},
	{"Enter", "l", "Still not sure?", "¿Aún tiene dudas?"},
	{"Left \"Search\" Left 1", "l", "18 or over?", "18 años o más?"},
	{"1 2 7 Enter 7 Enter 6 Enter 6 Enter 6 Enter 7 Enter 6 Enter", "l",
	 "Look like a close shave", "pelo muy corto"},
	{"1 Enter 2 1", "l", "Please look them over", "Revíselas, por favor"},
	{"Enter", "l", "No warning signs", "No hay señales de aviso"},
	{"3", "l", "Book a consultation", "Pida una consulta"},
	{"Left \"No warning\" ^X", "l", "start over?", "¿Borrar todo"},
	{"2 \"No warning\" ^T", "F2", "Type the PIN", "Escriba el PIN"},
	{"Left \"No warning\" 2", "F2", "How can we reach", "hablar con usted"},
	{"'Mary Holloway' Enter '01632 960 455' Enter Enter Enter Enter", "l",
	 "What we keep, and why", "Qué guardamos y por qué"},
	{"1", "l", "What do you agree to?", "¿En qué está de acuerdo?"},
	{"1 2 3 Enter", "l", "Save this?", "¿Guardar esto?"},
	{"\"Mary Holloway\" \"are shared too\" 2", "l",
	 "Thank you. It is saved.", "Gracias. Está guardado."},
};

static void the_language_changes_on_every_screen(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < sizeof(stops) / sizeof(stops[0]); i++) {
		kiosk_play(kiosk, stops[i].script);
		tty_until(&kiosk->tty, stops[i].english);
		kiosk_play(kiosk, stops[i].key);
		tty_until(&kiosk->tty, stops[i].spanish);
		tty_until_gone(&kiosk->tty, stops[i].english);
		kiosk_play(kiosk, stops[i].key);
		tty_until(&kiosk->tty, stops[i].english);
		tty_until_gone(&kiosk->tty, stops[i].spanish);
	}
	assert_int_equal(kiosk_leads(kiosk), 1);
	kiosk_close(kiosk);
}

/* --- no --- */

static void declining_everything_saves_nothing(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_OUTCOME "2 " KIOSK_CONSENT "1 2 3 \"[x] Also\" "
				     "<No, do not keep> \"No warning signs\" "
				     "2 \"How can we reach you?\" \"Go on\" ");
	tty_until_gone(&kiosk->tty, "Mary");
	tty_until_gone(&kiosk->tty, "960 455");
	kiosk_play(kiosk, KIOSK_CONTACT "2 \"No warning signs\" "
					"3 \"holds only the clinic\" "
					"1 \"Touch here\" ");
	assert_int_equal(kiosk_leads(kiosk), 0);
	kiosk_close(kiosk);
}

static void under_eighteen_nothing_can_be_saved(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_QUESTIONS "2 \"look them over\" Enter "
					  "\"Come back when you are 18\" "
					  "2 \"holds only the clinic\" ");
	kiosk_play(kiosk, "Left \"Come back when\" ");
	assert_false(tty_has(&kiosk->tty, "Leave your details"));
	kiosk_play(kiosk, "Left Left Left "
			  "\"like to do?\" 4 \"cannot keep your details\" "
			  "Enter \"like to do?\" ");
	assert_int_equal(kiosk_leads(kiosk), 0);
	kiosk_close(kiosk);
}

/* Somebody who has typed already, and then tells their age. */
static void an_age_told_late_still_forbids_saving(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "4 " KIOSK_CONSENT
				     "1 2 Enter \"Save this?\" Left Left Left "
				     "Left \"like to do?\" 1 \"18 or over?\" 2 "
				     "\"look them over\" Left Left "
				     "\"like to do?\" 4 ");
	tty_until(&kiosk->tty, "cannot keep your details");
	assert_int_equal(kiosk_leads(kiosk), 0);
	kiosk_close(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(going_back_keeps_every_answer),
		KIOSK_TEST(back_from_the_end_passes_every_screen),
		KIOSK_TEST(a_changed_answer_decides_what_is_asked_next),
		KIOSK_TEST(an_answer_of_none_clears_the_others),
		KIOSK_TEST(a_changed_answer_changes_the_outcome),
		KIOSK_TEST(the_review_leads_to_one_question_and_back),
		KIOSK_TEST(the_language_changes_in_the_middle_of_the_form),
		KIOSK_TEST(the_language_changes_on_every_screen),
		KIOSK_TEST(declining_everything_saves_nothing),
		KIOSK_TEST(under_eighteen_nothing_can_be_saved),
		KIOSK_TEST(an_age_told_late_still_forbids_saving),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
