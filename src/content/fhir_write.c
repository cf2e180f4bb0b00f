#include "hairline/content/fhir_write.h"

#include <stdio.h>
#include <string.h>

#include "hairline/core/outcome.h"
#include "hairline/form/answers.h"

struct writer {
	struct json_writer json;
	const struct answers *answers;
	const struct form_item *items;
	const struct fhir_writing *writing;
};

/* What stands side by side in one frame: the items [first, end). */
struct stretch {
	int frame;
	int first;
	int end;
};

static void put_string(struct writer *writer, const char *key, const char *text)
{
	if (*text)
		json_member_text(&writer->json, key, text);
}

/* --- values --- */

static void put_coding(struct writer *writer, const struct answer *answer,
		       const char *display)
{
	json_open_object(&writer->json);
	put_string(writer, "system", answer->system);
	put_string(writer, "code", answer->code);
	put_string(writer, "display", display);
	json_close_object(&writer->json);
}

static void put_quantity(struct writer *writer, const struct answer *answer)
{
	json_open_object(&writer->json);
	json_put_key(&writer->json, "value");
	json_put_digits(&writer->json, answer->text);
	put_string(writer, "unit", answer->display);
	put_string(writer, "system", answer->system);
	put_string(writer, "code", answer->code);
	json_close_object(&writer->json);
}

static void put_reference(struct writer *writer, const struct answer *answer)
{
	json_open_object(&writer->json);
	put_string(writer, "reference", answer->text);
	put_string(writer, "display", answer->display);
	json_close_object(&writer->json);
}

static void put_plain(struct writer *writer, const struct answer *answer,
		      const char *display)
{
	switch (answer->kind) {
	case ANSWER_BOOLEAN:
		json_put_bool(&writer->json, answer->is_true);
		return;
	case ANSWER_DECIMAL:
	case ANSWER_INTEGER:
		json_put_digits(&writer->json, answer->text);
		return;
	case ANSWER_CODING: put_coding(writer, answer, display); return;
	case ANSWER_QUANTITY: put_quantity(writer, answer); return;
	case ANSWER_REFERENCE: put_reference(writer, answer); return;
	default: json_put_text(&writer->json, answer->text); return;
	}
}

/* What was read goes out as it came in. */
static void put_value(struct writer *writer, struct place place,
		      const struct given *given)
{
	const struct form_item *item = &writer->items[place.item];
	const struct json *source = given->source;
	const char *display = given->answer.display;
	char key[32];

	if (source) {
		json_put_key(&writer->json, source->key);
		json_put_tree(&writer->json, source);
		return;
	}
	if (given->option != FORM_NONE)
		display = item->options[given->option]
				  .display.in[writer->writing->language];
	snprintf(key, sizeof(key), "value%s",
		 answer_fhir_name(given->answer.kind));
	json_put_key(&writer->json, key);
	put_plain(writer, &given->answer, display);
}

/* --- items --- */

static void put_items(struct writer *writer, struct stretch stretch);

static struct stretch inside(const struct writer *writer, int frame, int item)
{
	return (struct stretch){frame, item + 1, writer->items[item].end};
}

static bool is_left_out(const struct writer *writer, struct place place)
{
	const struct form_item *item = &writer->items[place.item];

	return item->type == FORM_DISPLAY ||
	       !answers_is_enabled(writer->answers, place) ||
	       (writer->writing->is_for_keeping &&
		(item->is_advice || form_has_code(item, CODE_KEEP, "never")));
}

static bool has_items(const struct writer *writer, struct stretch stretch);

/* Is there anything of a group to write? */
static bool has_group(const struct writer *writer, struct place place)
{
	const struct answers *answers = writer->answers;
	int frame = place.frame;

	if (writer->items[place.item].opens == FORM_NONE)
		return has_items(writer, inside(writer, frame, place.item));
	frame = answers_occurrence(answers, place, 0);
	for (; frame != ANSWERS_NONE; frame = answers->frames[frame].next)
		if (has_items(writer, inside(writer, frame, place.item)))
			return true;
	return false;
}

static bool has_items(const struct writer *writer, struct stretch stretch)
{
	for (int i = stretch.first; i < stretch.end; i = writer->items[i].end) {
		struct place place = {stretch.frame, i};

		if (is_left_out(writer, place))
			continue;
		if (answers_has(writer->answers, place) ||
		    (writer->items[i].type == FORM_GROUP &&
		     has_group(writer, place)))
			return true;
	}
	return false;
}

/* The head of a response item; its answers or its items are still to come. */
static void open_item(struct writer *writer, int item)
{
	json_open_object(&writer->json);
	put_string(writer, "linkId", writer->items[item].link_id);
	put_string(writer, "text",
		   writer->items[item].text.in[writer->writing->language]);
}

static void put_answer(struct writer *writer, struct place place,
		       const struct given *given)
{
	json_open_object(&writer->json);
	put_value(writer, place, given);
	if (given->frame != ANSWERS_NONE)
		put_items(writer, inside(writer, given->frame, place.item));
	json_close_object(&writer->json);
}

static void put_question(struct writer *writer, struct place place)
{
	const struct given *given = answers_first(writer->answers, place);

	open_item(writer, place.item);
	json_put_key(&writer->json, "answer");
	json_open_array(&writer->json);
	for (; given; given = answers_next(writer->answers, given))
		put_answer(writer, place, given);
	json_close_array(&writer->json);
	json_close_object(&writer->json);
}

static void put_occurrence(struct writer *writer, int frame, int item)
{
	if (!has_items(writer, inside(writer, frame, item)))
		return;
	open_item(writer, item);
	put_items(writer, inside(writer, frame, item));
	json_close_object(&writer->json);
}

static void put_group(struct writer *writer, struct place place)
{
	const struct answers *answers = writer->answers;
	int frame;

	if (writer->items[place.item].opens == FORM_NONE) {
		put_occurrence(writer, place.frame, place.item);
		return;
	}
	frame = answers_occurrence(answers, place, 0);
	for (; frame != ANSWERS_NONE; frame = answers->frames[frame].next)
		put_occurrence(writer, frame, place.item);
}

/* The member "item", where there is something to put in.  As deep as the
 * form. */
static void put_items(struct writer *writer, struct stretch stretch)
{
	if (!has_items(writer, stretch))
		return;
	json_put_key(&writer->json, "item");
	json_open_array(&writer->json);
	for (int i = stretch.first; i < stretch.end; i = writer->items[i].end) {
		struct place place = {stretch.frame, i};

		if (is_left_out(writer, place))
			continue;
		if (writer->items[i].type == FORM_GROUP)
			put_group(writer, place);
		else if (answers_has(writer->answers, place))
			put_question(writer, place);
	}
	json_close_array(&writer->json);
}

/* --- the document --- */

static void put_canonical(struct writer *writer)
{
	const struct form *form = writer->answers->form;
	char text[2048];

	snprintf(text, sizeof(text), "%s%s%s", form->url,
		 *form->version ? "|" : "", form->version);
	if (*form->url)
		json_member_text(&writer->json, "questionnaire", text);
}

/* What an original says of itself, but for what is made anew: its narrative
 * may tell of answers that are not there any more. */
static void put_original(struct writer *writer, const struct json *original)
{
	static const char *const anew[] = {"resourceType", "status", "text",
					   "item"};

	for (const struct json *at = original->first; at; at = at->next) {
		bool is_anew = false;

		for (size_t i = 0; i < sizeof(anew) / sizeof(anew[0]); i++)
			is_anew |= strcmp(at->key, anew[i]) == 0;
		if (is_anew)
			continue;
		json_put_key(&writer->json, at->key);
		json_put_tree(&writer->json, at);
	}
}

static void put_response(struct writer *writer)
{
	const struct fhir_writing *writing = writer->writing;
	const struct json *original = writing->original;

	json_open_object(&writer->json);
	put_string(writer, "resourceType", "QuestionnaireResponse");
	if (original)
		put_original(writer, original);
	if (!json_get(original, "questionnaire"))
		put_canonical(writer);
	if (!json_get(original, "language"))
		put_string(writer, "language", writing->tag);
	put_string(writer, "status", writing->status);
	if (!json_get(original, "authored"))
		put_string(writer, "authored", writing->authored);
	put_items(writer, (struct stretch){ANSWERS_ROOT, 0,
					   writer->answers->form->item_count});
	json_close_object(&writer->json);
}

bool fhir_write(const struct answers *answers,
		const struct fhir_writing *writing,
		void (*sink)(void *context, const char *bytes, size_t len),
		void *context, struct err *err)
{
	struct writer writer = {
		.answers = answers,
		.items = answers->form->items,
		.writing = writing,
	};

	json_write_begin(&writer.json, writing->indent, sink, context);
	put_response(&writer);
	return json_write_end(&writer.json) ||
	       err_set(err, ERR_MEMORY,
		       "the answers cannot be written: no "
		       "memory, or a text is not UTF-8");
}

static void count_bytes(void *context, const char *bytes, size_t len)
{
	size_t *size = context;

	(void)bytes;
	*size += len;
}

size_t fhir_write_size(const struct answers *answers,
		       const struct fhir_writing *writing)
{
	size_t size = 0;
	struct err err;

	fhir_write(answers, writing, count_bytes, &size, &err);
	return size;
}
