/*
 * fhir_hl7 - small code lists of HL7 that forms name but do not carry, with
 * English and Spanish displays.
 */
#ifndef HAIRLINE_CONTENT_FHIR_HL7_H
#define HAIRLINE_CONTENT_FHIR_HL7_H

#include <stdbool.h>

struct hl7_code {
	const char *system; /* NULL: that of the set */
	const char *code;   /* NULL behind the last */
	const char *english;
	const char *spanish;
};

struct hl7_set {
	const char *name;   /* what the address of the value set ends with */
	const char *system; /* of its codes */
	bool is_whole;      /* has all codes of the system */
	const struct hl7_code *codes;
};

/* The value set with an address (a version behind "|" is ignored), or NULL. */
const struct hl7_set *hl7_set_find(const char *url);

/* The value set with all codes of a system, or NULL. */
const struct hl7_set *hl7_set_of_system(const char *system);

#endif
