#include "hairline/core/record.h"

#include <string.h>

#include "hairline/core/lead.h"

#define VERSION 1
#define HEAD_SIZE 5   /* tag and length */
#define NUMBER_SIZE 8 /* retention_days, big endian */
#define BOX_SIZE 9    /* set or not, and when, big endian */

/* The tags are the format: a number once used keeps its meaning. */
enum tag {
	TAG_RETENTION = 16,
	TAG_FIRST_BOX = 32
};

struct field {
	uint8_t tag;
	size_t offset; /* of a const char * in struct lead */
};

static const struct field fields[] = {
	{1, offsetof(struct lead, name)},
	{2, offsetof(struct lead, phone)},
	{3, offsetof(struct lead, email)},
	{4, offsetof(struct lead, time)},
	{5, offsetof(struct lead, clinic)},
	{6, offsetof(struct lead, text_version)},
	{7, offsetof(struct lead, text_hash)},
	{8, offsetof(struct lead, faq_hash)},
	{9, offsetof(struct lead, method)},
	{10, offsetof(struct lead, answers)},
};

#define FIELD_COUNT (sizeof(fields) / sizeof(fields[0]))

static const uint8_t box_tags[CONSENT_COUNT] = {
	[CONSENT_ADULT] = TAG_FIRST_BOX,
	[CONSENT_CONTACT] = TAG_FIRST_BOX + 1,
	[CONSENT_ANSWERS] = TAG_FIRST_BOX + 2,
	[CONSENT_TEXTS] = TAG_FIRST_BOX + 3,
	[CONSENT_CALLS] = TAG_FIRST_BOX + 4,
	[CONSENT_EMAIL] = TAG_FIRST_BOX + 5,
};

/* Through memcpy, because offsetof loses the member's type. */
static const char *get_text(const struct lead *lead, const struct field *field)
{
	const char *text;

	memcpy(&text, (const char *)lead + field->offset, sizeof(text));
	return text;
}

static void set_text(struct lead *lead, const struct field *field,
		     const char *text)
{
	memcpy((char *)lead + field->offset, &text, sizeof(text));
}

static uint8_t *put_number(uint8_t *out, uint64_t number, int bytes)
{
	while (bytes-- > 0)
		*out++ = (uint8_t)(number >> (8 * bytes));
	return out;
}

static uint64_t get_number(const uint8_t *in, int bytes)
{
	uint64_t number = 0;

	while (bytes-- > 0)
		number = number << 8 | *in++;
	return number;
}

static uint8_t *put_head(uint8_t *out, uint8_t tag, size_t size)
{
	*out++ = tag;
	return put_number(out, size, HEAD_SIZE - 1);
}

static uint8_t *put_text(uint8_t *out, uint8_t tag, const char *text)
{
	size_t size = strlen(text);

	out = put_head(out, tag, size);
	memcpy(out, text, size);
	return out + size;
}

static uint8_t *put_box(uint8_t *out, const struct consent *consent, int box)
{
	out = put_head(out, box_tags[box], BOX_SIZE);
	*out++ = consent->is_set[box];
	return put_number(out, (uint64_t)consent->at[box], NUMBER_SIZE);
}

/* Also for tags that this version does not know, which are skipped. */
static void read_text(struct lead *lead, uint8_t tag, uint8_t *bytes,
		      size_t size)
{
	for (size_t i = 0; i < FIELD_COUNT; i++) {
		if (fields[i].tag != tag)
			continue;
		/* Over its own length, so that its NUL hits nothing else. */
		char *text = (char *)bytes - 1;

		memmove(text, bytes, size);
		text[size] = '\0';
		set_text(lead, &fields[i], text);
	}
}

static void read_box(struct lead *lead, uint8_t tag, const uint8_t *bytes)
{
	for (int i = 0; i < CONSENT_COUNT; i++) {
		if (box_tags[i] != tag)
			continue;
		lead->consent.is_set[i] = bytes[0] == 1;
		lead->consent.at[i] =
			(int64_t)get_number(bytes + 1, NUMBER_SIZE);
	}
}

static void read_field(struct lead *lead, uint8_t tag, uint8_t *bytes,
		       size_t size)
{
	if (tag == TAG_RETENTION && size == NUMBER_SIZE)
		lead->retention_days = (int64_t)get_number(bytes, NUMBER_SIZE);
	else if (tag >= TAG_FIRST_BOX && size == BOX_SIZE)
		read_box(lead, tag, bytes);
	else
		read_text(lead, tag, bytes, size);
}

static void clear_fields(struct lead *lead)
{
	for (size_t i = 0; i < FIELD_COUNT; i++)
		set_text(lead, &fields[i], "");
	lead->retention_days = 0;
	lead->consent = (struct consent){0};
}

size_t record_size(const struct lead *lead)
{
	size_t size = 1 + HEAD_SIZE + NUMBER_SIZE +
		      CONSENT_COUNT * (HEAD_SIZE + BOX_SIZE);

	for (size_t i = 0; i < FIELD_COUNT; i++)
		size += HEAD_SIZE + strlen(get_text(lead, &fields[i]));
	return size;
}

void record_write(const struct lead *lead, uint8_t *bytes)
{
	uint8_t *out = bytes;

	*out++ = VERSION;
	for (size_t i = 0; i < FIELD_COUNT; i++)
		out = put_text(out, fields[i].tag, get_text(lead, &fields[i]));
	out = put_head(out, TAG_RETENTION, NUMBER_SIZE);
	out = put_number(out, (uint64_t)lead->retention_days, NUMBER_SIZE);
	for (int i = 0; i < CONSENT_COUNT; i++)
		out = put_box(out, &lead->consent, i);
}

bool record_read(struct lead *lead, uint8_t *bytes, size_t size,
		 struct err *err)
{
	size_t at = 1;

	clear_fields(lead);
	if (size == 0 || bytes[0] != VERSION)
		return err_set(err, ERR_SYNTAX,
			       "record: version %d is not known here: read it "
			       "with the hairline that wrote it",
			       size ? bytes[0] : 0);
	while (at < size) {
		size_t left = size - at;
		uint64_t len = left < HEAD_SIZE ? UINT64_MAX
						: get_number(bytes + at + 1, 4);

		if (left < HEAD_SIZE || len > left - HEAD_SIZE)
			return err_set(err, ERR_SYNTAX,
				       "record: byte %zu: the field is cut off",
				       at);
		read_field(lead, bytes[at], bytes + at + HEAD_SIZE,
			   (size_t)len);
		at += HEAD_SIZE + (size_t)len;
	}
	return true;
}
