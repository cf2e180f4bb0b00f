#include <langinfo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hairline/cmd/doctor.h"
#include "hairline/cmd/paths.h"
#include "hairline/cmd/say.h"
#include "hairline/content/load.h"
#include "hairline/core/catalog.h"
#include "hairline/store/pin.h"
#include "hairline/store/store.h"

#define DETAIL_SIZE 8192

static const char *const verdict_names[] = {
	[VERDICT_OK] = "ok",
	[VERDICT_WARN] = "warn",
	[VERDICT_FAIL] = "FAIL",
};

struct check {
	const char *title;
	enum verdict (*look)(struct patient *patient);
};

enum verdict doctor_say_err(struct patient *patient, const struct err *err)
{
	buf_add(patient->detail, err->msg);
	return VERDICT_FAIL;
}

static enum verdict look_at_content(struct patient *patient)
{
	struct catalog catalog = {.form = {.item_count = 0}};
	struct err err;

	if (!content_load(&catalog, patient->options->content, &err)) {
		doctor_say_err(patient, &err);
		buf_add(patient->detail,
			"; \"hairline content check\" shows all of it");
		return VERDICT_FAIL;
	}
	buf_addf(patient->detail, "%s, %d languages, form version %s",
		 patient->options->content, catalog.clinic.language_count,
		 catalog.form.version);
	content_release(&catalog);
	return VERDICT_OK;
}

static enum verdict look_at_terminal(struct patient *patient)
{
	const char *term = getenv("TERM");

	if (!term || !*term) {
		buf_add(patient->detail, "TERM is not set: start the kiosk on "
					 "a terminal");
		return VERDICT_WARN;
	}
	buf_add(patient->detail, term);
	if (strcmp(term, "dumb") != 0)
		return VERDICT_OK;
	buf_add(patient->detail, ": cannot show full screens; use another "
				 "terminal, such as xterm or the console");
	return VERDICT_WARN;
}

static enum verdict look_at_letters(struct patient *patient)
{
	const char *codeset = nl_langinfo(CODESET);

	buf_add(patient->detail, codeset);
	if (strcmp(codeset, "UTF-8") == 0)
		return VERDICT_OK;
	buf_add(patient->detail, ": accents and fine lines are shown plainer; "
				 "set LANG=C.UTF-8");
	return VERDICT_WARN;
}

static enum verdict look_at_colours(struct patient *patient)
{
	const char *no_colour = getenv("NO_COLOR");

	if (!no_colour || !*no_colour) {
		buf_add(patient->detail, "as the terminal can");
		return VERDICT_OK;
	}
	buf_add(patient->detail, "NO_COLOR is set: the kiosk uses none");
	return VERDICT_WARN;
}

/* Before the store is opened, which closes an open folder itself. */
static enum verdict look_at_folder(struct patient *patient)
{
	const char *data = patient->options->data;
	struct stat found;

	buf_add(patient->detail, data);
	if (stat(data, &found) != 0) {
		buf_add(patient->detail,
			": is not there yet; the kiosk makes it when it first "
			"starts");
		return VERDICT_WARN;
	}
	if (found.st_uid != geteuid()) {
		buf_add(patient->detail,
			": belongs to another user; run this as the user of "
			"the kiosk");
		return VERDICT_FAIL;
	}
	if (!(found.st_mode & (S_IRWXG | S_IRWXO)))
		return VERDICT_OK;
	buf_addf(patient->detail, ": mode %03o lets other users in; chmod 700",
		 (unsigned)(found.st_mode & 0777));
	return VERDICT_FAIL;
}

static enum verdict look_at_store(struct patient *patient)
{
	char path[PATHS_SIZE];
	struct err err;

	if (!paths_join(path, sizeof(path), patient->options->data, "leads.db",
			&err))
		return doctor_say_err(patient, &err);
	if (access(path, F_OK) != 0) {
		buf_addf(patient->detail, "%s: is not there yet", path);
		return VERDICT_WARN;
	}
	patient->store = store_open(patient->options->data, &err);
	if (!patient->store)
		return doctor_say_err(patient, &err);
	buf_addf(patient->detail, "%s, schema %d", path, STORE_SCHEMA);
	return VERDICT_OK;
}

static enum verdict look_inside(struct patient *patient)
{
	struct err err;

	if (!patient->store)
		return VERDICT_SKIP;
	if (!store_check(patient->store, &err))
		return doctor_say_err(patient, &err);
	buf_add(patient->detail, "every page of the store is sound");
	return VERDICT_OK;
}

static enum verdict look_at_saving(struct patient *patient)
{
	struct err err;

	if (!patient->store)
		return VERDICT_SKIP;
	if (!store_can_save(patient->store, &err))
		return doctor_say_err(patient, &err);
	buf_add(patient->detail, "another lead can be saved");
	return VERDICT_OK;
}

static enum verdict look_at_leads(struct patient *patient)
{
	int64_t leads;
	int64_t visits;
	struct err err;

	if (!patient->store)
		return VERDICT_SKIP;
	if (!store_count(patient->store, "lead", &leads, &err) ||
	    !store_count(patient->store, "visit", &visits, &err))
		return doctor_say_err(patient, &err);
	buf_addf(patient->detail, "%lld saved, %lld visits counted",
		 (long long)leads, (long long)visits);
	return VERDICT_OK;
}

static enum verdict look_at_pin(struct patient *patient)
{
	if (pin_is_set(patient->options->data)) {
		buf_add(patient->detail, "is set");
		return VERDICT_OK;
	}
	buf_add(patient->detail, "is not set, so 0000 closes the kiosk: set "
				 "one with \"hairline pin\"");
	return VERDICT_WARN;
}

static const struct check checks[] = {
	{"content", look_at_content},
	{"terminal", look_at_terminal},
	{"letters", look_at_letters},
	{"colours", look_at_colours},
	{"data folder", look_at_folder},
	{"store", look_at_store},
	{"integrity", look_inside},
	{"saving", look_at_saving},
	{"leads", look_at_leads},
	{"secret key", doctor_look_at_key},
	{"copies of the key", doctor_look_at_copies},
	{"backup", doctor_look_at_backup},
	{"old stores", doctor_look_at_leftovers},

	{"staff PIN", look_at_pin},
};

static enum verdict print_check(const struct check *check,
				struct patient *patient)
{
	enum verdict verdict;

	buf_clear(patient->detail);
	verdict = check->look(patient);
	if (verdict == VERDICT_SKIP)
		return verdict;
	printf("%-4s  %s: ", verdict_names[verdict], check->title);
	say_text(stdout, patient->detail->at);
	putchar('\n');
	return verdict;
}

static int run(const struct command *command, const struct options *options)
{
	char mem[DETAIL_SIZE];
	struct buf detail;
	struct patient patient = {.options = options, .detail = &detail};
	int status = EXIT_FINE;

	if (!command_is_bare(command, options))
		return EXIT_USAGE;
	buf_init(&detail, mem, sizeof(mem));
	for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++)
		if (print_check(&checks[i], &patient) == VERDICT_FAIL)
			status = EXIT_FOUND;
	store_close(patient.store);
	return status;
}

const struct command command_doctor = {
	.name = "doctor",
	.usage = "",
	.help = "look after the content, the terminal and the store",
	.detail = "One line a check: ok, warn or FAIL, what it is about, and "
		  "what to do.",
	.run = run,
};
