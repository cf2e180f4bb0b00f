#include "hairline/core/contact.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define DIGITS "0123456789"
#define DIGITS_LEAST 7
#define DIGITS_MOST 15
#define PHONE_CHARS DIGITS " +-().,/"
#define SPACES " \t"

static bool is_blank(const char *text)
{
	return text[strspn(text, SPACES)] == '\0';
}

enum contact_fault contact_check_name(const char *name)
{
	return is_blank(name) ? CONTACT_NO_NAME : CONTACT_FINE;
}

enum contact_fault contact_check_phone(const char *phone)
{
	int digits = 0;

	if (is_blank(phone))
		return CONTACT_FINE;
	if (phone[strspn(phone, PHONE_CHARS)] != '\0')
		return CONTACT_PHONE_CHARACTER;
	for (; *phone; phone++)
		if (strchr(DIGITS, *phone))
			digits++;
	if (digits < DIGITS_LEAST)
		return CONTACT_PHONE_SHORT;
	return digits > DIGITS_MOST ? CONTACT_PHONE_LONG : CONTACT_FINE;
}

enum contact_fault contact_check_email(const char *email)
{
	const char *at = strchr(email, '@');
	const char *dot;

	if (is_blank(email))
		return CONTACT_FINE;
	if (strpbrk(email, SPACES))
		return CONTACT_EMAIL_SPACE;
	if (!at || at == email || at[1] == '\0' || strchr(at + 1, '@'))
		return CONTACT_EMAIL_AT;
	dot = strrchr(at, '.');
	if (!dot || dot == at + 1 || dot[1] == '\0')
		return CONTACT_EMAIL_DOT;
	return CONTACT_FINE;
}

enum contact_fault contact_check(const char *name, const char *phone,
				 const char *email)
{
	enum contact_fault fault = contact_check_name(name);

	if (fault == CONTACT_FINE)
		fault = contact_check_phone(phone);
	if (fault == CONTACT_FINE)
		fault = contact_check_email(email);
	if (fault == CONTACT_FINE && is_blank(phone) && is_blank(email))
		fault = CONTACT_NO_WAY;
	return fault;
}
