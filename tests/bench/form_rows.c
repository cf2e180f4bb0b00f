/*
 * A questionnaire of ten thousand conditional questions: loaded, and answered.
 */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bench/bench.h"
#include "bench/form_file.h"
#include "bench/process.h"
#include "hairline/content/fhir_read.h"
#include "support/folder.h"
#include "support/stage.h"

#define MANY 10000
#define FEW 100
#define LOADS 15
#define ANSWERS 300
#define SURVEY_MODULE "bench/npm/node_modules/survey-core"

struct place_on_disk {
	char dir[FOLDER_PATH];
	char path[FOLDER_PATH + 16];
};

static void make_form(struct place_on_disk *disk, enum form_file_kind kind,
		      int count)
{
	folder_make(disk->dir);
	snprintf(disk->path, sizeof(disk->path), "%s/form.json", disk->dir);
	form_file_write(disk->path, kind, count);
}

/* --- loading --- */

static double load_once(const char *path)
{
	double since_ms = clock_ms();
	struct arena arena;
	struct form form;
	struct file file;
	struct err err;

	arena_init(&arena);
	if (!file_read(&file, &arena, path, &err) ||
	    !fhir_read(&form, &arena, &file, NULL, 0, NULL, &err))
		bench_fail("%s", err.msg);
	since_ms = clock_ms() - since_ms;
	arena_release(&arena);
	return since_ms;
}

static double parse_once(const char *path)
{
	double since_ms = clock_ms();
	json_error_t error;
	json_t *root = json_load_file(path, 0, &error);

	if (!root)
		bench_fail("%s", error.text);
	since_ms = clock_ms() - since_ms;
	json_decref(root);
	return since_ms;
}

static const enum form_file_kind as_boolean = FORM_FILE_BOOLEAN;
static const enum form_file_kind as_coded = FORM_FILE_CODED;

static enum form_file_kind kind_of(const struct row *row)
{
	return *(const enum form_file_kind *)row->context;
}

static void measure_load(const struct row *row, struct figures *figures)
{
	struct place_on_disk disk;

	make_form(&disk, kind_of(row), row->n);
	for (int i = 0; i < LOADS; i++) {
		series_add(&figures->ours, load_once(disk.path));
		series_add(&figures->reference, parse_once(disk.path));
	}
	folder_remove(disk.dir);
}

/* For each question: of many, beside each of a few. */
static void measure_load_growth(const struct row *row, struct figures *figures)
{
	struct place_on_disk many, few;

	make_form(&many, kind_of(row), row->n);
	make_form(&few, kind_of(row), FEW);
	for (int i = 0; i < LOADS; i++) {
		series_add(&figures->ours, 1e3 * load_once(many.path) / row->n);
		series_add(&figures->reference,
			   1e3 * load_once(few.path) / FEW);
	}
	folder_remove(few.dir);
	folder_remove(many.dir);
}

/* --- answering --- */

/* The key that answers a question, and the frame with the next one. */
static double answer_once(struct stage *stage)
{
	double since_ms = clock_ms();

	stage_key(stage, '1');
	return clock_ms() - since_ms;
}

static void open_form(struct stage *stage, struct place_on_disk *disk,
		      const struct row *row, int count)
{
	make_form(disk, kind_of(row), count);
	stage_open_form(stage, disk->path);
	stage_restart(stage, 24, 80);
}

static void measure_answer(const struct row *row, struct figures *figures)
{
	struct place_on_disk disk;
	struct stage stage;

	open_form(&stage, &disk, row, row->n);
	for (int i = 0; i < ANSWERS; i++)
		series_add(&figures->ours, answer_once(&stage));
	if (!stage_has(&stage, "Question 300,"))
		bench_fail("the answers did not lead to the next question");
	stage_close(&stage);
	folder_remove(disk.dir);
}

static void measure_answer_growth(const struct row *row,
				  struct figures *figures)
{
	struct place_on_disk many_disk, few_disk;
	struct stage many, few;

	open_form(&many, &many_disk, row, row->n);
	open_form(&few, &few_disk, row, FEW);
	for (int i = 0; i < FEW - 1; i++) {
		series_add(&figures->ours, 1e3 * answer_once(&many));
		series_add(&figures->reference, 1e3 * answer_once(&few));
	}
	stage_close(&few);
	stage_close(&many);
	folder_remove(few_disk.dir);
	folder_remove(many_disk.dir);
}

/* --- the same in SurveyJS --- */

/* Prints "load <ms>" and "answer <ms>". */
static void run_survey(const char *dir, double *load_ms, double *answer_ms)
{
	char module[FOLDER_PATH];
	char form[2 * FOLDER_PATH];
	char said[2 * FOLDER_PATH];
	const char *const argv[] = {"node", "tests/bench/survey.js", module,
				    form, NULL};
	FILE *file;

	bench_path(module, sizeof(module), SURVEY_MODULE);
	snprintf(form, sizeof(form), "%s/survey.json", dir);
	snprintf(said, sizeof(said), "%s/said", dir);
	form_file_write_survey(form, MANY);
	process_run(argv, said);
	file = fopen(said, "r");
	if (!file ||
	    fscanf(file, "load %lf answer %lf", load_ms, answer_ms) != 2)
		bench_fail("survey-core said nothing");
	fclose(file);
}

static bool has_survey(void)
{
	char path[FOLDER_PATH];

	bench_path(path, sizeof(path), SURVEY_MODULE "/package.json");
	return process_has("node") && fopen(path, "r");
}

/* n is 1 for an answer, 0 for loading. */
static void measure_survey(const struct row *row, struct figures *figures)
{
	struct place_on_disk disk;
	struct stage stage;
	double load_ms, answer_ms;

	if (!has_survey()) {
		figures_skip(figures, "node or npm is not here, or npm does "
				      "not reach its registry");
		return;
	}
	open_form(&stage, &disk, row, MANY);
	run_survey(disk.dir, &load_ms, &answer_ms);
	series_add(&figures->reference, row->n ? answer_ms : load_ms);
	for (int i = 0; i < (row->n ? ANSWERS : 5); i++)
		series_add(&figures->ours,
			   row->n ? answer_once(&stage) : load_once(disk.path));
	stage_close(&stage);
	folder_remove(disk.dir);
}

static const struct row rows[] = {
	{"10,000 yes-or-no questions loaded", "jansson parsing alone", "ms",
	 JUDGE_RATIO, 2.0, measure_load, &as_boolean, MANY},
	{"10,000 questions with 3 coded options loaded",
	 "jansson parsing alone", "ms", JUDGE_RATIO, 2.0, measure_load,
	 &as_coded, MANY},
	{"10,000 yes-or-no questions loaded", "survey-core", "ms", JUDGE_RATIO,
	 1.0, measure_survey, &as_boolean, 0},
	{"one answer of 10,000, with its next frame", NULL, "ms", JUDGE_VALUE,
	 1.0, measure_answer, &as_boolean, MANY},
	{"one answer of 10,000, coded", NULL, "ms", JUDGE_VALUE, 1.0,
	 measure_answer, &as_coded, MANY},
	{"one answer of 10,000", "survey-core", "ms", JUDGE_RATIO, 1.0,
	 measure_survey, &as_boolean, 1},
	{"growth: loading one of 1,000", "one of 100", "us", JUDGE_RATIO, 1.1,
	 measure_load_growth, &as_coded, 1000},
	{"growth: loading one of 10,000", "one of 100", "us", JUDGE_RATIO, 1.1,
	 measure_load_growth, &as_coded, MANY},
	{"growth: an answer of 1,000", "of 100", "us", JUDGE_RATIO, 10,
	 measure_answer_growth, &as_coded, 1000},
	{"growth: an answer of 10,000", "of 100", "us", JUDGE_RATIO, 100,
	 measure_answer_growth, &as_coded, MANY},
};

const struct group group_form = GROUP_OF("form", rows);
