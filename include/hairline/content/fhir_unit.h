/*
 * fhir_unit - what a number is counted in: the extensions unit and unitOption.
 */
#ifndef HAIRLINE_CONTENT_FHIR_UNIT_H
#define HAIRLINE_CONTENT_FHIR_UNIT_H

struct fhir_reader;
struct form_item;
struct form_text;

/* The units that a quantity may be given in; of another item none. */
void fhir_units_read(struct fhir_reader *reader, struct form_item *item);

/* What to show behind a number, or "". */
void fhir_unit_label(struct fhir_reader *reader, struct form_text *text);

#endif
