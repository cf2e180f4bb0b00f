#include "hairline/cmd/content_watch.h"

#include <stdalign.h>
#include <stdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "hairline/cmd/content_files.h"

#define PATH_SIZE 4096
#define EVENTS_SIZE 4096
#define NONE (-1)
#define CHANGES                                                           \
	(IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_CREATE | IN_DELETE | \
	 IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)

/* After these the watches no longer match the folders. */
#define UPHEAVAL                                                              \
	(IN_ISDIR | IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED | IN_UNMOUNT | \
	 IN_Q_OVERFLOW)

static void watch_folder(void *context, const char *name)
{
	const struct content_watch *watch = context;
	char path[PATH_SIZE];
	int len = snprintf(path, sizeof(path), "%s/%s", watch->dir, name);

	if (len > 0 && (size_t)len < sizeof(path))
		inotify_add_watch(watch->notify, path, CHANGES | IN_ONLYDIR);
}

static void disarm(struct content_watch *watch)
{
	if (watch->notify >= 0)
		close(watch->notify);
	watch->notify = NONE;
}

/* Watch the folder and those below it, or leave it to the timer. */
static void arm(struct content_watch *watch)
{
	disarm(watch);
	watch->notify = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (watch->notify < 0)
		return;
	if (inotify_add_watch(watch->notify, watch->dir, CHANGES | IN_ONLYDIR) <
	    0)
		disarm(watch);
	else
		content_files_folders(watch->dir, watch_folder, watch);
}

void content_watch_open(struct content_watch *watch, const char *dir,
			int64_t now_ms)
{
	*watch = (struct content_watch){
		.dir = dir,
		.notify = NONE,
		.changed_ms = NONE,
		.polled_ms = now_ms,
	};
	arm(watch);
	watch->stamp = content_files_stamp(dir);
}

void content_watch_close(struct content_watch *watch)
{
	disarm(watch);
}

void content_watch_look(struct content_watch *watch, int64_t now_ms)
{
	uint64_t stamp = content_files_stamp(watch->dir);

	if (stamp == watch->stamp)
		return;
	watch->stamp = stamp;
	/* What inotify has told of already is quiet since then. */
	if (watch->changed_ms < 0)
		watch->changed_ms = now_ms;
}

/* Go through what was read.  Returns all flags of what matters. */
static uint32_t sum_up(const char *bytes, size_t size)
{
	uint32_t flags = 0;
	size_t at = 0;

	while (at + sizeof(struct inotify_event) <= size) {
		struct inotify_event event;
		const char *name = bytes + at + sizeof(event);

		memcpy(&event, bytes + at, sizeof(event));
		/* Drafts of editors and of ours start with a dot. */
		if (event.len == 0 || name[0] != '.')
			flags |= event.mask;
		at += sizeof(event) + event.len;
	}
	return flags;
}

static uint32_t read_events(const struct content_watch *watch)
{
	alignas(struct inotify_event) char bytes[EVENTS_SIZE];
	uint32_t flags = 0;
	ssize_t size;

	while ((size = read(watch->notify, bytes, sizeof(bytes))) > 0)
		flags |= sum_up(bytes, (size_t)size);
	return flags;
}

static void poll_folder(struct content_watch *watch, int64_t now_ms)
{
	if (now_ms < watch->polled_ms + WATCH_POLL_MS)
		return;
	watch->polled_ms = now_ms;
	arm(watch);
	content_watch_look(watch, now_ms);
}

void content_watch_take(struct content_watch *watch, int64_t now_ms)
{
	uint32_t flags;

	if (watch->notify < 0) {
		poll_folder(watch, now_ms);
		return;
	}
	flags = read_events(watch);
	if (flags == 0)
		return;
	watch->changed_ms = now_ms;
	if (flags & UPHEAVAL)
		arm(watch);
}

bool content_watch_is_due(const struct content_watch *watch, int64_t now_ms)
{
	return watch->changed_ms >= 0 &&
	       now_ms >= watch->changed_ms + WATCH_QUIET_MS;
}

void content_watch_settle(struct content_watch *watch, uint64_t stamp)
{
	watch->stamp = stamp;
	watch->changed_ms = NONE;
}

int64_t content_watch_deadline(const struct content_watch *watch, bool is_ready)
{
	int64_t deadline = NONE;

	if (watch->notify < 0)
		deadline = watch->polled_ms + WATCH_POLL_MS;
	if (is_ready && watch->changed_ms >= 0 &&
	    (deadline < 0 || watch->changed_ms + WATCH_QUIET_MS < deadline))
		deadline = watch->changed_ms + WATCH_QUIET_MS;
	return deadline;
}
