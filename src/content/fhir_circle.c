#include "hairline/content/fhir_circle.h"

#include "hairline/base/buf.h"
#include "hairline/content/fhir_remark.h"
#include "hairline/form/form.h"

#define NAMES_SIZE 512
#define NAMED_MAX 12 /* a longer circle is cut short */

static void add_name(struct buf *names, const struct fhir_remarks *remarks,
		     int number)
{
	const struct form *form = remarks->form;
	int item = form->circle[number % form->circle_count];
	char quote[FHIR_QUOTE_SIZE];

	buf_addf(names, "%s\"%s\"", number ? " waits for " : "",
		 fhir_quote(quote, fhir_remark_id(remarks, item)));
}

void fhir_circle_check(const struct fhir_remarks *remarks)
{
	const struct form *form = remarks->form;
	char mem[NAMES_SIZE];
	struct buf names;

	if (form->circle_count == 0)
		return;
	buf_init(&names, mem, sizeof(mem));
	for (int i = 0; i < form->circle_count && i < NAMED_MAX; i++)
		add_name(&names, remarks, i);
	if (form->circle_count > NAMED_MAX)
		buf_addf(&names, " waits for %d more, the last of which",
			 form->circle_count - NAMED_MAX);
	add_name(&names, remarks, form->circle_count);
	fhir_remark(remarks, form->circle[0], FINDING_ERROR, "circle",
		    "%s: whether they apply cannot be decided; take away one "
		    "of these enableWhen",
		    mem);
}
