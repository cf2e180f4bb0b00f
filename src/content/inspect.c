#include "hairline/content/inspect.h"

#include <stdio.h>
#include <string.h>

#include "hairline/content/check.h"
#include "hairline/content/fhir_check.h"
#include "hairline/content/prose_check.h"
#include "hairline/core/catalog.h"

#define PATH_SIZE 4096

struct inspection {
	const struct content_source *source;
	struct findings *findings;
	struct catalog catalog;
	struct file clinic;
	struct file theme;
	struct file form;
	struct claims claims[FORM_LANGUAGES_MAX];
	bool has_claims[FORM_LANGUAGES_MAX];
	bool is_asked[FORM_LANGUAGES_MAX]; /* was the list looked for? */
};

static void keep_error(void *context, const char *text)
{
	struct inspection *inspection = context;

	findings_error(inspection->findings, text);
}

/* The list may be the very file that is being edited. */
static bool read_list(struct inspection *inspection, struct file *file,
		      int language, const char *path, struct err *err)
{
	const struct content_source *source = inspection->source;
	struct arena *arena = &inspection->catalog.arena;
	char name[PATH_SIZE];

	snprintf(name, sizeof(name), "%s/claims.ini",
		 inspection->catalog.clinic.languages[language]);
	if (source->name && strcmp(source->name, name) == 0)
		return file_read_as(file, arena, source->instead, path, err);
	return file_read(file, arena, path, err);
}

/* Read a language's list of claims, once. */
static void read_claims(struct inspection *inspection, int language)
{
	char path[PATH_SIZE];
	struct file file;
	struct err err;

	if (inspection->is_asked[language])
		return;
	inspection->is_asked[language] = true;
	snprintf(path, sizeof(path), "%s/%s/claims.ini",
		 inspection->source->dir,
		 inspection->catalog.clinic.languages[language]);
	inspection->has_claims[language] =
		read_list(inspection, &file, language, path, &err) &&
		claims_read(&inspection->claims[language],
			    &inspection->catalog.arena, &file, &err);
	if (inspection->has_claims[language])
		return;
	if (err.code == ERR_IO)
		findings_warn(inspection->findings, path, 0,
			      "cannot be read, so nothing was checked for "
			      "claims; copy it from the sample content");
	else
		findings_error(inspection->findings, err.msg);
}

static struct prose_check prose_of(struct inspection *inspection, int language)
{
	read_claims(inspection, language);
	return (struct prose_check){
		.claims = inspection->has_claims[language]
				  ? &inspection->claims[language]
				  : NULL,
		.rule = reading_rule_find(
			inspection->catalog.clinic.languages[language]),
		.findings = inspection->findings,
	};
}

static bool has_end(const char *name, const char *end)
{
	size_t len = strlen(name);
	size_t end_len = strlen(end);

	return len >= end_len && strcmp(name + len - end_len, end) == 0;
}

static void look_at_file(void *context, const struct file *file,
			 const char *name, int language)
{
	struct inspection *inspection = context;

	if (language >= 0) {
		struct prose_check prose = prose_of(inspection, language);

		if (has_end(name, ".md"))
			prose_check_markdown(&prose, file);
		else
			prose_check_ini(&prose, file);
	} else if (has_end(name, "clinic.ini")) {
		inspection->clinic = *file;
	} else if (has_end(name, "theme.ini")) {
		inspection->theme = *file;
	} else {
		inspection->form = *file;
	}
}

/* The clinic's own words go into the FAQ and the notice. */
static void look_at_clinic(struct inspection *inspection, int language)
{
	const struct clinic *clinic = &inspection->catalog.clinic;
	const struct form_text *const texts[] = {
		&clinic->tagline, &clinic->price, &clinic->consultation,
		&clinic->smp_kind};
	struct prose_check prose = prose_of(inspection, language);

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		prose_check_text(&prose, inspection->clinic.path, 0,
				 texts[i]->in[language]);
}

/* What can be said only when all of it loads. */
static void look_at_whole(struct inspection *inspection, const char *today)
{
	const struct catalog *catalog = &inspection->catalog;
	const struct checked checked = {
		.catalog = catalog,
		.dir = inspection->source->dir,
		.clinic = &inspection->clinic,
		.theme = &inspection->theme,
		.today = today,
	};

	check_links(catalog, inspection->source->dir, keep_error, inspection);
	check_warn(&checked, inspection->findings);
	fhir_check(&catalog->form, &inspection->form, inspection->findings);
	for (int i = 0; i < catalog->clinic.language_count; i++) {
		struct prose_check prose = prose_of(inspection, i);

		prose_check_form(&prose, inspection->form.path, &catalog->form,
				 i);
		look_at_clinic(inspection, i);
	}
}

bool content_inspect(const struct content_source *source, const char *today,
		     struct findings *findings)
{
	struct inspection inspection = {.source = source, .findings = findings};
	const struct content_watcher watcher = {&inspection, look_at_file};
	int before = findings->count[FINDING_ERROR];

	if (content_look(&inspection.catalog, source, &watcher, findings))
		look_at_whole(&inspection, today);
	content_release(&inspection.catalog);
	return findings->count[FINDING_ERROR] == before;
}
