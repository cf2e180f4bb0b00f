#include "hairline/export/uuid.h"

#include <string.h>

static const char digits[] = "0123456789abcdef";

/* Where each digit of an id goes; its last digit carries the part. */
static const char shape[] = "xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx";

static int value_of(char digit)
{
	const char *found = digit ? strchr(digits, digit) : NULL;

	return found ? (int)(found - digits) : 0;
}

void uuid_of(char uuid[UUID_SIZE], const char *id, int part)
{
	int at = 0;

	for (int i = 0; i < UUID_SIZE - 1; i++) {
		uuid[i] = shape[i];
		if (shape[i] == '-')
			continue;
		if (shape[i] == 'x')
			uuid[i] = digits[value_of(id[at])];
		at++;
	}
	uuid[UUID_SIZE - 2] = digits[value_of(uuid[UUID_SIZE - 2]) ^ part];
	uuid[UUID_SIZE - 1] = '\0';
}
