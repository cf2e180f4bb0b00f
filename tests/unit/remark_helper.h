/*
 * remark_helper - what a check says of a sketched form, one line a finding:
 * "code linkId: text".
 */
#ifndef HAIRLINE_TESTS_REMARK_HELPER_H
#define HAIRLINE_TESTS_REMARK_HELPER_H

#include "unit/form_helper.h"

#include "hairline/base/buf.h"
#include "hairline/content/fhir_remark.h"
#include "hairline/content/file.h"

struct said {
	char text[16384];
	struct buf buf;
	int count;
};

static inline void helper_hear(void *context, const struct finding *finding)
{
	struct said *said = context;

	said->count++;
	buf_addf(&said->buf, "%s %s: %s\n", finding->code,
		 finding->link_id ? finding->link_id : "-", finding->text);
	assert_false(said->buf.is_cut);
}

static inline void helper_listen(struct said *said, struct sketched *sketched,
				 void (*check)(const struct fhir_remarks *))
{
	struct file file = {.path = "form.json"};
	struct findings findings = {.report = helper_hear, .context = said};

	buf_init(&said->buf, said->text, sizeof(said->text));
	said->count = 0;
	sketched->form.language_count = 1;
	sketched->form.languages[0] = "en";
	check(&(struct fhir_remarks){&sketched->form, &file, &findings});
}

/* Said of the item: "code" in front of its linkId. */
static inline bool helper_said(const struct said *said, const char *code,
			       const char *id)
{
	char start[256];
	char line[258];

	snprintf(start, sizeof(start), "%s %s: ", code, id);
	snprintf(line, sizeof(line), "\n%s", start);
	return strncmp(said->text, start, strlen(start)) == 0 ||
	       strstr(said->text, line) != NULL;
}

#endif
