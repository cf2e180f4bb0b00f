#include "hairline/content/fhir_write.h"

#include <jansson.h>
#include <sodium.h>

#include "hairline/content/json_memory.h"
#include "hairline/core/date.h"
#include "hairline/core/outcome.h"

struct writer {
	const struct answers *answers;
	const struct form_item *items;
	int language;
	bool has_failed; /* jansson had no memory for something */
};

/* Add a member, which is released here; "" is left out. */
static void set(struct writer *writer, json_t *object, const char *key,
		json_t *value)
{
	if (json_object_set_new(object, key, value) != 0)
		writer->has_failed = true;
}

static void set_string(struct writer *writer, json_t *object, const char *key,
		       const char *text)
{
	if (*text)
		set(writer, object, key, json_string(text));
}

static void append(struct writer *writer, json_t *list, json_t *value)
{
	if (json_array_append_new(list, value) != 0)
		writer->has_failed = true;
}

static json_t *write_answer(struct writer *writer,
			    const struct form_option *option)
{
	json_t *answer = json_object();
	json_t *coding = json_object();

	set_string(writer, coding, "system", option->coding.system);
	set_string(writer, coding, "code", option->coding.code);
	set_string(writer, coding, "display",
		   option->display.in[writer->language]);
	set(writer, answer, "valueCoding", coding);
	return answer;
}

static json_t *write_answers(struct writer *writer, int item)
{
	const struct form_item *question = &writer->items[item];
	json_t *list = json_array();

	for (int i = 0; i < question->option_count; i++)
		if (answers_counts(writer->answers, item, i))
			append(writer, list,
			       write_answer(writer, &question->options[i]));
	return list;
}

/* The head of a response item; its answer or its items are still to come. */
static json_t *start_item(struct writer *writer, int item)
{
	json_t *object = json_object();

	set_string(writer, object, "linkId", writer->items[item].link_id);
	set_string(writer, object, "text",
		   writer->items[item].text.in[writer->language]);
	return object;
}

static bool is_left_out(const struct form_item *item)
{
	return form_has_code(item, CODE_KEEP, "never") ||
	       form_has_code(item, CODE_SECTION, "outcome");
}

/* The answered items in [first, end), as deep as the form. */
static json_t *write_items(struct writer *writer, int first, int end)
{
	json_t *list = json_array();

	for (int i = first; i < end; i = writer->items[i].end) {
		const struct form_item *item = &writer->items[i];
		json_t *children = NULL;
		json_t *object;

		if (is_left_out(item))
			continue;
		if (item->type == FORM_GROUP)
			children = write_items(writer, i + 1, item->end);
		if (json_array_size(children) == 0 &&
		    !answers_has(writer->answers, i)) {
			json_decref(children);
			continue;
		}
		object = start_item(writer, i);
		if (children)
			set(writer, object, "item", children);
		else
			set(writer, object, "answer", write_answers(writer, i));
		append(writer, list, object);
	}
	return list;
}

static void set_canonical(struct writer *writer, json_t *root)
{
	const struct form *form = writer->answers->form;

	if (*form->url == '\0')
		return;
	set(writer, root, "questionnaire",
	    json_sprintf("%s%s%s", form->url, *form->version ? "|" : "",
			 form->version));
}

static json_t *write_response(struct writer *writer, const char *tag,
			      int64_t authored)
{
	json_t *root = json_object();
	char time[DATE_TIME_SIZE];
	json_t *items;

	date_time(time, authored);
	items = write_items(writer, 0, writer->answers->form->item_count);
	set_string(writer, root, "resourceType", "QuestionnaireResponse");
	set_canonical(writer, root);
	set_string(writer, root, "language", tag);
	set_string(writer, root, "status", "completed");
	set_string(writer, root, "authored", time);
	if (json_array_size(items) > 0)
		set(writer, root, "item", items);
	else
		json_decref(items);
	return root;
}

/* Dump into out.  False when it does not fit with its NUL. */
static bool dump(const json_t *root, char *out, size_t size, struct err *err)
{
	size_t needed = json_dumpb(root, out, size, JSON_COMPACT);

	if (needed == 0)
		return err_set(err, ERR_MEMORY, "no memory for the answers");
	if (needed >= size)
		return err_set(err, ERR_LIMIT,
			       "the answers take %zu bytes, and there is room "
			       "for %zu",
			       needed + 1, size);
	out[needed] = '\0';
	return true;
}

bool fhir_write(const struct answers *answers, int language, const char *tag,
		int64_t authored, char *out, size_t size, struct err *err)
{
	struct writer writer = {
		.answers = answers,
		.items = answers->form->items,
		.language = language,
	};
	json_t *root;
	bool ok;

	json_memory_use();
	root = write_response(&writer, tag, authored);
	if (!root || writer.has_failed)
		ok = err_set(err, ERR_MEMORY, "no memory for the answers");
	else
		ok = dump(root, out, size, err);
	json_decref(root);
	if (!ok)
		sodium_memzero(out, size);
	return ok;
}
