#include "bench/form_file.h"

#include <stdio.h>

#include "bench/bench.h"

#define CHAIN 1000 /* questions that wait for the one right before */

static FILE *create(const char *path)
{
	FILE *file = fopen(path, "w");

	if (!file)
		bench_fail("%s: cannot be written", path);
	return file;
}

static void finish(FILE *file, const char *path)
{
	if (fclose(file) != 0)
		bench_fail("%s: cannot be written", path);
}

static int target_of(int question)
{
	return question < CHAIN ? question - 1 : question % CHAIN;
}

static void write_condition(FILE *file, enum form_file_kind kind, int question)
{
	fprintf(file,
		",\n   \"enableWhen\": [{\"question\": \"q%d\", \"operator\": "
		"\"=\", %s}]",
		target_of(question),
		kind == FORM_FILE_BOOLEAN
			? "\"answerBoolean\": true"
			: "\"answerCoding\": {\"system\": \"urn:bench\", "
			  "\"code\": \"y\"}");
}

static void write_options(FILE *file)
{
	static const char *const options[][2] = {
		{"y", "Yes"}, {"n", "No"}, {"u", "Not sure"}};

	fprintf(file, ",\n   \"answerOption\": [");
	for (int i = 0; i < 3; i++)
		fprintf(file,
			"%s\n    {\"valueCoding\": {\"system\": \"urn:bench\", "
			"\"code\": \"%s\", \"display\": \"%s\"}}",
			i ? "," : "", options[i][0], options[i][1]);
	fprintf(file, "]");
}

static void write_question(FILE *file, enum form_file_kind kind, int question)
{
	fprintf(file,
		"%s\n  {\"linkId\": \"q%d\",\n   \"text\": \"Question number "
		"%d, is it so?\",\n   \"type\": \"%s\"",
		question ? "," : "", question, question,
		kind == FORM_FILE_BOOLEAN ? "boolean" : "choice");
	if (kind == FORM_FILE_CODED)
		write_options(file);
	if (question > 0)
		write_condition(file, kind, question);
	fprintf(file, "}");
}

void form_file_write(const char *path, enum form_file_kind kind, int count)
{
	FILE *file = create(path);

	fprintf(file, "{\n \"resourceType\": \"Questionnaire\",\n \"status\": "
		      "\"active\",\n \"language\": \"en\",\n \"title\": "
		      "\"Many\",\n \"item\": [");
	for (int i = 0; i < count; i++)
		write_question(file, kind, i);
	fprintf(file, "\n ]\n}\n");
	finish(file, path);
}

void form_file_write_survey(const char *path, int count)
{
	FILE *file = create(path);

	fprintf(file, "{\"elements\": [");
	for (int i = 0; i < count; i++) {
		fprintf(file,
			"%s\n {\"type\": \"boolean\", \"name\": \"q%d\", "
			"\"title\": \"Question number %d, is it so?\"",
			i ? "," : "", i, i);
		if (i > 0)
			fprintf(file, ", \"visibleIf\": \"{q%d} = true\"",
				target_of(i));
		fprintf(file, "}");
	}
	fprintf(file, "\n]}\n");
	finish(file, path);
}
