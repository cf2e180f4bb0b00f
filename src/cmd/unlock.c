#include "hairline/cmd/unlock.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "hairline/cmd/command.h"
#include "hairline/cmd/terminal_read.h"
#include "hairline/store/keylock.h"
#include "hairline/store/passphrase.h"
#include "hairline/store/seal.h"
#include "hairline/store/store.h"

#define TRIES 3 /* in one run, at a terminal */

/* What is to be opened, and how. */
struct door {
	void *what;
	const char *file; /* of a copy */
	bool (*open)(const struct door *door, const char *passphrase,
		     struct err *err);
};

static bool open_store(const struct door *door, const char *passphrase,
		       struct err *err)
{
	return store_unlock(door->what, passphrase, err);
}

static bool open_keys(const struct door *door, const char *passphrase,
		      struct err *err)
{
	return keylock_open(door->what, passphrase, err);
}

static bool open_copy(const struct door *door, const char *passphrase,
		      struct err *err)
{
	return keylock_open_copy(door->what, door->file, passphrase, err);
}

/* Fine for the caller's eyes only; the passphrase is used all the same. */
static void warn_if_open(int file, const char *path)
{
	struct stat found;

	if (fstat(file, &found) == 0 && S_ISREG(found.st_mode) &&
	    (found.st_mode & (S_IRWXG | S_IRWXO)))
		fprintf(stderr,
			"hairline: other users can read the passphrase: "
			"chmod 600 %s\n",
			path);
}

static bool read_file(char *line, const char *path, struct err *err)
{
	int file = open(path, O_RDONLY | O_CLOEXEC);
	bool ok;

	if (file < 0)
		return err_set(err, ERR_IO,
			       "%s: %s: the passphrase cannot be "
			       "read",
			       path, strerror(errno));
	warn_if_open(file, path);
	ok = terminal_read_line(file, line, PASSPHRASE_SIZE, err);
	close(file);
	return ok || err_set(err, err->code,
			     "%s: its first line is not a passphrase", path);
}

/* What is piped in is for the command, not a passphrase. */
static bool read_terminal(char *line, const char *prompt, struct err *err)
{
	if (!isatty(STDIN_FILENO))
		return err_set(err, ERR_KEY,
			       "the clinic's secret key is under a passphrase: "
			       "run this at a terminal, or name a file with "
			       "--passphrase-file FILE");
	return terminal_read_secret(line, PASSPHRASE_SIZE, prompt, err);
}

static void wait_ms(int64_t ms)
{
	struct timespec left = {.tv_sec = ms / 1000,
				.tv_nsec = ms % 1000 * 1000000};

	fprintf(stderr,
		"After wrong passphrases the next try has to wait %lld s.\n",
		(long long)ms / 1000);
	while (nanosleep(&left, &left) != 0 && errno == EINTR)
		;
}

/* Somebody else may have used the try that was waited for. */
static void wait_for_turn(const char *dir)
{
	int64_t waited = 0;

	for (;;) {
		int64_t wanted = keylock_delay(dir);

		if (wanted <= waited)
			return;
		wait_ms(wanted - waited);
		waited = wanted;
	}
}

static bool ask(char *passphrase, const struct options *options,
		struct err *err)
{
	if (options->passphrase_file)
		return read_file(passphrase, options->passphrase_file, err);
	return read_terminal(passphrase, "Passphrase of the secret key: ", err);
}

static bool try_door(const struct door *door, const struct options *options,
		     char *passphrase, struct err *err)
{
	int tries = options->passphrase_file ? 1 : TRIES;

	for (;;) {
		wait_for_turn(options->data);
		if (!ask(passphrase, options, err))
			return false;
		if (door->open(door, passphrase, err))
			return true;
		if (err->code != ERR_PASSPHRASE || --tries == 0)
			return false;
		fputs("That is not the passphrase.\n", stderr);
	}
}

/* passphrase is where the caller wants it, or NULL. */
static bool open_door(const struct door *door, const struct options *options,
		      char *passphrase, struct err *err)
{
	char *mine = passphrase ? NULL : sodium_malloc(PASSPHRASE_SIZE);
	bool ok;

	if (!passphrase && !mine)
		return err_set(err, ERR_MEMORY, "no memory for a passphrase");
	ok = try_door(door, options, passphrase ? passphrase : mine, err);
	sodium_free(mine);
	return ok;
}

bool unlock_store(struct store *store, const struct options *options,
		  struct err *err)
{
	struct door door = {.what = store, .open = open_store};

	return !store_is_locked(store) || open_door(&door, options, NULL, err);
}

bool unlock_store_with(struct store *store, const struct options *options,
		       char *passphrase, struct err *err)
{
	struct door door = {.what = store, .open = open_store};

	passphrase[0] = '\0';
	return !store_is_locked(store) ||
	       open_door(&door, options, passphrase, err);
}

bool unlock_keys(struct seal_keys *keys, const struct options *options,
		 char *passphrase, struct err *err)
{
	struct door door = {.what = keys, .open = open_keys};

	if (passphrase)
		passphrase[0] = '\0';
	return keys->secret_key || !keys->has_passphrase ||
	       open_door(&door, options, passphrase, err);
}

bool unlock_copy(struct seal_keys *keys, const char *file,
		 const struct options *options, char *passphrase,
		 struct err *err)
{
	struct door door = {.what = keys, .file = file, .open = open_copy};

	if (passphrase)
		passphrase[0] = '\0';
	return keys->secret_key || open_door(&door, options, passphrase, err);
}

static bool ask_again(const char *passphrase, struct err *err)
{
	char *again = sodium_malloc(PASSPHRASE_SIZE);
	bool ok;

	if (!again)
		return err_set(err, ERR_MEMORY, "no memory for a passphrase");
	ok = read_terminal(again, "The same again: ", err) &&
	     (strcmp(again, passphrase) == 0 ||
	      err_set(err, ERR_SYNTAX,
		      "the two were not the same: nothing was changed"));
	sodium_free(again);
	return ok;
}

bool unlock_ask_new(char *passphrase, const char *file, struct err *err)
{
	if (file)
		return read_file(passphrase, file, err) &&
		       passphrase_is_good(passphrase, err);
	return read_terminal(passphrase, "New passphrase: ", err) &&
	       passphrase_is_good(passphrase, err) &&
	       ask_again(passphrase, err);
}
