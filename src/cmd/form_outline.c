#include "hairline/cmd/form_outline.h"

#include <string.h>

#include "hairline/base/arena.h"
#include "hairline/cmd/page.h"
#include "hairline/cmd/say.h"
#include "hairline/content/fhir_when.h"
#include "hairline/content/fhir_words.h"
#include "hairline/core/outcome.h"
#include "hairline/form/decimal.h"

#define STEP 3       /* cells a level is moved in */
#define DEEPEST 8    /* levels that are */
#define GAP 2        /* cells behind a number */
#define INLINE_MAX 2 /* conditions that make one sentence */
#define NUMBER_SIZE 160

struct printer {
	const struct form_outline *outline;
	const struct form *form;
	struct fhir_words words;
	struct page page;
};

/* --- when it is asked --- */

static void print_when_inline(struct printer *printer, int item, int indent)
{
	const struct form_item *at = &printer->form->items[item];
	struct buf *buf = &printer->page.buf;

	buf_addf(buf, "%s ", fhir_when_opening(&printer->words, item));
	for (int i = 0; i < at->condition_count;
	     i += fhir_when_run(&printer->words, item, i)) {
		if (i > 0)
			buf_addf(buf, " %s ",
				 fhir_when_joint(&printer->words, item));
		fhir_when_clause(buf, &printer->words, item, i);
	}
	page_sentence(&printer->page, indent);
}

static void print_when_list(struct printer *printer, int item, int indent)
{
	const struct form_item *at = &printer->form->items[item];

	buf_addf(&printer->page.buf,
		 "%s %s:", fhir_when_opening(&printer->words, item),
		 at->needs_all ? "all of these are so"
			       : "at least one of these is so");
	page_block(&printer->page, indent, "");
	for (int i = 0; i < at->condition_count;
	     i += fhir_when_run(&printer->words, item, i)) {
		fhir_when_clause(&printer->page.buf, &printer->words, item, i);
		page_block(&printer->page, indent + 2, "- ");
	}
}

static void print_when(struct printer *printer, int item, int indent)
{
	int count = fhir_when_count(&printer->words, item);

	if (count > INLINE_MAX)
		print_when_list(printer, item, indent);
	else if (count > 0)
		print_when_inline(printer, item, indent);
}

/* --- what it takes --- */

static void add_points(struct buf *buf, const struct form_option *option)
{
	char digits[DECIMAL_SHOWN_SIZE];

	decimal_show(digits, option->weight);
	buf_addf(buf, " (%s %s)", digits,
		 option->weight == DECIMAL_SCALE ? "point" : "points");
}

static void add_code(struct buf *buf, const struct answer *answer)
{
	if (answer->kind == ANSWER_CODING && *answer->code)
		buf_addf(buf, " [%s%s%s]", answer->system,
			 *answer->system ? "|" : "", answer->code);
}

static void print_option(struct printer *printer, const struct form_item *item,
			 const struct form_option *option, int indent)
{
	struct buf *buf = &printer->page.buf;

	if (*option->prefix)
		buf_addf(buf, "%s ", option->prefix);
	buf_add(buf, fhir_words_text(&printer->words, &option->display));
	if (option->has_weight)
		add_points(buf, option);
	if (option->is_exclusive && item->repeats)
		buf_add(buf, " (clears the others)");
	if (option->is_selected)
		buf_add(buf, " (chosen at the start)");
	if (printer->words.has_codes)
		add_code(buf, &option->answer);
	page_block(&printer->page, indent, item->repeats ? "[ ] " : "( ) ");
}

static void print_options(struct printer *printer, const struct form_item *item,
			  int indent)
{
	const char *other =
		fhir_words_text(&printer->words, &item->look->open_label);

	for (int i = 0; i < item->option_count; i++)
		print_option(printer, item, &item->options[i], indent);
	if (!item->is_open || item->option_count == 0)
		return;
	buf_addf(&printer->page.buf, "%s: ____", *other ? other : "Other");
	page_block(&printer->page, indent, item->repeats ? "[ ] " : "( ) ");
}

static void print_initial(struct printer *printer, const struct form_item *item,
			  int indent)
{
	if (item->initial_count == 0)
		return;
	buf_add(&printer->page.buf, "starts as ");
	for (int i = 0; i < item->initial_count; i++) {
		if (i > 0)
			buf_add(&printer->page.buf, ", ");
		fhir_words_answer(&printer->page.buf, &printer->words, item,
				  &item->initial[i]);
	}
	page_sentence(&printer->page, indent);
}

static void print_ends(struct printer *printer, const struct form_item *item,
		       int indent)
{
	const char *lower =
		fhir_words_text(&printer->words, &item->look->lower);
	const char *upper =
		fhir_words_text(&printer->words, &item->look->upper);

	if (!*lower && !*upper)
		return;
	buf_addf(&printer->page.buf, "low is \"%s\", high is \"%s\"", lower,
		 upper);
	page_sentence(&printer->page, indent);
}

/* --- an item --- */

static bool has_parent(const struct printer *printer,
		       const struct form_item *item,
		       bool (*is_so)(const struct form_item *parent))
{
	return item->parent != FORM_NONE &&
	       is_so(&printer->form->items[item->parent]);
}

static bool is_hidden(const struct form_item *item)
{
	return item->is_hidden;
}

static bool is_read_only(const struct form_item *item)
{
	return item->is_read_only;
}

/* What is inherited is said once. */
static void print_marks(struct printer *printer, const struct form_item *item,
			int indent)
{
	if (is_hidden(item) && !has_parent(printer, item, is_hidden)) {
		buf_add(&printer->page.buf, "hidden: visitors never see it");
		page_sentence(&printer->page, indent);
	}
	if (is_read_only(item) && !item->score &&
	    !has_parent(printer, item, is_read_only)) {
		buf_add(&printer->page.buf, "read-only: shown, not asked");
		page_sentence(&printer->page, indent);
	}
}

static void print_takes(struct printer *printer, int index, int indent)
{
	const struct form_item *item = &printer->form->items[index];

	if (item->score)
		fhir_words_score(&printer->page.buf, &printer->words, index);
	else
		fhir_words_type(&printer->page.buf, &printer->words, index);
	page_sentence(&printer->page, indent);
}

static void add_title(struct printer *printer, const struct form_item *item)
{
	const char *prefix =
		fhir_words_text(&printer->words, &item->look->prefix);
	const char *text = fhir_words_text(&printer->words, &item->text);

	if (*prefix)
		buf_addf(&printer->page.buf, "%s ", prefix);
	buf_add(&printer->page.buf, *text ? text : "(no text)");
	if (printer->words.has_codes || !*text)
		buf_addf(&printer->page.buf, " [%s]", item->link_id);
}

static void print_advice(struct printer *printer, const struct form_item *item,
			 int indent)
{
	const char *tier = form_code(item, CODE_ADVICE);

	if (item->is_advice && tier) {
		buf_add(&printer->page.buf, tier);
		page_block(&printer->page, indent, "Advice: ");
	}
}

static void print_item(struct printer *printer, int index, int indent)
{
	const struct form_item *item = &printer->form->items[index];
	char mem[NUMBER_SIZE];
	struct buf number;
	int inner;

	buf_init(&number, mem, sizeof(mem));
	fhir_words_number(&number, &printer->words, index);
	buf_add(&number, "  ");
	inner = indent + say_width(mem);
	page_gap(&printer->page);
	add_title(printer, item);
	page_block(&printer->page, indent, mem);
	print_advice(printer, item, inner);
	print_takes(printer, index, inner);
	print_when(printer, index, inner);
	print_marks(printer, item, inner);
	print_initial(printer, item, inner);
	print_ends(printer, item, inner);
	print_options(printer, item, inner + 2);
}

/* Does a text belong to the item above it, as a help or an advice does? */
static bool stands_close(const struct form_item *item)
{
	return item->parent != FORM_NONE && item->type == FORM_DISPLAY &&
	       (item->is_help || item->is_advice);
}

static void print_display(struct printer *printer, int index, int indent)
{
	const struct form_item *item = &printer->form->items[index];

	if (!stands_close(item))
		page_gap(&printer->page);
	add_title(printer, item);
	page_block(&printer->page, indent, item->is_help ? "Help: " : "Text: ");
	print_when(printer, index, indent + STEP);
	print_marks(printer, item, indent + STEP);
}

/* --- the whole --- */

static int depth_of(const struct form *form, int item)
{
	int depth = 0;

	for (item = form->items[item].parent; item != FORM_NONE;
	     item = form->items[item].parent)
		depth++;
	return depth < DEEPEST ? depth : DEEPEST;
}

/* Where an item starts; what stands close does below the text above it. */
static int indent_of(const struct printer *printer, int index)
{
	const struct form_item *item = &printer->form->items[index];
	int indent = depth_of(printer->form, index) * STEP;
	char mem[NUMBER_SIZE];
	struct buf number;

	if (!stands_close(item))
		return indent;
	buf_init(&number, mem, sizeof(mem));
	fhir_words_number(&number, &printer->words, item->parent);
	return indent - STEP + say_width(mem) + GAP;
}

static void print_languages(struct printer *printer)
{
	const struct form *form = printer->form;
	struct buf *buf = &printer->page.buf;

	buf_add(buf, form->language_count > 1 ? "languages: " : "language: ");
	for (int i = 0; i < form->language_count; i++) {
		const char *code = form->languages[i];

		buf_addf(buf, "%s%s", i > 0 ? ", " : "",
			 *code ? code : "not said");
		if (form->language_count > 1 && i == printer->outline->language)
			buf_add(buf, " (this one)");
	}
	page_sentence(&printer->page, 0);
}

static void print_counts(struct printer *printer)
{
	const struct form *form = printer->form;
	int questions = 0;
	int asked = 0;
	int conditional = 0;

	for (int i = 0; i < form->item_count; i++) {
		const struct form_item *item = &form->items[i];
		bool is_question = form_is_question(item);

		questions += is_question;
		asked += is_question && !item->is_hidden && !item->is_read_only;
		conditional += item->condition_count > 0;
	}
	buf_addf(&printer->page.buf,
		 "questions: %d, asked of visitors: %d; items that depend on "
		 "answers: %d",
		 questions, asked, conditional);
	page_sentence(&printer->page, 0);
}

static void print_head(struct printer *printer)
{
	const struct form *form = printer->form;
	const char *title = fhir_words_text(&printer->words, &form->title);

	buf_add(&printer->page.buf, *title ? title : "(no title)");
	page_block(&printer->page, 0, "");
	if (*form->url || *form->version) {
		buf_addf(&printer->page.buf, "%s%s%s",
			 *form->url ? form->url : "(no address)",
			 *form->version ? "|" : "", form->version);
		page_block(&printer->page, 0, "");
	}
	print_languages(printer);
	print_counts(printer);
}

bool form_outline_print(const struct form_outline *outline,
			const struct form *form)
{
	struct printer printer = {.outline = outline, .form = form};
	struct arena arena;
	bool ok;

	arena_init(&arena);
	ok = page_init(&printer.page, &arena, outline->out, outline->width) &&
	     fhir_words_init(&printer.words, form, outline->language, &arena);
	printer.words.has_codes = outline->has_codes;
	if (ok)
		print_head(&printer);
	for (int i = 0; ok && i < form->item_count; i++) {
		if (form->items[i].type == FORM_DISPLAY)
			print_display(&printer, i, indent_of(&printer, i));
		else
			print_item(&printer, i, indent_of(&printer, i));
	}
	arena_release(&arena);
	return ok;
}
