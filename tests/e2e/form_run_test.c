/* One form alone, full screen, in a real terminal; the answers in a file. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/kiosk.h"

#define FORM "tests/data/forms/every.json"
#define ANSWERS_SIZE 32768

/* By keys: every kind of question. */
#define ABOUT                                                         \
	"Enter \"What is your name?\" 'Ana' Enter "                   \
	"\"When were you born?\" '3 4 1950' \"3 April 1950\" Enter "  \
	"\"Do you smoke?\" 2 \"by car?\" 1 \"How tall\" '172' Enter " \
	"\"weigh?\" '72.50' Down Down Enter \"(x) lb\" Enter "        \
	"\"temperature?\" '37.0' Enter \"the pain?\" '3' Enter "
#define CHOICES                                                           \
	"\"write with?\" 2 \"Which of these\" 1 2 \"[x] Redness\" Enter " \
	"\"call you?\" 3 'Mrs Mo' Enter \"allergic\" 1 4 'cats' Enter "   \
	"\"[x] cats\" Enter \"Where do you live?\" 'spain' Enter "        \
	"\"languages\" 'span' Enter \"ticked: 1\" Tab Enter "
#define WORDS                                                            \
	"\"brings you\" 'It itches.' Enter \"web page?\" Enter "         \
	"\"card say?\" 'AB-1234' Enter \"reach you?\" '0800 1' Enter "   \
	"\"What you gave\" 2 '0800 2' Enter \"4  0800 2\" 1 "            \
	"\"here last?\" '3 4 2024 14:30' Enter \"get up?\" '630' Enter " \
	"\"in person\" Enter "
#define CHILDREN                                                       \
	"\"child's name?\" 'Bea' Enter '2015' Enter \"to school?\" 1 " \
	"\"3  Bea\" 2 \"child's name?\" 'Bo' Enter \"child born?\" "   \
	"Enter \"to school?\" 2 \"4  Bo\" 2 \"child's name?\" 'Cy' "   \
	"Enter \"child born?\" Enter \"to school?\" 3 \"5  Cy\" "      \
	"4 \"Remove it\" 3 \"4  Cy\" -\"Bo\" 1 "
#define TO_REVIEW \
	ABOUT CHOICES WORDS CHILDREN "\"the terms\" Enter 1 \"look them over\" "

static void output_path(const struct kiosk *kiosk, char path[600])
{
	snprintf(path, 600, "%s/out.json", kiosk->data);
}

static void open_form(struct kiosk *kiosk, int rows, int cols)
{
	char path[600];
	const char *const argv[] = {
		getenv("HAIRLINE"), "form",         "run", FORM, "-o", path,
		"--content",        kiosk->content, NULL};
	static const char *const env[] = {"TZ=UTC", NULL};

	output_path(kiosk, path);
	assert_non_null(argv[0]);
	tty_start(&kiosk->tty, rows, cols, argv, env);
	tty_until_all(&kiosk->tty, "Every kind of question", "Begin");
}

static int end_status(struct kiosk *kiosk)
{
	int status;

	tty_wait_exit(&kiosk->tty, &status);
	assert_true(WIFEXITED(status));
	assert_false(kiosk->tty.is_alt);
	assert_true(tty_has_old_modes(&kiosk->tty));
	return WEXITSTATUS(status);
}

/* Without its blanks, so that a value can be looked for. */
static void read_output(const struct kiosk *kiosk, char text[ANSWERS_SIZE])
{
	char path[600];
	FILE *file;
	size_t len = 0;
	int byte;

	output_path(kiosk, path);
	file = fopen(path, "r");
	assert_non_null(file);
	while ((byte = fgetc(file)) != EOF && len + 1 < ANSWERS_SIZE)
		if (byte != ' ' && byte != '\n')
			text[len++] = (char)byte;
	text[len] = '\0';
	fclose(file);
}

static void assert_answered(const char *text, const char *const *values)
{
	for (; *values; values++)
		if (!strstr(text, *values))
			fail_msg("%s is not in %s", *values, text);
}

static void every_question_is_answered_by_keys(void **state)
{
	static const char *const values[] = {
		"\"status\":\"completed\"",
		"\"language\":\"en\"",
		"\"valueString\":\"Ana\"",
		"\"valueDate\":\"1950-04-03\"",
		"\"valueBoolean\":false",
		"\"valueInteger\":172",
		"\"value\":72.50,\"unit\":\"lb\"",
		"\"valueDecimal\":37.0",
		"\"code\":\"red\"",
		"\"valueString\":\"MrsMo\"",
		"\"valueString\":\"cats\"",
		"\"code\":\"ES\"",
		"\"code\":\"es\"",
		"\"valueString\":\"Ititches.\"",
		"\"valueString\":\"08001\"},{\"valueString\":\"08002\"",
		"\"valueDateTime\":\"2024-04-03T14:30:00+00:00\"",
		"\"valueTime\":\"06:30:00\"",
		"\"valueString\":\"Bea\"",
		"\"valueString\":\"Cy\"",
		NULL,
	};
	struct kiosk *kiosk = *state;
	char text[ANSWERS_SIZE];
	char path[600];

	open_form(kiosk, 24, 80);
	kiosk_play(kiosk, TO_REVIEW "Enter \"Thank you\" Enter ");
	assert_int_equal(end_status(kiosk), 0);
	read_output(kiosk, text);
	assert_answered(text, values);
	assert_null(strstr(text, "\"Bo\""));
	assert_null(strstr(text, "\"photo\""));
	/* It is valid by our own reading of it. */
	output_path(kiosk, path);
	assert_int_equal(program_call(&kiosk->run, "form", "eval", FORM, path),
			 0);
}

/* The same by touch, on a tall screen; only words are typed. */
static void every_question_is_answered_by_clicks(void **state)
{
	static const char *const values[] = {
		"\"language\":\"es\"",   "\"valueString\":\"Ana\"",
		"\"valueDecimal\":37.5", "\"code\":\"[lb_av]\"",
		"\"code\":\"itch\"",     "\"display\":\"M\u00e9xico\"",
		"\"code\":\"fr\"",       NULL,
	};
	struct kiosk *kiosk = *state;
	char text[ANSWERS_SIZE];

	open_form(kiosk, 40, 100);
	kiosk_play(
		kiosk,
		"<Espa\u00f1ol> <Empezar> \"llama?\" 'Ana' \"Ana\" <Seguir> "
		"\"naci\u00f3?\" '1950' \"1950\" <Seguir> \"Fuma\" <Saltar> "
		"\"en coche\" <1  S\u00ed> \"mide\" '172' \"172 cm\" <Seguir> "
		"\"pesa\" '72' \"72 kg\" <( ) lb> \"72 lb\" <Seguir> "
		"\"temperatura\" '37,5' \"37,5 \u00b0C\" <Seguir> \"duele\" "
		"<Saltar> \"mano\" <La derecha> \"tiene de\" <Picor> "
		"\"[x] Picor\" <Seguir> \"llamemos\" <Por mi nombre> ");
	kiosk_play(kiosk,
		   "\"alergia\" <Saltar> \"vive\" 'mex' -\"Argentina\" "
		   "<M\u00e9xico> \"idiomas\" <franc\u00e9s> "
		   "\"[x] franc\u00e9s\" <Seguir (> \"trae\" <Saltar> "
		   "\"web\" <Saltar> \"tarjeta\" <Saltar> \"encontramos\" "
		   "'0800 1' \"0800 1\" <Seguir> \"Lo que nos dio\" "
		   "<No, seguir> \"estuvo\" <Saltar> \"levanta\" <Saltar> "
		   "\"en persona\" <Seguir> \"se llama?\" <Saltar> "
		   "\"condiciones\" <Seguir> \"Son suyas\" <1  S\u00ed> ");
	kiosk_play(kiosk, "\"Rev\u00edselas\" <Todo est\u00e1 bien> "
			  "\"Gracias\" <Terminar> ");
	assert_int_equal(end_status(kiosk), 0);
	read_output(kiosk, text);
	assert_answered(text, values);
	assert_null(strstr(text, "\"kids\""));
}

static void what_is_wrong_is_said_and_can_be_mended(void **state)
{
	struct kiosk *kiosk = *state;

	open_form(kiosk, 24, 80);
	kiosk_play(kiosk,
		   "Enter \"your name?\" Enter \"Please give an answer\" "
		   "'Ana' -\"Please\" Enter \"born?\" '31 2 1950' Enter "
		   "\"a date like 3/4/1950\" Erase Erase Erase Erase Erase "
		   "Erase Erase Erase Erase '3 4 1950' \"3 April\" Enter "
		   "\"smoke?\" 1 \"by car?\" 1 \"tall\" '17' Enter "
		   "\"from 50 to 250 cm\" '2' Enter \"weigh?\" ");
	tty_ctrl(&kiosk->tty, 'X');
	kiosk_play(kiosk, "\"Leave without\" 1 ");
	assert_int_equal(end_status(kiosk), 1);
}

static void a_form_that_is_left_leaves_nothing(void **state)
{
	struct kiosk *kiosk = *state;
	char path[600];

	open_form(kiosk, 24, 80);
	kiosk_play(kiosk, TO_REVIEW "^X \"Leave without\" 2 \"look them\" "
				    "^X \"Leave without\" 1 ");
	assert_int_equal(end_status(kiosk), 1);
	output_path(kiosk, path);
	assert_int_not_equal(access(path, F_OK), 0);
}

/* 64 KB pasted into every field on the way change no more than that field. */
static void a_flood_of_paste_stays_in_its_field(void **state)
{
	static char flood[64 * 1024];
	struct kiosk *kiosk = *state;

	memset(flood, '7', sizeof(flood));
	memcpy(flood, "\033[200~", 6);
	memcpy(flood + sizeof(flood) - 6, "\033[201~", 6);
	open_form(kiosk, 24, 80);
	kiosk_play(kiosk, "Enter \"your name?\" ");
	tty_send_bytes(&kiosk->tty, flood, sizeof(flood));
	kiosk_play(kiosk, "\"40 of 40 characters\" Enter \"born?\" ");
	tty_send_bytes(&kiosk->tty, flood, sizeof(flood));
	kiosk_play(kiosk, "\"7777\" Enter \"a date like\" ");
	tty_ctrl(&kiosk->tty, 'X');
	kiosk_play(kiosk, "\"Leave without\" 1 ");
	assert_int_equal(end_status(kiosk), 1);
}

static void signals_end_it_without_answers(void **state)
{
	struct kiosk *kiosk = *state;

	open_form(kiosk, 24, 80);
	kiosk_play(kiosk, "Enter \"your name?\" 'Ana' \"Ana\" ");
	kill(kiosk->tty.pid, SIGTERM);
	assert_int_equal(end_status(kiosk), 1);
}

static void a_file_that_is_no_form_is_refused_before_the_screen(void **state)
{
	struct kiosk *kiosk = *state;
	struct program *run = &kiosk->run;

	assert_int_equal(program_call(run, "form", "run", "Makefile"), 1);
	assert_non_null(strstr(run->err, "Makefile"));
	assert_int_equal(program_call(run, "form", "run"), 2);
	assert_int_equal(program_call(run, "form", "run", FORM, FORM), 2);
	assert_int_equal(program_call(run, "form", "run", FORM, "-x"), 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		KIOSK_TEST(every_question_is_answered_by_keys),
		KIOSK_TEST(every_question_is_answered_by_clicks),
		KIOSK_TEST(what_is_wrong_is_said_and_can_be_mended),
		KIOSK_TEST(a_form_that_is_left_leaves_nothing),
		KIOSK_TEST(a_flood_of_paste_stays_in_its_field),
		KIOSK_TEST(signals_end_it_without_answers),
		KIOSK_TEST(a_file_that_is_no_form_is_refused_before_the_screen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
