#include "hairline/form/answer.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/form/decimal.h"
#include "hairline/form/moment.h"

#define UCUM "http://unitsofmeasure.org"

enum dimension {
	MASS,
	LENGTH,
	VOLUME,
	DURATION
};

/* UCUM codes, with their size in the smallest of their dimension here. */
static const struct {
	const char *code;
	enum dimension dimension;
	double size;
} units[] = {
	{"ng", MASS, 1},
	{"ug", MASS, 1e3},
	{"mg", MASS, 1e6},
	{"g", MASS, 1e9},
	{"kg", MASS, 1e12},
	{"t", MASS, 1e15},
	{"[oz_av]", MASS, 28349523125e0},
	{"[lb_av]", MASS, 453592370e3},
	{"[stone_av]", MASS, 6350293180e3},
	{"nm", LENGTH, 1},
	{"um", LENGTH, 1e3},
	{"mm", LENGTH, 1e6},
	{"cm", LENGTH, 1e7},
	{"dm", LENGTH, 1e8},
	{"m", LENGTH, 1e9},
	{"km", LENGTH, 1e12},
	{"[in_i]", LENGTH, 254e5},
	{"[ft_i]", LENGTH, 3048e5},
	{"[yd_i]", LENGTH, 9144e5},
	{"[mi_i]", LENGTH, 1609344e6},
	{"uL", VOLUME, 1},
	{"ul", VOLUME, 1},
	{"mL", VOLUME, 1e3},
	{"ml", VOLUME, 1e3},
	{"cL", VOLUME, 1e4},
	{"cl", VOLUME, 1e4},
	{"dL", VOLUME, 1e5},
	{"dl", VOLUME, 1e5},
	{"L", VOLUME, 1e6},
	{"l", VOLUME, 1e6},
	{"cm3", VOLUME, 1e3},
	{"m3", VOLUME, 1e9},
	{"ms", DURATION, 1},
	{"s", DURATION, 1e3},
	{"min", DURATION, 6e4},
	{"h", DURATION, 36e5},
	{"d", DURATION, 864e5},
	{"wk", DURATION, 6048e5},
	/* The Julian year of 365.25 days, and a twelfth of it (UCUM). */
	{"mo", DURATION, 26298e5},
	{"a", DURATION, 315576e5},
};

#define UNIT_COUNT (sizeof(units) / sizeof(units[0]))
#define NEAR 1e-12 /* what converting may lose, as a part of the value */

static const char *const fhir_names[] = {
#define X(id, fhir, words) [id] = fhir,
	ANSWER_KINDS(X)
#undef X
};

static const char *const words_of[] = {
#define X(id, fhir, words) [id] = words,
	ANSWER_KINDS(X)
#undef X
};

static enum relation relation_of(int order)
{
	if (order == 0)
		return RELATION_EQUAL;
	return order < 0 ? RELATION_LESS : RELATION_GREATER;
}

static enum relation sameness(bool is_same)
{
	return is_same ? RELATION_EQUAL : RELATION_DIFFERENT;
}

static bool is_same_system(const char *a, const char *b)
{
	return *a == '\0' || *b == '\0' || strcmp(a, b) == 0;
}

static enum relation compare_booleans(const struct answer *a,
				      const struct answer *b)
{
	return sameness(a->is_true == b->is_true);
}

static enum relation compare_numbers(const struct answer *a,
				     const struct answer *b)
{
	if (!decimal_is_valid(a->text) || !decimal_is_valid(b->text))
		return RELATION_NONE;
	return relation_of(decimal_compare(a->text, b->text));
}

static enum relation compare_moments(const struct answer *a,
				     const struct answer *b)
{
	struct moment one;
	struct moment two;

	if (!moment_read(&one, a->kind, a->text) ||
	    !moment_read(&two, b->kind, b->text))
		return RELATION_NONE;
	return moment_compare(&one, &two);
}

static enum relation compare_texts(const struct answer *a,
				   const struct answer *b)
{
	return relation_of(strcmp(a->text, b->text));
}

static enum relation compare_codings(const struct answer *a,
				     const struct answer *b)
{
	if (*a->code && *b->code)
		return sameness(strcmp(a->code, b->code) == 0 &&
				is_same_system(a->system, b->system));
	return sameness(*a->display && strcmp(a->display, b->display) == 0);
}

static enum relation compare_coding_text(const struct answer *coding,
					 const struct answer *text)
{
	if (*text->text == '\0')
		return RELATION_DIFFERENT;
	return sameness(strcmp(coding->code, text->text) == 0 ||
			strcmp(coding->display, text->text) == 0);
}

static enum relation compare_references(const struct answer *a,
					const struct answer *b)
{
	return sameness(strcmp(a->text, b->text) == 0);
}

/* --- quantities --- */

static int find_unit(const struct answer *quantity)
{
	if (strcmp(quantity->system, UCUM) != 0)
		return -1;
	for (size_t i = 0; i < UNIT_COUNT; i++)
		if (strcmp(units[i].code, quantity->code) == 0)
			return (int)i;
	return -1;
}

static bool is_same_unit(const struct answer *a, const struct answer *b)
{
	if (!is_same_system(a->system, b->system))
		return false;
	if (*a->code && *b->code)
		return strcmp(a->code, b->code) == 0;
	if (*a->code || *b->code)
		return strcmp(*a->code ? a->code : a->display,
			      *b->code ? b->code : b->display) == 0;
	return strcmp(a->display, b->display) == 0;
}

static enum relation compare_converted(const struct answer *a,
				       const struct answer *b)
{
	int one = find_unit(a);
	int two = find_unit(b);
	double x;
	double y;

	if (one < 0 || two < 0 || units[one].dimension != units[two].dimension)
		return RELATION_NONE;
	x = strtod(a->text, NULL) * units[one].size;
	y = strtod(b->text, NULL) * units[two].size;
	if (fabs(x - y) <= NEAR * fmax(fabs(x), fabs(y)))
		return RELATION_EQUAL;
	return x < y ? RELATION_LESS : RELATION_GREATER;
}

static enum relation compare_quantities(const struct answer *a,
					const struct answer *b)
{
	if (is_same_unit(a, b))
		return compare_numbers(a, b);
	if (!decimal_is_valid(a->text) || !decimal_is_valid(b->text))
		return RELATION_NONE;
	return compare_converted(a, b);
}

/* --- which two kinds go together --- */

enum family {
	FAMILY_NONE,
	FAMILY_BOOLEAN,
	FAMILY_NUMBER,
	FAMILY_DATE,
	FAMILY_TIME,
	FAMILY_TEXT,
	FAMILY_CODING,
	FAMILY_QUANTITY,
	FAMILY_REFERENCE
};

static const enum family families[ANSWER_KIND_COUNT] = {
	[ANSWER_BOOLEAN] = FAMILY_BOOLEAN,
	[ANSWER_DECIMAL] = FAMILY_NUMBER,
	[ANSWER_INTEGER] = FAMILY_NUMBER,
	[ANSWER_DATE] = FAMILY_DATE,
	[ANSWER_DATE_TIME] = FAMILY_DATE,
	[ANSWER_TIME] = FAMILY_TIME,
	[ANSWER_STRING] = FAMILY_TEXT,
	[ANSWER_URI] = FAMILY_TEXT,
	[ANSWER_CODING] = FAMILY_CODING,
	[ANSWER_QUANTITY] = FAMILY_QUANTITY,
	[ANSWER_REFERENCE] = FAMILY_REFERENCE,
};

static enum relation (*const comparers[])(const struct answer *a,
					  const struct answer *b) = {
	[FAMILY_BOOLEAN] = compare_booleans,
	[FAMILY_NUMBER] = compare_numbers,
	[FAMILY_DATE] = compare_moments,
	[FAMILY_TIME] = compare_moments,
	[FAMILY_TEXT] = compare_texts,
	[FAMILY_CODING] = compare_codings,
	[FAMILY_QUANTITY] = compare_quantities,
	[FAMILY_REFERENCE] = compare_references,
};

struct answer answer_of(enum answer_kind kind)
{
	return (struct answer){
		.kind = kind,
		.text = "",
		.system = "",
		.code = "",
		.display = "",
	};
}

enum relation answer_compare(const struct answer *a, const struct answer *b)
{
	enum family one = families[a->kind];
	enum family two = families[b->kind];

	if (one == FAMILY_CODING && two == FAMILY_TEXT)
		return compare_coding_text(a, b);
	if (one == FAMILY_TEXT && two == FAMILY_CODING)
		return compare_coding_text(b, a);
	if (one != two || one == FAMILY_NONE)
		return RELATION_NONE;
	return comparers[one](a, b);
}

bool answer_is_well_formed(const struct answer *answer)
{
	struct moment moment;

	switch (answer->kind) {
	case ANSWER_INTEGER: return decimal_is_whole(answer->text);
	case ANSWER_DECIMAL:
	case ANSWER_QUANTITY: return decimal_is_valid(answer->text);
	case ANSWER_DATE:
	case ANSWER_DATE_TIME:
	case ANSWER_TIME:
		return moment_read(&moment, answer->kind, answer->text);
	case ANSWER_STRING:
	case ANSWER_URI:
	case ANSWER_REFERENCE: return *answer->text != '\0';
	case ANSWER_CODING: return *answer->code || *answer->display;
	default: return answer->kind != ANSWER_NONE;
	}
}

const char *answer_fhir_name(enum answer_kind kind)
{
	return fhir_names[kind];
}

const char *answer_words(enum answer_kind kind)
{
	return words_of[kind];
}
