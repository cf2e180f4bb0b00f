/*
 * typing - editing the end of a text that lives in the session block.
 */
#ifndef HAIRLINE_UI_TYPING_H
#define HAIRLINE_UI_TYPING_H

#include <stddef.h>

/*
 * Append a printable character to the NUL-terminated text in memory of size
 * bytes.  What does not fit, a leading space and more than two combining marks
 * on one letter are left out.
 */
void typing_add(char *text, size_t size, unsigned code_point);

/* Remove the last character; its bytes are overwritten. */
void typing_erase(char *text, size_t size);

#endif
