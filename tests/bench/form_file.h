/*
 * form_file - a questionnaire of as many conditional questions as wanted.
 */
#ifndef TESTS_BENCH_FORM_FILE_H
#define TESTS_BENCH_FORM_FILE_H

enum form_file_kind {
	FORM_FILE_BOOLEAN, /* yes or no */
	FORM_FILE_CODED    /* three coded options each, as most real ones */
};

/* Every question but the first depends on an earlier one. */
void form_file_write(const char *path, enum form_file_kind kind, int count);

/* The same for SurveyJS. */
void form_file_write_survey(const char *path, int count);

#endif
