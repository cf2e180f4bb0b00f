/*
 * status - where a lead stands, and the kinds of event that brought it there.
 *
 * A lead's status is its latest mark.  "undone" takes back the latest mark
 * that is not taken back yet.  Two things are final, whatever else was noted
 * before or after: an erased lead is erased, and a withdrawn consent stays
 * withdrawn (GDPR art. 7(3)).
 */
#ifndef HAIRLINE_CORE_STATUS_H
#define HAIRLINE_CORE_STATUS_H

#include <stdbool.h>

/* X(id, "name"). */
#define STATUSES(X)                        \
	X(STATUS_NEW, "new")               \
	X(STATUS_CALLED, "called")         \
	X(STATUS_NO_ANSWER, "no-answer")   \
	X(STATUS_BOOKED, "booked")         \
	X(STATUS_CLOSED, "closed")         \
	X(STATUS_RESTRICTED, "restricted") \
	X(STATUS_WITHDRAWN, "withdrawn")   \
	X(STATUS_ERASED, "erased")

enum status {
#define X(id, name) id,
	STATUSES(X)
#undef X
	STATUS_COUNT
};

/*
 * What an event may be; X(id, "name in the store", the status it brings, or
 * STATUS_COUNT for none).  Kinds that are not listed bring none.
 *
 *   erased      the visitor asked for it
 *   purged      its time to be kept was over
 *   day-erased  the data key of its day was deleted
 */
#define KINDS(X)                                            \
	X(KIND_SAVED, "saved", STATUS_NEW)                  \
	X(KIND_NEW, "new", STATUS_NEW)                      \
	X(KIND_CALLED, "called", STATUS_CALLED)             \
	X(KIND_NO_ANSWER, "no-answer", STATUS_NO_ANSWER)    \
	X(KIND_BOOKED, "booked", STATUS_BOOKED)             \
	X(KIND_CLOSED, "closed", STATUS_CLOSED)             \
	X(KIND_RESTRICTED, "restricted", STATUS_RESTRICTED) \
	X(KIND_WITHDRAWN, "withdrawn", STATUS_WITHDRAWN)    \
	X(KIND_ERASED, "erased", STATUS_ERASED)             \
	X(KIND_PURGED, "purged", STATUS_ERASED)             \
	X(KIND_DAY_ERASED, "day-erased", STATUS_ERASED)     \
	X(KIND_NOTE, "note", STATUS_COUNT)                  \
	X(KIND_CORRECTED, "corrected", STATUS_COUNT)        \
	X(KIND_UNDONE, "undone", STATUS_COUNT)              \
	X(KIND_EXPORTED, "exported", STATUS_COUNT)          \
	X(KIND_IMPORTED, "imported", STATUS_COUNT)

enum kind {
#define X(id, name, status) id,
	KINDS(X)
#undef X
	KIND_COUNT
};

const char *status_name(enum status status);

/* The status with a name, or STATUS_COUNT. */
enum status status_find(const char *name);

/* May staff set it?  Not "erased": that takes erasing. */
bool status_is_mark(enum status status);

/* May this lead be called, shown to be called, and given out?  Not one whose
 * consent is withdrawn, whose use is restricted, or of which nothing is left.
 */
bool status_may_use(enum status status);

const char *kind_name(enum kind kind);

/* The kind with a name, or KIND_COUNT. */
enum kind kind_find(const char *name);

/* The status an event of this kind brings, or STATUS_COUNT. */
enum status kind_status(enum kind kind);

#endif
