#include "hairline/content/prose_check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "hairline/content/findings.h"
#include "hairline/content/ini.h"
#include "hairline/form/form.h"

#define SHOWN_SIZE 64 /* of a sentence in a message, bytes */
#define SAID_SIZE 64
#define TEXT_SIZE 1024

__attribute__((format(printf, 5, 6))) static void
warn(const struct prose_check *check, const char *path, unsigned line,
     const char *code, const char *fmt, ...)
{
	char text[TEXT_SIZE];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	findings_add(check->findings, &(struct finding){
					      .severity = FINDING_WARNING,
					      .file = path,
					      .line = line,
					      .code = code,
					      .text = text,
				      });
}

static void check_claims(const struct prose_check *check, const char *path,
			 const struct sentence *sentence)
{
	const struct claim *claim;
	char said[SAID_SIZE];
	int from = 0;

	if (!check->claims)
		return;
	while ((claim = claims_find(check->claims, sentence, &from, said,
				    sizeof(said))) != NULL)
		warn(check, path, sentence->line, "claim",
		     "\"%s\": %s; better: %s", said, claim->why, claim->better);
}

static void check_length(const struct prose_check *check, const char *path,
			 const struct sentence *sentence, int words)
{
	char shown[SHOWN_SIZE];

	if (words <= READING_WORDS)
		return;
	words_show(shown, sizeof(shown), sentence);
	warn(check, path, sentence->line, "sentence",
	     "\"%s\" is a sentence of %d words; split it, more than %d are "
	     "hard to follow",
	     shown, words, READING_WORDS);
}

static void check_passage(const struct prose_check *check, const char *path,
			  const struct sentence *heading,
			  const struct passage *passage)
{
	char title[SHOWN_SIZE] = "";
	char shown[SHOWN_SIZE];
	int score;

	if (!passage_is_hard(passage, check->rule, &score))
		return;
	if (heading->text)
		words_show(title, sizeof(title), heading);
	words_show(shown, sizeof(shown), &passage->longest);
	warn(check, path, passage->longest.line, "reading",
	     "\"%s\" is hard to read (%d.%d; %s); use shorter words and "
	     "sentences, and start with \"%s\"",
	     title, score / 10, score % 10, reading_rule_name(check->rule),
	     shown);
}

void prose_check_markdown(const struct prose_check *check,
			  const struct file *file)
{
	struct sentences sentences;
	struct sentence sentence;
	struct sentence heading = {.text = NULL};
	struct passage passage = {.words = 0};

	sentences_init(&sentences, file->text, 1);
	while (sentences_next(&sentences, &sentence)) {
		if (sentence.is_sources)
			continue;
		check_claims(check, file->path, &sentence);
		if (sentence.level) {
			check_passage(check, file->path, &heading, &passage);
			heading = sentence;
			memset(&passage, 0, sizeof(passage));
			continue;
		}
		check_length(check, file->path, &sentence,
			     passage_add(&passage, check->rule, &sentence));
	}
	check_passage(check, file->path, &heading, &passage);
}

void prose_check_text(const struct prose_check *check, const char *path,
		      unsigned line, const char *text)
{
	struct sentences sentences;
	struct sentence sentence;

	sentences_init(&sentences, text, line);
	while (sentences_next(&sentences, &sentence)) {
		struct passage passage = {.words = 0};

		check_claims(check, path, &sentence);
		/* Without a sign at its end it may be a list of words. */
		if (strchr(".?!", sentence.text[sentence.len - 1]))
			check_length(
				check, path, &sentence,
				passage_add(&passage, check->rule, &sentence));
	}
}

void prose_check_ini(const struct prose_check *check, const struct file *file)
{
	struct arena arena;
	struct ini ini;
	struct err err;

	arena_init(&arena);
	if (ini_read(&ini, &arena, file, &err))
		for (int i = 0; i < ini.count; i++)
			prose_check_text(check, file->path, ini.entries[i].line,
					 ini.entries[i].value);
	arena_release(&arena);
}

void prose_check_form(const struct prose_check *check, const char *path,
		      const struct form *form, int language)
{
	for (int i = 0; i < form->item_count; i++) {
		const struct form_item *item = &form->items[i];

		prose_check_text(check, path, item->line,
				 item->text.in[language]);
		for (int k = 0; k < item->option_count; k++)
			prose_check_text(check, path, item->line,
					 item->options[k].display.in[language]);
	}
}
