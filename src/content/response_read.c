#include "hairline/content/response_read.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "hairline/content/response_index.h"
#include "hairline/content/response_room.h"
#include "hairline/content/response_value.h"
#include "hairline/form/change.h"

#define TEXT_SIZE 512

struct reader {
	const struct form *form;
	const struct file *file;
	struct arena *arena;
	struct findings *findings;
	struct answers *answers;
	struct response_index index;
};

/* --- what is wrong --- */

__attribute__((format(printf, 4, 5))) static void report(struct reader *reader,
							 const struct json *at,
							 const char *link_id,
							 const char *fmt, ...)
{
	struct json_place place = json_place_of(reader->file->text, at->at);
	char text[TEXT_SIZE];
	va_list args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	findings_add(reader->findings, &(struct finding){
					       .severity = FINDING_ERROR,
					       .file = reader->file->path,
					       .line = place.line,
					       .column = place.column,
					       .link_id = link_id,
					       .text = text,
				       });
}

/* --- answers --- */

/* The items of one owner, while they are read. */
struct level {
	int frame;
	int parent;            /* form item, or FORM_NONE */
	const char *parent_id; /* its linkId, or "" */
};

static void read_items(struct reader *reader, const struct json *owner,
		       struct level level);

static struct level level_below(const struct reader *reader, int frame,
				int item)
{
	return (struct level){frame, item, reader->form->items[item].link_id};
}

static int newest_frame(const struct answers *answers, struct place place)
{
	const struct given *given = answers_first(answers, place);
	const struct given *next = given;

	while (next) {
		given = next;
		next = answers_next(answers, next);
	}
	return given ? given->frame : ANSWERS_NONE;
}

static bool has_answer(const struct json *owner)
{
	const struct json *at = json_first(json_get(owner, "item"));

	if (json_first(json_get(owner, "answer")))
		return true;
	for (; at; at = at->next)
		if (has_answer(at))
			return true;
	return false;
}

static void read_answer(struct reader *reader, const struct json *object,
			struct place place)
{
	const struct form_item *item = &reader->form->items[place.item];
	const struct json *value = response_value_find(object);
	struct answer answer;

	if (!value) {
		if (has_answer(object))
			report(reader, object, item->link_id,
			       "has items below an answer without a value; "
			       "left out");
		return;
	}
	answer = response_value_read(value);
	if (!answers_add(reader->answers, place, &answer))
		return;
	answers_set_source(reader->answers, place, value);
	if (item->opens != FORM_NONE)
		read_items(reader, object,
			   level_below(reader,
				       newest_frame(reader->answers, place),
				       place.item));
	else if (json_first(json_get(object, "item")))
		report(reader, object, item->link_id,
		       "has items below its answer, which the form does not "
		       "have; left out");
}

static void read_question(struct reader *reader, const struct json *object,
			  struct place place)
{
	const struct form_item *item = &reader->form->items[place.item];
	const struct json *at = json_first(json_get(object, "answer"));

	if (at && answers_first(reader->answers, place))
		report(reader, object, item->link_id,
		       "is there more than once; its answers belong into one "
		       "item");
	for (; at; at = at->next)
		read_answer(reader, at, place);
	if (json_first(json_get(object, "item")))
		report(reader, object, item->link_id,
		       "has items beside its answer; they belong into the "
		       "answer; left out");
}

/* The frame for one more occurrence: the first is there from the start. */
static int next_occurrence(struct answers *answers, struct place group)
{
	int first = answers_occurrence(answers, group, 0);

	if (answers_occurrences(answers, group) == 1 &&
	    answers_frame_is_empty(answers, first))
		return first;
	return answers_add_occurrence(answers, group);
}

static void read_group(struct reader *reader, const struct json *object,
		       struct place place, bool is_first)
{
	const struct form_item *item = &reader->form->items[place.item];
	int frame = place.frame;

	if (json_first(json_get(object, "answer")))
		report(reader, object, item->link_id,
		       "is a group, which has no answer; left out");
	if (item->opens != FORM_NONE) {
		if (!has_answer(object))
			return;
		frame = next_occurrence(reader->answers, place);
	} else if (!is_first) {
		report(reader, object, item->link_id,
		       "is there twice, and the form has it once; left out");
		return;
	}
	read_items(reader, object, level_below(reader, frame, place.item));
}

/* May be there, and says nothing: it is the form's own text. */
static void read_display(struct reader *reader, const struct json *object,
			 const struct form_item *item)
{
	if (has_answer(object))
		report(reader, object, item->link_id,
		       "is a text, which has no answer; left out");
}

static void report_unknown(struct reader *reader, const struct json *object,
			   const struct level *level, bool is_elsewhere)
{
	const char *link_id = json_text_at(object, "linkId");

	if (*link_id == '\0')
		report(reader, object, NULL,
		       "an item without a linkId; left out");
	else if (!is_elsewhere)
		report(reader, object, link_id, "is not in the form; left out");
	else if (level->parent == FORM_NONE)
		report(reader, object, link_id,
		       "stands at the top, and in the form it does not; left "
		       "out");
	else
		report(reader, object, link_id,
		       "stands below \"%s\", and in the form it does not; "
		       "left out",
		       level->parent_id);
}

/* Is an item with this linkId before another in the same list? */
static bool is_first_of(const struct json *list, const struct json *object)
{
	const char *link_id = json_text_at(object, "linkId");
	const struct json *at = list->first;

	while (at != object && strcmp(json_text_at(at, "linkId"), link_id))
		at = at->next;
	return at == object;
}

static void read_item(struct reader *reader, const struct json *list,
		      const struct json *object, struct level level)
{
	bool is_elsewhere;
	int found = response_index_find(&reader->index,
					json_text_at(object, "linkId"),
					level.parent, &is_elsewhere);
	struct place place = {level.frame, found};
	const struct form_item *item = &reader->form->items[place.item];

	if (place.item == FORM_NONE)
		report_unknown(reader, object, &level, is_elsewhere);
	else if (item->type == FORM_GROUP)
		read_group(reader, object, place,
			   item->opens != FORM_NONE ||
				   is_first_of(list, object));
	else if (item->type == FORM_DISPLAY)
		read_display(reader, object, item);
	else if (!item->score)
		read_question(reader, object, place);
}

static void read_items(struct reader *reader, const struct json *owner,
		       struct level level)
{
	const struct json *list = json_get(owner, "item");

	for (const struct json *at = json_first(list); at; at = at->next)
		read_item(reader, list, at, level);
}

/* --- occurrences that are none --- */

static bool drop_empty_of(struct answers *answers, struct place group)
{
	int frame = answers_occurrence(answers, group, 0);
	bool has_dropped = false;

	while (frame != ANSWERS_NONE &&
	       answers_occurrences(answers, group) > 1) {
		int next = answers->frames[frame].next;

		if (!answers_frame_has(answers, frame)) {
			answers_remove_occurrence(answers, group, frame);
			has_dropped = true;
		}
		frame = next;
	}
	return has_dropped;
}

static bool drop_empty(struct answers *answers)
{
	const struct form *form = answers->form;
	bool has_dropped = false;

	for (int i = 1; i < form->scope_count; i++) {
		int opener = form->scopes[i].opener;
		int frame = answers_live(answers, form->scopes[i].parent);

		if (form->items[opener].type != FORM_GROUP)
			continue;
		for (; frame != ANSWERS_NONE;
		     frame = answers->frames[frame].older)
			if (drop_empty_of(answers,
					  (struct place){frame, opener}))
				has_dropped = true;
	}
	return has_dropped;
}

/* What is dropped may have been what another occurrence waited for. */
static void settle(struct answers *answers)
{
	do {
		answers_load(answers, false);
		answers_load(answers, true);
	} while (drop_empty(answers));
	answers_load(answers, false);
}

/* --- the document --- */

static bool refuse(const struct file *file, struct err *err, const char *what)
{
	return err_set(err, ERR_SYNTAX, "%s:1:1: %s", file->path, what);
}

static const struct json *parse(struct arena *arena, const struct file *file,
				struct err *err)
{
	const struct json *root =
		json_parse(arena, file->text, file->size, err);
	struct err said = *err;

	if (!root)
		err_set(err, said.code, "%s:%s", file->path, said.msg);
	return root;
}

static bool refuse_memory(const struct file *file, struct err *err)
{
	return err_set(err, ERR_MEMORY, "%s:1:1: no memory to read it",
		       file->path);
}

static bool make_room(struct reader *reader, const struct json *root,
		      struct err *err)
{
	const struct form *form = reader->form;
	struct answers_room room;
	void *mem;

	if (!response_index_init(&reader->index, form, reader->arena) ||
	    !response_room_measure(&room, &reader->index, root,
				   reader->file->size, reader->arena))
		return refuse_memory(reader->file, err);
	if (room.cells > RESPONSE_CELLS_MAX)
		return refuse(reader->file, err,
			      "has too many occurrences of its groups");
	mem = arena_alloc(reader->arena, answers_size(form, &room));
	if (!mem)
		return refuse_memory(reader->file, err);
	answers_init(reader->answers, form, &room, mem);
	return true;
}

bool response_read(struct response *response, struct arena *arena,
		   const struct form *form, const struct file *file,
		   struct findings *findings, struct err *err)
{
	struct reader reader = {
		.form = form,
		.file = file,
		.arena = arena,
		.findings = findings,
		.answers = &response->answers,
	};
	const struct json *root = parse(arena, file, err);

	if (!root)
		return false;
	if (strcmp(json_text_at(root, "resourceType"),
		   "QuestionnaireResponse") != 0)
		return refuse(file, err,
			      "resourceType is not \"QuestionnaireResponse\"");
	if (!make_room(&reader, root, err))
		return false;
	response->root = root;
	answers_load(reader.answers, true);
	read_items(&reader, root, (struct level){ANSWERS_ROOT, FORM_NONE, ""});
	settle(reader.answers);
	return true;
}

const char *response_language(struct arena *arena, const struct file *file)
{
	struct err err;

	return json_text_at(json_parse(arena, file->text, file->size, &err),
			    "language");
}
