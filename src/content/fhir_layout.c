#include "hairline/content/fhir_layout.h"

#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/content/fhir_remark.h"
#include "hairline/core/wrap.h"
#include "hairline/form/form.h"

struct layout {
	const struct fhir_remarks *remarks;
	const struct form_item *item;
	int index;
	int language;
};

static int lines_of(const char *text)
{
	return wrap_count(text, FHIR_LAYOUT_COLS);
}

/* Its code where it matters, or "". */
static const char *language_of(const struct layout *layout)
{
	const struct form *form = layout->remarks->form;

	return form->language_count > 1 ? form->languages[layout->language]
					: "";
}

static const char *in_before(const char *language)
{
	return *language ? " in " : "";
}

/* Rows of what a visitor answers with. */
static int answer_rows(const struct form_item *item)
{
	int rows = item->option_count;

	if (rows == 0)
		return item->type == FORM_BOOLEAN ? 2 : FHIR_LAYOUT_FIELD;
	rows += item->is_open ? 1 : 0;
	rows += item->repeats ? 1 : 0; /* "tick all that apply" */
	return rows + (item->repeats || !item->is_required ? 1 : 0);
}

static void check_question(const struct layout *layout)
{
	const struct form_item *item = layout->item;
	const char *language = language_of(layout);
	int lines = lines_of(item->text.in[layout->language]);
	int rows = answer_rows(item);

	if (item->option_count > FHIR_LAYOUT_OPTIONS)
		rows = FHIR_LAYOUT_FIELD; /* a list that scrolls */
	if (lines + rows <= FHIR_LAYOUT_ROWS)
		return;
	fhir_remark(layout->remarks, layout->index, FINDING_WARNING, "too-long",
		    "the question%s%s takes %d line%s and its answers %d; a "
		    "screen of 80x24 shows %d, so visitors must scroll; %s",
		    in_before(language), language, lines, lines == 1 ? "" : "s",
		    rows, FHIR_LAYOUT_ROWS,
		    lines > 3 ? "shorten the question, or put its explanation "
				"into a help"
			      : "split the question, or offer fewer options");
}

static void check_options(const struct layout *layout)
{
	const struct form_item *item = layout->item;
	const char *language = language_of(layout);
	char quote[FHIR_QUOTE_SIZE];

	for (int i = 0; i < item->option_count; i++) {
		const char *text =
			item->options[i].display.in[layout->language];
		int width = utf8_text_width(text);

		if (width > FHIR_LAYOUT_OPTION)
			fhir_remark(layout->remarks, layout->index,
				    FINDING_WARNING, "too-long",
				    "the option \"%s\"%s%s takes %d columns; "
				    "shorten it to %d, so that it fits a line "
				    "of a small screen",
				    fhir_quote(quote, text),
				    in_before(language), language, width,
				    FHIR_LAYOUT_OPTION);
	}
}

static void check_text(const struct layout *layout)
{
	const char *language = language_of(layout);
	int lines = lines_of(layout->item->text.in[layout->language]);

	if (lines <= FHIR_LAYOUT_ROWS)
		return;
	fhir_remark(layout->remarks, layout->index, FINDING_WARNING,
		    "long-text",
		    "this %s%s%s takes %d lines; a screen of 80x24 shows %d, "
		    "so visitors must scroll; shorten it, or split it in two",
		    layout->item->is_help ? "help" : "text",
		    in_before(language), language, lines, FHIR_LAYOUT_ROWS);
}

static bool ends_sentence(const char *text)
{
	return strchr(".?!", *text) != NULL && text[1] == ' ';
}

static int sentences_of(const char *text)
{
	int count = 1;

	for (; *text; text++)
		if (ends_sentence(text))
			count++;
	return count;
}

/* Said once, of the first language. */
static void note_question(const struct layout *layout)
{
	const struct form_item *item = layout->item;
	int sentences = sentences_of(item->text.in[0]);

	if (item->option_count > FHIR_LAYOUT_OPTIONS)
		fhir_remark(layout->remarks, layout->index, FINDING_NOTE,
			    "long-list",
			    "has %d options, so visitors must search them; put "
			    "the usual ones first, or ask in two steps",
			    item->option_count);
	if (sentences > FHIR_LAYOUT_SENTENCES)
		fhir_remark(layout->remarks, layout->index, FINDING_NOTE,
			    "wordy",
			    "the question has %d sentences; ask in one, and "
			    "put the others into a text before it or a help",
			    sentences);
}

static void check_item(const struct layout *layout)
{
	if (layout->item->type == FORM_DISPLAY)
		check_text(layout);
	if (!form_is_question(layout->item))
		return;
	check_question(layout);
	check_options(layout);
	if (layout->language == 0)
		note_question(layout);
}

void fhir_layout_warn(const struct fhir_remarks *remarks)
{
	const struct form *form = remarks->form;

	for (int i = 0; i < form->item_count; i++) {
		const struct form_item *item = &form->items[i];

		if (item->is_hidden)
			continue;
		for (int j = 0; j < form->language_count; j++)
			check_item(&(struct layout){remarks, item, i, j});
	}
}
