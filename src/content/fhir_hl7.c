#include "hairline/content/fhir_hl7.h"

#include <string.h>

static const struct hl7_code genders[] = {
	{NULL, "male", "Male", "Hombre"},
	{NULL, "female", "Female", "Mujer"},
	{NULL, "other", "Other", "Otro"},
	{NULL, "unknown", "Unknown", "No se sabe"},
	{NULL, NULL, NULL, NULL},
};

static const struct hl7_set sets[] = {
	{"http://hl7.org/fhir/ValueSet/administrative-gender",
	 "http://hl7.org/fhir/administrative-gender", true, genders},
};

#define SET_COUNT (sizeof(sets) / sizeof(sets[0]))

const struct hl7_set *hl7_set_find(const char *url)
{
	size_t len = strcspn(url, "|");

	for (size_t i = 0; i < SET_COUNT; i++)
		if (strlen(sets[i].url) == len &&
		    strncmp(sets[i].url, url, len) == 0)
			return &sets[i];
	return NULL;
}

const struct hl7_set *hl7_set_of_system(const char *system)
{
	for (size_t i = 0; i < SET_COUNT; i++)
		if (sets[i].is_whole && strcmp(sets[i].system, system) == 0)
			return &sets[i];
	return NULL;
}
