/*
 * form_catalog - the content of a clinic with another questionnaire in it, to
 * open that one with the clinic's words and colours.
 */
#ifndef HAIRLINE_CMD_FORM_CATALOG_H
#define HAIRLINE_CMD_FORM_CATALOG_H

#include "hairline/base/err.h"
#include "hairline/core/catalog.h"

/*
 * Load the content folder and put the questionnaire at path in place of the
 * clinic's.  False with nothing held.  To be released by content_release().
 */
bool form_catalog_load(struct catalog *catalog, const char *content,
		       const char *path, struct err *err);

#endif
