#include "hairline/cmd/leads_filter.h"

#include <string.h>
#include <time.h>

#include "hairline/base/suggest.h"
#include "hairline/core/date.h"
#include "hairline/core/lead.h"
#include "hairline/core/outcome.h"

#define ALL "all"

enum option {
	NEW,
	SINCE,
	UNTIL,
	STATUS,
	TIER,
	LANGUAGE
};

_Static_assert(LANGUAGE + 1 == LEADS_FILTER_OPTIONS, "as many as are named");

/* Midnight at the start of a local day, or of the day after. */
static bool read_day(int64_t *seconds, const char *text, int days_later)
{
	struct tm day = {.tm_isdst = -1};
	const char *end = strptime(text, "%Y-%m-%d", &day);
	int month_day = day.tm_mday;

	if (!end || *end || strlen(text) != DATE_DAY_SIZE - 1)
		return false;
	/* The 31st of February comes back as another day. */
	day.tm_isdst = -1;
	if (mktime(&day) == (time_t)-1 || day.tm_mday != month_day)
		return false;
	day.tm_mday += days_later;
	day.tm_isdst = -1;
	day.tm_hour = 0;
	*seconds = (int64_t)mktime(&day);
	return true;
}

static bool read_date(int64_t *seconds, const char *option, const char *text,
		      int days_later, struct err *err)
{
	return !text || date_read_time(seconds, text) ||
	       read_day(seconds, text, days_later) ||
	       err_set(err, ERR_SYNTAX,
		       "%s \"%s\" is not a day like 2026-11-23", option, text);
}

static bool read_status(struct leads_filter *filter, struct err *err)
{
	const char *names[STATUS_COUNT + 1] = {ALL};
	const char *meant;

	filter->status = STATUS_COUNT;
	if (!filter->status_word)
		return true;
	filter->is_all = strcmp(filter->status_word, ALL) == 0;
	filter->status = status_find(filter->status_word);
	if (filter->is_all || filter->status != STATUS_COUNT)
		return true;
	for (int i = 0; i < STATUS_COUNT; i++)
		names[i + 1] = status_name((enum status)i);
	meant = suggest_word(filter->status_word, names, STATUS_COUNT + 1);
	return err_set(err, ERR_SYNTAX,
		       "unknown status \"%s\"; did you mean \"%s\"?",
		       filter->status_word, meant ? meant : "new");
}

static bool read_tier(const struct leads_filter *filter, struct err *err)
{
	return !filter->tier || tier_find(filter->tier) != TIER_COUNT ||
	       err_set(err, ERR_SYNTAX,
		       "unknown tier \"%s\": it is urgent, doctor, not-now, "
		       "ask-first, tell-us or none",
		       filter->tier);
}

void leads_filter_options(struct leads_filter *filter,
			  struct args_option *options)
{
	options[NEW] = (struct args_option){.name = "--new"};
	options[SINCE] =
		(struct args_option){"--since", &filter->since_word, 1, 0};
	options[UNTIL] =
		(struct args_option){"--until", &filter->until_word, 1, 0};
	options[STATUS] =
		(struct args_option){"--status", &filter->status_word, 1, 0};
	options[TIER] = (struct args_option){"--tier", &filter->tier, 1, 0};
	options[LANGUAGE] =
		(struct args_option){"--language", &filter->language, 1, 0};
}

bool leads_filter_read(struct leads_filter *filter,
		       const struct args_option *options, struct err *err)
{
	filter->is_new = options[NEW].count > 0;
	return read_date(&filter->since, "--since", filter->since_word, 0,
			 err) &&
	       read_date(&filter->until, "--until", filter->until_word, 1,
			 err) &&
	       read_status(filter, err) && read_tier(filter, err);
}

static bool wants_status(const struct leads_filter *filter,
			 const struct dossier *dossier)
{
	if (filter->is_all)
		return true;
	if (filter->status == STATUS_COUNT)
		return dossier_may_use(dossier);
	return dossier->status == filter->status;
}

bool leads_filter_wants(const struct leads_filter *filter,
			const struct dossier *dossier)
{
	const struct lead *lead = dossier->lead;

	return wants_status(filter, dossier) &&
	       (!filter->is_new || dossier->exported_at == 0) &&
	       lead->created_at >= filter->since &&
	       (!filter->until || lead->created_at < filter->until) &&
	       (!filter->tier || strcmp(lead->tier, filter->tier) == 0) &&
	       (!filter->language ||
		strcmp(lead->language, filter->language) == 0);
}
