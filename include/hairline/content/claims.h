/*
 * claims - what an honest clinic does not promise, in one language.
 *
 *   [rules]
 *   denials = no, not, never          make what follows a denial
 *   denied_by = does not, is not      right behind a claim deny it
 *   not_denials = not only            look like denials but are none
 *   breaks = but, and                 a denial ends here
 *   asks = is, does, what             a question with these claims nothing
 *
 *   [a name]
 *   say = guaranteed, guarant*, we promise
 *   why = why it is not honest
 *   better = an honest way to say it
 *   unless = phrases that start as a claim and are none; may be left out
 *
 * Words match whole, whatever their case and accents; * stands for any end.  A
 * denial reaches up to eight words, as far as the next comma, colon, bracket or
 * break.
 */
#ifndef HAIRLINE_CONTENT_CLAIMS_H
#define HAIRLINE_CONTENT_CLAIMS_H

#include "hairline/content/file.h"
#include "hairline/content/words.h"

struct claim {
	const char *name;
	const char *say; /* phrases with commas between */
	const char *why;
	const char *better;
	const char *unless; /* or NULL */
};

struct claims {
	const char *denials;
	const char *denied_by;
	const char *not_denials;
	const char *breaks;
	const char *asks;
	struct claim *at;
	int count;
};

bool claims_read(struct claims *claims, struct arena *arena,
		 const struct file *file, struct err *err);

/*
 * The first claim from *from on that a sentence makes, or NULL; *from is set
 * behind it, to go on with.  said gets the claim's words as they were found.
 */
const struct claim *claims_find(const struct claims *claims,
				const struct sentence *sentence, int *from,
				char *said, size_t size);

#endif
