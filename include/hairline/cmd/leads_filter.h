/*
 * leads_filter - which leads a command of "hairline leads" is about: --new,
 * --since, --until, --status, --tier, --language.
 */
#ifndef HAIRLINE_CMD_LEADS_FILTER_H
#define HAIRLINE_CMD_LEADS_FILTER_H

#include <stdbool.h>
#include <stdint.h>

#include "hairline/base/err.h"
#include "hairline/cmd/args.h"
#include "hairline/core/dossier.h"
#include "hairline/store/inbox.h"

/* Options that leads_filter_take() fills in, before the command's own. */
#define LEADS_FILTER_OPTIONS 6
#define LEADS_FILTER_USAGE                      \
	"[--new] [--since DATE] [--until DATE]" \
	"\n"                                    \
	"       [--status STATUS] [--tier TIER] [--language TAG]"
#define LEADS_FILTER_HELP                                           \
	"  --new            those that were not exported yet\n"     \
	"  --since DATE     saved on or after a day like "          \
	"2026-11-23, or at a time\n"                                \
	"                   like 2026-11-23T15:04:05Z\n"            \
	"  --until DATE     saved on or before a day, or before a " \
	"time\n"                                                    \
	"  --status STATUS  new, called, no-answer, booked, "       \
	"closed; also restricted,\n"                                \
	"                   withdrawn, erased, which are not "      \
	"shown else; or all\n"                                      \
	"  --tier TIER      urgent, doctor, not-now, ask-first, "   \
	"tell-us, none\n"                                           \
	"  --language TAG   en, es, ...\n"                          \
	"Days are those of this machine's time zone.\n"

struct leads_filter {
	bool is_new;        /* not exported yet */
	int64_t since;      /* s since 1970 UTC */
	int64_t until;      /* the first second after; 0: no end */
	enum status status; /* STATUS_COUNT: those that may be called */
	bool is_all;        /* whatever their status */
	const char *tier;
	const char *language;

	/* As they were typed. */
	const char *since_word;
	const char *until_word;
	const char *status_word;
};

/* All zero is no filter; options is the start of a list for args_take_all().
 */
void leads_filter_options(struct leads_filter *filter,
			  struct args_option *options);

/* Read what was typed.  False for a date or a status that is none. */
bool leads_filter_read(struct leads_filter *filter,
		       const struct args_option *options, struct err *err);

bool leads_filter_wants(const struct leads_filter *filter,
			const struct dossier *dossier);

#endif
