/*
 * content_fit - does every text fit its screen at 80 x 24?
 *
 * The screens are drawn as a visitor would see them, so nothing is guessed.
 */
#ifndef HAIRLINE_CMD_CONTENT_FIT_H
#define HAIRLINE_CMD_CONTENT_FIT_H

struct catalog;
struct findings;

/*
 * Warn of each question, and each screen that is meant to fit, that has to be
 * scrolled or whose labels are cut, and of booking links whose code finds no
 * room.  dir names the files.
 */
void content_fit(const struct catalog *catalog, const char *dir,
		 struct findings *findings);

#endif
