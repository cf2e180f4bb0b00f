#include "hairline/cmd/walk_count.h"

#include <string.h>

#include "hairline/cmd/walk_visitor.h"
#include "hairline/content/fhir_write.h"
#include "hairline/content/response_read.h"
#include "hairline/form/validate.h"
#include "hairline/ui/question.h"

bool walk_is_question(const struct form_item *item)
{
	return form_is_question(item) && !item->is_hidden &&
	       !item->is_read_only && !item->score;
}

bool walk_is_advice(const struct form_item *item)
{
	return item->type == FORM_GROUP && form_code(item, CODE_ADVICE);
}

bool walk_count_init(struct walk_count *count, const struct form *form,
		     struct arena *arena)
{
	size_t items = (size_t)form->item_count;

	*count = (struct walk_count){
		.form = form,
		.stuck_at = FORM_NONE,
		.faulty_at = FORM_NONE,
		.fault = "",
		.asked = arena_array(arena, items, sizeof(*count->asked)),
		.reached = arena_array(arena, items, sizeof(*count->reached)),
	};
	return count->asked && count->reached;
}

static void add_stuck(struct walk_count *count,
		      const struct walk_visitor *visitor)
{
	struct step step = question_step(visitor->app);

	count->stuck++;
	if (count->stuck_at == FORM_NONE && step.kind != STEP_NONE)
		count->stuck_at = step.place.item;
}

static void add_length(struct walk_count *count, int asked)
{
	if (count->visits == 0 || asked < count->shortest)
		count->shortest = asked;
	if (asked > count->longest)
		count->longest = asked;
}

void walk_count_add(struct walk_count *count,
		    const struct walk_visitor *visitor,
		    const struct answers *answers)
{
	struct outcome outcome;

	for (int i = 0; i < count->form->item_count; i++)
		count->asked[i] += visitor->has_seen[i];
	if (visitor->is_stuck) {
		add_stuck(count, visitor);
		count->visits++;
		return;
	}
	outcome_find(&outcome, answers);
	count->tiers[outcome.tier]++;
	for (int i = 0; i < outcome.count; i++)
		count->reached[outcome.reasons[i].advice]++;
	add_length(count, visitor->asked);
	count->visits++;
}

/* --- the response --- */

/* What is wrong with one response. */
struct judgement {
	const struct form *form;
	int item;
	const char *what; /* NULL: nothing */
};

static void judge_place(void *context, struct place place, enum fault fault)
{
	struct judgement *judgement = context;

	if (judgement->what)
		return;
	judgement->item = place.item;
	judgement->what = fault_words(fault);
}

static void judge_finding(void *context, const struct finding *finding)
{
	struct judgement *judgement = context;

	if (judgement->what)
		return;
	judgement->item = finding->link_id
				  ? form_find(judgement->form, finding->link_id)
				  : FORM_NONE;
	judgement->what = "cannot be read back";
}

static const char *write_response(struct arena *arena,
				  const struct answers *answers, size_t *size)
{
	const struct fhir_writing writing = {
		.tag = "",
		.status = "completed",
		.authored = "",
	};
	struct buf buf;
	struct err err;
	char *mem;

	*size = fhir_write_size(answers, &writing);
	mem = arena_alloc(arena, *size + 1);
	if (!mem)
		return NULL;
	buf_init(&buf, mem, *size + 1);
	return fhir_write(answers, &writing, json_sink_buf, &buf, &err) ? mem
									: NULL;
}

static void judge(struct judgement *judgement, struct arena *arena,
		  const struct answers *answers)
{
	struct findings findings = {.report = judge_finding,
				    .context = judgement};
	struct file file = {.path = ""};
	struct response response;
	const char *again;
	struct err err;
	size_t size;

	file.text = write_response(arena, answers, &file.size);
	if (!file.text || !response_read(&response, arena, judgement->form,
					 &file, &findings, &err)) {
		judgement->what = "cannot be written and read back";
		return;
	}
	validate_all(&response.answers, judge_place, judgement);
	again = write_response(arena, &response.answers, &size);
	if (!judgement->what && (!again || strcmp(again, file.text) != 0))
		judgement->what = "is another once it is read back";
}

void walk_count_response(struct walk_count *count,
			 const struct answers *answers)
{
	struct judgement judgement = {count->form, FORM_NONE, NULL};
	struct arena arena;

	arena_init(&arena);
	judge(&judgement, &arena, answers);
	arena_release(&arena);
	if (!judgement.what)
		return;
	if (count->not_valid++ == 0) {
		count->faulty_at = judgement.item;
		count->fault = judgement.what;
	}
}
