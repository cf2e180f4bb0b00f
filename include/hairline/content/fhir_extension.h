/*
 * fhir_extension - the extensions of HL7, by name.
 *
 * The same extension has had several addresses over the years, so it goes by
 * its name alone: "hidden" is ".../StructureDefinition/questionnaire-hidden",
 * "unitOption" is with and without "sdc-questionnaire-" in front.
 */
#ifndef HAIRLINE_CONTENT_FHIR_EXTENSION_H
#define HAIRLINE_CONTENT_FHIR_EXTENSION_H

struct fhir_reader;
struct json;

/* The name an address ends with, or "" when it is none of HL7's. */
const char *fhir_extension_name(const char *url);

/* The first extension with a name from one on, or NULL. */
const struct json *fhir_extension_from(const struct json *first,
				       const char *name);

/* The extension with a name of any object or primitive, or NULL. */
const struct json *fhir_extension(const struct json *object, const char *name);

/* The extension with a name of the item being read, or NULL. */
const struct json *fhir_item_extension(const struct fhir_reader *reader,
				       const char *name);

#endif
