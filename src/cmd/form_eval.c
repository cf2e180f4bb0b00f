#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "hairline/base/arena.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/form_command.h"
#include "hairline/cmd/report.h"
#include "hairline/content/fhir_read.h"
#include "hairline/content/fhir_write.h"
#include "hairline/content/response_read.h"
#include "hairline/form/validate.h"

/* A form, and what somebody answered to it. */
struct evaluation {
	struct arena arena;
	struct file form_file;
	struct file response_file;
	struct form form;
	struct response response;
	const char *language;
	struct findings findings;
	bool is_complete; /* what is left of the response is valid */
};

static bool load(struct evaluation *evaluation, char **paths, struct err *err)
{
	const char *language;

	if (!file_read(&evaluation->response_file, &evaluation->arena, paths[1],
		       err) ||
	    !file_read(&evaluation->form_file, &evaluation->arena, paths[0],
		       err))
		return false;
	language = response_language(&evaluation->arena,
				     &evaluation->response_file);
	evaluation->language = language;
	return fhir_read(&evaluation->form, &evaluation->arena,
			 &evaluation->form_file, &evaluation->language,
			 *language ? 1 : 0, NULL, err) &&
	       response_read(&evaluation->response, &evaluation->arena,
			     &evaluation->form, &evaluation->response_file,
			     &evaluation->findings, err);
}

/* Where an answer stands in the response; nothing that is missing does. */
static void tell_fault(void *context, struct place place, enum fault fault)
{
	struct evaluation *evaluation = context;
	const struct answers *answers = &evaluation->response.answers;
	const struct given *given = answers_first(answers, place);
	struct finding finding = {
		.severity = FINDING_ERROR,
		.file = evaluation->response_file.path,
		.code = fault_code(fault),
		.link_id = answers_item(answers, place)->link_id,
		.text = fault_words(fault),
	};

	if (given && given->source) {
		const struct json *source = given->source;
		struct json_place at = json_place_of(
			evaluation->response_file.text, source->at);

		finding.line = at.line;
		finding.column = at.column;
	}
	evaluation->is_complete = false;
	findings_add(&evaluation->findings, &finding);
}

/* What is not valid is not completed (FHIR R4 QuestionnaireResponse.status).
 * What was left out is not printed, so it does not count. */
static const char *status_of(const struct evaluation *evaluation)
{
	const char *was = json_text_at(evaluation->response.root, "status");

	if (!evaluation->is_complete)
		return "in-progress";
	return strcmp(was, "amended") == 0 ? was : "completed";
}

static bool print(struct evaluation *evaluation, struct err *err)
{
	const struct fhir_writing writing = {
		.tag = "",
		.authored = "",
		.status = status_of(evaluation),
		.original = evaluation->response.root,
		.indent = "  ",
	};

	return fhir_write(&evaluation->response.answers, &writing,
			  json_sink_file, stdout, err);
}

static int evaluate(struct evaluation *evaluation, char **paths,
		    const struct command *command)
{
	struct err err;

	if (!load(evaluation, paths, &err)) {
		command_failed(command, err.msg);
		return EXIT_REFUSED;
	}
	validate_all(&evaluation->response.answers, tell_fault, evaluation);
	if (!print(evaluation, &err)) {
		command_failed(command, err.msg);
		return EXIT_REFUSED;
	}
	return evaluation->findings.count[FINDING_ERROR] ? EXIT_FOUND
							 : EXIT_FINE;
}

static int run(const struct command *command, const struct options *options)
{
	struct args_option none[] = {{.name = NULL}};
	struct evaluation evaluation = {.findings = report_findings(false),
					.is_complete = true};
	struct options rest = *options;
	int status;

	if (!command_take(command, &rest, none, 2, 2,
			  "name a questionnaire file and a response file"))
		return EXIT_USAGE;
	evaluation.findings.context = stderr;
	arena_init(&evaluation.arena);
	status = evaluate(&evaluation, rest.argv, command);
	arena_release(&evaluation.arena);
	return status;
}

const struct command command_form_eval = {
	.name = "eval",
	.parent = &command_form,
	.usage = "FORM RESPONSE",
	.help = "work out what of a response applies, and whether it is valid",
	.detail =
		"FORM is a FHIR Questionnaire, RESPONSE a "
		"QuestionnaireResponse to it, both in JSON.\n"
		"The completed response goes to standard output: in the order "
		"of the form, enabled\n"
		"and answered items only, no display items, texts as they are "
		"shown.  What is wrong\n"
		"with the response goes to standard error, a line each.\n"
		"\n"
		"Exits with 0 when the response is valid, with 1 when it is "
		"not (it is printed all\n"
		"the same, as in-progress), and with 2 when either file is "
		"refused.",
	.run = run,
};
