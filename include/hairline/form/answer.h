/*
 * answer - one typed value: what was answered, what a condition expects, what
 * an option stands for.  value[x] and answer[x] of FHIR R4.
 */
#ifndef HAIRLINE_FORM_ANSWER_H
#define HAIRLINE_FORM_ANSWER_H

#include <stdbool.h>
#include <stdint.h>

/* X(id, "the [x] of FHIR", "what a person calls it"). */
#define ANSWER_KINDS(X)                                        \
	X(ANSWER_NONE, "", "nothing")                          \
	X(ANSWER_BOOLEAN, "Boolean", "yes or no")              \
	X(ANSWER_DECIMAL, "Decimal", "a number")               \
	X(ANSWER_INTEGER, "Integer", "a whole number")         \
	X(ANSWER_DATE, "Date", "a date")                       \
	X(ANSWER_DATE_TIME, "DateTime", "a date and a time")   \
	X(ANSWER_TIME, "Time", "a time")                       \
	X(ANSWER_STRING, "String", "a text")                   \
	X(ANSWER_URI, "Uri", "an address")                     \
	X(ANSWER_CODING, "Coding", "a code")                   \
	X(ANSWER_QUANTITY, "Quantity", "a quantity")           \
	X(ANSWER_ATTACHMENT, "Attachment", "an attached file") \
	X(ANSWER_REFERENCE, "Reference", "a reference")

enum answer_kind {
#define X(id, fhir, words) id,
	ANSWER_KINDS(X)
#undef X
	ANSWER_KIND_COUNT
};

/*
 * Which members count depends on the kind; no text is NULL ("" is absent).
 * Numbers keep the digits they were written with.
 */
struct answer {
	enum answer_kind kind;
	bool is_true;       /* Boolean */
	const char *text;   /* Decimal and Integer: digits; Quantity: its value;
			     * dates, times, String, Uri: as written;
			     * Reference: its reference */
	const char *system; /* Coding; Quantity: of the unit's code */
	const char *code;   /* Coding; Quantity: of the unit */
	const char *display; /* Coding; Quantity: the unit in words */
};

/* How one answer stands to another. */
enum relation {
	RELATION_NONE,      /* not comparable, so neither equal nor ordered */
	RELATION_DIFFERENT, /* comparable, not equal, and without an order */
	RELATION_LESS,
	RELATION_EQUAL,
	RELATION_GREATER,
	RELATION_UNDECIDED /* equal as far as both say: 1970 and 1970-10-15 */
};

/* An answer of a kind with nothing in it yet. */
struct answer answer_of(enum answer_kind kind);

/*
 * Compare a with b.  Integer and Decimal compare as numbers, Uri as String, a
 * String equals a Coding's code or display, a Coding goes by its code (by its
 * display where one has none) and by its system where both name one.  Strings
 * order by code point.  Dates and dateTimes compare on the precision they
 * share, in UTC where both name a zone and as written where not.  A Quantity
 * compares in the same unit, or where both units are of UCUM and measure the
 * same of mass, length, volume or time.
 */
enum relation answer_compare(const struct answer *a, const struct answer *b);

/* Is it well formed for its kind: digits of a number, a date that exists? */
bool answer_is_well_formed(const struct answer *answer);

/* "Coding", "a code"; "" and "nothing" for ANSWER_NONE. */
const char *answer_fhir_name(enum answer_kind kind);
const char *answer_words(enum answer_kind kind);

#endif
