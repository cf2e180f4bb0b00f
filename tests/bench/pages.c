#include "bench/pages.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"

#define ANSWER_BYTES 4800
#define LINE_BYTES 400
#define WORD_LEAST 3

/* A word of the sample, from where the last one ended. */
static const char *next_word(const char *text, const char **at, int *len)
{
	const char *word;

	for (;;) {
		while (**at && !isalpha((unsigned char)**at))
			++*at;
		word = *at;
		while (isalpha((unsigned char)**at))
			++*at;
		*len = (int)(*at - word);
		if (*len >= WORD_LEAST)
			return word;
		if (**at == '\0')
			*at = text;
	}
}

static void write_words(FILE *file, const char *text, const char **at,
			int bytes)
{
	while (bytes > 0) {
		int len;
		const char *word = next_word(text, at, &len);

		fprintf(file, "%.*s%s", len, word, bytes > len + 1 ? " " : "");
		bytes -= len + 1;
	}
}

static void write_entry(FILE *file, const char *text, const char **at,
			int number)
{
	fprintf(file, "\n## What about %d, ", number);
	write_words(file, text, at, 20);
	fprintf(file, "? {#more-%d}\n", number);
	for (int i = 0; i < ANSWER_BYTES / LINE_BYTES; i++) {
		fprintf(file, "\n");
		write_words(file, text, at, LINE_BYTES);
		fprintf(file, ".\n");
	}
	fprintf(file, "\nSources: this clinic; reviewed 2026-11-22\n");
}

static char *read_sample(const char *path)
{
	FILE *file = fopen(path, "r");
	char *text = NULL;
	size_t room = 0;

	if (!file || getdelim(&text, &room, '\0', file) <= 0)
		bench_fail("%s: cannot be read", path);
	fclose(file);
	return text;
}

/* Both languages have the same entries. */
static void add_entries(const char *path, int count)
{
	char *sample = read_sample(path);
	const char *at = sample;
	FILE *file = fopen(path, "a");

	if (!file)
		bench_fail("%s: cannot be written", path);
	for (int i = 1; i <= count; i++)
		write_entry(file, sample, &at, i);
	fclose(file);
	free(sample);
}

void pages_make(struct pages *pages, size_t bytes)
{
	int count = (int)(bytes / ANSWER_BYTES);
	char spanish[FOLDER_PATH + 16];

	folder_make(pages->dir);
	folder_copy("assets", pages->dir);
	snprintf(pages->faq, sizeof(pages->faq), "%s/en/faq.md", pages->dir);
	snprintf(spanish, sizeof(spanish), "%s/es/faq.md", pages->dir);
	add_entries(pages->faq, count);
	add_entries(spanish, count);
}

void pages_remove(struct pages *pages)
{
	folder_remove(pages->dir);
}
