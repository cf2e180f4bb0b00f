#include "hairline/cmd/desk_deeds.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "hairline/cmd/leads_file.h"
#include "hairline/export/export.h"
#include "hairline/store/datadir.h"
#include "hairline/store/erasure.h"

static struct deed deed_of(const struct seat *seat)
{
	return (struct deed){.who = seat->who,
			     .at = loop_event(EVENT_TICK).now};
}

static const char *meant(const struct seat *seat)
{
	return tray_lead(seat->store.tray, seat->desk.meant)->id;
}

static bool mark(struct seat *seat, const struct deed *deed, struct err *err)
{
	return deeds_mark(seat->store.store, meant(seat), seat->desk.mark, NULL,
			  deed, err);
}

static bool undo(struct seat *seat, const struct deed *deed, struct err *err)
{
	return deeds_undo(seat->store.store, meant(seat), deed, err);
}

static bool note(struct seat *seat, const struct deed *deed, struct err *err)
{
	return deeds_note(seat->store.store, meant(seat),
			  seat->desk.words->note, deed, err);
}

static bool erase(struct seat *seat, const struct deed *deed, struct err *err)
{
	return erasure_erase(seat->store.store, meant(seat), deed, err);
}

/* How each kind of export is written. */
static const char *const formats[DESK_EXPORTS] = {
	[DESK_EXPORT_NEW] = "xlsx",
	[DESK_EXPORT_ALL] = "xlsx",
	[DESK_EXPORT_ONE] = "vcf",
};

/* "DIR/exports/leads-20261125-140506.xlsx", in local time. */
static bool name_file(struct seat *seat, int64_t at, const char *ending,
		      struct err *err)
{
	time_t seconds = (time_t)at;
	char when[32] = "";
	char name[64];
	struct tm local;

	if (localtime_r(&seconds, &local))
		strftime(when, sizeof(when), "%Y%m%d-%H%M%S", &local);
	snprintf(name, sizeof(name), "leads-%s.%s", when, ending);
	return datadir_make(seat->folder, err) &&
	       paths_join(seat->file, sizeof(seat->file), seat->folder, name,
			  err);
}

static bool write_file(struct seat *seat, struct leads_file *file,
		       struct err *err)
{
	if (!leads_file_write(file, seat->store.store, err))
		return false;
	if (file->count > 0)
		return true;
	unlink(file->path);
	return err_set(err, ERR_LIMIT, "there is no such lead to export");
}

static bool export(struct seat *seat, const struct deed *deed, struct err *err)
{
	enum desk_export what = seat->desk.export;
	struct leads_file file = {
		.format = export_find(formats[what]),
		.path = seat->file,
		.filter = {.is_new = what == DESK_EXPORT_NEW,
			   .status = STATUS_COUNT},
		.deed = *deed,
	};

	if (what == DESK_EXPORT_ONE)
		file.id = meant(seat);
	if (file.id && !desk_may_use(&seat->desk, seat->desk.meant))
		return err_set(err, ERR_LIMIT,
			       "this person's details must not be used");
	return name_file(seat, deed->at, formats[what], err) &&
	       write_file(seat, &file, err);
}

struct deed_handler {
	enum desk_effect effect;
	bool (*act)(struct seat *seat, const struct deed *deed,
		    struct err *err);
};

static const struct deed_handler deed_handlers[] = {
	{DESK_MARK, mark},   {DESK_UNDO, undo},     {DESK_NOTE, note},
	{DESK_ERASE, erase}, {DESK_EXPORT, export},
};

bool desk_deeds_do(struct seat *seat, unsigned effects, struct err *err)
{
	struct deed deed = deed_of(seat);

	for (size_t i = 0; i < sizeof(deed_handlers) / sizeof(deed_handlers[0]);
	     i++)
		if (effects & deed_handlers[i].effect)
			return deed_handlers[i].act(seat, &deed, err);
	return true;
}
