#include "hairline/core/entry_date.h"

#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/core/text.h"

#define TOKENS_MAX 12
#define WORD_SIZE 48
#define SHORTEST_MONTH 3 /* letters: "mar", "apr" */
#define YEAR_DIGITS 4

/* A run of digits, or of letters. */
struct token {
	const char *at;
	int len;
	bool is_word;
};

struct tokens {
	struct token at[TOKENS_MAX];
	int count;
	int time; /* the first of the time of day; count: there is none */
};

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       ((unsigned char)byte & 0x80u);
}

/* False when there are too many. */
static bool split(struct tokens *tokens, const char *typed)
{
	tokens->count = 0;
	tokens->time = TOKENS_MAX;
	while (*typed) {
		bool (*is_same)(char) = is_digit(*typed) ? is_digit : is_letter;
		const char *start = typed;

		while (*typed && is_same(*typed))
			typed++;
		if (typed == start) {
			typed++;
			continue;
		}
		if (tokens->count == TOKENS_MAX)
			return false;
		if (*typed == ':' && tokens->time == TOKENS_MAX)
			tokens->time = tokens->count;
		tokens->at[tokens->count++] = (struct token){
			start, (int)(typed - start), is_same == is_letter};
	}
	return tokens->count > 0;
}

static int number_of(const char *digits, int len)
{
	int number = 0;

	for (int i = 0; i < len && i < 8; i++)
		number = number * 10 + (digits[i] - '0');
	return number;
}

/* --- the date --- */

/* What the date is made of so far; 0: not said. */
struct parts {
	int numbers[3];
	int lens[3];
	int count;
	int month; /* by its name */
};

static bool starts_with(const char *words, const struct token *token)
{
	char name[WORD_SIZE];
	char word[WORD_SIZE];
	struct buf folded;
	struct buf of_token;
	char mem[WORD_SIZE];

	buf_init(&of_token, mem, sizeof(mem));
	buf_add_bytes(&of_token, token->at, (size_t)token->len);
	buf_init(&folded, word, sizeof(word));
	utf8_fold(&folded, mem);
	buf_init(&of_token, mem, sizeof(mem));
	buf_add_bytes(&of_token, words, strcspn(words, " "));
	buf_init(&folded, name, sizeof(name));
	utf8_fold(&folded, mem);
	return strncmp(name, word, strlen(word)) == 0;
}

/* 1 to 12, or 0. */
static int month_of(const struct text *text, const struct token *token)
{
	const char *words = text->at[TEXT_MONTHS];

	if (token->len < SHORTEST_MONTH)
		return 0;
	for (int month = 1; *words; month++) {
		if (starts_with(words, token))
			return month;
		words += strcspn(words, " ");
		words += strspn(words, " ");
	}
	return 0;
}

/* Short words are passed over: "3 de abril", "3rd of April". */
static bool gather(struct parts *parts, const struct text *text,
		   const struct tokens *tokens, int end)
{
	memset(parts, 0, sizeof(*parts));
	for (int i = 0; i < end; i++) {
		const struct token *token = &tokens->at[i];

		if (token->is_word && token->len < SHORTEST_MONTH)
			continue;
		if (token->is_word) {
			if (parts->month)
				return false;
			parts->month = month_of(text, token);
			if (parts->month == 0)
				return false;
			continue;
		}
		if (parts->count == 3)
			return false;
		parts->lens[parts->count] = token->len;
		parts->numbers[parts->count++] =
			number_of(token->at, token->len);
	}
	return true;
}

static bool is_date(const struct moment *moment)
{
	if (moment->year < 1000 || moment->year > 9999)
		return false;
	if (moment->precision == PRECISION_YEAR)
		return true;
	if (moment->month < 1 || moment->month > 12)
		return false;
	return moment->precision == PRECISION_MONTH ||
	       (moment->day >= 1 &&
		moment->day <= moment_days(moment->year, moment->month));
}

static bool set_date(struct moment *moment, int year, int month, int day)
{
	*moment = (struct moment){
		.precision = day     ? PRECISION_DAY
			     : month ? PRECISION_MONTH
				     : PRECISION_YEAR,
		.year = year,
		.month = month,
		.day = day,
	};
	return is_date(moment);
}

/* Digits without anything between, in the order of the letters d, m and y. */
static bool read_run(struct moment *moment, const char *digits,
		     const char *order, bool has_day)
{
	int year = 0;
	int month = 0;
	int day = 0;

	for (; *order; order++) {
		int len = *order == 'y' ? YEAR_DIGITS : 2;

		if (*order == 'd' && !has_day)
			continue;
		if (*order == 'y')
			year = number_of(digits, len);
		else if (*order == 'm')
			month = number_of(digits, len);
		else
			day = number_of(digits, len);
		digits += len;
	}
	return month > 0 && (day > 0 || !has_day) &&
	       set_date(moment, year, month, day);
}

static bool read_one(struct moment *moment, const struct text *text,
		     const char *digits, int len)
{
	const char *order = text->at[TEXT_DATE_ORDER];

	if (len == YEAR_DIGITS)
		return set_date(moment, number_of(digits, len), 0, 0);
	if (len == YEAR_DIGITS + 2)
		return read_run(moment, digits, order, false);
	return len == YEAR_DIGITS + 4 &&
	       (read_run(moment, digits, order, true) ||
		read_run(moment, digits, "ymd", true));
}

/* Two numbers: the one with four digits is the year. */
static bool read_two(struct moment *moment, const struct parts *parts)
{
	int year = parts->lens[0] == YEAR_DIGITS ? 0 : 1;
	int other = parts->numbers[1 - year];

	if (parts->lens[year] != YEAR_DIGITS || other == 0 ||
	    parts->lens[1 - year] > 2)
		return false;
	if (parts->month)
		return set_date(moment, parts->numbers[year], parts->month,
				other);
	return set_date(moment, parts->numbers[year], other, 0);
}

static bool read_three(struct moment *moment, const struct text *text,
		       const struct parts *parts)
{
	const char *order = parts->lens[0] == YEAR_DIGITS
				    ? "ymd"
				    : text->at[TEXT_DATE_ORDER];
	int of[3] = {0, 0, 0}; /* d, m, y */

	for (int i = 0; i < 3 && order[i]; i++) {
		int len = order[i] == 'y' ? YEAR_DIGITS : 2;

		if (parts->numbers[i] == 0 || parts->lens[i] > len ||
		    (order[i] == 'y' && parts->lens[i] < len))
			return false;
		of[order[i] == 'd'   ? 0
		   : order[i] == 'm' ? 1
				     : 2] = parts->numbers[i];
	}
	return of[0] && of[1] && of[2] && !parts->month &&
	       set_date(moment, of[2], of[1], of[0]);
}

static bool read_date(struct moment *moment, const struct text *text,
		      const struct tokens *tokens, int end)
{
	struct parts parts;

	if (!gather(&parts, text, tokens, end))
		return false;
	if (parts.count == 3)
		return read_three(moment, text, &parts);
	if (parts.count == 2)
		return read_two(moment, &parts);
	if (parts.count == 0)
		return false;
	if (parts.month)
		return parts.lens[0] == YEAR_DIGITS &&
		       set_date(moment, parts.numbers[0], parts.month, 0);
	for (int i = 0; i < end; i++)
		if (!tokens->at[i].is_word)
			return read_one(moment, text, tokens->at[i].at,
					parts.lens[0]);
	return false;
}

/* --- the time of day --- */

/* "930" and "0930" are hours and minutes, "9" is an hour. */
static void split_hours(int numbers[3], int *count, int len)
{
	if (*count == 1 && (len == 3 || len == 4)) {
		numbers[1] = numbers[0] % 100;
		numbers[0] /= 100;
		*count = 2;
	}
}

/* Twelve hours and which half of the day, as twenty-four. */
static bool set_half(int *hour, char half)
{
	if (half == '\0')
		return true;
	if (*hour < 1 || *hour > 12)
		return false;
	*hour = *hour % 12 + (half == 'p' ? 12 : 0);
	return true;
}

static bool read_time(struct moment *moment, const struct tokens *tokens,
		      int first)
{
	int numbers[3] = {0, 0, 0};
	int count = 0;
	int len = 0;
	char half = '\0';

	for (int i = first; i < tokens->count; i++) {
		const struct token *token = &tokens->at[i];
		char letter = (char)(token->at[0] | 0x20);

		if (token->is_word) {
			if (!half && (letter == 'a' || letter == 'p'))
				half = letter;
			continue;
		}
		if (count == 3 || token->len > 4 || (count && token->len > 2))
			return false;
		len = token->len;
		numbers[count++] = number_of(token->at, token->len);
	}
	split_hours(numbers, &count, len);
	if (count == 0 || !set_half(&numbers[0], half))
		return false;
	moment->hour = numbers[0];
	moment->minute = numbers[1];
	moment->nanosecond = numbers[2] * INT64_C(1000000000);
	moment->precision = PRECISION_SECOND;
	return numbers[0] < 24 && numbers[1] < 60 && numbers[2] < 60;
}

/* Where the time starts: at the number before the first ":", else behind the
 * third number. */
static int find_time(const struct tokens *tokens)
{
	int numbers = 0;

	if (tokens->time < TOKENS_MAX)
		return tokens->time;
	for (int i = 0; i < tokens->count; i++)
		if (!tokens->at[i].is_word && ++numbers == 4)
			return i;
	return tokens->count;
}

bool entry_date_read(struct moment *moment, const struct text *text,
		     enum answer_kind kind, const char *typed)
{
	struct tokens tokens;
	int time;

	memset(moment, 0, sizeof(*moment));
	if (!split(&tokens, typed))
		return false;
	moment->is_time = kind == ANSWER_TIME;
	if (kind == ANSWER_TIME)
		return read_time(moment, &tokens, 0);
	time = kind == ANSWER_DATE_TIME ? find_time(&tokens) : tokens.count;
	if (!read_date(moment, text, &tokens, time))
		return false;
	if (time == tokens.count)
		return true;
	return moment->precision == PRECISION_DAY &&
	       read_time(moment, &tokens, time);
}
