/*
 * clinic - what clinic.ini says, const after load.
 */
#ifndef HAIRLINE_CORE_CLINIC_H
#define HAIRLINE_CORE_CLINIC_H

#include "hairline/form/form.h"

/*
 * X(member, "section", "key", "default" or NULL when it must be there)
 * The single-line words of clinic.ini, in the order of the sample file.
 */
#define CLINIC_WORDS(X)                                             \
	X(name, "clinic", "name", NULL)                             \
	X(tagline, "clinic", "tagline", "")                         \
	X(address, "clinic", "address", NULL)                       \
	X(phone, "clinic", "phone", NULL)                           \
	X(email, "clinic", "email", "")                             \
	X(kiosk, "kiosk", "id", "kiosk-1")                          \
	X(theme, "kiosk", "theme", "clinic")                        \
	X(booking_link, "booking", "link", NULL)                    \
	X(booking_template, "booking", "link_with_reference", NULL) \
	X(privacy_contact, "privacy", "contact", NULL)              \
	X(complain_to, "privacy", "complain_to", NULL)              \
	X(price, "facts", "price", NULL)                            \
	X(consultation, "facts", "consultation", NULL)              \
	X(smp_kind, "facts", "smp_kind", NULL)                      \
	X(help_lines, "facts", "help_lines", NULL)

/*
 * X(member, "section", "key", default, least, most)
 * Idle times are in seconds.  WCAG 2.2.1 asks for at least 20 s to react to a
 * warning, so a shorter countdown loads but `content check` warns of it.
 * A key held down counts once: its repeats within repeat_guard milliseconds
 * pick nothing.
 */
#define CLINIC_NUMBERS(X)                                         \
	X(idle_question, "idle", "question", 60, 1, 3600)         \
	X(idle_reading, "idle", "reading", 120, 1, 3600)          \
	X(idle_countdown, "idle", "countdown", 30, 1, 600)        \
	X(idle_desk, "idle", "desk", 180, 1, 3600)                \
	X(repeat_guard, "kiosk", "repeat_guard_ms", 250, 0, 1000) \
	X(retention_days, "privacy", "retention_days", 90, 1, 180)

/*
 * A word can be said in each language: "price" for all, "price.es" for
 * Spanish.  in[] has an entry for every language of the clinic.
 */
struct clinic {
#define X(member, section, key, fallback) struct form_text member;
	CLINIC_WORDS(X)
#undef X
#define X(member, section, key, fallback, least, most) int member;
	CLINIC_NUMBERS(X)
#undef X
	const char *languages[FORM_LANGUAGES_MAX]; /* "en", "es", ... */
	int language_count;
};

#endif
