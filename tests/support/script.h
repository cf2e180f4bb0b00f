/*
 * script - keys written out by name: "Enter 1 'text to type' ^X".
 */
#ifndef HAIRLINE_TESTS_SCRIPT_H
#define HAIRLINE_TESTS_SCRIPT_H

/*
 * Press each key of a script.  A key is its name on the key cap ("Enter",
 * "PgDn", "F4"), "Space", "Erase", "^X" for one with Ctrl, or a character; a
 * text in quotes is typed.
 */
void script_play(const char *script, void (*press)(void *context, unsigned key),
		 void *context);

#endif
