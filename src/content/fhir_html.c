#include "hairline/content/fhir_html.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define SPACES " \t\r\n"

/* What a tag does to the text around it. */
enum effect {
	EFFECT_NONE,
	EFFECT_LINE, /* a line ends there */
	EFFECT_ITEM, /* a line that starts with a mark */
	EFFECT_DROP  /* all up to its closing tag is no text */
};

struct tag {
	const char *name;
	enum effect effect;
};

static const struct tag tags[] = {
	{"a", EFFECT_NONE},          {"abbr", EFFECT_NONE},
	{"b", EFFECT_NONE},          {"big", EFFECT_NONE},
	{"blockquote", EFFECT_LINE}, {"body", EFFECT_LINE},
	{"br", EFFECT_LINE},         {"center", EFFECT_LINE},
	{"code", EFFECT_NONE},       {"dd", EFFECT_LINE},
	{"del", EFFECT_NONE},        {"div", EFFECT_LINE},
	{"dl", EFFECT_LINE},         {"dt", EFFECT_LINE},
	{"em", EFFECT_NONE},         {"font", EFFECT_NONE},
	{"h1", EFFECT_LINE},         {"h2", EFFECT_LINE},
	{"h3", EFFECT_LINE},         {"h4", EFFECT_LINE},
	{"h5", EFFECT_LINE},         {"h6", EFFECT_LINE},
	{"head", EFFECT_DROP},       {"hr", EFFECT_LINE},
	{"html", EFFECT_NONE},       {"i", EFFECT_NONE},
	{"img", EFFECT_NONE},        {"input", EFFECT_NONE},
	{"ins", EFFECT_NONE},        {"label", EFFECT_NONE},
	{"li", EFFECT_ITEM},         {"mark", EFFECT_NONE},
	{"ol", EFFECT_LINE},         {"p", EFFECT_LINE},
	{"pre", EFFECT_LINE},        {"s", EFFECT_NONE},
	{"script", EFFECT_DROP},     {"section", EFFECT_LINE},
	{"small", EFFECT_NONE},      {"span", EFFECT_NONE},
	{"strike", EFFECT_NONE},     {"strong", EFFECT_NONE},
	{"style", EFFECT_DROP},      {"sub", EFFECT_NONE},
	{"sup", EFFECT_NONE},        {"table", EFFECT_LINE},
	{"tbody", EFFECT_NONE},      {"td", EFFECT_NONE},
	{"th", EFFECT_NONE},         {"thead", EFFECT_NONE},
	{"tr", EFFECT_LINE},         {"tt", EFFECT_NONE},
	{"u", EFFECT_NONE},          {"ul", EFFECT_LINE},
};

static const struct {
	const char *name;
	unsigned code_point;
} entities[] = {
	{"amp", '&'},  {"lt", '<'},    {"gt", '>'},
	{"quot", '"'}, {"apos", '\''}, {"nbsp", ' '},
};

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct tag *find_tag(const char *name, size_t len)
{
	for (size_t i = 0; i < COUNT(tags); i++)
		if (strlen(tags[i].name) == len &&
		    strncasecmp(tags[i].name, name, len) == 0)
			return &tags[i];
	return NULL;
}

static size_t name_length(const char *name)
{
	return strspn(name, "abcdefghijklmnopqrstuvwxyz"
			    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}

/* The tag at "<", or NULL; *end is then behind its ">". */
static const struct tag *read_tag(const char *text, const char **end)
{
	const char *name = text + 1 + (text[1] == '/');
	size_t len = name_length(name);
	const struct tag *tag = find_tag(name, len);
	const char *close;

	if (!tag || !strchr("/> \t\r\n", name[len]) || name[len] == '\0')
		return NULL;
	close = strpbrk(name + len, "<>");
	if (!close || *close != '>')
		return NULL;
	*end = close + 1;
	return tag;
}

/* Behind "</name" and what follows up to ">"; the end when there is none. */
static const char *skip_content(const char *text, const struct tag *tag)
{
	const char *end;

	for (; *text; text++)
		if (text[0] == '<' && text[1] == '/' &&
		    read_tag(text, &end) == tag)
			return end;
	return text;
}

static void trim(struct buf *out)
{
	while (out->len > 0 && strchr(SPACES, out->at[out->len - 1]))
		out->at[--out->len] = '\0';
}

static void end_line(struct buf *out)
{
	trim(out);
	if (out->len > 0)
		buf_add(out, "\n");
}

static const char *strip_tag(struct buf *out, const char *text,
			     const struct tag *tag, const char *end)
{
	bool closes = text[1] == '/';

	if (tag->effect == EFFECT_DROP)
		return closes ? end : skip_content(end, tag);
	if (tag->effect != EFFECT_NONE)
		end_line(out);
	if (tag->effect == EFFECT_ITEM && !closes)
		buf_add(out, "- ");
	return end;
}

/* The code point of "&#60;" or "&#x3C;", or 0. */
static unsigned read_number(const char *text, const char **end)
{
	bool is_hex = text[2] == 'x' || text[2] == 'X';
	const char *digits = text + 2 + is_hex;
	size_t len = strspn(digits,
			    is_hex ? "0123456789abcdefABCDEF" : "0123456789");
	unsigned long number;

	if (len == 0 || len > 7 || digits[len] != ';')
		return 0;
	number = strtoul(digits, NULL, is_hex ? 16 : 10);
	if (number > 0x10FFFF || (number >= 0xD800 && number < 0xE000))
		return 0;
	*end = digits + len + 1;
	return (unsigned)number;
}

/* The character that the entity at "&" stands for, or 0. */
static unsigned read_entity(const char *text, const char **end)
{
	size_t len = name_length(text + 1);

	if (text[1] == '#')
		return read_number(text, end);
	for (size_t i = 0; i < COUNT(entities); i++)
		if (text[1 + len] == ';' && strlen(entities[i].name) == len &&
		    strncmp(entities[i].name, text + 1, len) == 0) {
			*end = text + len + 2;
			return entities[i].code_point;
		}
	return 0;
}

/* Take what starts with "<" or "&".  Behind it, or NULL: it is just text. */
static const char *strip_special(struct buf *out, const char *text)
{
	const char *end;
	const struct tag *tag;
	unsigned code_point;

	if (*text == '&') {
		code_point = read_entity(text, &end);
		if (code_point == 0)
			return NULL;
		buf_add_char(out, code_point);
		return end;
	}
	if (strncmp(text, "<!--", 4) == 0) {
		end = strstr(text, "-->");
		return end ? end + 3 : NULL;
	}
	tag = read_tag(text, &end);
	return tag ? strip_tag(out, text, tag, end) : NULL;
}

void html_strip(struct buf *out, const char *text)
{
	bool has_tags = false;

	while (*text) {
		size_t plain = strcspn(text, "<&");
		const char *end;

		buf_add_bytes(out, text, plain);
		text += plain;
		if (*text == '\0')
			break;
		end = strip_special(out, text);
		if (!end) {
			buf_add_bytes(out, text, 1);
			end = text + 1;
		} else {
			has_tags = true;
		}
		text = end;
	}
	if (has_tags)
		trim(out);
}
