/*
 * fhir_hl7_people - code lists of HL7 about people: marital status,
 * who somebody is to a patient, languages.
 *
 * Each ends with a code of NULL; private to fhir_hl7.
 */
#ifndef HAIRLINE_CONTENT_FHIR_HL7_PEOPLE_H
#define HAIRLINE_CONTENT_FHIR_HL7_PEOPLE_H

#include "hairline/content/fhir_hl7.h"

extern const struct hl7_code hl7_marital[];
extern const struct hl7_code hl7_contacts[];
extern const struct hl7_code hl7_relations[];
extern const struct hl7_code hl7_languages[];

#endif
