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

/* The FAQ that grows is the English one; Spanish would lack its entries. */
static void leave_english(const char *dir)
{
	static const char both[] = "\nlanguages = en es";
	char path[FOLDER_PATH + 16];
	char *text;
	char *at;
	FILE *file;

	snprintf(path, sizeof(path), "%s/clinic.ini", dir);
	text = read_sample(path);
	at = strstr(text, both);
	file = at ? fopen(path, "w") : NULL;
	if (!file)
		bench_fail("%s: its languages cannot be changed", path);
	memset(at + strlen(both) - 2, ' ', 2);
	fputs(text, file);
	fclose(file);
	free(text);
}

void pages_make(struct pages *pages, size_t bytes)
{
	const char *at;
	char *sample;
	FILE *file;

	folder_make(pages->dir);
	folder_copy("assets", pages->dir);
	leave_english(pages->dir);
	snprintf(pages->faq, sizeof(pages->faq), "%s/en/faq.md", pages->dir);
	sample = read_sample(pages->faq);
	at = sample;
	file = fopen(pages->faq, "a");
	if (!file)
		bench_fail("%s: cannot be written", pages->faq);
	fseek(file, 0, SEEK_END);
	for (int i = 1; ftell(file) < (long)bytes; i++)
		write_entry(file, sample, &at, i);
	fclose(file);
	free(sample);
}

void pages_remove(struct pages *pages)
{
	folder_remove(pages->dir);
}
