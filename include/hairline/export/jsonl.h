/*
 * jsonl - a lead as one line of JSON: what another hairline imports, and what
 * a visitor who asks for their data gets (GDPR art. 20).
 *
 * hairline-leads(5) describes the members.  They stand in a fixed order, times
 * are RFC 3339 in UTC, answers keep their digits, and an event "imported",
 * which is about one store only, is left out: so that a line that is imported
 * and exported again is the same bytes.
 */
#ifndef HAIRLINE_EXPORT_JSONL_H
#define HAIRLINE_EXPORT_JSONL_H

#include "hairline/export/export.h"

struct json_writer;

extern const struct export_format export_jsonl;

/* Write one lead as a JSON object; answers may be NULL. */
void jsonl_put(struct json_writer *writer, const struct dossier *dossier,
	       const struct json *answers);

#endif
