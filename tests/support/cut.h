/*
 * cut - work that is killed before its n-th system call.
 *
 * Whoever tries every n has seen every state that a crash of the program can
 * leave on the disk.
 */
#ifndef TESTS_SUPPORT_CUT_H
#define TESTS_SUPPORT_CUT_H

#include <stdbool.h>

/*
 * Do some work in a process of its own, killed before system call number n
 * (from 0).  False when the work was over before: then it was done whole.
 */
bool cut_before(int n, void (*work)(const void *context), const void *context);

#endif
