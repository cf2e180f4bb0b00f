/*
 * fhir_differ - conditions that other form fillers take otherwise than the
 * specification, and this kiosk, does.
 *
 * What each of them does was read from its source in 2026: the HL7 validator,
 * the Android FHIR SDK, its multiplatform engine, LForms, Smart Forms, Refero
 * and Medplum.
 */
#ifndef HAIRLINE_CONTENT_FHIR_DIFFER_H
#define HAIRLINE_CONTENT_FHIR_DIFFER_H

struct fhir_remarks;

/*
 * A note, with a code "differs-...", for each way in which conditions on one
 * question are taken differently elsewhere: at the first item that has such a
 * condition, with how many more there are.
 */
void fhir_differ_note(const struct fhir_remarks *remarks);

#endif
