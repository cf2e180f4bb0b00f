#include "hairline/content/load.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "hairline/base/buf.h"
#include "hairline/content/check.h"
#include "hairline/content/faq_read.h"
#include "hairline/content/fhir_read.h"
#include "hairline/content/ini_clinic.h"
#include "hairline/content/ini_text.h"
#include "hairline/content/ini_theme.h"
#include "hairline/content/privacy_read.h"
#include "hairline/core/catalog.h"
#include "hairline/core/search_build.h"

#define PATH_SIZE 4096
#define NAME_SIZE 64 /* "en/privacy.md" */

/* X(place, member of struct clinic): what faq.md and privacy.md may fill in. */
#define PLACES(X)                             \
	X("clinic", name)                     \
	X("address", address)                 \
	X("phone", phone)                     \
	X("email", email)                     \
	X("privacy_contact", privacy_contact) \
	X("complain_to", complain_to)         \
	X("price", price)                     \
	X("consultation", consultation)       \
	X("smp_kind", smp_kind)               \
	X("help_lines", help_lines)

struct places {
	char days[16];
	struct text_value values[16]; /* ends with a NULL name */
};

struct loader {
	struct catalog *catalog;
	const struct content_source *source;
	const char *dir;
	const struct content_watcher *watcher; /* or NULL */
	struct findings *findings; /* NULL: stop at the first error */
	bool has_failed;
	struct err *err;
};

/* One file of the folder, or of a language's folder. */
struct part {
	const char *name;
	bool (*read)(struct loader *loader, const struct file *file,
		     int language);
};

static void fill_places(struct places *places, const struct clinic *clinic,
			int language)
{
	int count = 0;

	snprintf(places->days, sizeof(places->days), "%d",
		 clinic->retention_days);
#define X(place, member)          \
	places->values[count++] = \
		(struct text_value){place, clinic->member.in[language]};
	PLACES(X)
#undef X
	places->values[count++] =
		(struct text_value){"retention_days", places->days};
	places->values[count] = (struct text_value){NULL, NULL};
}

/* Only the visitor's day tells when; the screen fills it in. */
static void add_delete_after(struct places *places)
{
	struct text_value *last = places->values;

	while (last->name)
		last++;
	last[0] = (struct text_value){"delete_after", "{delete_after}"};
	last[1] = (struct text_value){NULL, NULL};
}

static bool read_clinic(struct loader *loader, const struct file *file,
			int language)
{
	(void)language;
	return ini_clinic_read(&loader->catalog->clinic,
			       &loader->catalog->arena, file, loader->err);
}

static bool read_theme(struct loader *loader, const struct file *file,
		       int language)
{
	const struct clinic *clinic = &loader->catalog->clinic;

	return ini_theme_read(&loader->catalog->theme, file,
			      clinic->theme.in[language], loader->err);
}

static void keep_error(void *context, const struct finding *finding)
{
	struct err *err = context;

	if (finding->severity == FINDING_ERROR && err->code == ERR_NONE)
		err_set(err, ERR_SYNTAX, "%s:%u:%u: %s%s%s", finding->file,
			finding->line, finding->column,
			finding->link_id ? finding->link_id : "",
			finding->link_id ? ": " : "", finding->text);
}

/* A form with an error in it is not for visitors, even if it can be read. */
static bool read_form(struct loader *loader, const struct file *file,
		      int language)
{
	struct catalog *catalog = loader->catalog;
	struct findings own = {.report = keep_error, .context = loader->err};
	struct findings *findings = loader->findings ? loader->findings : &own;
	int before = findings->count[FINDING_ERROR];

	(void)language;
	if (fhir_read(&catalog->form, &catalog->arena, file,
		      catalog->clinic.languages, catalog->clinic.language_count,
		      findings, loader->err) &&
	    findings->count[FINDING_ERROR] == before)
		return true;
	loader->has_failed = true;
	return loader->findings && findings->count[FINDING_ERROR] > before;
}

static bool read_text(struct loader *loader, const struct file *file,
		      int language)
{
	struct catalog *catalog = loader->catalog;

	return ini_text_read(&catalog->languages[language].text,
			     &catalog->arena, file, loader->err);
}

/* The words of a language that is still incomplete may be missing. */
static bool index_faq(struct loader *loader, struct faq *faq,
		      const struct text *text, const char *path)
{
	const char *common = text->at[TEXT_FAQ_COMMON];
	const char *endings = text->at[TEXT_FAQ_ENDINGS];
	const struct search_language language = {common ? common : "",
						 endings ? endings : ""};

	return faq_index(faq, &loader->catalog->arena, &language) ||
	       err_set(loader->err, ERR_MEMORY, "%s: no memory to read it",
		       path);
}

static bool read_faq(struct loader *loader, const struct file *file,
		     int language)
{
	struct catalog *catalog = loader->catalog;
	struct faq *faq = &catalog->languages[language].faq;
	struct places places = {0};

	fill_places(&places, &catalog->clinic, language);
	return faq_read(faq, &catalog->arena, file, places.values,
			loader->err) &&
	       index_faq(loader, faq, &catalog->languages[language].text,
			 file->path);
}

static bool read_privacy(struct loader *loader, const struct file *file,
			 int language)
{
	struct catalog *catalog = loader->catalog;
	struct places places = {0};

	fill_places(&places, &catalog->clinic, language);
	add_delete_after(&places);
	return privacy_read(&catalog->languages[language].privacy,
			    &catalog->arena, file, places.values, loader->err);
}

static const struct part clinic_part = {"clinic.ini", read_clinic};

static const struct part common_parts[] = {
	{"theme.ini", read_theme},
	{"screening.json", read_form},
	{NULL, NULL},
};

static const struct part language_parts[] = {
	{"text.ini", read_text},
	{"faq.md", read_faq},
	{"privacy.md", read_privacy},
	{NULL, NULL},
};

/* After an error: report it and go on, or stop. */
static bool go_on(struct loader *loader)
{
	loader->has_failed = true;
	if (!loader->findings)
		return false;
	findings_error(loader->findings, loader->err->msg);
	return true;
}

/* Read a file of the folder, or what stands in for it. */
static bool read_file(struct loader *loader, struct file *file,
		      const char *name)
{
	const struct content_source *source = loader->source;
	struct arena *arena = &loader->catalog->arena;
	char path[PATH_SIZE];

	snprintf(path, sizeof(path), "%s/%s", loader->dir, name);
	if (source->name && strcmp(source->name, name) == 0)
		return file_read_as(file, arena, source->instead, path,
				    loader->err);
	return file_read(file, arena, path, loader->err);
}

/* Read one file.  False when that was to be the last. */
static bool load_part(struct loader *loader, const struct part *part,
		      const char *folder, int language)
{
	const struct content_watcher *watcher = loader->watcher;
	char name[NAME_SIZE];
	struct file file;

	snprintf(name, sizeof(name), "%s%s", folder, part->name);
	if (!read_file(loader, &file, name))
		return go_on(loader);
	if (watcher)
		watcher->file(watcher->context, &file, name,
			      *folder ? language : -1);
	return part->read(loader, &file, language) || go_on(loader);
}

static bool load_parts(struct loader *loader, const struct part *parts,
		       const char *folder, int language)
{
	for (; parts->name; parts++)
		if (!load_part(loader, parts, folder, language))
			return false;
	return true;
}

/* A language without a folder is one mistake, not three missing files. */
static bool load_language(struct loader *loader, int language)
{
	const char *code = loader->catalog->clinic.languages[language];
	char path[PATH_SIZE];
	struct stat status;

	loader->catalog->languages[language].code = code;
	snprintf(path, sizeof(path), "%s/%s/", loader->dir, code);
	if (stat(path, &status) == 0)
		return load_parts(loader, language_parts,
				  path + strlen(loader->dir) + 1, language);
	err_set(loader->err, ERR_IO,
		"%s/clinic.ini:1: [kiosk] languages names \"%s\", but there is "
		"no folder %s; copy another language's and translate it",
		loader->dir, code, path);
	return go_on(loader);
}

/* Without clinic.ini's languages nothing else can be looked at. */
static bool load_all(struct loader *loader)
{
	const struct clinic *clinic = &loader->catalog->clinic;

	if (!load_part(loader, &clinic_part, "", 0))
		return false;
	if (clinic->language_count == 0)
		return false;
	if (!load_parts(loader, common_parts, "", 0))
		return false;
	for (int i = 0; i < clinic->language_count; i++)
		if (!load_language(loader, i))
			return false;
	return true;
}

static void keep_first(void *context, const char *text)
{
	struct err *err = context;

	if (err->code == ERR_NONE)
		err_set(err, ERR_SYNTAX, "%s", text);
}

static bool load(struct loader *loader)
{
	loader->dir = loader->source->dir;
	memset(loader->catalog, 0, sizeof(*loader->catalog));
	arena_init(&loader->catalog->arena);
	err_clear(loader->err);
	return load_all(loader);
}

bool content_load_from(struct catalog *catalog,
		       const struct content_source *source, struct err *err)
{
	struct loader loader = {
		.catalog = catalog, .source = source, .err = err};
	bool ok = load(&loader);

	if (ok)
		check_links(catalog, source->dir, keep_first, err);
	ok = ok && err->code == ERR_NONE;
	if (!ok)
		content_release(catalog);
	return ok;
}

bool content_load(struct catalog *catalog, const char *dir, struct err *err)
{
	return content_load_from(catalog, &(struct content_source){.dir = dir},
				 err);
}

void content_release(struct catalog *catalog)
{
	arena_release(&catalog->arena);
	memset(catalog, 0, sizeof(*catalog));
}

bool content_look(struct catalog *catalog, const struct content_source *source,
		  const struct content_watcher *watcher,
		  struct findings *findings)
{
	struct err err;
	struct loader loader = {.catalog = catalog,
				.source = source,
				.watcher = watcher,
				.findings = findings,
				.err = &err};

	return load(&loader) && !loader.has_failed;
}
