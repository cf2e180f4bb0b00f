#include "hairline/base/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdalign.h>
#include <string.h>

#define REGEX_MAX 4096 /* bytes */
#define STEPS_MAX 200000
#define HEAP_MAX 384                /* KiB, of one vector of frames */
#define ROOM_SIZE ((size_t)1 << 20) /* all that a match may ask for */

struct pattern {
	pcre2_code *code;
};

/*
 * Memory for one match, on the stack: matching happens while a visitor is at
 * the kiosk, when nothing is allocated.
 */
struct room {
	size_t used;
	alignas(max_align_t) unsigned char bytes[ROOM_SIZE];
};

static void *take_room(PCRE2_SIZE size, void *context)
{
	const size_t align = alignof(max_align_t);
	struct room *room = context;
	unsigned char *piece = room->bytes + room->used;

	if (size > ROOM_SIZE)
		return NULL;
	size = (size + align - 1) / align * align;
	if (size > ROOM_SIZE - room->used)
		return NULL;
	room->used += size;
	return piece;
}

static void *take_arena(PCRE2_SIZE size, void *arena)
{
	return arena_alloc(arena, size);
}

static void leave(void *memory, void *context)
{
	(void)memory;
	(void)context;
}

static bool compile(struct pattern *pattern, struct arena *arena,
		    const char *regex, struct err *err)
{
	pcre2_general_context *general =
		pcre2_general_context_create(take_arena, leave, arena);
	pcre2_compile_context *context =
		general ? pcre2_compile_context_create(general) : NULL;
	PCRE2_UCHAR said[128];
	PCRE2_SIZE at;
	int code;

	if (!context)
		return err_set(err, ERR_MEMORY, "no memory for a pattern");
	pattern->code = pcre2_compile(
		(PCRE2_SPTR)regex, PCRE2_ZERO_TERMINATED,
		PCRE2_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_ANCHORED |
			PCRE2_ENDANCHORED | PCRE2_DOLLAR_ENDONLY,
		&code, &at, context);
	if (pattern->code)
		return true;
	if (code == PCRE2_ERROR_HEAP_FAILED)
		return err_set(err, ERR_MEMORY, "no memory for a pattern");
	pcre2_get_error_message(code, said, sizeof(said));
	return err_set(err, ERR_SYNTAX, "at byte %zu: %s", at + 1,
		       (const char *)said);
}

const struct pattern *pattern_read(struct arena *arena, const char *text,
				   struct err *err)
{
	struct pattern *pattern = arena_alloc(arena, sizeof(*pattern));

	if (!pattern) {
		err_set(err, ERR_MEMORY, "no memory for a pattern");
		return NULL;
	}
	if (strlen(text) > REGEX_MAX) {
		err_set(err, ERR_LIMIT, "longer than %d bytes", REGEX_MAX);
		return NULL;
	}
	return compile(pattern, arena, text, err) ? pattern : NULL;
}

static int match(const struct pattern *pattern, const char *text,
		 struct room *room)
{
	pcre2_general_context *general =
		pcre2_general_context_create(take_room, leave, room);
	pcre2_match_context *context = pcre2_match_context_create(general);
	pcre2_match_data *data = pcre2_match_data_create(1, general);

	pcre2_set_match_limit(context, STEPS_MAX);
	pcre2_set_heap_limit(context, HEAP_MAX);
	return pcre2_match(pattern->code, (PCRE2_SPTR)text, strlen(text), 0, 0,
			   data, context);
}

bool pattern_matches(const struct pattern *pattern, const char *text)
{
	struct room room;
	int found;

	room.used = 0;
	found = match(pattern, text, &room);
	explicit_bzero(room.bytes, room.used);
	return found != PCRE2_ERROR_NOMATCH;
}
