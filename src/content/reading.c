#include "hairline/content/reading.h"

#include <string.h>
#include <strings.h>

struct reading_rule {
	const char *language;
	const char *name;
	const char *vowels; /* folded; all of them are ASCII */
	const char *strong; /* two of these in a row are two syllables */
	double constant;
	double by_length;   /* times words per sentence */
	double by_syllable; /* times syllables per word */
	double limit;
	bool is_grade; /* more is harder */
	bool has_silent_e;
};

static const struct reading_rule rules[] = {
	{
		.language = "en",
		.name = "Flesch-Kincaid grade, at most 8.0",
		.vowels = "aeiouy",
		.strong = "",
		.constant = -15.59,
		.by_length = 0.39,
		.by_syllable = 11.8,
		.limit = 8,
		.is_grade = true,
		.has_silent_e = true,
	},
	{
		.language = "es",
		.name = "Szigriszt-Pazos score, at least 55.0",
		.vowels = "aeiou",
		.strong = "aeo",
		.constant = 206.835,
		.by_length = -1,
		.by_syllable = -62.3,
		.limit = 55,
	},
};

const struct reading_rule *reading_rule_find(const char *language)
{
	size_t len = strcspn(language, "-");

	for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++)
		if (strlen(rules[i].language) == len &&
		    strncasecmp(rules[i].language, language, len) == 0)
			return &rules[i];
	return NULL;
}

static bool is_one_of(char c, const char *set)
{
	return c != '\0' && strchr(set, c);
}

/* An e at the end is silent, but not in "-le" behind a consonant. */
static bool ends_silent(const struct reading_rule *rule, const char *word)
{
	size_t len = strlen(word);

	if (!rule->has_silent_e || len < 3 || word[len - 1] != 'e' ||
	    is_one_of(word[len - 2], rule->vowels))
		return false;
	return word[len - 2] != 'l' || is_one_of(word[len - 3], rule->vowels);
}

int reading_syllables(const struct reading_rule *rule, const char *folded)
{
	int count = 0;
	char before = '\0';

	for (const char *c = folded; *c; c++) {
		bool is_first = is_one_of(*c, rule->vowels) &&
				!is_one_of(before, rule->vowels);
		bool is_hiatus = is_one_of(*c, rule->strong) &&
				 is_one_of(before, rule->strong);

		count += is_first || is_hiatus;
		before = *c;
	}
	if (count > 1 && ends_silent(rule, folded))
		count--;
	return count > 0 ? count : 1;
}

const char *reading_rule_name(const struct reading_rule *rule)
{
	return rule->name;
}

int passage_add(struct passage *passage, const struct reading_rule *rule,
		const struct sentence *sentence)
{
	struct word words[SENTENCE_WORDS];
	int count = words_split(words, sentence);

	if (count == 0)
		return 0;
	passage->words += count;
	passage->sentences++;
	for (int i = 0; rule && i < count; i++)
		passage->syllables += reading_syllables(rule, words[i].folded);
	if (count > passage->longest_words) {
		passage->longest_words = count;
		passage->longest = *sentence;
	}
	return count;
}

bool passage_is_hard(const struct passage *passage,
		     const struct reading_rule *rule, int *score)
{
	double found;

	if (!rule || passage->words < READING_LEAST)
		return false;
	found = rule->constant +
		rule->by_length * passage->words / passage->sentences +
		rule->by_syllable * passage->syllables / passage->words;
	*score = found > 0 ? (int)(found * 10 + 0.5) : 0;
	return rule->is_grade ? found > rule->limit : found < rule->limit;
}
