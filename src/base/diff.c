#include "hairline/base/diff.h"

#include <stdio.h>
#include <string.h>

#include "hairline/base/arena.h"

#define ROW_SIZE (2 * DIFF_STEPS + 3)

struct line {
	const char *at;
	size_t len;
};

struct lines {
	struct line *at;
	int count;
};

/* One line of the way from one text to the other. */
struct step {
	enum diff_kind kind;
	int from; /* lines of each text before it */
	int to;
};

struct diff {
	struct arena arena;
	struct lines from;
	struct lines to;
	struct step *steps;
	int step_count;
};

/*
 * How far one gets in `steps` changes on diagonal k (from - to), for all step
 * counts, to find the way back.
 */
struct search {
	int *rows; /* of ROW_SIZE each */
	int first; /* lines that are the same at the start */
	int last;  /* and at the end */
	int from;  /* lines that differ */
	int to;
};

static bool split(struct diff *diff, struct lines *lines, const char *text)
{
	size_t count = 1;

	for (const char *c = text; *c; c++)
		count += *c == '\n';
	lines->at = arena_array(&diff->arena, count, sizeof(*lines->at));
	if (!lines->at)
		return false;
	while (*text) {
		size_t len = strcspn(text, "\n");

		lines->at[lines->count++] = (struct line){text, len};
		text += len;
		text += *text == '\n';
	}
	return true;
}

static bool is_same(const struct diff *diff, int from, int to)
{
	const struct line *a = &diff->from.at[from];
	const struct line *b = &diff->to.at[to];

	return a->len == b->len && memcmp(a->at, b->at, a->len) == 0;
}

static int *reach(const struct search *search, int steps, int k)
{
	return &search->rows[(ptrdiff_t)steps * ROW_SIZE + k + DIFF_STEPS + 1];
}

/* Does the best way to this point end with a line that is added? */
static bool comes_by_adding(const struct search *search, int steps, int k)
{
	if (k == -steps)
		return true;
	return k != steps && *reach(search, steps - 1, k - 1) <
				     *reach(search, steps - 1, k + 1);
}

static int start_of(const struct search *search, int steps, int k)
{
	if (steps == 0)
		return 0;
	return comes_by_adding(search, steps, k)
		       ? *reach(search, steps - 1, k + 1)
		       : *reach(search, steps - 1, k - 1) + 1;
}

/* Go on over lines that are the same.  True at the end of both texts. */
static bool advance(const struct diff *diff, const struct search *search,
		    int steps, int k)
{
	int from = start_of(search, steps, k);
	int to = from - k;

	while (from < search->from && to < search->to &&
	       is_same(diff, search->first + from, search->first + to)) {
		from++;
		to++;
	}
	*reach(search, steps, k) = from;
	return from >= search->from && to >= search->to;
}

/* The number of changes, or -1: too many. */
static int find_steps(const struct diff *diff, const struct search *search)
{
	for (int steps = 0; steps <= DIFF_STEPS; steps++)
		for (int k = -steps; k <= steps; k += 2)
			if (advance(diff, search, steps, k))
				return steps;
	return -1;
}

static void add_step(struct diff *diff, enum diff_kind kind, int from, int to)
{
	diff->steps[diff->step_count++] = (struct step){kind, from, to};
}

static void add_same(struct diff *diff, int from, int to, int count)
{
	for (int i = 0; i < count; i++)
		add_step(diff, DIFF_SAME, from + i, to + i);
}

/* Write down the way, from its end; the caller turns it round. */
static void walk_back(struct diff *diff, const struct search *search, int steps)
{
	int from = search->from;
	int to = search->to;

	for (; steps >= 0; steps--) {
		int k = from - to;
		int start = start_of(search, steps, k);
		bool is_added = steps > 0 && comes_by_adding(search, steps, k);

		while (from > start) {
			from--;
			to--;
			add_step(diff, DIFF_SAME, search->first + from,
				 search->first + to);
		}
		if (steps == 0)
			break;
		from -= !is_added;
		to -= is_added;
		add_step(diff, is_added ? DIFF_ADDED : DIFF_REMOVED,
			 search->first + from, search->first + to);
	}
}

static void turn_round(struct step *steps, int count)
{
	for (int i = 0; i < count / 2; i++) {
		struct step kept = steps[i];

		steps[i] = steps[count - 1 - i];
		steps[count - 1 - i] = kept;
	}
}

static void replace_all(struct diff *diff, const struct search *search)
{
	for (int i = 0; i < search->from; i++)
		add_step(diff, DIFF_REMOVED, search->first + i, search->first);
	for (int i = 0; i < search->to; i++)
		add_step(diff, DIFF_ADDED, search->first + search->from,
			 search->first + i);
}

/* Leave out what is the same at both ends. */
static void narrow(const struct diff *diff, struct search *search)
{
	int from = diff->from.count;
	int to = diff->to.count;

	while (search->first < from && search->first < to &&
	       is_same(diff, search->first, search->first))
		search->first++;
	while (search->last < from - search->first &&
	       search->last < to - search->first &&
	       is_same(diff, from - 1 - search->last, to - 1 - search->last))
		search->last++;
	search->from = from - search->first - search->last;
	search->to = to - search->first - search->last;
}

static bool compare(struct diff *diff)
{
	size_t lines = (size_t)diff->from.count + (size_t)diff->to.count;
	struct search search = {.first = 0};
	int steps;

	narrow(diff, &search);
	diff->steps =
		arena_array(&diff->arena, lines + 1, sizeof(*diff->steps));
	search.rows =
		arena_array(&diff->arena, (size_t)(DIFF_STEPS + 1) * ROW_SIZE,
			    sizeof(*search.rows));
	if (!diff->steps || !search.rows)
		return false;
	add_same(diff, 0, 0, search.first);
	steps = find_steps(diff, &search);
	if (steps < 0) {
		replace_all(diff, &search);
	} else {
		walk_back(diff, &search, steps);
		turn_round(diff->steps + search.first,
			   diff->step_count - search.first);
	}
	add_same(diff, search.first + search.from, search.first + search.to,
		 search.last);
	return true;
}

/* --- showing --- */

struct output {
	void (*each)(void *context, enum diff_kind kind, const char *line,
		     size_t len);
	void *context;
};

/* The end of the changes near each other that start at a step. */
static int find_end(const struct diff *diff, int at)
{
	int end = at;

	for (int i = at; i < diff->step_count && i - end <= 2 * DIFF_CONTEXT;
	     i++)
		if (diff->steps[i].kind != DIFF_SAME)
			end = i + 1;
	return end;
}

static void show_place(const struct step *steps, const struct output *output,
		       int count)
{
	int removed = 0;
	int added = 0;
	char place[64];

	for (int i = 0; i < count; i++) {
		removed += steps[i].kind != DIFF_ADDED;
		added += steps[i].kind != DIFF_REMOVED;
	}
	snprintf(place, sizeof(place), "@@ -%d,%d +%d,%d @@",
		 steps[0].from + (removed > 0), removed,
		 steps[0].to + (added > 0), added);
	output->each(output->context, DIFF_PLACE, place, strlen(place));
}

static void show_block(const struct diff *diff, const struct output *output,
		       int first, int end)
{
	const struct step *steps = diff->steps;

	show_place(steps + first, output, end - first);
	for (int i = first; i < end; i++) {
		const struct line *line =
			steps[i].kind == DIFF_ADDED
				? &diff->to.at[steps[i].to]
				: &diff->from.at[steps[i].from];

		output->each(output->context, steps[i].kind, line->at,
			     line->len);
	}
}

static void show(const struct diff *diff, const struct output *output)
{
	int at = 0;

	while (at < diff->step_count) {
		int first;
		int end;

		if (diff->steps[at].kind == DIFF_SAME) {
			at++;
			continue;
		}
		first = at > DIFF_CONTEXT ? at - DIFF_CONTEXT : 0;
		at = find_end(diff, at);
		end = at + DIFF_CONTEXT < diff->step_count ? at + DIFF_CONTEXT
							   : diff->step_count;
		show_block(diff, output, first, end);
	}
}

bool diff_each(const char *from, const char *to,
	       void (*each)(void *context, enum diff_kind kind,
			    const char *line, size_t len),
	       void *context)
{
	struct diff diff = {.step_count = 0};
	struct output output = {each, context};
	bool ok;

	arena_init(&diff.arena);
	ok = split(&diff, &diff.from, from) && split(&diff, &diff.to, to) &&
	     compare(&diff);
	if (ok)
		show(&diff, &output);
	arena_release(&diff.arena);
	return ok;
}
