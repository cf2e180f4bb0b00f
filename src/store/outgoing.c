#include "hairline/store/outgoing.h"

#include <dirent.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "hairline/base/buf.h"
#include "hairline/store/database.h"
#include "hairline/store/events.h"
#include "hairline/store/parts.h"

#define FOLDER "exports"
#define NOTE "pending"
#define HEAD "hairline export 1\n"
#define HEAD_SIZE ((size_t)8192) /* path, who and when */
#define FIRST_ROOM 64
#define AT_A_TIME 250 /* leads recorded under one lock: some 30 ms */

static bool no_memory(struct err *err)
{
	return err_set(err, ERR_MEMORY, "no memory for an export");
}

/* --- the note: head, time, who, path, then a lead on each line --- */

static bool write_note(const struct outgoing *outgoing, size_t count,
		       struct err *err)
{
	size_t size = HEAD_SIZE + count * LEAD_ID_SIZE;
	char *text = malloc(size);
	struct buf buf;
	bool ok;

	if (!text)
		return no_memory(err);
	buf_init(&buf, text, size);
	buf_addf(&buf, HEAD "%" PRId64 "\n%s\n%s\n", outgoing->deed.at,
		 outgoing->deed.who, outgoing->temporary);
	for (size_t i = 0; i < count; i++)
		buf_addf(&buf, "%s\n", outgoing->ids[i]);
	ok = buf.is_cut ? no_memory(err)
			: datadir_write(outgoing->folder, NOTE, text, err);
	free(text);
	return ok;
}

/* Cut off a line and move behind it; NULL when there is none. */
static char *take_line(char **text)
{
	char *line = *text;
	char *end = strchr(line, '\n');

	if (!end)
		return NULL;
	*end = '\0';
	*text = end + 1;
	return line;
}

static char *load_note(const char *folder, struct err *err)
{
	char path[DATADIR_PATH_SIZE];
	struct stat status;
	size_t size;
	char *text;

	if (!datadir_path(path, folder, NOTE, err))
		return NULL;
	size = stat(path, &status) == 0 ? (size_t)status.st_size + 1 : 1;
	text = malloc(size);
	if (!text)
		no_memory(err);
	else if (datadir_read(folder, NOTE, text, size, err))
		return text;
	free(text);
	return NULL;
}

static bool read_ids(struct outgoing *outgoing, char *text, struct err *err)
{
	for (char *id = take_line(&text); id; id = take_line(&text))
		if (!outgoing_add(outgoing, id, err))
			return false;
	return true;
}

static bool read_note(struct outgoing *outgoing, char *text, struct err *err)
{
	char *head = take_line(&text);
	char *at = head ? take_line(&text) : NULL;
	char *who = at ? take_line(&text) : NULL;
	char *temporary = who ? take_line(&text) : NULL;

	if (!temporary || strncmp(head, HEAD, strlen(head)) != 0)
		return err_set(err, ERR_SYNTAX,
			       "%s/" NOTE ": is not what an export left: move "
			       "it away",
			       outgoing->folder);
	outgoing->deed = (struct deed){who, strtoll(at, NULL, 10)};
	outgoing->temporary = temporary;
	return read_ids(outgoing, text, err);
}

/* --- recording --- */

static bool is_recorded(const struct outgoing *outgoing, const char *id,
			bool *found, struct err *err)
{
	struct value values[] = {
		value_text(id),
		value_text(outgoing->deed.who),
		value_integer(outgoing->deed.at),
	};
	int64_t count = 0;
	bool ok = database_number(store_database(outgoing->store),
				  "SELECT count(*) FROM lead_event"
				  " WHERE lead = ? AND kind = 'exported'"
				  " AND who = ? AND at >= ?",
				  values, 3, &count, err);

	*found = count > 0;
	return ok;
}

/* Not before what happened to the lead last (see deeds.h). */
static bool find_time(const struct outgoing *outgoing, const char *id,
		      int64_t *at, struct err *err)
{
	struct value lead = value_text(id);

	*at = 0;
	if (!database_number(store_database(outgoing->store),
			     "SELECT max(at) FROM lead_event WHERE lead = ?",
			     &lead, 1, at, err))
		return false;
	if (*at < outgoing->deed.at)
		*at = outgoing->deed.at;
	return true;
}

static bool record_one(const struct outgoing *outgoing, const char *id,
		       struct err *err)
{
	struct event event = {
		.lead_id = id,
		.who = outgoing->deed.who,
		.kind = kind_name(KIND_EXPORTED),
		.key = "",
	};
	bool is_there = false;

	if (outgoing->is_left && !is_recorded(outgoing, id, &is_there, err))
		return false;
	return is_there ||
	       (find_time(outgoing, id, &event.at, err) &&
		events_add(store_database(outgoing->store), &event, err));
}

static int compare_ids(const void *a, const void *b)
{
	return strcmp(a, b);
}

/* Neighbours among the ids are neighbours in the indexes: recorded one after
 * the other they change few pages, and few go through the journal. */
static void sort_ids(struct outgoing *outgoing)
{
	if (outgoing->count > 0)
		qsort(outgoing->ids, outgoing->count, sizeof(*outgoing->ids),
		      compare_ids);
}

static bool record_some(struct outgoing *outgoing, size_t end, struct err *err)
{
	struct database *database = store_database(outgoing->store);
	bool ok;

	if (!database_begin(database, err))
		return false;
	ok = true;
	for (size_t i = outgoing->recorded; ok && i < end; i++)
		ok = record_one(outgoing, outgoing->ids[i], err);
	return database_end(database, ok, err);
}

/* --- what a killed export left --- */

/* Files of its own: a half-written workbook holds visitors' words. */
static bool clear_folder(const char *folder, struct err *err)
{
	DIR *entries = opendir(folder);
	bool ok = true;

	if (!entries)
		return err_set(err, ERR_IO, "%s: cannot be read: %s", folder,
			       strerror(errno));
	for (const struct dirent *entry = readdir(entries); ok && entry;
	     entry = readdir(entries))
		if (strcmp(entry->d_name, ".") != 0 &&
		    strcmp(entry->d_name, "..") != 0 &&
		    strcmp(entry->d_name, NOTE) != 0)
			ok = datadir_remove(folder, entry->d_name, err);
	closedir(entries);
	return ok;
}

static bool remove_temporary(const char *path, struct err *err)
{
	return unlink(path) == 0 || errno == ENOENT ||
	       err_set(err, ERR_IO,
		       "%s: is left of an export that was killed, and cannot "
		       "be removed: %s",
		       path, strerror(errno));
}

static bool record_all(struct outgoing *outgoing, struct err *err)
{
	bool is_done = false;

	while (!is_done)
		if (!outgoing_record(outgoing, &is_done, err))
			return false;
	return true;
}

static bool settle_note(struct outgoing *outgoing, char *text, struct err *err)
{
	struct stat status;

	if (!read_note(outgoing, text, err))
		return false;
	if (lstat(outgoing->temporary, &status) == 0 || outgoing->count == 0)
		return remove_temporary(outgoing->temporary, err) &&
		       datadir_remove(outgoing->folder, NOTE, err);
	return record_all(outgoing, err);
}

static void forget_ids(struct outgoing *outgoing)
{
	free(outgoing->ids);
	outgoing->ids = NULL;
	outgoing->count = outgoing->room = outgoing->recorded = 0;
}

/* Under the lock, so that whoever left it is not alive. */
static bool settle(struct outgoing *outgoing, struct err *err)
{
	struct outgoing left = *outgoing;
	char *text = NULL;
	bool ok = true;

	left.is_left = true;
	if (datadir_has(outgoing->folder, NOTE)) {
		text = load_note(outgoing->folder, err);
		ok = text && settle_note(&left, text, err);
	}
	forget_ids(&left);
	free(text);
	return ok && clear_folder(outgoing->folder, err);
}

static bool find_folder(struct outgoing *outgoing, struct err *err)
{
	return datadir_path(outgoing->folder, store_dir(outgoing->store),
			    FOLDER, err) &&
	       datadir_make(outgoing->folder, err);
}

bool outgoing_open(struct outgoing *outgoing, struct store *store,
		   const char *temporary, const struct deed *deed,
		   struct err *err)
{
	bool is_held;

	*outgoing = (struct outgoing){
		.store = store, .deed = *deed, .temporary = temporary};
	if ((temporary && strchr(temporary, '\n')) || strchr(deed->who, '\n'))
		return err_set(err, ERR_LIMIT,
			       "a name with a line break in it cannot be used");
	if (!find_folder(outgoing, err))
		return false;
	outgoing->lock = datadir_try_lock(outgoing->folder, &is_held, err);
	if (is_held)
		return err_set(err, ERR_STORE,
			       "another export is running: try again when it "
			       "is over");
	if (outgoing->lock == DATADIR_NO_LOCK)
		return false;
	if (settle(outgoing, err) &&
	    (!temporary || write_note(outgoing, 0, err)))
		return true;
	outgoing_close(outgoing);
	return false;
}

bool outgoing_add(struct outgoing *outgoing, const char *id, struct err *err)
{
	if (outgoing->count == outgoing->room) {
		size_t room = outgoing->room ? outgoing->room * 2 : FIRST_ROOM;
		void *ids = reallocarray(outgoing->ids, room,
					 sizeof(*outgoing->ids));

		if (!ids)
			return no_memory(err);
		outgoing->ids = ids;
		outgoing->room = room;
	}
	snprintf(outgoing->ids[outgoing->count++], LEAD_ID_SIZE, "%s", id);
	return true;
}

bool outgoing_commit(struct outgoing *outgoing, struct err *err)
{
	if (!outgoing->temporary)
		return true;
	/* Also when it fails: it may be on the disk all the same. */
	outgoing->is_noted = true;
	return write_note(outgoing, outgoing->count, err);
}

bool outgoing_revoke(struct outgoing *outgoing, struct err *err)
{
	struct stat status;

	return !outgoing->is_noted ||
	       lstat(outgoing->temporary, &status) != 0 ||
	       write_note(outgoing, 0, err);
}

bool outgoing_record(struct outgoing *outgoing, bool *is_done, struct err *err)
{
	size_t left = outgoing->count - outgoing->recorded;
	size_t end = outgoing->recorded + (left < AT_A_TIME ? left : AT_A_TIME);

	*is_done = false;
	if (outgoing->recorded == 0)
		sort_ids(outgoing);
	if (!record_some(outgoing, end, err))
		return false;
	outgoing->recorded = end;
	*is_done = end == outgoing->count;
	return !*is_done || !outgoing->temporary ||
	       datadir_remove(outgoing->folder, NOTE, err);
}

void outgoing_close(struct outgoing *outgoing)
{
	datadir_unlock(outgoing->lock);
	forget_ids(outgoing);
}

bool outgoing_settle(struct store *store, struct err *err)
{
	struct outgoing outgoing = {.store = store};
	bool is_held;
	bool ok;

	if (!find_folder(&outgoing, err))
		return false;
	outgoing.lock = datadir_try_lock(outgoing.folder, &is_held, err);
	if (outgoing.lock == DATADIR_NO_LOCK)
		return is_held;
	ok = settle(&outgoing, err);
	outgoing_close(&outgoing);
	return ok;
}
