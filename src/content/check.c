#include "hairline/content/check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/core/catalog.h"
#include "hairline/core/outcome.h"

#define QUESTION_CELLS 60
#define COUNTDOWN_LEAST 20 /* s; WCAG 2.2.1 */

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

static void warn_questions(const struct language *language, const char *dir,
			   struct findings *findings)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/%s/faq.md", dir, language->code);
	for (int i = 0; i < language->faq.entry_count; i++) {
		const struct faq_entry *entry = &language->faq.entries[i];
		int cells = utf8_text_width(entry->question);

		if (cells > QUESTION_CELLS)
			findings_warn(findings, path, entry->line,
				      "the question takes %d columns; more "
				      "than %d may be cut in the list",
				      cells, QUESTION_CELLS);
	}
}

static void warn_contrast(const struct theme *theme, const char *dir,
			  enum theme_depth depth, enum style style,
			  struct findings *findings)
{
	int contrast = theme_contrast(depth, &theme->looks[depth][style]);
	int least = theme_least_contrast(style);
	char path[4096];

	if (depth == THEME_MONO || contrast >= least)
		return;
	snprintf(path, sizeof(path), "%s/theme.ini", dir);
	findings_warn(findings, path, 1,
		      "\"%s\" with %s has a contrast of %d.%d; people with "
		      "weak eyes need %d.%d",
		      theme_style_name(style), depth_names[depth],
		      contrast / 10, contrast % 10, least / 10, least % 10);
}

static void warn_theme(const struct theme *theme, const char *dir,
		       struct findings *findings)
{
	for (unsigned depth = 0; depth < THEME_DEPTHS; depth++)
		for (unsigned style = 0; style < STYLE_COUNT; style++)
			warn_contrast(theme, dir, (enum theme_depth)depth,
				      (enum style)style, findings);
}

static void warn_clinic(const struct clinic *clinic, const char *dir,
			struct findings *findings)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/clinic.ini", dir);
	if (clinic->idle_countdown < COUNTDOWN_LEAST)
		findings_warn(findings, path, 1,
			      "[idle] countdown is %d seconds; many people "
			      "need %d to react",
			      clinic->idle_countdown, COUNTDOWN_LEAST);
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

void check_warn(const struct catalog *catalog, const char *dir,
		struct findings *findings)
{
	warn_clinic(&catalog->clinic, dir, findings);
	warn_theme(&catalog->theme, dir, findings);
	for (int i = 0; i < catalog->clinic.language_count; i++)
		warn_questions(&catalog->languages[i], dir, findings);
}
