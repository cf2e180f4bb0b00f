#include "hairline/content/question_list.h"

#include <string.h>

#include "hairline/base/arena.h"
#include "hairline/base/json.h"

#define EXTENSIONS "http://hl7.org/fhir/StructureDefinition/"
#define SHORT_TEXT EXTENSIONS "questionnaire-shortText"
#define TRANSLATION EXTENSIONS "translation"

struct reader {
	struct question_list *list;
	const char *language;
};

/* The extension of an element that has this url, from one on. */
static const struct json *find_extension(const struct json *extension,
					 const char *url)
{
	while (extension && strcmp(json_text_at(extension, "url"), url) != 0)
		extension = extension->next;
	return extension;
}

static const struct json *extensions_of(const struct json *element)
{
	return json_first(json_get(element, "extension"));
}

/* A part of a translation: "lang" or "content". */
static const char *part_of(const struct json *translation, const char *url,
			   const char *key)
{
	return json_text_at(find_extension(extensions_of(translation), url),
			    key);
}

/* "text" of an object in the wanted language, by the "_text" beside it. */
static const char *translate(const struct reader *reader,
			     const struct json *object, const char *key,
			     const char *shadow_key)
{
	const struct json *found = find_extension(
		extensions_of(json_get(object, shadow_key)), TRANSLATION);

	for (; found; found = find_extension(found->next, TRANSLATION)) {
		const char *content = part_of(found, "content", "valueString");

		if (!*content)
			content = part_of(found, "content", "valueMarkdown");
		if (*content && strcmp(part_of(found, "lang", "valueCode"),
				       reader->language) == 0)
			return content;
	}
	return json_text_at(object, key);
}

static const char *name_of(const struct reader *reader, const struct json *item)
{
	const struct json *short_text =
		find_extension(extensions_of(item), SHORT_TEXT);
	const char *name =
		translate(reader, short_text, "valueString", "_valueString");

	if (!*name)
		name = translate(reader, item, "text", "_text");
	return *name ? name : json_text_at(item, "linkId");
}

static bool is_question(const struct json *item)
{
	const char *type = json_text_at(item, "type");

	return *type && strcmp(type, "group") != 0 &&
	       strcmp(type, "display") != 0;
}

static int count_items(const struct json *item)
{
	int count = 0;

	for (; item; item = item->next)
		count += 1 + count_items(json_first(json_get(item, "item")));
	return count;
}

static void list_items(struct reader *reader, const struct json *item)
{
	for (; item; item = item->next) {
		struct question_list *list = reader->list;

		if (is_question(item)) {
			list->link_ids[list->count] =
				json_text_at(item, "linkId");
			list->names[list->count++] = name_of(reader, item);
		}
		list_items(reader, json_first(json_get(item, "item")));
	}
}

bool question_list_read(struct question_list *list, struct arena *arena,
			const char *json, size_t size, const char *language,
			struct err *err)
{
	struct reader reader = {list, language};
	const struct json *root = json_parse(arena, json, size, err);
	const struct json *items = json_first(json_get(root, "item"));
	size_t count;

	memset(list, 0, sizeof(*list));
	if (!root)
		return false;
	count = (size_t)count_items(items);
	list->link_ids = arena_array(arena, count, sizeof(*list->link_ids));
	list->names = arena_array(arena, count, sizeof(*list->names));
	if (!list->link_ids || !list->names)
		return err_set(err, ERR_MEMORY, "out of memory");
	list_items(&reader, items);
	return true;
}
