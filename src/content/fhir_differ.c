#include "hairline/content/fhir_differ.h"

#include <stdio.h>
#include <string.h>

#include "hairline/base/arena.h"
#include "hairline/content/fhir_remark.h"
#include "hairline/content/fhir_sum.h"
#include "hairline/content/fhir_use.h"
#include "hairline/form/moment.h"

/* A way in which others differ. */
struct row {
	const char *code;
	bool (*applies)(const struct fhir_use *use);
	const char *text; /* behind: the condition on "x" */
};

/* --- without an answer --- */

static bool is_unset(const struct fhir_use *use)
{
	return fhir_use_is(use, FORM_NOT_EQUAL) &&
	       fhir_use_can_be_unanswered(use) && !fhir_use_is_seen_to(use);
}

static bool is_unset_boolean(const struct fhir_use *use)
{
	return is_unset(use) && use->target->type == FORM_BOOLEAN;
}

static bool is_unset_other(const struct fhir_use *use)
{
	return is_unset(use) && use->target->type != FORM_BOOLEAN;
}

static bool is_not_any(const struct fhir_use *use)
{
	return fhir_use_is(use, FORM_NOT_EQUAL) && use->target->repeats;
}

static bool is_absent(const struct fhir_use *use)
{
	return fhir_use_is(use, FORM_EXISTS) && !use->condition->exists;
}

static bool is_cleared(const struct fhir_use *use)
{
	return fhir_use_is(use, FORM_EXISTS) && use->target->repeats &&
	       use->target->option_count > 0;
}

static bool is_vacuous(const struct fhir_use *use)
{
	return use->item->needs_all && use->item->condition_count > 1 &&
	       fhir_use_is_comparing(use) &&
	       !fhir_use_is(use, FORM_NOT_EQUAL) &&
	       fhir_use_can_be_unanswered(use) && !fhir_use_is_seen_to(use);
}

/* --- codes --- */

static bool is_same_code(const struct answer *a, const struct answer *b)
{
	return a->kind == ANSWER_CODING && b->kind == ANSWER_CODING &&
	       *a->code && strcmp(a->code, b->code) == 0;
}

enum systems {
	SYSTEM_NOT_EXPECTED, /* the condition names none, the option does */
	SYSTEM_NOT_OFFERED,  /* the other way round */
	SYSTEM_OTHER
};

static bool has_systems(const struct fhir_use *use, enum systems wanted)
{
	const struct answer *expected = &use->condition->expected;

	for (int i = 0; fhir_use_kind(use) == ANSWER_CODING &&
			i < use->target->option_count;
	     i++) {
		const struct answer *offered = &use->target->options[i].answer;
		enum systems found = !*expected->system  ? SYSTEM_NOT_EXPECTED
				     : !*offered->system ? SYSTEM_NOT_OFFERED
							 : SYSTEM_OTHER;

		if (is_same_code(offered, expected) && found == wanted &&
		    strcmp(offered->system, expected->system) != 0)
			return true;
	}
	return false;
}

static bool has_other_system(const struct fhir_use *use)
{
	return has_systems(use, SYSTEM_OTHER);
}

static bool expects_no_system(const struct fhir_use *use)
{
	return has_systems(use, SYSTEM_NOT_EXPECTED);
}

static bool offers_no_system(const struct fhir_use *use)
{
	return has_systems(use, SYSTEM_NOT_OFFERED);
}

static bool is_text_for_code(const struct fhir_use *use)
{
	return fhir_use_kind(use) == ANSWER_STRING &&
	       use->target->option_count > 0 &&
	       use->target->options[0].answer.kind == ANSWER_CODING;
}

/* --- numbers, dates, texts --- */

static bool is_mixed_number(const struct fhir_use *use)
{
	enum form_type type = use->target->type;

	return (type == FORM_DECIMAL && fhir_use_kind(use) == ANSWER_INTEGER) ||
	       (type == FORM_INTEGER && fhir_use_kind(use) == ANSWER_DECIMAL);
}

static bool is_equal_quantity(const struct fhir_use *use)
{
	return fhir_use_is_equality(use) &&
	       fhir_use_kind(use) == ANSWER_QUANTITY;
}

static bool is_other_unit(const struct fhir_use *use)
{
	const struct form_item *target = use->target;

	if (fhir_use_kind(use) != ANSWER_QUANTITY)
		return false;
	for (int i = 0; i < target->unit_count; i++)
		if (strcmp(target->units[i].answer.code,
			   use->condition->expected.code) != 0)
			return true;
	return target->unit_count == 0;
}

static bool is_typed_date(const struct fhir_use *use)
{
	return fhir_use_is_comparing(use) &&
	       !fhir_use_is(use, FORM_NOT_EQUAL) &&
	       use->target->type == FORM_DATE && use->target->option_count == 0;
}

static bool is_partial_date(const struct fhir_use *use)
{
	struct moment moment;

	return is_typed_date(use) &&
	       moment_read(&moment, fhir_use_kind(use),
			   use->condition->expected.text) &&
	       moment.precision < PRECISION_DAY;
}

static bool is_ordered_text(const struct fhir_use *use)
{
	return fhir_use_is_ordering(use) &&
	       (fhir_use_kind(use) == ANSWER_STRING ||
		fhir_use_kind(use) == ANSWER_TIME);
}

static bool is_equal_text(const struct fhir_use *use)
{
	return fhir_use_is_equality(use) &&
	       fhir_use_kind(use) == ANSWER_STRING && !is_text_for_code(use);
}

/* --- more than one of it --- */

static bool is_repeated_all(const struct fhir_use *use)
{
	return use->item->needs_all && use->item->condition_count > 1 &&
	       !fhir_sum_is_single(use->form, use->item_index) &&
	       !fhir_sum_is_single(use->form, use->target_index);
}

static bool is_other_occurrence(const struct fhir_use *use)
{
	for (int i = use->form->items[use->target_index].parent; i != FORM_NONE;
	     i = use->form->items[i].parent)
		if (use->form->items[i].repeats &&
		    !fhir_use_is_above(use->form, i, use->item_index))
			return true;
	return false;
}

static bool is_below_answer(const struct fhir_use *use)
{
	for (int i = use->form->items[use->target_index].parent; i != FORM_NONE;
	     i = use->form->items[i].parent)
		if (form_is_question(&use->form->items[i]))
			return true;
	return false;
}

static const struct row rows[] = {
	{"differs-unset", is_unset_boolean,
	 "is met while there is no answer; the HL7 validator, the Android FHIR "
	 "SDK, Refero and Medplum take it as not met; ask for the other "
	 "answer with \"=\" instead, or add a condition with \"exists\""},
	{"differs-unset", is_unset_other,
	 "is met while there is no answer; the HL7 validator, the Android FHIR "
	 "SDK, Smart Forms, Refero and Medplum take it as not met; name the "
	 "other answers with \"=\" instead, or add a condition with "
	 "\"exists\""},
	{"differs-not-any", is_not_any,
	 "is not met once one of several answers is the one it names; the HL7 "
	 "validator, the Android FHIR SDK, Smart Forms, Refero and Medplum "
	 "take it as met as soon as one is not; name the other answers with "
	 "\"=\" instead"},
	{"differs-absent", is_absent,
	 "is met where a response leaves the question out; the multiplatform "
	 "engine of the Android FHIR SDK takes it as not met; try the form "
	 "there before using it"},
	{"differs-cleared", is_cleared,
	 "looks whether anything is ticked; LForms takes it as answered even "
	 "when all ticks have been taken away again; name the answers with "
	 "\"=\" instead"},
	{"differs-all", is_vacuous,
	 "is not met while there is no answer; Medplum takes it as met, as "
	 "enableBehavior is \"all\"; add a condition with \"exists\""},
	{"differs-disabled", fhir_use_can_be_disabled,
	 "does not count an answer once the question is disabled; Smart Forms, "
	 "Medplum and the HL7 validator still count it; repeat the conditions "
	 "of that question here"},
	{"differs-system", has_other_system,
	 "goes by code and system, and an option has the code in another "
	 "system; Smart Forms goes by the code alone; give the two different "
	 "codes"},
	{"differs-no-system", expects_no_system,
	 "names a code without its system and is met by that code; LForms and "
	 "the Android FHIR SDK take it as not met; write the system of the "
	 "option into it"},
	{"differs-option-system", offers_no_system,
	 "names a system that the option does not have and is met by the code; "
	 "LForms, the Android FHIR SDK, Medplum and the HL7 validator take it "
	 "as not met; give the option its system"},
	{"differs-text-code", is_text_for_code,
	 "compares a text with options that are codes and goes by code or "
	 "display; LForms, the Android FHIR SDK, Smart Forms, Refero and "
	 "Medplum take it as not equal, and the HL7 validator fails; write it "
	 "as answerCoding"},
	{"differs-number", is_mixed_number,
	 "compares a whole number with a decimal one; the Android FHIR SDK, "
	 "Smart Forms and Refero take them as not equal, and the HL7 validator "
	 "fails; write the number as the type of the question has it"},
	{"differs-quantity", is_equal_quantity,
	 "asks whether quantities are equal; the Android FHIR SDK crashes over "
	 "that, and Smart Forms never takes them as equal; ask for a number "
	 "in a fixed unit instead"},
	{"differs-unit", is_other_unit,
	 "compares quantities that may be in different units; the HL7 "
	 "validator, LForms, Medplum and the multiplatform engine of the "
	 "Android FHIR SDK compare the numbers alone; offer the one unit that "
	 "the condition has"},
	{"differs-date", is_typed_date,
	 "compares dates, which LForms does not do: it takes it as not met; "
	 "ask for the age or offer options instead"},
	{"differs-partial-date", is_partial_date,
	 "names a date without a day: an answer within it counts as met, as "
	 "it cannot be decided; LForms takes it as not met; write the whole "
	 "date"},
	{"differs-order", is_ordered_text,
	 "asks which of two texts or times comes first, which LForms does not "
	 "do: it takes it as not met; offer options instead"},
	{"differs-case", is_equal_text,
	 "compares texts letter by letter; Medplum takes capitals and small "
	 "letters as the same; offer options instead"},
	{"differs-repeated-all", is_repeated_all,
	 "stands with others in a repeating group, and all must be met; for "
	 "Smart Forms one is enough there; leave one condition an item, with "
	 "a group around it for the next"},
	{"differs-occurrence", is_other_occurrence,
	 "looks into the nearest occurrence of a repeating group; the HL7 "
	 "validator looks into all, Medplum into the first; move the question "
	 "out of that group, or this item into it"},
	{"differs-below-answer", is_below_answer,
	 "looks at a question below an answer, where Medplum never looks; put "
	 "that question beside its parent"},
};

/* Where a row was found to apply, by question. */
struct found {
	int first; /* item */
	int count; /* of items that have such a condition */
	int last;
};

static void look_at(const struct row *row, const struct fhir_use *use,
		    struct found *found)
{
	if (found->count > 0 && found->last == use->item_index)
		return;
	if (!row->applies(use))
		return;
	if (found->count == 0)
		found->first = use->item_index;
	found->last = use->item_index;
	found->count++;
}

static void look(const struct form *form, const struct row *row,
		 struct found *found)
{
	for (int i = 0; i < form->item_count; i++) {
		const struct form_item *item = &form->items[i];

		for (int k = 0; k < item->condition_count; k++) {
			int target = item->conditions[k].target;

			if (target == FORM_NONE ||
			    !form_is_question(&form->items[target]))
				continue;
			look_at(row,
				&(struct fhir_use){
					form, item, &item->conditions[k],
					&form->items[target], i, target},
				&found[target]);
		}
	}
}

static void say(const struct fhir_remarks *remarks, const struct row *row,
		int target, const struct found *found)
{
	char more[64] = "";

	if (found->count > 1)
		snprintf(more, sizeof(more), " (and %d more like it)",
			 found->count - 1);
	fhir_remark(remarks, found->first, FINDING_NOTE, row->code,
		    "the condition on \"%s\"%s %s",
		    fhir_remark_id(remarks, target), more, row->text);
}

void fhir_differ_note(const struct fhir_remarks *remarks)
{
	const struct form *form = remarks->form;
	size_t count = (size_t)form->item_count;
	struct found *found;
	struct arena arena;

	arena_init(&arena);
	found = arena_array(&arena, count, sizeof(*found));
	for (size_t i = 0; found && i < sizeof(rows) / sizeof(rows[0]); i++) {
		memset(found, 0, count * sizeof(*found));
		look(form, &rows[i], found);
		for (int k = 0; k < form->item_count; k++)
			if (found[k].count > 0)
				say(remarks, &rows[i], k, &found[k]);
	}
	arena_release(&arena);
}
