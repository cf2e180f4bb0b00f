/*
 * catalog - everything a clinic may change, loaded and const: its settings,
 * the questionnaire, and for each language the words, the FAQ and the privacy
 * notice.  Filled by content/load; read by everyone above core.
 */
#ifndef HAIRLINE_CORE_CATALOG_H
#define HAIRLINE_CORE_CATALOG_H

#include "hairline/base/arena.h"
#include "hairline/core/clinic.h"
#include "hairline/core/doc.h"
#include "hairline/core/faq.h"
#include "hairline/core/text.h"
#include "hairline/core/theme.h"
#include "hairline/form/form.h"

/* privacy.md: what is shown before anything is saved. */
struct privacy {
	struct doc doc;
	const char *version; /* from its last line */
	const char *source;  /* the file's text, hashed into the consent */
};

struct language {
	const char *code; /* BCP 47: "en" */
	struct text text;
	struct faq faq;
	struct privacy privacy;
};

struct catalog {
	struct arena arena; /* holds all of it */
	struct clinic clinic;
	struct form form;
	struct theme theme;
	struct language languages[FORM_LANGUAGES_MAX];
};

#endif
