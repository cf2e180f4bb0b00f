#include "hairline/content/fhir_layout.h"

#include "hairline/base/utf8.h"
#include "hairline/content/fhir_reader.h"
#include "hairline/content/findings.h"

#define QUESTION_MAX (2 * 68) /* cells: two lines of the column of text */
#define OPTION_MAX 60         /* cells: one line of a choice */

struct layout {
	const struct file *file;
	struct findings *findings;
	const struct form_item *item;
};

static void check_text(const struct layout *layout, const char *what,
		       const char *text, int most)
{
	int width = utf8_text_width(text);
	char id_shown[FHIR_SHOWN_SIZE];
	char shown[FHIR_SHOWN_SIZE];

	if (width <= most)
		return;
	findings_warn(layout->findings, layout->file->path, layout->item->line,
		      "linkId \"%s\": the %s \"%s\" takes %d columns; shorten "
		      "it to %d, so that it fits a small screen",
		      fhir_shown(id_shown, layout->item->link_id), what,
		      fhir_shown(shown, text), width, most);
}

static void check_item(const struct layout *layout, int language)
{
	const struct form_item *item = layout->item;

	if (item->type != FORM_CHOICE)
		return;
	check_text(layout, "question", item->text.in[language], QUESTION_MAX);
	for (int i = 0; i < item->option_count; i++)
		check_text(layout, "option",
			   item->options[i].display.in[language], OPTION_MAX);
}

void fhir_layout_warn(const struct form *form, const struct file *file,
		      int language_count, struct findings *findings)
{
	for (int i = 0; i < form->item_count; i++) {
		struct layout layout = {file, findings, &form->items[i]};

		for (int j = 0; j < language_count; j++)
			check_item(&layout, j);
	}
}
