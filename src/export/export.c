#include "hairline/export/export.h"

#include <string.h>

#include "hairline/export/csv.h"

static const struct export_format *const formats[] = {
	&export_csv,
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
