/* The safety questions: from anywhere, found while typing, and back again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/barcode.h"
#include "support/kiosk.h"

#define TO_FAQ "f \"A-Z\" \"What is SMP?\" "

/* Where one was, the key that leads to the questions, and what is seen
 * after coming back. */
struct place {
	const char *script;
	const char *key;
	const char *seen;
};

static const struct place places[] = {
	{"", "f", "Touch here or press any key"},
	{"", "F", "Touch here or press any key"},
	{"Enter", "f", "What would you like to do?"},
	{"1 1 2 1 2", "f", "[x] Redness"},
	{"7 Enter 7 Enter 6 Enter 6 Enter 6 Enter 7 Enter 6 Enter 1 Enter 2 1",
	 "f", "Please look them over"},
	{"Enter", "f", "No warning signs"},
	{"3", "f", "Book a consultation"},
	{"Left \"No warning signs\" 2 'Mary Holl'", "F3", "Mary Holl"},
	{"'oway' Enter '01632 960 455' Enter Enter Enter Enter", "f",
	 "What we keep, and why"},
	{"1 1 2", "f", "[x] I am 18"},
	{"Enter", "f", "Your answers are not shared"},
	{"2", "f", "Thank you. It is saved."},
};

static void the_questions_open_from_anywhere_and_lead_back(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		kiosk_play(kiosk, places[i].script);
		tty_until(&kiosk->tty, places[i].seen);
		kiosk_play(kiosk, places[i].key);
		tty_until_all(&kiosk->tty, "What is SMP?", "A-Z");
		kiosk_play(kiosk, "Enter \"Still not sure?\" Esc "
				  "\"A-Z\" Esc -\"A-Z\"");
		tty_until(&kiosk->tty, places[i].seen);
	}
	kiosk_close(kiosk);
}

static void the_list_shrinks_and_grows_with_every_letter(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_FAQ "p \"Search: p\" -\"What SMP is\" "
				 "'reg' \"Search: preg\" "
				 "\"pregnant or breast-feeding?\" "
				 "-\"What is SMP?\" ");
	kiosk_play(kiosk, "Erase Erase Erase Erase \"What SMP is\" "
			  "\"What is SMP?\" ");
	kiosk_close(kiosk);
}

static void nothing_found_says_what_to_try(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_FAQ "'zebra' \"Nothing found.\" Enter "
				 "Erase Erase Erase Erase Erase "
				 "\"What is SMP?\" -\"Nothing found.\" ");
	kiosk_close(kiosk);
}

static void accents_and_case_are_forgiven(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, "l \"Toque aquí\" f \"¿Qué es la SMP?\" "
			  "'ALERGIA' \"¿Puedo tener alergia a la tinta?\" "
			  "-\"¿Qué es la SMP?\" Erase Erase Erase Erase Erase "
			  "Erase Erase \"¿Qué es la SMP?\" ");
	kiosk_play(kiosk, "'infeccion' \"¿Puedo tener una infección?\" "
			  "-\"¿Qué es la SMP?\" Erase Erase Erase Erase "
			  "'CIÓN' \"Buscar: infecCIÓN\" "
			  "\"¿Puedo tener una infección?\" ");
	kiosk_close(kiosk);
}

static void the_answer_found_is_the_one_read(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_FAQ "'numbing' \"Search: numbing\" "
				 "-\"What is SMP?\" Enter "
				 "\"Can I use numbing cream?\" "
				 "\"Sources: FDA lidocaine warning\" l "
				 "\"¿Puedo usar crema anestésica?\" Esc "
				 "\"Buscar: numbing\" ");
	kiosk_close(kiosk);
}

static void what_was_searched_is_gone_the_next_time(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_FAQ "'itch' \"Search: itch\" Left -\"A-Z\" "
				 "\"Touch here\" " TO_FAQ);
	tty_until_gone(&kiosk->tty, "itch");
	kiosk_close(kiosk);
}

/* The keys that pick elsewhere are letters here. */
static void digits_and_shortcuts_are_text_in_the_search(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_FAQ "'18' \"Search: 18\" \"under 18\" ");
	kiosk_play(kiosk, "Erase Erase 'l?zq' \"Search: l?zq\" "
			  "\"Nothing found.\" ");
	kiosk_close(kiosk);
}

static void every_question_can_be_reached_by_wheel_and_click(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_FAQ "<More below> -\"What is SMP?\" ");
	for (int i = 0; i < 60; i++)
		tty_wheel(&kiosk->tty, 8, 20, true);
	kiosk_play(kiosk, "-\"More below\" <How do I choose a good clinic?> "
			  "\"Still not sure?\" \"How do I choose\" ");
	kiosk_play(kiosk, "Esc \"A-Z\" \"▸  How do I choose\" ");
	kiosk_close(kiosk);
}

static void a_wide_screen_shows_the_answer_beside(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 31, 120);
	kiosk_play(kiosk, TO_FAQ "'hurt' \"Search: hurt\" "
				 "\"▸  Does it hurt?\" "
				 "\"Expect some pain.\" Down "
				 "\"▸  What if I have pattern baldness?\" "
				 "-\"Expect some pain.\" Up Enter "
				 "\"Still not sure?\" \"Expect some pain.\" ");
	kiosk_close(kiosk);
}

static void a_sentence_with_typos_finds_its_answer(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_FAQ "'how much does it csot' "
				 "\"▸  What does it cost?\" Enter "
				 "\"Do I get my deposit back\" ");
	kiosk_close(kiosk);
}

static bool is_underlined(struct kiosk *kiosk, const char *text)
{
	int row;
	int col;

	assert_true(tty_find(&kiosk->tty, text, &row, &col));
	return tty_cell(&kiosk->tty, row, col).is_underlined;
}

/* The words found are underlined, with colours and without. */
static void the_words_that_were_found_are_marked(void **state)
{
	static const char *const themes[] = {"theme = clinic", "theme = mono"};
	struct kiosk *kiosk = *state;

	for (size_t i = 0; i < 2; i++) {
		kiosk_set(kiosk, themes[i]);
		kiosk_open(kiosk, 24, 80);
		kiosk_play(kiosk, TO_FAQ "'does it hrut' \"▸  Does it hurt?\" "
					 "Enter \"Expect some pain.\" ");
		assert_true(is_underlined(kiosk, "hurt?"));
		assert_false(is_underlined(kiosk, "Expect"));
		kiosk_close(kiosk);
		tty_finish(&kiosk->tty);
	}
}

static void a_link_is_a_code_to_scan_or_leads_to_an_answer(void **state)
{
	struct kiosk *kiosk = *state;
	char text[256];

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_FAQ "'transplant or' Enter "
				 "\"1  NHS hair loss page\" 1 "
				 "\"www.nhs.uk/conditions/hair-loss/\" ");
	assert_true(barcode_read_cells(&kiosk->tty, text, sizeof(text)));
	assert_string_equal(text, "https://www.nhs.uk/conditions/hair-loss/");
	kiosk_play(kiosk, "Enter \"It does not add hair.\" Esc \"A-Z\" "
			  "Left -\"A-Z\" \"Touch here\" " TO_FAQ
			  "'how does the skin heal' Enter "
			  "\"Redness usually settles\" "
			  "<1  When should I get help?> "
			  "\"redness that spreads\" ");
	kiosk_close(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(the_questions_open_from_anywhere_and_lead_back),
		KIOSK_TEST(the_list_shrinks_and_grows_with_every_letter),
		KIOSK_TEST(nothing_found_says_what_to_try),
		KIOSK_TEST(accents_and_case_are_forgiven),
		KIOSK_TEST(the_answer_found_is_the_one_read),
		KIOSK_TEST(what_was_searched_is_gone_the_next_time),
		KIOSK_TEST(digits_and_shortcuts_are_text_in_the_search),
		KIOSK_TEST(every_question_can_be_reached_by_wheel_and_click),
		KIOSK_TEST(a_wide_screen_shows_the_answer_beside),
		KIOSK_TEST(a_sentence_with_typos_finds_its_answer),
		KIOSK_TEST(the_words_that_were_found_are_marked),
		KIOSK_TEST(a_link_is_a_code_to_scan_or_leads_to_an_answer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
