/*
 * notice - the exact text a visitor agreed to, as a fingerprint.
 *
 * Made of the privacy notice as it was shown, with its date filled in, and of
 * the line beside each box, in the order of the screen, one text a line.
 */
#ifndef HAIRLINE_CORE_NOTICE_H
#define HAIRLINE_CORE_NOTICE_H

struct privacy;
struct text;

/* The label of each consent box, by enum consent_box. */
const char *notice_label(const struct text *text, int box);

/* SHA-256 in hex; hash holds 65 bytes. */
void notice_hash(char *hash, const struct privacy *privacy,
		 const struct text *text, const char *delete_after);

#endif
