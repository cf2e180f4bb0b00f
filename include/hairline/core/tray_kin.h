/*
 * tray_kin - the leads of an tray that may be the same person.
 *
 * A hint for people: nothing is merged by it, and a consent that was withdrawn
 * in one of them holds for all (GDPR art. 7(3)).
 */
#ifndef HAIRLINE_CORE_TRAY_KIN_H
#define HAIRLINE_CORE_TRAY_KIN_H

#include "hairline/core/tray.h"

#define TRAY_KIN_MAX 8

enum tray_likeness {
	TRAY_OTHER,
	TRAY_SHARED, /* the same phone or e-mail under another name */
	TRAY_LIKELY  /* and nearly the same name */
};

struct tray_kin {
	int lead;
	enum tray_likeness likeness;
};

/*
 * The leads that share the phone or the e-mail of one, at most TRAY_KIN_MAX:
 * first those whose consent was withdrawn, then the likeliest.  Returns how
 * many.
 */
int tray_kin_find(const struct tray *tray, int lead,
		  struct tray_kin found[TRAY_KIN_MAX]);

/* Is there one at all?  Cheap enough for every line of a list. */
bool tray_kin_has(const struct tray *tray, int lead);

/* How alike the likeliest of them is whose consent was withdrawn; TRAY_OTHER
 * when there is none. */
enum tray_likeness tray_kin_withdrawn(const struct tray *tray, int lead);

#endif
