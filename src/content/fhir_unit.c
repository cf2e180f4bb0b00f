#include "hairline/content/fhir_unit.h"

#include <string.h>

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_text.h"
#include "hairline/content/fhir_value.h"

/* The member of a Coding to show. */
static const char *shown_key(const struct json *coding)
{
	return *json_text_at(coding, "display") ? "display" : "code";
}

/* A unit from its Coding.  False when that is empty. */
static bool set_unit(struct fhir_reader *reader, const struct json *coding,
		     struct form_option *unit)
{
	struct answer answer;

	if (!json_is(coding, JSON_OBJECT) ||
	    !fhir_coding_read(reader, coding, &answer))
		return false;
	fhir_text_read(reader, coding, shown_key(coding), &unit->display);
	answer.kind = ANSWER_QUANTITY;
	if (*answer.display == '\0')
		answer.display = answer.code;
	unit->answer = answer;
	unit->prefix = "";
	return true;
}

static int count_options(const struct fhir_reader *reader)
{
	const struct json *at = fhir_item_extension(reader, "unitOption");
	int count = 0;

	for (; at; at = fhir_extension_from(at->next, "unitOption"))
		count++;
	return count;
}

static bool is_known(const struct form_item *item,
		     const struct form_option *unit)
{
	for (int i = 0; i < item->unit_count; i++)
		if (strcmp(item->units[i].answer.code, unit->answer.code) ==
			    0 &&
		    strcmp(item->units[i].answer.system, unit->answer.system) ==
			    0)
			return true;
	return false;
}

static void add_unit(struct fhir_reader *reader, struct form_item *item,
		     struct form_option *units, const struct json *coding)
{
	struct form_option *unit = &units[item->unit_count];

	if (set_unit(reader, coding, unit) && !is_known(item, unit))
		item->unit_count++;
}

/* The unit that the initial Quantity is in. */
static bool set_initial(struct fhir_reader *reader,
			const struct form_item *item, struct form_option *unit)
{
	struct answer answer;

	if (item->initial_count == 0)
		return false;
	answer = item->initial[0];
	if (*answer.code == '\0' && *answer.display == '\0')
		return false;
	answer.text = "";
	if (*answer.display == '\0')
		answer.display = answer.code;
	unit->answer = answer;
	unit->prefix = "";
	fhir_text_set(&unit->display, fhir_clean(reader, NULL, answer.display));
	return true;
}

void fhir_units_read(struct fhir_reader *reader, struct form_item *item)
{
	const struct json *at = fhir_item_extension(reader, "unitOption");
	const struct json *one = fhir_item_extension(reader, "unit");
	int count = count_options(reader);
	struct form_option *units;

	if (item->type != FORM_QUANTITY)
		return;
	if (count > FHIR_OPTIONS_MAX) {
		fhir_refuse(reader, at, "too-many", "more than %d units",
			    FHIR_OPTIONS_MAX);
		return;
	}
	units = fhir_alloc(reader, count + 1, sizeof(*units));
	if (!units)
		return;
	item->units = units;
	if (one)
		add_unit(reader, item, units, json_get(one, "valueCoding"));
	for (; at; at = fhir_extension_from(at->next, "unitOption"))
		add_unit(reader, item, units, json_get(at, "valueCoding"));
	if (item->unit_count == 0 && set_initial(reader, item, units))
		item->unit_count = 1;
}

void fhir_unit_label(struct fhir_reader *reader, struct form_text *text)
{
	const struct json *coding =
		json_get(fhir_item_extension(reader, "unit"), "valueCoding");

	if (json_is(coding, JSON_OBJECT))
		fhir_text_read(reader, coding, shown_key(coding), text);
}
