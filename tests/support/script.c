#include "support/script.h"

#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/ui/key.h"

struct key_name {
	const char *name;
	unsigned key;
};

static const struct key_name key_names[] = {
	{"Enter", KEYS_ENTER},     {"Esc", KEYS_ESC},
	{"Down", KEYS_DOWN},       {"Up", KEYS_UP},
	{"Left", KEYS_LEFT},       {"Tab", KEYS_TAB},
	{"PgDn", KEYS_PAGE_DOWN},  {"PgUp", KEYS_PAGE_UP},
	{"Home", KEYS_HOME},       {"End", KEYS_END},
	{"Erase", KEYS_BACKSPACE}, {"BackTab", KEYS_BACKTAB},
	{"F1", KEYS_F1},           {"F2", KEYS_F2},
	{"F3", KEYS_F3},           {"F4", KEYS_F4},
	{"F5", KEYS_F5},           {"F6", KEYS_F6},
	{"F7", KEYS_F7},           {"F8", KEYS_F8},
	{"F9", KEYS_F9},           {"Space", ' '},
};

static unsigned find_key(const char *word, size_t len)
{
	for (size_t i = 0; i < sizeof(key_names) / sizeof(key_names[0]); i++)
		if (strlen(key_names[i].name) == len &&
		    memcmp(key_names[i].name, word, len) == 0)
			return key_names[i].key;
	if (len == 2 && word[0] == '^')
		return KEYS_CTRL(word[1]);
	return utf8_next(&word);
}

/* Press one key or type a text in quotes.  Returns what follows it. */
static const char *play_next(const char *script,
			     void (*press)(void *context, unsigned key),
			     void *context)
{
	size_t len = strcspn(script, " ");

	if (*script != '\'') {
		press(context, find_key(script, len));
		return script + len;
	}
	script++;
	while (*script && *script != '\'')
		press(context, utf8_next(&script));
	return *script ? script + 1 : script;
}

void script_play(const char *script, void (*press)(void *context, unsigned key),
		 void *context)
{
	while (*(script += strspn(script, " ")))
		script = play_next(script, press, context);
}
