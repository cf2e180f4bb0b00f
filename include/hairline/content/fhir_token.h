/*
 * fhir_token - the words of a FHIRPath expression, one after the other.
 */
#ifndef HAIRLINE_CONTENT_FHIR_TOKEN_H
#define HAIRLINE_CONTENT_FHIR_TOKEN_H

#include <stdbool.h>

#define FHIR_TOKEN_SIZE 256 /* bytes with the NUL; longer ones are bad */

enum fhir_token_kind {
	TOKEN_END,
	TOKEN_NAME,     /* item, where, iif, or, $this */
	TOKEN_VARIABLE, /* %resource; without the % */
	TOKEN_STRING,   /* without the quotes */
	TOKEN_NUMBER,
	TOKEN_SYMBOL, /* one character, or "<=", ">=", "!=" */
	TOKEN_BAD
};

struct fhir_token {
	enum fhir_token_kind kind;
	char text[FHIR_TOKEN_SIZE];
};

/* Read the token at a text.  Returns what is behind it. */
const char *fhir_token_read(struct fhir_token *token, const char *text);

bool fhir_token_is(const struct fhir_token *token, enum fhir_token_kind kind,
		   const char *text);

#endif
