#include "hairline/export/vcf.h"

#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/base/utf8.h"
#include "hairline/core/date.h"
#include "hairline/core/dossier.h"
#include "hairline/core/lead.h"
#include "hairline/export/uuid.h"

#define LINE_MAX 75 /* octets, without the line break (RFC 6350, 3.2) */
#define TIME_SIZE 17
#define NOTE_SIZE 256

/* A content line as it grows, folded where it must be. */
struct line {
	FILE *out;
	int octets;
};

static void put_octets(struct line *line, const char *bytes, size_t len)
{
	if (line->octets + (int)len > LINE_MAX) {
		fputs("\r\n ", line->out);
		line->octets = 1;
	}
	fwrite(bytes, 1, len, line->out);
	line->octets += (int)len;
}

static void put_plain(struct line *line, const char *text)
{
	for (; *text; text++)
		put_octets(line, text, 1);
}

/* One character of a value, escaped (RFC 6350, 3.4). */
static const char *put_character(struct line *line, const char *text)
{
	const char *next = text;
	unsigned code_point = utf8_next(&next);
	char mem[16];
	struct buf buf;

	buf_init(&buf, mem, sizeof(mem));
	if (code_point == '\n')
		buf_add(&buf, "\\n");
	else if (strchr("\\,;", *text))
		buf_addf(&buf, "\\%c", *text);
	else if (code_point == UTF8_BAD)
		buf_add(&buf, "\xEF\xBF\xBD");
	else if (utf8_is_printable(code_point))
		buf_add_bytes(&buf, text, (size_t)(next - text));
	else if (code_point != '\r')
		buf_addf(&buf, "\\\\u{%04X}", code_point);
	put_octets(line, buf.at, buf.len);
	return next;
}

static void put_line(FILE *out, const char *name, const char *value)
{
	struct line line = {out, 0};

	if (!*value)
		return;
	put_plain(&line, name);
	while (*value)
		value = put_character(&line, value);
	fputs("\r\n", out);
}

/* "20261118T110647Z" */
static void short_time(char out[TIME_SIZE], int64_t seconds)
{
	char time[DATE_TIME_SIZE];
	struct buf buf;

	date_time(time, seconds);
	buf_init(&buf, out, TIME_SIZE);
	for (const char *at = time; *at; at++)
		if (*at != '-' && *at != ':')
			buf_add_bytes(&buf, at, 1);
}

static void put_note(FILE *out, const struct lead *lead)
{
	char shown[REFERENCE_SHOWN_SIZE];
	char mem[NOTE_SIZE];
	struct buf note;

	reference_show(shown, lead->reference);
	buf_init(&note, mem, sizeof(mem));
	buf_addf(&note, "%s, %s", shown, lead->time);
	put_line(out, "NOTE:", note.at);
}

static bool add(struct export_run *run, const struct export_item *item,
		struct err *err)
{
	const struct lead *lead = item->dossier->lead;
	char uuid[UUID_SIZE];
	char time[TIME_SIZE];
	FILE *out = run->out;

	uuid_of(uuid, lead->id, 0);
	short_time(time, lead->created_at);
	fprintf(out, "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:%s\r\n", uuid);
	/* FN must be there, so it is written even when it is empty. */
	put_line(out, "FN:", *lead->name ? lead->name : "?");
	put_line(out, "TEL:", lead->phone);
	put_line(out, "EMAIL:", lead->email);
	put_line(out, "LANG:", lead->language);
	put_note(out, lead);
	fprintf(out, "REV:%s\r\nEND:VCARD\r\n", time);
	return export_is_written(out, err);
}

static bool begin(struct export_run *run, struct err *err)
{
	return export_is_written(run->out, err);
}

static bool end(struct export_run *run, struct err *err)
{
	fflush(run->out);
	return export_is_written(run->out, err);
}

const struct export_format export_vcf = {
	.name = "vcf",
	.help = "contacts for a telephone (vCard 4.0), without any answers",
	.begin = begin,
	.add = add,
	.end = end,
};
