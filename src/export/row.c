#include "hairline/export/row.h"

#include "hairline/core/consent.h"
#include "hairline/core/date.h"
#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"
#include "hairline/core/reference.h"

_Static_assert(sizeof(((struct export_row *)0)->times[0]) == DATE_TIME_SIZE,
	       "a time fits its cell");
_Static_assert(sizeof(((struct export_row *)0)->shown) == REFERENCE_SHOWN_SIZE,
	       "a reference fits its cell");

static const char *const names[] = {
#define X(id, name) [id] = name,
	EXPORT_COLUMNS(X)
#undef X
};

/* The columns that a consent box fills. */
static const struct {
	enum export_column column;
	enum consent_box box;
} boxes[] = {
	{COLUMN_CONTACT, CONSENT_CONTACT},
	{COLUMN_ANSWERS_BOX, CONSENT_ANSWERS},
	{COLUMN_TEXTS, CONSENT_TEXTS},
	{COLUMN_CALLS, CONSENT_CALLS},
	{COLUMN_MAILS, CONSENT_EMAIL},
};

const char *export_column_name(enum export_column column)
{
	return names[column];
}

static void fill_plain(struct export_row *row, const struct lead *lead)
{
	reference_show(row->shown, lead->reference);
	date_time(row->times[0], lead->created_at);
	date_time(row->times[1], lead->delete_after);
	row->cells[COLUMN_REFERENCE] = row->shown;
	row->cells[COLUMN_CREATED] = row->times[0];
	row->cells[COLUMN_DELETE_AFTER] = row->times[1];
	row->cells[COLUMN_LANGUAGE] = lead->language;
	row->cells[COLUMN_TIER] = lead->tier;
	row->cells[COLUMN_KIOSK] = lead->kiosk;
}

static void fill_sealed(struct export_row *row, const struct lead *lead)
{
	row->cells[COLUMN_NAME] = lead->name;
	row->cells[COLUMN_PHONE] = lead->phone;
	row->cells[COLUMN_EMAIL] = lead->email;
	row->cells[COLUMN_TIME] = lead->time;
	row->cells[COLUMN_TEXT_VERSION] = lead->text_version;
	for (size_t i = 0; i < sizeof(boxes) / sizeof(boxes[0]); i++)
		row->cells[boxes[i].column] =
			lead->consent.is_set[boxes[i].box] ? "yes" : "no";
}

bool export_column_time(enum export_column column, const struct lead *lead,
			int64_t *at)
{
	if (column == COLUMN_CREATED)
		*at = lead->created_at;
	else if (column == COLUMN_DELETE_AFTER)
		*at = lead->delete_after;
	else
		return false;
	return true;
}

void export_row_fill(struct export_row *row, const struct dossier *dossier)
{
	const struct lead *lead = dossier->lead;

	*row = (struct export_row){.cells = {NULL}};
	fill_plain(row, lead);
	row->cells[COLUMN_STATUS] = status_name(dossier->status);
	/* Without a name the lead could not be unsealed: nothing is known. */
	if (lead->name)
		fill_sealed(row, lead);
	for (int i = 0; i < COLUMN_COUNT; i++)
		if (!row->cells[i])
			row->cells[i] = "";
}
