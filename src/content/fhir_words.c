#include "hairline/content/fhir_words.h"

#include <string.h>

#include "hairline/content/fhir_remark.h"

/* What a question of a type takes; of a choice, see choice_words(). */
static const char *const type_words[FORM_TYPE_COUNT] = {
	[FORM_BOOLEAN] = "yes or no",
	[FORM_DECIMAL] = "a number",
	[FORM_INTEGER] = "a whole number",
	[FORM_DATE] = "a date",
	[FORM_DATE_TIME] = "a date and a time",
	[FORM_TIME] = "a time of day",
	[FORM_STRING] = "one line of text",
	[FORM_TEXT] = "text of several lines",
	[FORM_URL] = "a web address",
	[FORM_CHOICE] = "pick one",
	[FORM_OPEN_CHOICE] = "pick one",
	[FORM_QUANTITY] = "an amount",
	[FORM_ATTACHMENT] = "a file, which a kiosk cannot take",
	[FORM_REFERENCE] = "a reference, which a kiosk cannot take",
};

bool fhir_words_init(struct fhir_words *words, const struct form *form,
		     int language, struct arena *arena)
{
	size_t count = (size_t)form->item_count;
	int *ordinals = arena_array(arena, count, sizeof(*ordinals));
	int *last = arena_array(arena, count + 1, sizeof(*last));

	if (!ordinals || !last)
		return false;
	for (int i = 0; i < form->item_count; i++)
		if (form->items[i].type != FORM_DISPLAY)
			ordinals[i] = ++last[form->items[i].parent + 1];
	*words = (struct fhir_words){
		.form = form,
		.language = language,
		.ordinals = ordinals,
	};
	return true;
}

const char *fhir_words_text(const struct fhir_words *words,
			    const struct form_text *text)
{
	return text->in[words->language];
}

void fhir_words_number(struct buf *buf, const struct fhir_words *words,
		       int item)
{
	int parent = words->form->items[item].parent;

	if (words->ordinals[item] == 0)
		return;
	if (parent != FORM_NONE) {
		fhir_words_number(buf, words, parent);
		buf_add(buf, ".");
	}
	buf_addf(buf, "%d", words->ordinals[item]);
}

void fhir_words_name(struct buf *buf, const struct fhir_words *words, int item)
{
	const struct form_item *at = &words->form->items[item];
	const char *text = fhir_words_text(words, &at->text);
	char quote[FHIR_QUOTE_SIZE];

	fhir_words_number(buf, words, item);
	if (words->ordinals[item] > 0 && *text)
		buf_add(buf, " ");
	if (*text)
		buf_addf(buf, "\"%s\"", fhir_quote(quote, text));
	if (words->has_codes || !*text)
		buf_addf(buf, " [%s]", fhir_quote(quote, at->link_id));
}

/* --- answers --- */

static void add_coding(struct buf *buf, const struct answer *answer)
{
	buf_addf(buf, "\"%s\"",
		 *answer->display ? answer->display : answer->code);
}

static void add_quantity(struct buf *buf, const struct answer *answer)
{
	const char *unit = *answer->display ? answer->display : answer->code;

	buf_addf(buf, "%s%s%s", answer->text, *unit ? " " : "", unit);
}

void fhir_words_answer(struct buf *buf, const struct fhir_words *words,
		       const struct form_item *item,
		       const struct answer *answer)
{
	int option = form_match_option(item, answer);

	if (option != FORM_NONE) {
		const struct form_option *at = &item->options[option];

		buf_addf(buf, "\"%s\"", fhir_words_text(words, &at->display));
		if (words->has_codes && *at->answer.code)
			buf_addf(buf, " [%s]", at->answer.code);
	} else if (answer->kind == ANSWER_BOOLEAN) {
		buf_add(buf, answer->is_true ? "yes" : "no");
	} else if (answer->kind == ANSWER_CODING) {
		add_coding(buf, answer);
	} else if (answer->kind == ANSWER_QUANTITY) {
		add_quantity(buf, answer);
	} else if (answer->kind == ANSWER_STRING) {
		buf_addf(buf, "\"%s\"", answer->text);
	} else {
		buf_add(buf, answer->text);
	}
}

/* --- what a question takes --- */

/* " from 1 to 3 WHAT", " of at least 1 WHAT": 0 is no limit. */
static void add_range(struct buf *buf, int least, int most, const char *what)
{
	if (least > 0 && most > 0 && least == most)
		buf_addf(buf, ", exactly %d%s", least, what);
	else if (least > 0 && most > 0)
		buf_addf(buf, ", %d to %d%s", least, most, what);
	else if (least > 0)
		buf_addf(buf, ", at least %d%s", least, what);
	else if (most > 0)
		buf_addf(buf, ", at most %d%s", most, what);
}

static void add_bound(struct buf *buf, const struct fhir_words *words,
		      const struct form_item *item, const char *before,
		      const struct answer *bound)
{
	buf_add(buf, before);
	fhir_words_answer(buf, words, item, bound);
}

static void add_bounds(struct buf *buf, const struct fhir_words *words,
		       const struct form_item *item)
{
	const struct answer *least = &item->limits->least;
	const struct answer *most = &item->limits->most;
	bool has_least = least->kind != ANSWER_NONE;
	bool has_most = most->kind != ANSWER_NONE;
	bool is_day = item->type == FORM_DATE || item->type == FORM_TIME ||
		      item->type == FORM_DATE_TIME;

	if (has_least && has_most) {
		add_bound(buf, words, item, " from ", least);
		add_bound(buf, words, item, " to ", most);
	} else if (has_least) {
		add_bound(buf, words, item,
			  is_day ? ", not before " : ", not below ", least);
	} else if (has_most) {
		add_bound(buf, words, item,
			  is_day ? ", not after " : ", not above ", most);
	}
}

static void add_units(struct buf *buf, const struct fhir_words *words,
		      const struct form_item *item)
{
	const char *unit = fhir_words_text(words, &item->look->unit);

	for (int i = 0; i < item->unit_count; i++)
		buf_addf(buf, "%s%s",
			 i == 0                      ? " in "
			 : i + 1 == item->unit_count ? " or "
						     : ", ",
			 fhir_words_text(words, &item->units[i].display));
	if (item->unit_count == 0 && *unit)
		buf_addf(buf, " in %s", unit);
}

static void add_limits(struct buf *buf, const struct fhir_words *words,
		       const struct form_item *item)
{
	const struct form_limits *limits = item->limits;
	const char *format = fhir_words_text(words, &item->look->entry_format);

	add_range(buf, limits->min_length, limits->max_length, " characters");
	if (limits->max_places == 0)
		buf_add(buf, ", no digits behind the point");
	if (limits->max_places > 0)
		buf_addf(buf, ", at most %d digit%s behind the point",
			 limits->max_places, limits->max_places > 1 ? "s" : "");
	if (limits->pattern)
		buf_add(buf, ", of a certain form");
	if (limits->pattern && *fhir_words_text(words, &limits->pattern_says))
		buf_addf(buf, " (%s)",
			 fhir_words_text(words, &limits->pattern_says));
	if (*format)
		buf_addf(buf, ", written as %s", format);
}

static const char *choice_words(const struct form_item *item)
{
	if (item->repeats)
		return item->is_open ? "tick any, or type others" : "tick any";
	return item->is_open ? "pick one, or type another" : "pick one";
}

static void add_times(struct buf *buf, const struct form_item *item)
{
	const struct form_limits *limits = item->limits;

	if (!item->repeats)
		return;
	if (item->type == FORM_GROUP)
		buf_add(buf, "repeated for each one");
	else if (item->option_count == 0)
		buf_add(buf, ", more than one if need be");
	add_range(buf, limits->min_occurs, limits->max_occurs,
		  item->type == FORM_GROUP ? " times" : "");
}

static void add_kind(struct buf *buf, const struct fhir_words *words,
		     const struct form_item *item)
{
	if (item->option_count > 0)
		buf_add(buf, choice_words(item));
	else
		buf_add(buf, type_words[item->type]);
	if (item->option_count == 0 && item->has_options)
		buf_add(buf, item->is_open ? ", or type another"
					   : ", but the options are not known");
	add_bounds(buf, words, item);
	add_units(buf, words, item);
	add_limits(buf, words, item);
}

void fhir_words_type(struct buf *buf, const struct fhir_words *words, int item)
{
	const struct form_item *at = &words->form->items[item];

	if (form_is_question(at))
		add_kind(buf, words, at);
	add_times(buf, at);
	if (form_is_question(at))
		buf_add(buf, at->is_required ? ", required" : ", optional");
}

void fhir_words_score(struct buf *buf, const struct fhir_words *words, int item)
{
	const struct form_score *score = words->form->items[item].score;

	buf_add(buf, "worked out: the sum of ");
	for (int i = 0; i < score->term_count; i++) {
		if (i > 0)
			buf_add(buf,
				i + 1 == score->term_count ? " and " : ", ");
		fhir_words_number(buf, words, score->terms[i]);
	}
}
