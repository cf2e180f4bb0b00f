#include "hairline/content/fhir_extension.h"

#include <string.h>

#include "hairline/content/fhir_reader.h"

#define HL7 "http://hl7.org/fhir/"

/* What names start with, or do not. */
static const char *const fronts[] = {
	"sdc-questionnaire-",
	"questionnaire-",
	"sdc-",
};

const char *fhir_extension_name(const char *url)
{
	const char *slash;

	if (strncmp(url, HL7, strlen(HL7)) != 0)
		return "";
	slash = strrchr(url, '/');
	url = slash + 1;
	for (size_t i = 0; i < sizeof(fronts) / sizeof(fronts[0]); i++)
		if (strncmp(url, fronts[i], strlen(fronts[i])) == 0)
			return url + strlen(fronts[i]);
	return url;
}

const struct json *fhir_extension_from(const struct json *first,
				       const char *name)
{
	for (; first; first = first->next) {
		const char *url = json_text_at(first, "url");

		if (strcmp(fhir_extension_name(url), name) == 0)
			return first;
	}
	return NULL;
}

const struct json *fhir_extension(const struct json *object, const char *name)
{
	return fhir_extension_from(json_first(json_get(object, "extension")),
				   name);
}

const struct json *fhir_item_extension(const struct fhir_reader *reader,
				       const char *name)
{
	return fhir_extension_from(reader->extensions, name);
}
