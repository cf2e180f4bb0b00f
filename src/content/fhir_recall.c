#include "hairline/content/fhir_recall.h"

#include <string.h>

#include "hairline/content/findings.h"
#include "hairline/content/response_read.h"
#include "hairline/core/outcome.h"

/* What staff see of the answers is the response itself. */
static void pass_over(void *context, const struct finding *finding)
{
	(void)context;
	(void)finding;
}

bool fhir_recall(const char *json, const struct form *form,
		 struct outcome *outcome, struct err *err)
{
	const struct file file = {
		.path = "", .text = json, .size = strlen(json)};
	struct findings none = {.report = pass_over};
	struct response response;
	struct arena arena;
	bool ok;

	arena_init(&arena);
	ok = response_read(&response, &arena, form, &file, &none, err);
	if (ok)
		outcome_find(outcome, &response.answers);
	arena_release(&arena);
	return ok;
}
