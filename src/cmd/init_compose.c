#include <stdio.h>
#include <string.h>

#include "hairline/cmd/init_write.h"
#include "hairline/content/file.h"
#include "hairline/content/ini_clinic.h"
#include "hairline/core/clinic.h"

#define CLINIC "clinic.ini"
#define PATH_SIZE 4096
#define KEY_SIZE 64
#define SPACES " \t"

/* What an answer, or a text that holds anywhere, says in place of the sample's.
 */
struct change {
	const char *key;         /* "section.key" or "section.key.language" */
	enum init_answer answer; /* INIT_ANSWERS: none */
	const char *text; /* where it is no answer; or what follows a link */
};

static const struct change changes[] = {
	{"clinic.name", INIT_NAME, NULL},
	{"clinic.tagline", INIT_ANSWERS, ""},
	{"clinic.tagline.es", INIT_ANSWERS, ""},
	{"clinic.address", INIT_ADDRESS, NULL},
	{"clinic.phone", INIT_PHONE, NULL},
	{"clinic.email", INIT_EMAIL, NULL},
	{"kiosk.languages", INIT_LANGUAGES, NULL},
	{"booking.link", INIT_LINK, NULL},
	{"booking.link_with_reference", INIT_LINK, "ref={ref}"},
	{"privacy.contact", INIT_ANSWERS, "our staff, at the desk"},
	{"privacy.contact.es", INIT_ANSWERS, "nuestro personal, en recepción"},
	{"privacy.complain_to", INIT_ANSWERS,
	 "the data protection authority of your country"},
	{"privacy.complain_to.es", INIT_ANSWERS,
	 "la autoridad de protección de datos de su país"},
	{"facts.price", INIT_ANSWERS, "please ask our staff"},
	{"facts.price.es", INIT_ANSWERS, "pregunte a nuestro personal"},
	{"facts.consultation", INIT_ANSWERS, "explained by our staff"},
	{"facts.consultation.es", INIT_ANSWERS, "pregunte a nuestro personal"},
	{"facts.smp_kind", INIT_ANSWERS,
	 "the kind that our staff will explain to you"},
	{"facts.smp_kind.es", INIT_ANSWERS,
	 "el tipo que le explicará nuestro personal"},
};

static const struct change *find_change(const char *key)
{
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++)
		if (strcmp(changes[i].key, key) == 0)
			return &changes[i];
	return NULL;
}

bool init_wants(const struct init *init, const char *tag, size_t len)
{
	const char *at = init->answers[INIT_LANGUAGES];

	while (at && *at) {
		size_t word = strcspn(at, " ");

		if (word == len && strncmp(at, tag, len) == 0)
			return true;
		at += word;
		at += strspn(at, " ");
	}
	return !init->answers[INIT_LANGUAGES];
}

static const char *given_by(const struct init *init,
			    const struct change *change)
{
	if (change->answer == INIT_ANSWERS)
		return change->text;
	return init->answers[change->answer];
}

static void put_value(struct buf *text, const struct change *change,
		      const char *value)
{
	bool is_link = change->answer == INIT_LINK && change->text;

	buf_addf(text, "%s%s", *value ? " " : "", value);
	/* A web server that knows nothing of it still opens the page. */
	if (is_link)
		buf_addf(text, "%s%s", strchr(value, '?') ? "&" : "?",
			 change->text);
}

/* --- line by line --- */

struct composer {
	const struct init *init;
	struct buf *text;
	char section[KEY_SIZE];
	bool is_dropping; /* lines that go on with a value that was replaced */
};

/* The part of a line up to its value: "key =". */
static size_t key_length(const char *line)
{
	size_t len = strcspn(line, "=\n");

	return line[len] == '=' ? len + 1 : 0;
}

/* "section.key" of a line. */
static void name_key(const struct composer *composer, const char *line,
		     size_t key_len, char key[2 * KEY_SIZE])
{
	size_t len = key_len - 1;

	while (len > 0 && strchr(SPACES, line[len - 1]))
		len--;
	snprintf(key, (size_t)2 * KEY_SIZE, "%s.%.*s", composer->section,
		 (int)len, line);
}

/* Is it in a language that nobody asked for? */
static bool is_foreign(const struct init *init, const char *key)
{
	const char *tag = strchr(strchr(key, '.') + 1, '.');

	return tag && !init_wants(init, tag + 1, strlen(tag + 1));
}

static void put_entry(struct composer *composer, const char *line, size_t len)
{
	size_t key_len = key_length(line);
	char key[2 * KEY_SIZE];
	const struct change *change;
	const char *value;

	name_key(composer, line, key_len, key);
	change = find_change(key);
	value = change ? given_by(composer->init, change) : NULL;
	composer->is_dropping = value || is_foreign(composer->init, key);
	if (is_foreign(composer->init, key))
		return;
	buf_add_bytes(composer->text, line, value ? key_len : len);
	if (value)
		put_value(composer->text, change, value);
	buf_add(composer->text, "\n");
}

static void put_line(struct composer *composer, const char *line, size_t len)
{
	bool is_more = len > 0 && strchr(SPACES, line[0]);
	bool is_note = len == 0 || strchr(";#[", line[0]);

	if (is_more && composer->is_dropping)
		return;
	if (!is_more && !is_note && key_length(line) > 0) {
		put_entry(composer, line, len);
		return;
	}
	if (len > 0 && line[0] == '[')
		snprintf(composer->section, sizeof(composer->section), "%.*s",
			 (int)strcspn(line + 1, "]\n"), line + 1);
	composer->is_dropping = false;
	buf_add_bytes(composer->text, line, len);
	buf_add(composer->text, "\n");
}

/* As the kiosk will read it. */
static bool is_right(const char *text, struct arena *arena, struct err *err)
{
	struct file file = {.path = CLINIC, .text = text, .size = strlen(text)};
	struct clinic clinic;

	return ini_clinic_read(&clinic, arena, &file, err);
}

bool init_compose(const struct init *init, struct buf *text, struct err *err)
{
	struct composer composer = {.init = init, .text = text};
	struct arena arena;
	struct file file;
	char path[PATH_SIZE];
	bool ok;

	arena_init(&arena);
	snprintf(path, sizeof(path), "%s/" CLINIC, init->sample);
	buf_clear(text);
	ok = file_read(&file, &arena, path, err);
	for (const char *line = ok ? file.text : ""; *line;) {
		size_t len = strcspn(line, "\n");

		put_line(&composer, line, len);
		line += len;
		line += *line == '\n';
	}
	if (text->is_cut)
		ok = err_set(err, ERR_LIMIT, "the answers are too long");
	ok = ok && is_right(text->at, &arena, err);
	arena_release(&arena);
	return ok;
}
