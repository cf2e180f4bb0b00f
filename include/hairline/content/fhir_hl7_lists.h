/*
 * fhir_hl7_lists - short code lists of HL7: yes and no, uses, severities.
 *
 * Each ends with a code of NULL; private to fhir_hl7.
 */
#ifndef HAIRLINE_CONTENT_FHIR_HL7_LISTS_H
#define HAIRLINE_CONTENT_FHIR_HL7_LISTS_H

#include "hairline/content/fhir_hl7.h"

extern const struct hl7_code hl7_genders[];
extern const struct hl7_code hl7_yes_no[];
extern const struct hl7_code hl7_yes_no_dont_know[];
extern const struct hl7_code hl7_yes_no_unknown[];
extern const struct hl7_code hl7_expanded_yes_no[];
extern const struct hl7_code hl7_address_uses[];
extern const struct hl7_code hl7_address_types[];
extern const struct hl7_code hl7_contact_uses[];
extern const struct hl7_code hl7_contact_systems[];
extern const struct hl7_code hl7_name_uses[];
extern const struct hl7_code hl7_days[];
extern const struct hl7_code hl7_condition_clinical[];
extern const struct hl7_code hl7_condition_certainty[];
extern const struct hl7_code hl7_condition_severity[];
extern const struct hl7_code hl7_allergy_clinical[];
extern const struct hl7_code hl7_allergy_types[];
extern const struct hl7_code hl7_allergy_categories[];
extern const struct hl7_code hl7_allergy_criticality[];
extern const struct hl7_code hl7_reaction_severity[];
extern const struct hl7_code hl7_priorities[];
extern const struct hl7_code hl7_medication_places[];

#endif
