#include "hairline/content/words.h"

#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/base/utf8.h"

#define SPACES " \t\n"
#define DIGITS "0123456789"
#define DATE_LEN 10 /* "2026-11-22" */
#define MARKUP "*`#>"

static const char *line_end(const char *line)
{
	return line + strcspn(line, "\n");
}

static bool is_empty_line(const char *line)
{
	line += strspn(line, " \t");
	return *line == '\n' || *line == '\0';
}

/* Does a heading, an item of a list or a quote start here? */
static bool starts_block(const char *line)
{
	size_t digits;

	line += strspn(line, " \t");
	digits = strspn(line, DIGITS);
	if (digits > 0)
		return line[digits] && strchr(".)", line[digits]) &&
		       line[digits + 1] == ' ';
	if (*line == '#' || *line == '>')
		return true;
	return *line && strchr("-*+", *line) && line[1] == ' ';
}

static const char *find_block_end(const char *start)
{
	const char *end = line_end(start);

	if (start[strspn(start, " \t")] == '#')
		return end;
	while (*end && !is_empty_line(end + 1) && !starts_block(end + 1))
		end = line_end(end + 1);
	return end;
}

static bool is_date(const char *text)
{
	static const char shape[] = "0000-00-00";

	for (int i = 0; i < DATE_LEN; i++)
		if (shape[i] == '0' ? !(text[i] && strchr(DIGITS, text[i]))
				    : text[i] != shape[i])
			return false;
	return true;
}

static bool ends_with_date(const char *start, const char *end)
{
	while (end > start && strchr(SPACES, end[-1]))
		end--;
	return end - start >= DATE_LEN && is_date(end - DATE_LEN);
}

/* Move over blanks and line ends. */
static void skip_spaces(struct sentences *sentences)
{
	while (*sentences->at && strchr(SPACES, *sentences->at)) {
		sentences->line += *sentences->at == '\n';
		sentences->at++;
	}
}

/* Move to where the next block starts.  False when there is none. */
static bool open_block(struct sentences *sentences)
{
	const char *start;

	skip_spaces(sentences);
	start = sentences->at;
	if (*start == '\0')
		return false;
	sentences->block_end = find_block_end(start);
	sentences->level = (int)strspn(start, "#");
	sentences->is_sources = ends_with_date(start, sentences->block_end);
	return true;
}

/* Is the sign here the last of a sentence?  A dot within a number is not. */
static bool ends_sentence(const char *at, const char *end)
{
	if (!strchr(".?!", *at))
		return false;
	at++;
	while (at < end && strchr("\"')*_.?!", *at))
		at++;
	if (end - at >= 2 && memcmp(at, "\u00BB", 2) == 0)
		at += 2;
	return at >= end || strchr(SPACES, *at);
}

static const char *find_sentence_end(const char *at, const char *end)
{
	size_t digits = strspn(at, DIGITS);

	/* The number of an item in a list ends nothing. */
	if (digits > 0 && at[digits] == '.')
		at += digits + 1;
	while (at < end && !ends_sentence(at, end))
		at++;
	while (at < end && !strchr(SPACES, *at))
		at++;
	return at;
}

static bool is_asking(const struct sentence *sentence)
{
	const char *slug = memchr(sentence->text, '{', sentence->len);
	size_t len = slug && sentence->level ? (size_t)(slug - sentence->text)
					     : sentence->len;

	while (len > 0 && strchr(" \"')*_", sentence->text[len - 1]))
		len--;
	return len > 0 && sentence->text[len - 1] == '?';
}

void sentences_init(struct sentences *sentences, const char *text,
		    unsigned line)
{
	*sentences = (struct sentences){.at = text, .line = line};
}

bool sentences_next(struct sentences *sentences, struct sentence *sentence)
{
	const char *end;

	if ((!sentences->block_end || sentences->at >= sentences->block_end) &&
	    !open_block(sentences))
		return false;
	skip_spaces(sentences);
	/* A heading with its {#slug} and a list of sources are one. */
	end = sentences->level || sentences->is_sources
		      ? sentences->block_end
		      : find_sentence_end(sentences->at, sentences->block_end);
	*sentence = (struct sentence){
		.text = sentences->at,
		.len = (size_t)(end - sentences->at),
		.line = sentences->line,
		.level = sentences->level,
		.is_sources = sentences->is_sources,
	};
	sentence->is_question = is_asking(sentence);
	for (; sentences->at < end; sentences->at++)
		sentences->line += *sentences->at == '\n';
	while (end < sentences->block_end && strchr(SPACES, *end))
		end++;
	if (end == sentences->block_end)
		sentences->at = end;
	return true;
}

static bool is_letter(unsigned code_point)
{
	if (code_point < 0x80)
		return (code_point >= '0' && code_point <= '9') ||
		       (code_point >= 'A' && code_point <= 'Z') ||
		       (code_point >= 'a' && code_point <= 'z');
	return code_point >= 0xAA && code_point != 0xAB && code_point != 0xBB &&
	       code_point != 0xBF && code_point != 0xD7 &&
	       (code_point < 0x2000 || code_point > 0x2BFF);
}

static bool is_apostrophe(unsigned code_point)
{
	return code_point == '\'' || code_point == 0x2019;
}

/* What only separates two words, as blanks and quotation marks do; all else
 * sets them apart. */
static bool is_gap(unsigned code_point)
{
	if (code_point == 0xAB || code_point == 0xBB || code_point == 0xBF ||
	    code_point == 0x201C || code_point == 0x201D)
		return true;
	return code_point < 0x80 && strchr(SPACES "-/*_`#>\"", (int)code_point);
}

/* Read the word at *text.  False when there is none. */
static bool take_word(const char **text, const char *end, struct word *word)
{
	char raw[WORD_SIZE];
	struct buf buf;
	struct buf folded;

	buf_init(&buf, raw, sizeof(raw));
	while (*text < end) {
		const char *next = *text;
		unsigned code_point = utf8_next(&next);
		bool is_in = is_letter(code_point) ||
			     (buf.len > 0 && is_apostrophe(code_point));

		if (!is_in && (code_point != '%' || buf.len > 0))
			break;
		if (!is_apostrophe(code_point))
			buf_add_bytes(&buf, *text, (size_t)(next - *text));
		*text = next;
		if (code_point == '%')
			break;
	}
	buf_init(&folded, word->folded, sizeof(word->folded));
	utf8_fold(&folded, raw);
	return buf.len > 0;
}

static const char *skip_place(const char *at, const char *end)
{
	const char *close = memchr(at, '}', (size_t)(end - at));

	return close ? close + 1 : at + 1;
}

int words_split(struct word words[SENTENCE_WORDS],
		const struct sentence *sentence)
{
	const char *at = sentence->text;
	const char *end = at + sentence->len;
	bool is_apart = false;
	int count = 0;

	while (at < end && count < SENTENCE_WORDS) {
		if (*at == '{') {
			at = skip_place(at, end);
		} else if (take_word(&at, end, &words[count])) {
			words[count++].is_apart = is_apart;
			is_apart = false;
		} else if (!is_gap(utf8_next(&at))) {
			is_apart = true;
		}
	}
	return count;
}

void words_show(char *out, size_t size, const struct sentence *sentence)
{
	static const char dots[] = "...";
	const char *end = sentence->text + sentence->len;
	struct buf buf;

	buf_init(&buf, out, size - sizeof(dots) + 1);
	for (const char *at = sentence->text; at < end && !buf.is_cut;) {
		const char *next = at;

		utf8_next(&next);
		if (*at == '{' && at + 1 < end && at[1] == '#')
			break;
		if (strchr(SPACES, *at))
			buf_add(&buf,
				buf.len && out[buf.len - 1] != ' ' ? " " : "");
		else if (!strchr(MARKUP, *at))
			buf_add_bytes(&buf, at, (size_t)(next - at));
		at = next;
	}
	while (buf.len > 0 && out[buf.len - 1] == ' ')
		out[--buf.len] = '\0';
	if (buf.is_cut) {
		buf.cap = size;
		buf.is_cut = false;
		buf_add(&buf, dots);
	}
}
