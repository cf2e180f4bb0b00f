#include "hairline/cmd/environment.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define NAME_MAX_LENGTH 64
#define NAME_CHARS \
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+._"

static bool is_plain_name(const char *value)
{
	size_t len = strlen(value);

	return len > 0 && len < NAME_MAX_LENGTH && value[0] != '.' &&
	       strspn(value, NAME_CHARS) == len;
}

/* "Europe/London", but no way out of the folder of zones. */
static bool is_zone(const char *value)
{
	return strlen(value) < NAME_MAX_LENGTH && value[0] != '/' &&
	       strspn(value, NAME_CHARS "/") == strlen(value) &&
	       !strstr(value, "..");
}

static bool is_short(const char *value)
{
	return strlen(value) < NAME_MAX_LENGTH;
}

struct variable {
	const char *name;
	bool (*is_fine)(const char *value);
};

static const struct variable kept[] = {
	{"TERM", is_plain_name},
	{"NO_COLOR", is_short},
	{"TZ", is_zone},
};

#define KEPT_COUNT (sizeof(kept) / sizeof(kept[0]))

void environment_clean(void)
{
	char *values[KEPT_COUNT];

	for (size_t i = 0; i < KEPT_COUNT; i++) {
		const char *value = getenv(kept[i].name);
		bool is_fine = value && kept[i].is_fine(value);

		values[i] = is_fine ? strdup(value) : NULL;
	}
	clearenv();
	for (size_t i = 0; i < KEPT_COUNT; i++) {
		if (values[i])
			setenv(kept[i].name, values[i], 1);
		free(values[i]);
	}
	/* On consoles curses would load a library for their mouse, whose
	 * reports nobody here waits for: it gets the name of no terminal. */
	setenv("NCURSES_GPM_TERMS", "-", 1);
}
