/*
 * content_watch - has somebody changed the content folder?
 *
 * inotify tells, also of files in the folders right below; where it does not
 * work, or the folder is gone, a timer looks every WATCH_POLL_MS.  What inotify
 * cannot see (another computer's writes, a link that leads elsewhere now) is
 * found by content_watch_look().  A change counts once the folder has been
 * quiet for WATCH_QUIET_MS: an editor writes in several steps.
 */
#ifndef HAIRLINE_CMD_CONTENT_WATCH_H
#define HAIRLINE_CMD_CONTENT_WATCH_H

#include <stdbool.h>
#include <stdint.h>

#define WATCH_QUIET_MS 1000
#define WATCH_POLL_MS 2000

struct content_watch {
	const char *dir;
	int notify; /* readable when something happened; -1: the timer is on */
	uint64_t stamp;     /* of the folder when it was last taken note of */
	int64_t changed_ms; /* when a change was last seen; -1: none is open */
	int64_t polled_ms;  /* when the timer last looked */
};

/* Start; all times are of the monotonic clock, ms. */
void content_watch_open(struct content_watch *watch, const char *dir,
			int64_t now_ms);
void content_watch_close(struct content_watch *watch);

/* Take what has happened.  Cheap when it is nothing. */
void content_watch_take(struct content_watch *watch, int64_t now_ms);

/* Look at the files themselves. */
void content_watch_look(struct content_watch *watch, int64_t now_ms);

/* Is there a change, and has it been quiet since? */
bool content_watch_is_due(const struct content_watch *watch, int64_t now_ms);

/* The change has been dealt with: the folder was like this. */
void content_watch_settle(struct content_watch *watch, uint64_t stamp);

/* When take() is to be called at the latest; -1: when notify is readable.  A
 * change that cannot be dealt with now is waited for only if is_ready. */
int64_t content_watch_deadline(const struct content_watch *watch,
			       bool is_ready);

#endif
