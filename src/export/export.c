#include "hairline/export/export.h"

#include <errno.h>
#include <string.h>

#include "hairline/export/csv.h"
#include "hairline/export/fhir.h"
#include "hairline/export/jsonl.h"
#include "hairline/export/vcf.h"
#include "hairline/export/xlsx.h"

static const struct export_format *const formats[] = {
	&export_xlsx,  &export_csv, &export_csv_raw,
	&export_jsonl, &export_vcf, &export_fhir,
};

const struct export_format *export_at(int index)
{
	if (index < 0 || (size_t)index >= sizeof(formats) / sizeof(formats[0]))
		return NULL;
	return formats[index];
}

const struct export_format *export_find(const char *name)
{
	for (int i = 0; export_at(i); i++)
		if (strcmp(export_at(i)->name, name) == 0)
			return export_at(i);
	return NULL;
}

bool export_is_written(FILE *out, struct err *err)
{
	if (ferror(out))
		return err_set(err, ERR_IO, "the file cannot be written: %s",
			       strerror(errno));
	return true;
}
