/*
 * fhir_reader - a Questionnaire while it is being read: the parsed JSON, what
 * has become of it so far, and what there is to say about it.
 *
 * Reading is lenient: what is wrong is reported and reading goes on.  So most
 * functions of the fhir_* modules return nothing; whether the form may be used
 * is known at the end.  Where memory runs out they leave things empty.
 *
 * Private to the fhir_* modules; everyone else calls fhir_read().
 */
#ifndef HAIRLINE_CONTENT_FHIR_READER_H
#define HAIRLINE_CONTENT_FHIR_READER_H

#include "hairline/base/arena.h"
#include "hairline/base/err.h"
#include "hairline/base/json.h"
#include "hairline/content/fhir_index.h"
#include "hairline/content/fhir_place.h"
#include "hairline/content/file.h"
#include "hairline/content/findings.h"
#include "hairline/form/form.h"

#define FHIR_ITEMS_MAX 20000
#define FHIR_DEPTH_MAX                                                         \
	24                    /* a response has twice as many levels, and yajl \
			       * writes at most 128 */
#define FHIR_OPTIONS_MAX 2000 /* of one question */
#define FHIR_TEXT_MAX 65536   /* bytes of one text */
#define FHIR_SHOWN_SIZE 128   /* of a name in a message, with the NUL */

struct fhir_valueset;

struct fhir_reader {
	const struct file *file;
	struct arena *arena;       /* what the form keeps */
	struct arena scratch;      /* gone when reading ends */
	struct findings *findings; /* or NULL */
	struct err *err;           /* of the first refusal */
	struct form *form;

	bool is_refused;
	bool is_out_of_memory;
	const struct json *root;
	struct fhir_places places;
	struct fhir_index index;     /* the first item with each linkId */
	struct form_item *items;     /* the form's, still to be changed */
	const struct json **sources; /* what each item was read from */
	int item_count;
	struct form_item *item;             /* being read, or NULL */
	const struct json *source;          /* what it is read from, or NULL */
	const struct json *extensions;      /* its first extension, or NULL */
	struct fhir_valueset *sets;         /* those looked at so far */
	struct form_option *concept_room;   /* see fhir_concept, or NULL */
	const struct form_look *plain_look; /* shared, or NULL */
	const struct form_limits *plain_limits; /* shared, or NULL */
	bool has_languages_left; /* one more than there is room for */
	unsigned sum_work;       /* see fhir_path_step */
	int term_count;          /* of all scores so far */
	unsigned noted;          /* harmless things already mentioned, by bit */
};

/* Parse the file.  False, and refused, when it is no JSON. */
bool fhir_reader_open(struct fhir_reader *reader);
void fhir_reader_close(struct fhir_reader *reader);

/* The item that is read from now on; FORM_NONE: the document as a whole. */
void fhir_set_item(struct fhir_reader *reader, int item);

/*
 * Report something about a value (NULL: the item being read).  An error breaks
 * the specification or would not work on the kiosk.
 */
void fhir_error(struct fhir_reader *reader, const struct json *where,
		const char *code, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void fhir_warning(struct fhir_reader *reader, const struct json *where,
		  const char *code, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));
void fhir_note(struct fhir_reader *reader, const struct json *where,
	       const char *code, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* Report an error for which the form cannot be used at all. */
void fhir_refuse(struct fhir_reader *reader, const struct json *where,
		 const char *code, const char *fmt, ...)
	__attribute__((format(printf, 4, 5)));

/* A text from the file made short for a message; whoever prints it escapes
 * it. */
const char *fhir_shown(char shown[FHIR_SHOWN_SIZE], const char *text);

/* Zeroed room in the form's arena; NULL, and noted, when there is none. */
void *fhir_alloc(struct fhir_reader *reader, int count, size_t size);

/*
 * A member of an object.  What is there but of a wrong type is reported and
 * counts as absent: "", false, NULL.
 */
const char *fhir_string(struct fhir_reader *reader, const struct json *object,
			const char *key);
bool fhir_flag(struct fhir_reader *reader, const struct json *object,
	       const char *key);
const struct json *fhir_list(struct fhir_reader *reader,
			     const struct json *object, const char *key);

/* The whole number in a member, from least on; 0 when there is none. */
int fhir_count(struct fhir_reader *reader, const struct json *object,
	       const char *key, int least);

/*
 * A copy in the form's arena.  A text that is too long refuses the form.
 * Never NULL.
 */
const char *fhir_keep(struct fhir_reader *reader, const struct json *where,
		      const char *text);

#endif
