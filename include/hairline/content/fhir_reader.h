/*
 * fhir_reader - a Questionnaire while it is being read: the parsed JSON, where
 * each item stands in the file, and what has become of it so far.
 *
 * Private to the fhir_* modules; everyone else calls fhir_read().
 */
#ifndef HAIRLINE_CONTENT_FHIR_READER_H
#define HAIRLINE_CONTENT_FHIR_READER_H

#include <jansson.h>

#include "hairline/base/arena.h"
#include "hairline/base/err.h"
#include "hairline/content/file.h"
#include "hairline/form/form.h"

#define FHIR_TEXT_MAX 4000  /* bytes */
#define FHIR_SHOWN_SIZE 128 /* of a name in a message, bytes with the NUL */

struct findings;

struct fhir_reader {
	const struct file *file;
	struct arena *arena; /* what the form keeps */
	const char *const *languages;
	int language_count;
	struct findings *findings; /* for missing translations, or NULL */
	struct err *err;

	json_t *root;
	const char *language; /* the document's own */
	json_t *lines;        /* linkId -> line it stands in */
	json_t *again;        /* linkId -> line it stands in a second time */
	json_t *index;        /* linkId -> index into items */
	struct arena scratch; /* gone when reading ends */
	struct form_item *items;
	const json_t **sources; /* what each item was read from */
	int item_count;
	const char *link_id; /* of the item being read, or NULL */
};

/* Parse file, which the caller has set, as all members above root. */
bool fhir_reader_open(struct fhir_reader *reader);
void fhir_reader_close(struct fhir_reader *reader);

/* The line an item's linkId stands in. */
unsigned fhir_line(const struct fhir_reader *reader, const char *link_id);

/*
 * Refuse the document: 'file:line: linkId "x": ' and the message, for the item
 * being read.  Always returns false.
 */
bool fhir_refuse(struct fhir_reader *reader, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
bool fhir_refuse_memory(struct fhir_reader *reader);

/* A text from the file made fit for a message: escaped, and short. */
const char *fhir_shown(char shown[FHIR_SHOWN_SIZE], const char *text);

/*
 * A member of an object; false when it is there but of a wrong type.  Absent
 * ones are NULL and false.  Every member of a list is an object.
 */
bool fhir_get_string(struct fhir_reader *reader, const json_t *object,
		     const char *key, const char **value);
bool fhir_get_flag(struct fhir_reader *reader, const json_t *object,
		   const char *key, bool *value);
bool fhir_get_list(struct fhir_reader *reader, const json_t *object,
		   const char *key, const json_t **value);

/* The extension of an object that HL7 calls so, or NULL. */
const json_t *fhir_extension(const json_t *object, const char *name);

/* A copy in the form's arena, checked: printable, and not too long. */
bool fhir_keep(struct fhir_reader *reader, const char *text, const char **kept);

#endif
