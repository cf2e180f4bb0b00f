/* A visitor's whole way by keys, and what the clinic has of it afterwards. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "support/desk.h"
#include "support/kiosk.h"

/* From the outcome to the question "Save this?", ticking these boxes. */
#define TO_CONFIRM(boxes) \
	"2 " KIOSK_CONSENT boxes " Enter \"Save this?\" \"Mary Holloway\" "
#define TO_OUTCOME KIOSK_ANSWERS "Enter \"No warning signs\" "

static const char *show(struct kiosk *kiosk, const char *shown)
{
	assert_int_equal(kiosk_call(kiosk, "leads", "show", shown), 0);
	return kiosk->run.out;
}

static int count_answers(const char *lead)
{
	int count = 0;

	for (const char *at = lead; (at = strstr(at, "\nanswer\t")); at++)
		count++;
	return count;
}

/* The reference without its dashes, as it stands in a link. */
static void add_bare(char *out, size_t size, const char *shown)
{
	reference_read(out, shown);
	assert_true(strlen(out) < size);
}

static void the_whole_way_ends_in_a_lead_with_answers(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];
	char bare[REFERENCE_SIZE];
	char address[64];

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_OUTCOME TO_CONFIRM("1 2 3"));
	kiosk_play(kiosk, "\"Your answers are shared too.\" "
			  "2 \"Thank you. It is saved.\" ");
	kiosk_reference(kiosk, shown);
	kiosk_play(kiosk, "1 \"Book a consultation\" \"Or call\" ");
	add_bare(bare, sizeof(bare), shown);
	snprintf(address, sizeof(address), "NORTHGATE.EXAMPLE/B/%s", bare);
	tty_until_all(&kiosk->tty, shown, address);
	kiosk_play(kiosk, "1 \"Touch here or press any key\" ");
	tty_until_gone(&kiosk->tty, shown);
	assert_has(show(kiosk, shown), "\nname\tMary Holloway\n");
	assert_has(kiosk->run.out, "\nphone\t01632 960 455\n");
	assert_has(kiosk->run.out, "\npreferred_time\tmorning\n");
	assert_has(kiosk->run.out, "\nconsent_answers\tyes, ");
	assert_has(kiosk->run.out, "\ntier\tnone\n");
	assert_has(kiosk->run.out,
		   "\nanswer\tAre you 18 or over?\tYes, 18 or over\n");
	assert_int_equal(count_answers(kiosk->run.out), 11);
	kiosk_close(kiosk);
}

static void without_box_three_no_answer_is_kept(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, TO_OUTCOME TO_CONFIRM("1 2"));
	kiosk_play(kiosk, "\"Your answers are not shared.\" "
			  "2 \"Thank you. It is saved.\" ");
	kiosk_reference(kiosk, shown);
	assert_has(show(kiosk, shown), "\nname\tMary Holloway\n");
	assert_has(kiosk->run.out, "\nconsent_answers\tno, never touched\n");
	assert_has(kiosk->run.out, "\ntier\t\n");
	assert_int_equal(count_answers(kiosk->run.out), 0);
	assert_lacks(kiosk->run.out, "18 or over");
	kiosk_close(kiosk);
}

/* All 17 questions are asked, but two of them are nobody's business. */
static void every_follow_up_is_asked_and_worries_stay_here(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	kiosk_open(kiosk, 31, 100);
	kiosk_play(kiosk, KIOSK_QUESTIONS "1 2 1 Enter \"pus, a fever\" 2 "
					  "7 Enter 3 Enter \"voice\" 2 "
					  "4 Enter \"organ transplant\" 2 "
					  "3 Enter \"blood sugar\" 2 ");
	kiosk_play(kiosk, "7 Enter 6 Enter 1 Enter "
			  "\"get you down\" 1 \"more than an hour\" 1 "
			  "\"Question 17 of 17\" 1 \"look them over\" "
			  "Enter \"Please see a doctor first\" ");
	kiosk_play(kiosk, TO_CONFIRM("1 2 3") "2 \"It is saved.\" ");
	kiosk_reference(kiosk, shown);
	assert_int_equal(count_answers(show(kiosk, shown)), 15);
	assert_has(kiosk->run.out, "\ntier\tdoctor\n");
	assert_has(kiosk->run.out, "Diabetes\n");
	assert_lacks(kiosk->run.out, "worr");
	assert_lacks(kiosk->run.out, "get you down");
	kiosk_close(kiosk);
}

static void details_alone_can_be_left_in_spanish(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, "l \"Toque aquí\" Enter 4 \"hablar con usted\" "
			  "'María Peña' Tab Tab 'maria@example.com' Enter "
			  "Enter Enter \"por qué\" 1 \"de acuerdo\" 1 2 3 "
			  "Enter \"¿Guardar esto?\" \"María Peña\" 2 "
			  "\"Gracias. Está guardado.\" 1 \"Pida una\" ");
	tty_until_all(&kiosk->tty, "Su referencia", "O llame al");
	assert_int_equal(kiosk_leads(kiosk), 1);
	kiosk_play(kiosk, "Left \"Gracias. Está guardado.\" "
			  "l \"Thank you. It is saved.\" ");
	kiosk_reference(kiosk, shown);
	assert_has(show(kiosk, shown), "\nname\tMaría Peña\n");
	assert_has(kiosk->run.out, "\nemail\tmaria@example.com\n");
	assert_has(kiosk->run.out, "\nphone\t\n");
	assert_has(kiosk->run.out, "\nlanguage\tes\n");
	assert_has(kiosk->run.out, "\nconsent_answers\tyes, ");
	assert_int_equal(count_answers(kiosk->run.out), 0);
	kiosk_close(kiosk);
}

static void what_is_to_be_mended_is_said(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "4 \"How can we reach you?\" Up Enter "
				     "\"Please type your name.\" "
				     "'Mary' -\"Please type\" Up Enter "
				     "\"Please give a phone number\" "
				     "'12' -\"Please give\" Up Up Enter "
				     "\"This number looks too short.\" "
				     "'x' -\"too short\" Up Up Enter ");
	kiosk_play(kiosk, "\"A phone number has only digits\" Erase Erase "
			  "Erase -\"12\" Tab 'mary@x' Up Up Up Enter "
			  "\"The part after the @ needs a dot\" '.org' "
			  "-\"needs a dot\" Up Up Up Enter ");
	tty_until(&kiosk->tty, "What we keep, and why");
	kiosk_close(kiosk);
}

static void nothing_is_saved_without_the_boxes_and_a_second_yes(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk,
		   KIOSK_MENU "4 " KIOSK_CONSENT "Enter \"tick the first two\" "
			      "1 -\"tick the first two\" "
			      "Enter \"tick the first two\" "
			      "3 -\"tick the first two\" "
			      "Enter \"tick the first two\" ");
	kiosk_play(kiosk, "2 Enter \"Save this?\" "
			  "Enter \"What do you agree to?\" -\"Save this?\" "
			  "Enter \"Save this?\" Esc \"What do you agree to?\"");
	assert_int_equal(kiosk_leads(kiosk), 0);
	kiosk_play(kiosk, KIOSK_SAVE);
	assert_int_equal(kiosk_leads(kiosk), 1);
	kiosk_close(kiosk);
}

static void each_offer_is_kept_as_it_was_ticked(void **state)
{
	struct kiosk *kiosk = *state;
	char shown[REFERENCE_SHOWN_SIZE];

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU
		   "4 " KIOSK_CONSENT
		   "1 2 4 5 5 \"[x] Send me offers and news by text\" "
		   "\"[ ] Call me\" \"[ ] Send me offers and news by e-mail\" "
		   "\"[ ] Also share\" " KIOSK_SAVE);
	kiosk_reference(kiosk, shown);
	assert_has(show(kiosk, shown), "\nconsent_texts\tyes, 2");
	assert_has(kiosk->run.out, "\nconsent_calls\tno, 2");
	assert_has(kiosk->run.out, "\nconsent_email\tno, never touched\n");
	kiosk_close(kiosk);
}

static void the_next_visitor_finds_empty_fields(void **state)
{
	struct kiosk *kiosk = *state;

	kiosk_open(kiosk, 24, 80);
	kiosk_play(kiosk, KIOSK_MENU "4 " KIOSK_CONSENT "1 2 " KIOSK_SAVE);
	kiosk_play(kiosk, "2 \"Touch here\" " KIOSK_MENU
			  "4 \"How can we reach you?\" \"Go on\" ");
	tty_until_gone(&kiosk->tty, "Mary");
	tty_until_gone(&kiosk->tty, "01632 960 455");
	kiosk_play(kiosk, KIOSK_CONSENT "\"[ ] I am 18\" 1 2 " KIOSK_SAVE);
	assert_int_equal(kiosk_leads(kiosk), 2);
	kiosk_close(kiosk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(the_whole_way_ends_in_a_lead_with_answers),
		KIOSK_TEST(without_box_three_no_answer_is_kept),
		KIOSK_TEST(every_follow_up_is_asked_and_worries_stay_here),
		KIOSK_TEST(details_alone_can_be_left_in_spanish),
		KIOSK_TEST(what_is_to_be_mended_is_said),
		KIOSK_TEST(nothing_is_saved_without_the_boxes_and_a_second_yes),
		KIOSK_TEST(each_offer_is_kept_as_it_was_ticked),
		KIOSK_TEST(the_next_visitor_finds_empty_fields),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
