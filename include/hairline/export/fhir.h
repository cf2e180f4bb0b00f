/*
 * fhir - leads as one FHIR R4 Bundle (a collection): for each a Patient, a
 * Consent, and the QuestionnaireResponse where answers were shared.
 */
#ifndef HAIRLINE_EXPORT_FHIR_H
#define HAIRLINE_EXPORT_FHIR_H

#include "hairline/export/export.h"

extern const struct export_format export_fhir;

#endif
