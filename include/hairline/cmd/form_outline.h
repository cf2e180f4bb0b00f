/*
 * form_outline - a questionnaire written out for people to read and sign off.
 */
#ifndef HAIRLINE_CMD_FORM_OUTLINE_H
#define HAIRLINE_CMD_FORM_OUTLINE_H

#include <stdbool.h>
#include <stdio.h>

struct form;

struct form_outline {
	FILE *out;
	int width;    /* cells of a line */
	int language; /* of the form */
	bool has_codes;
};

/* False when there is no memory. */
bool form_outline_print(const struct form_outline *outline,
			const struct form *form);

#endif
