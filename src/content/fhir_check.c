#include "hairline/content/fhir_check.h"

#include "hairline/content/fhir_differ.h"
#include "hairline/content/fhir_layout.h"
#include "hairline/content/fhir_reach.h"
#include "hairline/content/fhir_remark.h"
#include "hairline/content/fhir_unanswerable.h"

void fhir_check(const struct form *form, const struct file *file,
		struct findings *findings)
{
	struct fhir_remarks remarks = {form, file, findings};

	fhir_reach_warn(&remarks);
	fhir_unanswerable_warn(&remarks);
	fhir_layout_warn(&remarks);
}

void fhir_check_all(const struct form *form, const struct file *file,
		    struct findings *findings)
{
	struct fhir_remarks remarks = {form, file, findings};

	fhir_check(form, file, findings);
	fhir_differ_note(&remarks);
}
