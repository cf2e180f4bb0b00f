/*
 * fhir_write - answers become a FHIR R4 QuestionnaireResponse (JSON).
 *
 * In the order of the form; enabled and answered items only; no display items,
 * no empty items; item.text as it is shown.  The same answers give the same
 * bytes.  Nothing is kept: every piece goes straight to the sink.
 */
#ifndef HAIRLINE_CONTENT_FHIR_WRITE_H
#define HAIRLINE_CONTENT_FHIR_WRITE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/base/json_write.h"

struct answers;

struct fhir_writing {
	int language;         /* index of the form's texts */
	const char *tag;      /* its BCP 47 name, or "" */
	const char *status;   /* "completed", "in-progress" */
	const char *authored; /* RFC 3339, or "" */

	/* Leave out the outcome, and what is coded urn:hairline:keep#never. */
	bool is_for_keeping;

	/* A response whose other members go along, or NULL.  It must outlive
	 * the call, as must what the answers were read from. */
	const struct json *original;
	const char *indent; /* see json_write_begin() */
};

bool fhir_write(const struct answers *answers,
		const struct fhir_writing *writing,
		void (*sink)(void *context, const char *bytes, size_t len),
		void *context, struct err *err);

/* The bytes that fhir_write() will give, without a NUL. */
size_t fhir_write_size(const struct answers *answers,
		       const struct fhir_writing *writing);

#endif
