#include "hairline/content/fhir_token.h"

#include <string.h>

#define SPACES " \t\r\n"
#define DIGITS "0123456789"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$"
#define SYMBOLS "().,=+-*/|&{}[]<>!~"

/* Take len bytes as the token. */
static const char *take(struct fhir_token *token, enum fhir_token_kind kind,
			const char *text, size_t len)
{
	if (len >= sizeof(token->text)) {
		token->kind = TOKEN_BAD;
		return text + len;
	}
	token->kind = kind;
	memcpy(token->text, text, len);
	token->text[len] = '\0';
	return text + len;
}

/* Behind spaces and comments. */
static const char *skip(const char *text)
{
	for (;;) {
		const char *end;

		text += strspn(text, SPACES);
		if (strncmp(text, "//", 2) == 0)
			end = text + strcspn(text, "\n");
		else if (strncmp(text, "/*", 2) == 0 && strstr(text, "*/"))
			end = strstr(text, "*/") + 2;
		else
			return text;
		text = end;
	}
}

/* A text in quotes of the kind it starts with; \' and \\ stand for one. */
static const char *read_quoted(struct fhir_token *token,
			       enum fhir_token_kind kind, const char *text)
{
	char quote = *text++;
	size_t len = 0;

	token->kind = kind;
	for (; *text && *text != quote; text++) {
		if (*text == '\\' && text[1])
			text++;
		if (len + 1 < sizeof(token->text))
			token->text[len++] = *text;
		else
			token->kind = TOKEN_BAD;
	}
	token->text[len] = '\0';
	if (*text == '\0')
		token->kind = TOKEN_BAD;
	return *text ? text + 1 : text;
}

static const char *read_variable(struct fhir_token *token, const char *text)
{
	size_t len = strspn(text, LETTERS DIGITS "-");

	if (*text == '`' || *text == '\'' || *text == '"')
		return read_quoted(token, TOKEN_VARIABLE, text);
	return take(token, len > 0 ? TOKEN_VARIABLE : TOKEN_BAD, text, len);
}

static const char *read_symbol(struct fhir_token *token, const char *text)
{
	bool is_double = strchr("<>!", *text) && text[1] == '=';

	if (!strchr(SYMBOLS, *text))
		return take(token, TOKEN_BAD, text, 1);
	return take(token, TOKEN_SYMBOL, text, is_double ? 2 : 1);
}

static const char *read_number(struct fhir_token *token, const char *text)
{
	size_t len = strspn(text, DIGITS);

	if (text[len] == '.' && strspn(text + len + 1, DIGITS) > 0)
		len += 1 + strspn(text + len + 1, DIGITS);
	return take(token, TOKEN_NUMBER, text, len);
}

const char *fhir_token_read(struct fhir_token *token, const char *text)
{
	size_t letters;

	text = skip(text);
	letters = strspn(text, LETTERS);
	token->text[0] = '\0';
	if (*text == '\0')
		return take(token, TOKEN_END, text, 0);
	if (letters > 0)
		return take(token, TOKEN_NAME, text,
			    letters + strspn(text + letters, LETTERS DIGITS));
	if (strchr(DIGITS, *text))
		return read_number(token, text);
	if (*text == '\'' || *text == '"')
		return read_quoted(token, TOKEN_STRING, text);
	if (*text == '`')
		return read_quoted(token, TOKEN_NAME, text);
	if (*text == '%')
		return read_variable(token, text + 1);
	return read_symbol(token, text);
}

bool fhir_token_is(const struct fhir_token *token, enum fhir_token_kind kind,
		   const char *text)
{
	return token->kind == kind && strcmp(token->text, text) == 0;
}
