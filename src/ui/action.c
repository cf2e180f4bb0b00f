#include "hairline/ui/action.h"

#include <stddef.h>

#include "hairline/ui/key.h"

const struct binding bindings_common[] = {
	{KEYS_ENTER, ACTION_NEXT, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_ESC, ACTION_BACK, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_LEFT, ACTION_BACK, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_UP, ACTION_UP, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_DOWN, ACTION_DOWN, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_TAB, ACTION_TAB, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_BACKTAB, ACTION_BACKTAB, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_PAGE_UP, ACTION_PAGE_UP, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_PAGE_DOWN, ACTION_PAGE_DOWN, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_BACKSPACE, ACTION_ERASE, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_F1, ACTION_HELP, 0, TEXT_KEY_F1, TEXT_HINT_HELP},
	{KEYS_F2, ACTION_LANGUAGE, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_F3, ACTION_FAQ, 0, TEXT_KEY_F3, TEXT_HINT_FAQ},
	{KEYS_CTRL('X'), ACTION_START_OVER, 0, TEXT_KEY_OVER, TEXT_HINT_OVER},
	{KEYS_CTRL('T'), ACTION_STAFF, 0, TEXT_NONE, TEXT_NONE},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

#define PICK(digit)                                                       \
	{                                                                 \
		(digit), ACTION_PICK, (digit) - '1', TEXT_NONE, TEXT_NONE \
	}

const struct binding bindings_plain[] = {
	PICK('1'),
	PICK('2'),
	PICK('3'),
	PICK('4'),
	PICK('5'),
	PICK('6'),
	PICK('7'),
	PICK('8'),
	PICK('9'),
	{' ', ACTION_PICK, PICK_FOCUS, TEXT_NONE, TEXT_NONE},
	{'?', ACTION_HELP, 0, TEXT_KEY_HELP, TEXT_HINT_HELP},
	{'f', ACTION_FAQ, 0, TEXT_KEY_FAQ, TEXT_HINT_FAQ},
	{'F', ACTION_FAQ, 0, TEXT_NONE, TEXT_NONE},
	{'l', ACTION_LANGUAGE, 0, TEXT_NONE, TEXT_NONE},
	{'L', ACTION_LANGUAGE, 0, TEXT_NONE, TEXT_NONE},
	{KEYS_CTRL('X'), ACTION_START_OVER, 0, TEXT_KEY_OVER, TEXT_HINT_OVER},
	{0, ACTION_NONE, 0, TEXT_NONE, TEXT_NONE},
};

bool action_is_guarded(enum action action)
{
	static const bool is_guarded[ACTION_COUNT] = {
#define X(id, guarded) [id] = guarded,
		ACTIONS(X)
#undef X
	};

	return is_guarded[action];
}

const struct binding *binding_find(const struct binding *bindings, unsigned key)
{
	for (; bindings && bindings->key; bindings++)
		if (bindings->key == key)
			return bindings;
	return NULL;
}
