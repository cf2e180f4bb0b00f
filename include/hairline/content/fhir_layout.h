/*
 * fhir_layout - texts that would not fit a small screen.
 *
 * Sizes are those of a terminal of 80x24 without help beside the question.
 */
#ifndef HAIRLINE_CONTENT_FHIR_LAYOUT_H
#define HAIRLINE_CONTENT_FHIR_LAYOUT_H

#define FHIR_LAYOUT_COLS 68   /* of text */
#define FHIR_LAYOUT_ROWS 16   /* for a question with all it takes to answer */
#define FHIR_LAYOUT_OPTION 60 /* columns of an option on one line */
#define FHIR_LAYOUT_FIELD                                  \
	4 /* rows of what is typed, and what is said of it \
	   */
#define FHIR_LAYOUT_OPTIONS 30  /* more is a list to search in */
#define FHIR_LAYOUT_SENTENCES 3 /* more than a question and a word on it */

struct fhir_remarks;

/*
 * In any language of the form, warn of
 *
 *   too-long      a question that does not fit with its options or its field,
 *                 an option that takes more than a line
 *   long-text     a text or a help that does not fit a screen
 *
 * and note
 *
 *   long-list     options that must be searched
 *   wordy         a question of many sentences
 */
void fhir_layout_warn(const struct fhir_remarks *remarks);

#endif
