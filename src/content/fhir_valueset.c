#include "hairline/content/fhir_valueset.h"

#include <string.h>

#include "hairline/content/fhir_concept.h"
#include "hairline/content/fhir_hl7.h"
#include "hairline/content/fhir_reader.h"

#define IMPORTS_MAX 4 /* value sets that name value sets, deep */

/* A value set that was looked at, so that items may share its options. */
struct fhir_valueset {
	struct fhir_valueset *next;
	const void *source; /* its JSON, or the set of fhir_hl7 */
	const struct form_option *options;
	int count;
	bool is_known;
};

static bool has_name(const struct json *resource, const char *key,
		     const char *name)
{
	size_t len = strcspn(name, "|");
	const char *text = json_text_at(resource, key);

	return len > 0 && strlen(text) == len && strncmp(text, name, len) == 0;
}

/* A contained resource of a type, by "#id" or by its url, or NULL. */
static const struct json *find_contained(const struct fhir_reader *reader,
					 const char *type, const char *name)
{
	const struct json *at = json_first(json_get(reader->root, "contained"));

	for (; at; at = at->next) {
		if (strcmp(json_text_at(at, "resourceType"), type) != 0)
			continue;
		if (*name == '#' ? has_name(at, "id", name + 1)
				 : has_name(at, "url", name))
			return at;
	}
	return NULL;
}

static void add_hl7(struct fhir_concepts *concepts, const struct hl7_set *set)
{
	for (const struct hl7_code *code = set->codes; code->code; code++)
		fhir_concept_add_hl7(concepts, set, code);
}

/* expansion.contains and CodeSystem.concept, nested. */
static void add_nested(struct fhir_concepts *concepts, const struct json *list,
		       const char *nested, const char *system)
{
	for (const struct json *at = json_first(list); at; at = at->next) {
		const char *own = json_text_at(at, "system");

		if (!json_is_true(json_get(at, "abstract")) &&
		    !json_is_true(json_get(at, "inactive")))
			fhir_concept_add(concepts, at, *own ? own : system);
		add_nested(concepts, json_get(at, nested), nested, system);
	}
}

/* All codes of a system: from a contained CodeSystem, or from HL7's. */
static bool add_system(struct fhir_concepts *concepts, const char *system)
{
	const struct json *contained =
		find_contained(concepts->reader, "CodeSystem", system);
	const struct hl7_set *set = hl7_set_of_system(system);

	if (json_get(contained, "concept")) {
		add_nested(concepts, json_get(contained, "concept"), "concept",
			   system);
		return true;
	}
	if (set)
		add_hl7(concepts, set);
	return set != NULL;
}

static bool add_named(struct fhir_concepts *concepts, const char *name,
		      int depth);

static bool add_imports(struct fhir_concepts *concepts,
			const struct json *include, int depth)
{
	const struct json *at = json_first(json_get(include, "valueSet"));

	for (; at; at = at->next)
		if (!add_named(concepts, json_text(at), depth + 1))
			return false;
	return true;
}

/* False when what it includes cannot be known. */
static bool add_include(struct fhir_concepts *concepts,
			const struct json *include, int depth)
{
	const char *system = json_text_at(include, "system");
	const struct json *list = json_get(include, "concept");

	if (json_get(include, "filter"))
		return false;
	if (json_get(include, "valueSet"))
		return *system == '\0' && add_imports(concepts, include, depth);
	if (!list)
		return *system && add_system(concepts, system);
	for (const struct json *at = json_first(list); at; at = at->next)
		fhir_concept_add(concepts, at, system);
	return true;
}

/* False when what it leaves out cannot be known. */
static bool drop_exclude(struct fhir_concepts *concepts,
			 const struct json *exclude)
{
	const struct json *at = json_first(json_get(exclude, "concept"));

	if (!at)
		return false;
	for (; at; at = at->next)
		fhir_concept_drop(concepts, json_text_at(exclude, "system"),
				  json_text_at(at, "code"));
	return true;
}

static bool add_compose(struct fhir_concepts *concepts,
			const struct json *compose, int depth)
{
	const struct json *at = json_first(json_get(compose, "include"));
	bool is_known = at != NULL;

	for (; at; at = at->next)
		is_known = add_include(concepts, at, depth) && is_known;
	at = json_first(json_get(compose, "exclude"));
	for (; at; at = at->next)
		is_known = drop_exclude(concepts, at) && is_known;
	return is_known;
}

static bool add_contained(struct fhir_concepts *concepts,
			  const struct json *resource, int depth)
{
	const struct json *expansion = json_get(resource, "expansion");

	if (json_first(json_get(expansion, "contains"))) {
		add_nested(concepts, json_get(expansion, "contains"),
			   "contains", "");
		return true;
	}
	return add_compose(concepts, json_get(resource, "compose"), depth);
}

static bool add_named(struct fhir_concepts *concepts, const char *name,
		      int depth)
{
	const struct json *resource =
		find_contained(concepts->reader, "ValueSet", name);
	const struct hl7_set *set = hl7_set_find(name);

	if (depth > IMPORTS_MAX)
		return false;
	if (resource)
		return add_contained(concepts, resource, depth);
	if (set)
		add_hl7(concepts, set);
	return set != NULL;
}

static const struct fhir_valueset *find_read(const struct fhir_reader *reader,
					     const void *source)
{
	const struct fhir_valueset *at = reader->sets;

	while (at && at->source != source)
		at = at->next;
	return at;
}

static const struct fhir_valueset *load(struct fhir_reader *reader,
					const void *source, const char *name)
{
	struct fhir_valueset *set = arena_alloc(&reader->scratch, sizeof(*set));
	struct fhir_concepts concepts;

	if (!set || !fhir_concepts_init(&concepts, reader)) {
		reader->is_out_of_memory = true;
		return NULL;
	}
	set->source = source;
	set->is_known = add_named(&concepts, name, 0) && concepts.count > 0;
	set->count = set->is_known ? concepts.count : 0;
	set->options = fhir_concepts_keep(&concepts, set->count);
	set->next = reader->sets;
	reader->sets = set;
	return set;
}

static void report_unknown(struct fhir_reader *reader, const struct json *where,
			   const struct form_item *item, bool is_here)
{
	bool is_lost = item->is_required && !item->is_hidden && !item->is_open;
	char shown[FHIR_SHOWN_SIZE];

	(is_lost ? fhir_error : fhir_warning)(
		reader, where, "no-options",
		"the options in the value set \"%s\" %s; %s, list them under "
		"answerOption",
		fhir_shown(shown, json_text(where)),
		is_here ? "need a terminology server" : "are not in this file",
		item->is_open ? "visitors type their answer"
			      : "the question is not asked");
}

void fhir_valueset_read(struct fhir_reader *reader, const struct json *object,
			struct form_item *item)
{
	const char *name = fhir_string(reader, object, "answerValueSet");
	const struct json *where = json_get(object, "answerValueSet");
	const void *source = find_contained(reader, "ValueSet", name);
	const struct fhir_valueset *set;
	bool is_here = source != NULL;

	if (!source)
		source = hl7_set_find(name);
	set = source ? find_read(reader, source) : NULL;
	if (source && !set)
		set = load(reader, source, name);
	if (set && set->is_known) {
		item->options = set->options;
		item->option_count = set->count;
	} else {
		item->has_options = true;
		report_unknown(reader, where, item, is_here);
	}
}
