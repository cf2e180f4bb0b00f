#include "hairline/content/fhir_circle.h"

#include "hairline/base/buf.h"
#include "hairline/content/fhir_reader.h"

enum mark {
	MARK_NEW,
	MARK_OPEN, /* on the way from the item the walk started at */
	MARK_DONE
};

/* How a walk came to an item, and how many of its ways out it has tried. */
struct step {
	enum mark mark;
	int from;
	int tried;
};

static bool refuse_circle(struct fhir_reader *reader, const struct step *steps,
			  int last, int first)
{
	const struct form_item *items = reader->items;
	char shown[FHIR_SHOWN_SIZE];
	char text[256];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	buf_add(&buf, fhir_shown(shown, items[first].link_id));
	for (int i = last; i != first; i = steps[i].from)
		buf_addf(&buf, ", %s", fhir_shown(shown, items[i].link_id));
	reader->link_id = items[first].link_id;
	return fhir_refuse(reader,
			   "is in a circle of enableWhen, each waiting for "
			   "another: %s%s; remove one of them",
			   text, buf.is_cut ? "..." : "");
}

/* What an item waits for: first its parent, then each condition's target. */
static int way_out(const struct form_item *item, int number)
{
	return number == 0 ? item->parent : item->conditions[number - 1].target;
}

/* Depth first, without recursion: a chain may be as long as the form. */
static bool walk_from(struct fhir_reader *reader, struct step *steps, int at)
{
	steps[at] = (struct step){.mark = MARK_OPEN, .from = FORM_NONE};
	while (at != FORM_NONE) {
		const struct form_item *item = &reader->items[at];
		struct step *step = &steps[at];
		int to;

		if (step->tried > item->condition_count) {
			step->mark = MARK_DONE;
			at = step->from;
			continue;
		}
		to = way_out(item, step->tried++);
		if (to == FORM_NONE || steps[to].mark == MARK_DONE)
			continue;
		if (steps[to].mark == MARK_OPEN)
			return refuse_circle(reader, steps, at, to);
		steps[to] = (struct step){.mark = MARK_OPEN, .from = at};
		at = to;
	}
	return true;
}

bool fhir_circle_check(struct fhir_reader *reader)
{
	struct step *steps = arena_array(
		&reader->scratch, (size_t)reader->item_count, sizeof(*steps));

	if (!steps)
		return fhir_refuse_memory(reader);
	for (int i = 0; i < reader->item_count; i++)
		if (steps[i].mark == MARK_NEW && !walk_from(reader, steps, i))
			return false;
	return true;
}
