/*
 * environment - what the surroundings may tell the kiosk: next to nothing.
 */
#ifndef HAIRLINE_CMD_ENVIRONMENT_H
#define HAIRLINE_CMD_ENVIRONMENT_H

/*
 * Forget every variable but NO_COLOR, TZ and a TERM that is a plain name, so
 * that no path, library or locale switch of others reaches a library.
 */
void environment_clean(void);

#endif
