#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "hairline/base/utf8.h"
#include "hairline/cmd/form_outline.h"
#include "hairline/content/fhir_check.h"
#include "hairline/content/fhir_read.h"

void fuzz_must(int holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "does not hold: %s\n", what);
	abort();
}

static void take_finding(void *context, const struct finding *finding)
{
	(void)context;
	fuzz_must(*finding->text != '\0', "a finding says something");
}

static void check_text(const char *text)
{
	while (*text) {
		unsigned code_point = utf8_next(&text);

		fuzz_must(code_point == '\n' || utf8_is_printable(code_point),
			  "no control byte reaches the screen");
	}
}

static void check_item(const struct form *form, int index)
{
	const struct form_item *item = &form->items[index];

	fuzz_must(item->end > index && item->end <= form->item_count,
		  "a subtree is a range");
	fuzz_must(item->parent < index, "a parent stands before its children");
	check_text(item->text.in[0]);
	for (int i = 0; i < item->option_count; i++) {
		check_text(item->options[i].display.in[0]);
		fuzz_must(*item->options[i].display.in[0] != '\0',
			  "an option shows something");
	}
}

static void check_outline(const struct form *form)
{
	char *text = NULL;
	size_t size = 0;
	struct form_outline outline = {
		.out = open_memstream(&text, &size),
		.width = 40,
		.has_codes = true,
	};

	if (!outline.out)
		return;
	form_outline_print(&outline, form);
	fclose(outline.out);
	check_text(text);
	free(text);
}

int fuzz_reader(const uint8_t *bytes, size_t size)
{
	struct findings findings = {.report = take_finding};
	struct err err = {.msg = ""};
	struct arena arena;
	struct form form;
	struct file file = {.path = "fuzz.json", .size = size};

	arena_init(&arena);
	file.text = arena_copy(&arena, (const char *)bytes, size);
	if (fhir_read(&form, &arena, &file, NULL, 0, &findings, &err)) {
		for (int i = 0; i < form.item_count; i++)
			check_item(&form, i);
		fhir_check_all(&form, &file, &findings);
		check_outline(&form);
	} else {
		fuzz_must(form.items == NULL, "what is refused is empty");
		fuzz_must(*err.msg != '\0', "a refusal says why");
	}
	arena_release(&arena);
	return 0;
}
