#include "hairline/content/fhir_title.h"

#include "hairline/content/fhir_extension.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/fhir_text.h"

/* The display of an item's first code that has one, or NULL. */
static const struct json *find_named_code(const struct json *object)
{
	const struct json *code = json_first(json_get(object, "code"));

	while (code && *json_text_at(code, "display") == '\0')
		code = code->next;
	return code;
}

static void find_other_name(struct fhir_reader *reader,
			    const struct json *object, struct form_item *item)
{
	const struct json *code = find_named_code(object);

	if (json_get(object, "prefix"))
		fhir_text_read(reader, object, "prefix", &item->text);
	else if (code)
		fhir_text_read(reader, code, "display", &item->text);
	else
		fhir_text_set(&item->text,
			      fhir_clean(reader, NULL, item->link_id));
	fhir_warning(reader, NULL, "no-text",
		     "a question without a text; visitors will read \"%s\", "
		     "give it a text",
		     item->text.in[0]);
}

void fhir_title_read(struct fhir_reader *reader, const struct json *object,
		     struct form_item *item)
{
	const struct json *shorter = fhir_item_extension(reader, "shortText");

	fhir_text_read(reader, object, "text", &item->text);
	if (shorter)
		fhir_text_read(reader, shorter, "valueString",
			       &item->short_text);
	else
		item->short_text = item->text;
	if (!fhir_text_is_empty(&item->text))
		return;
	if (!fhir_text_is_empty(&item->short_text))
		item->text = item->short_text;
	else if (form_is_question(item)) {
		find_other_name(reader, object, item);
		item->short_text = item->text;
	}
}
