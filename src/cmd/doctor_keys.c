#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "hairline/cmd/doctor.h"
#include "hairline/cmd/paths.h"
#include "hairline/core/date.h"
#include "hairline/store/memo.h"
#include "hairline/store/restore.h"
#include "hairline/store/seal.h"
#include "hairline/store/store.h"

#define DAY_S 86400
#define BACKUP_DAYS_MAX 7

static enum verdict say_secret(struct patient *patient,
			       const struct seal_keys *keys)
{
	char path[PATHS_SIZE];

	seal_secret_path(path, sizeof(path), patient->options->data);
	buf_add(patient->detail, path);
	if (keys->has_passphrase) {
		buf_add(patient->detail, ": is under a passphrase");
		return VERDICT_OK;
	}
	if (!keys->secret_key) {
		buf_add(patient->detail, ": is not here, so leads can be saved "
					 "and not read on this machine");
		return VERDICT_OK;
	}
	buf_add(patient->detail,
		": is here and has no passphrase: who takes this machine can "
		"read the leads; set one with \"hairline key passphrase\"");
	return VERDICT_WARN;
}

/* Only where there is a store: loading would make a first pair. */
enum verdict doctor_look_at_key(struct patient *patient)
{
	struct seal_keys keys;
	struct err err;
	enum verdict verdict;

	if (!patient->store)
		return VERDICT_SKIP;
	if (!seal_keys_load(&keys, patient->options->data, &err))
		return doctor_say_err(patient, &err);
	verdict = say_secret(patient, &keys);
	seal_keys_release(&keys);
	return verdict;
}

/* A copy of a key that was replaced since does not count. */
static bool has_copy(const struct seal_keys *keys, const char *memo_name,
		     struct memo *memo)
{
	char ours[SEAL_FINGERPRINT_SIZE];

	seal_fingerprint(ours, keys->public_key);
	return memo_read(keys->dir, memo_name, memo) &&
	       strcmp(memo->about, ours) == 0;
}

static bool say_copy(struct patient *patient, const struct seal_keys *keys,
		     const char *memo_name, const char *where)
{
	struct memo memo;
	char day[DATE_DAY_SIZE];

	if (!has_copy(keys, memo_name, &memo))
		return false;
	date_day(day, memo.at);
	buf_addf(patient->detail, "%s%s on %s",
		 patient->detail->len > 0 ? ", " : "", where, day);
	return true;
}

enum verdict doctor_look_at_copies(struct patient *patient)
{
	struct seal_keys keys;
	struct err err;
	bool has_file;
	bool has_paper;

	if (!patient->store)
		return VERDICT_SKIP;
	if (!seal_keys_load(&keys, patient->options->data, &err))
		return doctor_say_err(patient, &err);
	has_file = say_copy(patient, &keys, MEMO_COPY, "exported");
	has_paper = say_copy(patient, &keys, MEMO_PAPER, "shown for paper");
	seal_keys_release(&keys);
	if (has_file || has_paper)
		return VERDICT_OK;
	buf_add(patient->detail,
		"none was made here: without one, a broken disk or a lost "
		"passphrase makes every lead unreadable for good; \"hairline "
		"key export FILE\" and \"hairline key paper\"");
	return VERDICT_WARN;
}

enum verdict doctor_look_at_backup(struct patient *patient)
{
	struct memo memo;
	long long days;

	if (!patient->store)
		return VERDICT_SKIP;
	if (!memo_read(patient->options->data, MEMO_BACKUP, &memo)) {
		buf_add(patient->detail, "none was made yet: \"hairline backup "
					 "FILE\", to another disk");
		return VERDICT_WARN;
	}
	days = ((long long)time(NULL) - (long long)memo.at) / DAY_S;
	buf_addf(patient->detail, "%lld day%s old, %s", days,
		 days == 1 ? "" : "s", memo.about);
	if (days <= BACKUP_DAYS_MAX)
		return VERDICT_OK;
	buf_add(patient->detail, ": make a new one with \"hairline backup "
				 "FILE\"");
	return VERDICT_WARN;
}

static int is_aside(const struct dirent *entry)
{
	return strncmp(entry->d_name, RESTORE_ASIDE, strlen(RESTORE_ASIDE)) ==
	       0;
}

enum verdict doctor_look_at_leftovers(struct patient *patient)
{
	struct dirent **entries;
	int count =
		scandir(patient->options->data, &entries, is_aside, alphasort);

	if (count < 0)
		return VERDICT_SKIP;
	for (int i = 0; i < count; i++)
		free(entries[i]);
	free(entries);
	if (count == 0)
		return VERDICT_SKIP;
	buf_addf(patient->detail,
		 "%d kept by \"hairline restore\" as %s/" RESTORE_ASIDE
		 "*: what is erased now is still in there; remove it when it "
		 "is not needed any more",
		 count, patient->options->data);
	return VERDICT_WARN;
}
