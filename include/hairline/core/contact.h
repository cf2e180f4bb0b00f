/*
 * contact - are a name, a phone number and an e-mail address possible?
 *
 * "Possible", not "valid": the check only catches slips of the finger.
 */
#ifndef HAIRLINE_CORE_CONTACT_H
#define HAIRLINE_CORE_CONTACT_H

/* Room in bytes, with the NUL (RFC 5321 for the address). */
#define CONTACT_NAME_SIZE 121
#define CONTACT_PHONE_SIZE 33
#define CONTACT_EMAIL_SIZE 255

enum contact_fault {
	CONTACT_FINE,
	CONTACT_NO_NAME,
	CONTACT_NO_WAY,          /* neither phone nor e-mail */
	CONTACT_PHONE_CHARACTER, /* something that is not in a number */
	CONTACT_PHONE_SHORT,     /* fewer than 7 digits */
	CONTACT_PHONE_LONG,      /* more than 15 digits (ITU-T E.164) */
	CONTACT_EMAIL_AT,        /* not exactly one @ with text on both sides */
	CONTACT_EMAIL_DOT,       /* no dot in the part after the @ */
	CONTACT_EMAIL_SPACE,
	CONTACT_FAULTS
};

enum contact_fault contact_check_name(const char *name);

/* An empty phone or e-mail is fine: only one of the two is needed. */
enum contact_fault contact_check_phone(const char *phone);
enum contact_fault contact_check_email(const char *email);

/* The whole: the first fault in the order of the screen. */
enum contact_fault contact_check(const char *name, const char *phone,
				 const char *email);

#endif
