#include "hairline/cmd/form_catalog.h"

#include "hairline/content/fhir_read.h"
#include "hairline/content/load.h"

static bool read_form(struct catalog *catalog, const char *path,
		      struct err *err)
{
	struct file file;

	return file_read(&file, &catalog->arena, path, err) &&
	       fhir_read(&catalog->form, &catalog->arena, &file,
			 catalog->clinic.languages,
			 catalog->clinic.language_count, NULL, err);
}

bool form_catalog_load(struct catalog *catalog, const char *content,
		       const char *path, struct err *err)
{
	if (!content_load(catalog, content, err))
		return false;
	if (read_form(catalog, path, err))
		return true;
	content_release(catalog);
	return false;
}
