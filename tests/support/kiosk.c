#include "support/kiosk.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#define CLINIC "clinic.ini"
#define CLINIC_SIZE 16384
#define WORD_SIZE 256
#define SHOWN_LENGTH (REFERENCE_SHOWN_SIZE - 1)

struct key_name {
	const char *name;
	enum tty_key key;
};

static const struct key_name key_names[] = {
	{"Enter", TTY_ENTER},  {"Esc", TTY_ESC},
	{"Tab", TTY_TAB},      {"Erase", TTY_BACKSPACE},
	{"Up", TTY_UP},        {"Down", TTY_DOWN},
	{"Left", TTY_LEFT},    {"Right", TTY_RIGHT},
	{"Home", TTY_HOME},    {"End", TTY_END},
	{"PgUp", TTY_PAGE_UP}, {"PgDn", TTY_PAGE_DOWN},
	{"F1", TTY_F1},        {"F2", TTY_F2},
	{"F3", TTY_F3},
};

/* --- content --- */

static void read_clinic(const struct kiosk *kiosk, char text[CLINIC_SIZE])
{
	char path[2 * FOLDER_PATH];
	FILE *file;
	size_t len;

	snprintf(path, sizeof(path), "%s/" CLINIC, kiosk->content);
	file = fopen(path, "r");
	assert_non_null(file);
	len = fread(text, 1, CLINIC_SIZE - 1, file);
	assert_true(feof(file));
	fclose(file);
	text[len] = '\0';
}

/* The line that gives a key, from its start. */
static char *find_line(char *text, const char *key, size_t len)
{
	for (char *line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (strncmp(line, key, len) == 0)
			return line;
	}
	return NULL;
}

void kiosk_set(struct kiosk *kiosk, const char *line)
{
	size_t key_len = strcspn(line, "=") + 1;
	char before[CLINIC_SIZE];
	char after[CLINIC_SIZE + WORD_SIZE];
	char *old;

	read_clinic(kiosk, before);
	old = find_line(before, line, key_len);
	if (!old)
		fail_msg("clinic.ini has no line for %s", line);
	snprintf(after, sizeof(after), "%.*s%s%s", (int)(old - before), before,
		 line, old + strcspn(old, "\n"));
	folder_write(kiosk->content, CLINIC, after);
}

void kiosk_set_idle(struct kiosk *kiosk, int seconds)
{
	static const char *const keys[] = {"question", "reading", "countdown"};
	char line[WORD_SIZE];

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		snprintf(line, sizeof(line), "%s = %d", keys[i], seconds);
		kiosk_set(kiosk, line);
	}
}

/* --- beginning --- */

int kiosk_make(void **state)
{
	struct kiosk *kiosk = calloc(1, sizeof(*kiosk));

	assert_non_null(kiosk);
	*state = kiosk;
	folder_make(kiosk->content);
	folder_copy("assets", kiosk->content);
	folder_make(kiosk->data);
	kiosk_set(kiosk, "repeat_guard_ms = 0");
	return 0;
}

int kiosk_remove(void **state)
{
	struct kiosk *kiosk = *state;

	tty_finish(&kiosk->tty);
	folder_remove(kiosk->content);
	folder_remove(kiosk->data);
	free(kiosk);
	return 0;
}

void kiosk_start(struct kiosk *kiosk, int rows, int cols)
{
	const char *const argv[] = {
		getenv("HAIRLINE"), "kiosk",     "--content", kiosk->content,
		"--data",           kiosk->data, NULL};

	assert_non_null(argv[0]);
	tty_start(&kiosk->tty, rows, cols, argv, kiosk->env);
}

void kiosk_open(struct kiosk *kiosk, int rows, int cols)
{
	kiosk_start(kiosk, rows, cols);
	tty_until_all(&kiosk->tty, "Touch here or press any key", "Begin");
}

/* --- a visitor's hands --- */

static void press(struct kiosk *kiosk, const char *word)
{
	for (size_t i = 0; i < sizeof(key_names) / sizeof(key_names[0]); i++)
		if (strcmp(key_names[i].name, word) == 0) {
			tty_key(&kiosk->tty, key_names[i].key);
			return;
		}
	if (strcmp(word, "Space") == 0)
		tty_send(&kiosk->tty, " ");
	else if (word[0] == '^' && word[1])
		tty_ctrl(&kiosk->tty, word[1]);
	else if (strlen(word) == 1)
		tty_send(&kiosk->tty, word);
	else
		fail_msg("there is no key %s", word);
}

static void type(struct kiosk *kiosk, const char *text)
{
	tty_send(&kiosk->tty, text);
}

/* A text that should be on a whole frame, or should not be. */
struct sight {
	const char *text;
	bool is_there;
};

/* With the last cell of a frame curses leaves the cursor at the bottom left:
 * until then part of what is seen may be of the frame before. */
static bool is_seen(struct tty *tty, const void *context)
{
	const struct sight *sight = context;
	int rows, cols, row, col;

	tty_size(tty, &rows, &cols);
	tty_cursor(tty, &row, &col);
	return row == rows - 1 && col == 0 &&
	       tty_has(tty, sight->text) == sight->is_there;
}

static void look(struct kiosk *kiosk, const char *text, bool is_there)
{
	const struct sight sight = {text, is_there};

	if (tty_wait(&kiosk->tty, is_seen, &sight))
		return;
	tty_print(&kiosk->tty);
	fail_msg("waited in vain for %s\"%s\"", is_there ? "" : "the end of ",
		 text);
}

static void see(struct kiosk *kiosk, const char *text)
{
	look(kiosk, text, true);
}

static void miss(struct kiosk *kiosk, const char *text)
{
	look(kiosk, text, false);
}

static void click(struct kiosk *kiosk, const char *text)
{
	look(kiosk, text, true);
	tty_click_on(&kiosk->tty, text);
}

/* Each kind of word: what it stands between, and what it does. */
struct word_kind {
	const char *begin;
	char end;
	void (*act)(struct kiosk *kiosk, const char *word);
};

static const struct word_kind word_kinds[] = {
	{"'", '\'', type}, {"\"", '"', see}, {"-\"", '"', miss},
	{"<", '>', click}, {"", ' ', press},
};

static const struct word_kind *kind_of(const char *script)
{
	const struct word_kind *kind = word_kinds;

	while (strncmp(script, kind->begin, strlen(kind->begin)) != 0)
		kind++;
	return kind;
}

/* Do the first word of a script.  Returns what follows it. */
static const char *play_word(struct kiosk *kiosk, const char *script)
{
	const struct word_kind *kind = kind_of(script);
	const char *from = script + strlen(kind->begin);
	size_t len = strcspn(from, (const char[]){kind->end, '\0'});
	char word[WORD_SIZE];

	assert_in_range(len, 1, sizeof(word) - 1);
	memcpy(word, from, len);
	word[len] = '\0';
	kind->act(kiosk, word);
	return from + len + (from[len] ? 1 : 0);
}

void kiosk_play(struct kiosk *kiosk, const char *script)
{
	script += strspn(script, " ");
	while (*script) {
		script = play_word(kiosk, script);
		script += strspn(script, " ");
	}
}

/* --- looking --- */

void kiosk_reference(struct kiosk *kiosk, char shown[REFERENCE_SHOWN_SIZE])
{
	int row, col;
	const char *text;

	tty_until_all(&kiosk->tty, "Your reference", "Show the booking code");
	assert_true(tty_find(&kiosk->tty, "Your reference", &row, &col));
	text = tty_row(&kiosk->tty, row + 1);
	text += strspn(text, " ");
	assert_true(strlen(text) >= SHOWN_LENGTH);
	memcpy(shown, text, SHOWN_LENGTH);
	shown[SHOWN_LENGTH] = '\0';
}

/* A header, then a line for each. */
int kiosk_leads(struct kiosk *kiosk)
{
	int lines = 0;

	assert_int_equal(kiosk_call(kiosk, "leads", "list"), 0);
	for (const char *at = kiosk->run.out; (at = strchr(at, '\n')); at++)
		lines++;
	assert_true(lines >= 1);
	return lines - 1;
}

/* --- the end --- */

void kiosk_check_end(struct kiosk *kiosk)
{
	struct tty *tty = &kiosk->tty;
	int status;

	tty_wait_exit(tty, &status);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_false(tty_is_alt_screen(tty));
	assert_true(tty->has_cursor);
	assert_false(tty->has_mouse);
	assert_true(tty_has_old_modes(tty));
}

void kiosk_close(struct kiosk *kiosk)
{
	assert_int_equal(kill(kiosk->tty.pid, SIGTERM), 0);
	kiosk_check_end(kiosk);
}
