#include "hairline/content/check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/content/ini.h"
#include "hairline/core/catalog.h"
#include "hairline/core/outcome.h"

#define QUESTION_CELLS 60
#define TIME_LEAST 20 /* s; WCAG 2.2.1 */
#define PATH_SIZE 4096
#define TEXT_SIZE 512
#define DATE_SIZE 16
#define YEAR_LEN 4

struct checker {
	const struct catalog *catalog;
	const char *dir;
	void (*report)(void *context, const char *text);
	void *context;
};

static const char *const depth_names[] = {
	[THEME_256] = "256 colours",
	[THEME_8] = "8 colours",
	[THEME_MONO] = "no colour",
};

__attribute__((format(printf, 2, 3))) static void
report(const struct checker *checker, const char *fmt, ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	checker->report(checker->context, text);
}

/* One item's pointer into every FAQ. */
static void check_code(const struct checker *checker,
		       const struct form_item *item,
		       const struct form_coding *code)
{
	const struct catalog *catalog = checker->catalog;

	if (strcmp(code->system, CODE_FAQ) != 0)
		return;
	for (int i = 0; i < catalog->clinic.language_count; i++) {
		const struct language *language = &catalog->languages[i];

		if (faq_find(&language->faq, code->code) == FAQ_NONE)
			report(checker,
			       "%s/screening.json:%u: linkId \"%s\" points at "
			       "the FAQ entry \"%s\", which %s/faq.md lacks; "
			       "add it there with {#%s} or change the code",
			       checker->dir, item->line, item->link_id,
			       code->code, language->code, code->code);
	}
}

static void check_form(const struct checker *checker)
{
	const struct form *form = &checker->catalog->form;

	for (int i = 0; i < form->item_count; i++)
		for (int k = 0; k < form->items[i].code_count; k++)
			check_code(checker, &form->items[i],
				   &form->items[i].codes[k]);
}

/* Entries of one language that the other lacks. */
static void compare_faqs(const struct checker *checker,
			 const struct language *has,
			 const struct language *lacks)
{
	for (int i = 0; i < has->faq.entry_count; i++) {
		const struct faq_entry *entry = &has->faq.entries[i];

		if (faq_find(&lacks->faq, entry->slug) == FAQ_NONE)
			report(checker,
			       "%s/%s/faq.md:1: lacks the entry \"%s\" that "
			       "%s/faq.md has in line %u; translate it",
			       checker->dir, lacks->code, entry->slug,
			       has->code, entry->line);
	}
}

static bool has_place(const char *text, const char *place, size_t len)
{
	size_t found_len;
	const char *found = text_place(text, &found_len);

	while (found) {
		if (found_len == len && memcmp(found + 1, place + 1, len) == 0)
			return true;
		found = text_place(found + 1, &found_len);
	}
	return false;
}

/* Places of one language's text that the other's lacks. */
static void compare_text(const struct checker *checker, enum text_id id,
			 const struct language *has,
			 const struct language *lacks)
{
	size_t len;
	const char *place = text_place(has->text.at[id], &len);

	for (; place; place = text_place(place + 1, &len))
		if (!has_place(lacks->text.at[id], place, len))
			report(checker,
			       "%s/%s/text.ini:1: \"%s\" lacks the place %.*s "
			       "that %s/text.ini has; write it or remove it "
			       "there",
			       checker->dir, lacks->code, text_key(id),
			       (int)len + 2, place, has->code);
}

static void compare(const struct checker *checker, const struct language *has,
		    const struct language *lacks)
{
	compare_faqs(checker, has, lacks);
	for (unsigned id = 0; id < TEXT_COUNT; id++)
		compare_text(checker, (enum text_id)id, has, lacks);
}

/* The line of a key in an .ini file; 0 when it is not known. */
static unsigned line_of(const struct file *file, const char *section,
			const char *key)
{
	const struct ini_entry *entry = NULL;
	unsigned line = 0;
	struct arena arena;
	struct ini ini;
	struct err err;

	if (!file)
		return 0;
	arena_init(&arena);
	if (ini_read(&ini, &arena, file, &err))
		entry = ini_find(&ini, section, key);
	if (entry)
		line = entry->line;
	arena_release(&arena);
	return line;
}

/* The same day a year before. */
static void year_before(char before[DATE_SIZE], const char *day)
{
	int year = 0;

	for (int i = 0; i < YEAR_LEN && day[i]; i++)
		year = year * 10 + day[i] - '0';
	snprintf(before, DATE_SIZE, "%04u%.6s", (unsigned)(year - 1) % 10000,
		 day + YEAR_LEN);
}

static void warn_review(const struct checked *checked, const char *path,
			unsigned line, const char *what, const char *reviewed,
			struct findings *findings)
{
	char oldest[DATE_SIZE];
	char text[TEXT_SIZE];
	bool is_old;

	year_before(oldest, checked->today);
	is_old = strcmp(reviewed, oldest) < 0;
	if (!is_old && strcmp(reviewed, checked->today) <= 0)
		return;
	snprintf(text, sizeof(text),
		 is_old ? "\"%s\" was last reviewed on %s, more than a year "
			  "ago; have somebody check it and write the new date"
			: "\"%s\" was reviewed on %s, which is still to "
			  "come; correct the date",
		 what, reviewed);
	findings_add(findings, &(struct finding){
				       .severity = FINDING_WARNING,
				       .file = path,
				       .line = line,
				       .code = "review",
				       .text = text,
			       });
}

static void warn_entry(const struct checked *checked, const char *path,
		       const struct faq_entry *entry, struct findings *findings)
{
	int cells = utf8_text_width(entry->question);

	if (cells > QUESTION_CELLS)
		findings_warn(findings, path, entry->line,
			      "the question takes %d columns; more than %d may "
			      "be cut in the list",
			      cells, QUESTION_CELLS);
	warn_review(checked, path, entry->line, entry->question,
		    entry->reviewed, findings);
}

static void warn_language(const struct checked *checked,
			  const struct language *language,
			  struct findings *findings)
{
	char path[PATH_SIZE];

	snprintf(path, sizeof(path), "%s/%s/faq.md", checked->dir,
		 language->code);
	for (int i = 0; i < language->faq.entry_count; i++)
		warn_entry(checked, path, &language->faq.entries[i], findings);
	snprintf(path, sizeof(path), "%s/%s/privacy.md", checked->dir,
		 language->code);
	warn_review(checked, path, 0, "privacy.md", language->privacy.version,
		    findings);
}

static void warn_contrast(const struct checked *checked, enum theme_depth depth,
			  enum style style, struct findings *findings)
{
	const struct catalog *catalog = checked->catalog;
	int contrast =
		theme_contrast(depth, &catalog->theme.looks[depth][style]);
	int least = theme_least_contrast(style);
	char path[PATH_SIZE];

	if (depth == THEME_MONO || contrast >= least)
		return;
	snprintf(path, sizeof(path), "%s/theme.ini", checked->dir);
	findings_warn(findings, path,
		      line_of(checked->theme, catalog->clinic.theme.in[0],
			      theme_style_name(style)),
		      "\"%s\" with %s has a contrast of %d.%d; people with "
		      "weak eyes need %d.%d",
		      theme_style_name(style), depth_names[depth],
		      contrast / 10, contrast % 10, least / 10, least % 10);
}

static void warn_theme(const struct checked *checked, struct findings *findings)
{
	for (unsigned depth = 0; depth < THEME_DEPTHS; depth++)
		for (unsigned style = 0; style < STYLE_COUNT; style++)
			warn_contrast(checked, (enum theme_depth)depth,
				      (enum style)style, findings);
}

static void warn_idle(const struct checked *checked, struct findings *findings)
{
	const struct clinic *clinic = &checked->catalog->clinic;
	const struct {
		const char *key;
		int seconds;
	} times[] = {
		{"question", clinic->idle_question},
		{"reading", clinic->idle_reading},
		{"countdown", clinic->idle_countdown},
	};
	char path[PATH_SIZE];

	snprintf(path, sizeof(path), "%s/clinic.ini", checked->dir);
	for (size_t i = 0; i < sizeof(times) / sizeof(times[0]); i++)
		if (times[i].seconds < TIME_LEAST)
			findings_warn(
				findings, path,
				line_of(checked->clinic, "idle", times[i].key),
				"[idle] %s is %d seconds; many people need %d "
				"to read and react (WCAG 2.2.1)",
				times[i].key, times[i].seconds, TIME_LEAST);
}

void check_links(const struct catalog *catalog, const char *dir,
		 void (*each)(void *context, const char *text), void *context)
{
	struct checker checker = {catalog, dir, each, context};
	const struct language *first = &catalog->languages[0];

	check_form(&checker);
	for (int i = 1; i < catalog->clinic.language_count; i++) {
		compare(&checker, first, &catalog->languages[i]);
		compare(&checker, &catalog->languages[i], first);
	}
}

void check_warn(const struct checked *checked, struct findings *findings)
{
	const struct catalog *catalog = checked->catalog;

	warn_idle(checked, findings);
	warn_theme(checked, findings);
	for (int i = 0; i < catalog->clinic.language_count; i++)
		warn_language(checked, &catalog->languages[i], findings);
}
