#include "hairline/content/findings_list.h"

#include <stdlib.h>

struct findings_entry {
	struct finding finding;
	struct findings_entry *before;
	size_t number; /* in the order they came */
};

static const char *keep(struct arena *arena, const char *text)
{
	return text ? arena_dup(arena, text) : NULL;
}

/* One that there is no memory for goes on at once. */
static void add(void *context, const struct finding *finding)
{
	struct findings_list *list = context;
	struct findings_entry *entry = arena_alloc(list->arena, sizeof(*entry));
	struct finding kept = *finding;

	kept.file = keep(list->arena, finding->file);
	kept.code = keep(list->arena, finding->code);
	kept.link_id = keep(list->arena, finding->link_id);
	kept.text = keep(list->arena, finding->text);
	if (!entry || !kept.file || !kept.text ||
	    (finding->code && !kept.code) ||
	    (finding->link_id && !kept.link_id)) {
		findings_add(list->out, finding);
		return;
	}
	*entry = (struct findings_entry){kept, list->last, list->count++};
	list->last = entry;
}

static int compare(const void *left, const void *right)
{
	const struct findings_entry *a = *(struct findings_entry *const *)left;
	const struct findings_entry *b = *(struct findings_entry *const *)right;

	if (a->finding.line != b->finding.line)
		return a->finding.line < b->finding.line ? -1 : 1;
	if (a->finding.column != b->finding.column)
		return a->finding.column < b->finding.column ? -1 : 1;
	if (a->finding.severity != b->finding.severity)
		return a->finding.severity < b->finding.severity ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

void findings_list_init(struct findings_list *list, struct arena *arena,
			struct findings *out)
{
	*list = (struct findings_list){
		.in = {.report = add, .context = list},
		.arena = arena,
		.out = out,
	};
}

void findings_list_tell(struct findings_list *list)
{
	struct findings_entry *entry = list->last;
	struct findings_entry **sorted = arena_array(
		list->arena, list->count, sizeof(struct findings_entry *));

	for (; !sorted && entry; entry = entry->before)
		findings_add(list->out, &entry->finding);
	if (!sorted)
		return;
	for (; entry; entry = entry->before)
		sorted[entry->number] = entry;
	qsort(sorted, list->count, sizeof(struct findings_entry *), compare);
	for (size_t i = 0; i < list->count; i++)
		findings_add(list->out, &sorted[i]->finding);
}
