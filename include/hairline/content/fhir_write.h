/*
 * fhir_write - answers become a FHIR R4 QuestionnaireResponse (JSON).
 *
 * In the order of the form; only enabled and answered items; no display items;
 * item.text as the visitor read it; questions coded urn:hairline:keep#never
 * and everything of the outcome left out.  The same answers give the same
 * bytes.  Memory that held an answer is overwritten before it is freed.
 */
#ifndef HAIRLINE_CONTENT_FHIR_WRITE_H
#define HAIRLINE_CONTENT_FHIR_WRITE_H

#include <stddef.h>
#include <stdint.h>

#include "hairline/base/err.h"

struct answers;

/*
 * Write into out, which holds size bytes.  language is an index of the form's
 * texts, tag its BCP 47 name; authored is s since 1970 UTC.
 */
bool fhir_write(const struct answers *answers, int language, const char *tag,
		int64_t authored, char *out, size_t size, struct err *err);

#endif
