#include "hairline/form/decimal.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define DIGITS "0123456789"
#define PLACES_MAX 6 /* of DECIMAL_SCALE */
#define EXPONENT_MAX                                            \
	100000 /* beyond it a number is as good as 0 or endless \
		*/

/* A number taken apart: 0.d1d2d3... times ten to the power. */
struct parts {
	bool is_negative;
	const char *digits; /* from the first that is not 0; may hold a point */
	int count;          /* up to the last that is not 0; 0: the number 0 */
	long power;
};

static const char *skip_digits(const char *at)
{
	return at + strspn(at, DIGITS);
}

/* Behind a number at text, or NULL. */
static const char *behind_number(const char *text)
{
	const char *at = text + (*text == '-');
	const char *from = at;

	at = skip_digits(at);
	if (at == from || (*from == '0' && at > from + 1))
		return NULL;
	if (*at == '.') {
		from = ++at;
		at = skip_digits(at);
		if (at == from)
			return NULL;
	}
	if (*at != 'e' && *at != 'E')
		return at;
	at++;
	at += *at == '-' || *at == '+';
	from = at;
	at = skip_digits(at);
	return at == from ? NULL : at;
}

static long exponent_of(const char *text)
{
	const char *e = strpbrk(text, "eE");
	long exponent = e ? strtol(e + 1, NULL, 10) : 0;

	if (exponent > EXPONENT_MAX)
		return EXPONENT_MAX;
	return exponent < -EXPONENT_MAX ? -EXPONENT_MAX : exponent;
}

/* How many digits from the first that counts to the last that does. */
static int count_digits(const char *digits)
{
	int count = 0;
	int last = 0;

	for (; *digits && strchr(DIGITS ".", *digits); digits++) {
		if (*digits == '.')
			continue;
		count++;
		if (*digits != '0')
			last = count;
	}
	return last;
}

static struct parts take_apart(const char *text)
{
	struct parts parts = {.is_negative = *text == '-'};
	const char *start = text + parts.is_negative;
	size_t whole = strspn(start, DIGITS);
	size_t zeros = strspn(start, "0.");

	parts.digits = start + zeros;
	parts.count = count_digits(parts.digits);
	parts.power = (long)whole - (long)zeros + exponent_of(start);
	/* Zeros behind the point count less than they look: the point too. */
	if (zeros > whole)
		parts.power++;
	return parts;
}

static int compare_digits(const struct parts *a, const struct parts *b)
{
	const char *at = a->digits;
	const char *bt = b->digits;
	int most = a->count > b->count ? a->count : b->count;

	for (int i = 0; i < most; i++) {
		at += *at == '.';
		bt += *bt == '.';

		char one = i < a->count ? *at++ : '0';
		char two = i < b->count ? *bt++ : '0';

		if (one != two)
			return one < two ? -1 : 1;
	}
	return 0;
}

/* The sizes of two numbers that are not 0, whatever their signs. */
static int compare_sizes(const struct parts *a, const struct parts *b)
{
	if (a->power != b->power)
		return a->power < b->power ? -1 : 1;
	return compare_digits(a, b);
}

static int sign_of(const struct parts *parts)
{
	if (parts->count == 0)
		return 0;
	return parts->is_negative ? -1 : 1;
}

bool decimal_is_valid(const char *text)
{
	const char *end = behind_number(text);

	return end && *end == '\0';
}

bool decimal_is_whole(const char *text)
{
	char *end;

	if (!decimal_is_valid(text) || strpbrk(text, ".eE"))
		return false;
	errno = 0;
	strtoll(text, &end, 10);
	return errno == 0;
}

int decimal_compare(const char *a, const char *b)
{
	struct parts one = take_apart(a);
	struct parts two = take_apart(b);
	int sign = sign_of(&one);

	if (sign != sign_of(&two))
		return sign < sign_of(&two) ? -1 : 1;
	if (sign == 0)
		return 0;
	return sign * compare_sizes(&one, &two);
}

int decimal_places(const char *text)
{
	const char *point = strchr(text, '.');

	return point ? (int)strspn(point + 1, DIGITS) : 0;
}

bool decimal_scaled(const char *text, int64_t *millionths)
{
	bool is_negative = *text == '-';
	const char *at = text + is_negative;
	int places = -1; /* before the point */
	int64_t sum = 0;

	if (!decimal_is_valid(text) || strpbrk(text, "eE"))
		return false;
	for (; *at || places < PLACES_MAX; at += *at ? 1 : 0) {
		if (*at == '.' || (*at == '\0' && places < 0)) {
			places = 0;
			continue;
		}
		if (places == PLACES_MAX && *at == '0')
			continue;
		if (places == PLACES_MAX || sum > INT64_MAX / 10 - 1)
			return false;
		sum = sum * 10 + (*at ? *at - '0' : 0);
		places += places >= 0;
	}
	*millionths = is_negative ? -sum : sum;
	return true;
}

void decimal_show(char out[DECIMAL_SHOWN_SIZE], int64_t millionths)
{
	bool is_negative = millionths < 0;
	uint64_t size =
		is_negative ? 0 - (uint64_t)millionths : (uint64_t)millionths;
	size_t len;

	snprintf(out, DECIMAL_SHOWN_SIZE, "%s%llu.%06llu",
		 is_negative ? "-" : "",
		 (unsigned long long)(size / DECIMAL_SCALE),
		 (unsigned long long)(size % DECIMAL_SCALE));
	len = strlen(out);
	while (out[len - 1] == '0')
		out[--len] = '\0';
	if (out[len - 1] == '.')
		out[len - 1] = '\0';
}
