/*
 * memory - looking for words in all the memory of a running process.
 *
 * Reads every page that /proc/PID/pagemap calls present or swapped, also those
 * the process itself may not read at the moment.  Only mappings over 1 GiB
 * (the address sanitizer's shadow, which holds no data) are passed over.
 */
#ifndef TESTS_SUPPORT_MEMORY_H
#define TESTS_SUPPORT_MEMORY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#define MEMORY_TEXT_MIN 4 /* characters; a shorter text is found by chance */

/*
 * Is a text (UTF-8, at least MEMORY_TEXT_MIN characters, upper and lower case
 * as given) anywhere in the process?  Found are
 *
 *   - the bytes as they are,
 *   - its characters, as UTF-8 or as 32-bit integers, at any equal distance up
 *     to 64 bytes: wchar_t strings, curses cells, a canvas's cells.
 *
 * Each find is put on the test's output with its mapping, address and
 * distance (1: the bytes as they are).  Fails the test when the memory cannot
 * be read.  Stop the process, or have it wait, before you ask.
 */
bool memory_has(pid_t pid, const char *text, size_t len);

#endif
