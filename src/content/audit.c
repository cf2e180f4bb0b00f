#include "hairline/content/audit.h"

#include <stdio.h>
#include <string.h>

#include "hairline/content/check.h"
#include "hairline/content/fhir_read.h"
#include "hairline/content/prose_check.h"
#include "hairline/core/catalog.h"

#define PATH_SIZE 4096

struct audit {
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
	struct audit *audit = context;

	findings_error(audit->findings, text);
}

/* The list may be the very file that is being edited. */
static bool read_list(struct audit *audit, struct file *file, int language,
		      const char *path, struct err *err)
{
	const struct content_source *source = audit->source;
	struct arena *arena = &audit->catalog.arena;
	char name[PATH_SIZE];

	snprintf(name, sizeof(name), "%s/claims.ini",
		 audit->catalog.clinic.languages[language]);
	if (source->name && strcmp(source->name, name) == 0)
		return file_read_as(file, arena, source->instead, path, err);
	return file_read(file, arena, path, err);
}

/* Read a language's list of claims, once. */
static void read_claims(struct audit *audit, int language)
{
	char path[PATH_SIZE];
	struct file file;
	struct err err;

	if (audit->is_asked[language])
		return;
	audit->is_asked[language] = true;
	snprintf(path, sizeof(path), "%s/%s/claims.ini", audit->source->dir,
		 audit->catalog.clinic.languages[language]);
	audit->has_claims[language] =
		read_list(audit, &file, language, path, &err) &&
		claims_read(&audit->claims[language], &audit->catalog.arena,
			    &file, &err);
	if (audit->has_claims[language])
		return;
	if (err.code == ERR_IO)
		findings_warn(audit->findings, path, 0,
			      "cannot be read, so nothing was checked for "
			      "claims; copy it from the sample content");
	else
		findings_error(audit->findings, err.msg);
}

static struct prose_check prose_of(struct audit *audit, int language)
{
	read_claims(audit, language);
	return (struct prose_check){
		.claims = audit->has_claims[language] ? &audit->claims[language]
						      : NULL,
		.rule = reading_rule_find(
			audit->catalog.clinic.languages[language]),
		.findings = audit->findings,
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
	struct audit *audit = context;

	if (language >= 0) {
		struct prose_check prose = prose_of(audit, language);

		if (has_end(name, ".md"))
			prose_check_markdown(&prose, file);
		else
			prose_check_ini(&prose, file);
	} else if (has_end(name, "clinic.ini")) {
		audit->clinic = *file;
	} else if (has_end(name, "theme.ini")) {
		audit->theme = *file;
	} else {
		audit->form = *file;
	}
}

/* The clinic's own words go into the FAQ and the notice. */
static void look_at_clinic(struct audit *audit, int language)
{
	const struct clinic *clinic = &audit->catalog.clinic;
	const struct form_text *const texts[] = {
		&clinic->tagline, &clinic->price, &clinic->consultation,
		&clinic->smp_kind};
	struct prose_check prose = prose_of(audit, language);

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		prose_check_text(&prose, audit->clinic.path, 0,
				 texts[i]->in[language]);
}

/* What can be said only when all of it loads. */
static void look_at_whole(struct audit *audit, const char *today)
{
	const struct catalog *catalog = &audit->catalog;
	const struct checked checked = {
		.catalog = catalog,
		.dir = audit->source->dir,
		.clinic = &audit->clinic,
		.theme = &audit->theme,
		.today = today,
	};

	check_links(catalog, audit->source->dir, keep_error, audit);
	check_warn(&checked, audit->findings);
	fhir_warn(&catalog->form, &audit->form, catalog->clinic.languages,
		  catalog->clinic.language_count, audit->findings);
	for (int i = 0; i < catalog->clinic.language_count; i++) {
		struct prose_check prose = prose_of(audit, i);

		prose_check_form(&prose, audit->form.path, &catalog->form, i);
		look_at_clinic(audit, i);
	}
}

bool content_audit(const struct content_source *source, const char *today,
		   struct findings *findings)
{
	struct audit audit = {.source = source, .findings = findings};
	const struct content_watcher watcher = {&audit, look_at_file};
	int before = findings->count[FINDING_ERROR];

	if (content_look(&audit.catalog, source, &watcher, findings))
		look_at_whole(&audit, today);
	content_release(&audit.catalog);
	return findings->count[FINDING_ERROR] == before;
}
