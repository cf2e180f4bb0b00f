#include "hairline/content/fhir_hl7.h"

#include <string.h>

#include "hairline/content/fhir_hl7_lists.h"
#include "hairline/content/fhir_hl7_people.h"

#define FHIR "http://hl7.org/fhir/"
#define TERMS "http://terminology.hl7.org/CodeSystem/"

/* Where HL7 keeps its value sets, and has kept them. */
static const char *const folders[] = {
	"http://hl7.org/fhir/ValueSet/",
	"http://terminology.hl7.org/ValueSet/",
};

static const struct hl7_set sets[] = {
	{"administrative-gender", FHIR "administrative-gender", true,
	 hl7_genders},
	{"yesnodontknow", TERMS "v2-0136", false, hl7_yes_no_dont_know},
	{"v2-0136", TERMS "v2-0136", true, hl7_yes_no},
	{"yes-no-unknown-not-asked", TERMS "v2-0532", false,
	 hl7_yes_no_unknown},
	{"v2-0532", TERMS "v2-0532", true, hl7_expanded_yes_no},
	{"marital-status", TERMS "v3-MaritalStatus", false, hl7_marital},
	{"patient-contactrelationship", TERMS "v2-0131", false, hl7_contacts},
	{"v2-0131", TERMS "v2-0131", true, hl7_contacts},
	{"relatedperson-relationshiptype", TERMS "v3-RoleCode", false,
	 hl7_relations},
	{"address-use", FHIR "address-use", true, hl7_address_uses},
	{"address-type", FHIR "address-type", true, hl7_address_types},
	{"contact-point-use", FHIR "contact-point-use", true, hl7_contact_uses},
	{"contact-point-system", FHIR "contact-point-system", true,
	 hl7_contact_systems},
	{"name-use", FHIR "name-use", true, hl7_name_uses},
	{"days-of-week", FHIR "days-of-week", true, hl7_days},
	{"languages", "urn:ietf:bcp:47", false, hl7_languages},
	{"condition-clinical", TERMS "condition-clinical", true,
	 hl7_condition_clinical},
	{"condition-ver-status", TERMS "condition-ver-status", true,
	 hl7_condition_certainty},
	{"condition-severity", "http://snomed.info/sct", false,
	 hl7_condition_severity},
	{"allergyintolerance-clinical", TERMS "allergyintolerance-clinical",
	 true, hl7_allergy_clinical},
	{"allergy-intolerance-type", FHIR "allergy-intolerance-type", true,
	 hl7_allergy_types},
	{"allergy-intolerance-category", FHIR "allergy-intolerance-category",
	 true, hl7_allergy_categories},
	{"allergy-intolerance-criticality",
	 FHIR "allergy-intolerance-criticality", true, hl7_allergy_criticality},
	{"reaction-event-severity", FHIR "reaction-event-severity", true,
	 hl7_reaction_severity},
	{"request-priority", FHIR "request-priority", true, hl7_priorities},
	{"medicationrequest-category", TERMS "medicationrequest-category", true,
	 hl7_medication_places},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* The name that an address of HL7 ends with, or NULL. */
static const char *name_of(const char *url)
{
	for (size_t i = 0; i < COUNT(folders); i++)
		if (strncmp(url, folders[i], strlen(folders[i])) == 0)
			return url + strlen(folders[i]);
	return NULL;
}

const struct hl7_set *hl7_set_find(const char *url)
{
	const char *name = name_of(url);
	size_t len = name ? strcspn(name, "|") : 0;

	for (size_t i = 0; name && i < COUNT(sets); i++)
		if (strlen(sets[i].name) == len &&
		    strncmp(sets[i].name, name, len) == 0)
			return &sets[i];
	return NULL;
}

const struct hl7_set *hl7_set_of_system(const char *system)
{
	for (size_t i = 0; i < COUNT(sets); i++)
		if (sets[i].is_whole && strcmp(sets[i].system, system) == 0)
			return &sets[i];
	return NULL;
}
