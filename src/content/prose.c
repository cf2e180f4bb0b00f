#include "hairline/content/prose.h"

#include <string.h>

#include "hairline/base/utf8.h"
#include "hairline/core/qr.h"

static bool check_printable(const struct prose *prose, const char *text,
			    struct err *err)
{
	while (*text) {
		unsigned code_point = utf8_next(&text);

		if (code_point != '\n' && !utf8_is_printable(code_point))
			return err_set(err, ERR_SYNTAX,
				       "%s:%u: the character U+%04X cannot be "
				       "shown; remove it",
				       prose->path, prose->line, code_point);
	}
	return true;
}

/* Is this place, "{name}" of which len bytes are its name, one to fill in? */
static bool is_known(const struct prose *prose, const char *place, size_t len)
{
	for (const struct text_value *v = prose->values; v->name; v++)
		if (strlen(v->name) == len &&
		    memcmp(v->name, place + 1, len) == 0)
			return true;
	return false;
}

/* Every { must open a known place: a mistyped one would be shown as it is. */
static bool check_places(const struct prose *prose, const char *text,
			 struct err *err)
{
	const char *open = strchr(text, '{');

	for (; open; open = strchr(open + 1, '{')) {
		size_t len;

		if (text_place(open, &len) != open ||
		    !is_known(prose, open, len))
			return err_set(err, ERR_SYNTAX,
				       "%s:%u: \"%.*s\" is not a place that is "
				       "filled in here; correct or remove it",
				       prose->path, prose->line,
				       (int)strcspn(open, " }\n") + 1, open);
	}
	return true;
}

void prose_init(struct prose *prose, char *mem, const char *path,
		const struct text_value *values)
{
	memset(prose, 0, sizeof(*prose));
	buf_init(&prose->text, mem, PROSE_SIZE);
	prose->path = path;
	prose->values = values;
}

void prose_clear(struct prose *prose)
{
	buf_clear(&prose->text);
	prose->mark_count = 0;
}

bool prose_refuse(const struct prose *prose, const char *why, struct err *err)
{
	return err_set(err, ERR_SYNTAX, "%s:%u: %s", prose->path, prose->line,
		       why);
}

bool prose_add(struct prose *prose, const char *text, struct err *err)
{
	if (!check_printable(prose, text, err) ||
	    !check_places(prose, text, err))
		return false;
	text_fill(&prose->text, text, prose->values);
	return true;
}

bool prose_add_code(struct prose *prose, const char *text, struct err *err)
{
	if (!check_printable(prose, text, err))
		return false;
	for (; *text; text++)
		if (*text != '\n')
			buf_add_bytes(&prose->text, text, 1);
		else if (text[1])
			buf_add(&prose->text, " ");
	return true;
}

bool prose_open_mark(struct prose *prose, enum doc_emphasis emphasis,
		     struct err *err)
{
	if (prose->mark_count == PROSE_MARKS_MAX)
		return prose_refuse(prose,
				    "too many emphasised words or links; "
				    "split the paragraph",
				    err);
	prose->is_open[prose->mark_count] = true;
	prose->marks[prose->mark_count++] = (struct doc_mark){
		.from = prose->text.len, .emphasis = emphasis};
	return true;
}

/* What a phone knows what to do with. */
static bool leads_somewhere(const char *target)
{
	static const char *const schemes[] = {"https://", "http://",
					      "tel:", "mailto:"};

	for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
		size_t len = strlen(schemes[i]);

		if (strncmp(target, schemes[i], len) == 0)
			return target[len] != '\0';
	}
	return target[0] == '#' && target[1] != '\0';
}

static bool is_plain_ascii(const char *target)
{
	while (*target > ' ' && *target < 0x7F)
		target++;
	return *target == '\0';
}

static const char *find_fault(const char *target)
{
	struct qr qr;

	if (!leads_somewhere(target))
		return "the link leads nowhere; start it with https://, tel:, "
		       "mailto: or, for a question of this file, #";
	if (!is_plain_ascii(target))
		return "the link holds a character that no address has; write "
		       "it as the browser's address line copies it";
	if (!qr_encode(&qr, target))
		return "the link is too long for a code to scan; link to a "
		       "shorter address";
	return NULL;
}

bool prose_open_link(struct prose *prose, const char *target,
		     struct arena *arena, struct err *err)
{
	const char *fault = find_fault(target);

	if (fault)
		return prose_refuse(prose, fault, err);
	if (!prose_open_mark(prose, DOC_LINK, err))
		return false;
	target = arena_dup(arena, target);
	prose->marks[prose->mark_count - 1].target = target;
	return target || err_set(err, ERR_MEMORY, "%s: no memory to read it",
				 prose->path);
}

void prose_close_mark(struct prose *prose)
{
	int last = prose->mark_count - 1;

	while (last > 0 && !prose->is_open[last])
		last--;
	prose->is_open[last] = false;
	prose->marks[last].to = prose->text.len;
}

bool prose_keep(const struct prose *prose, struct doc_block *block,
		struct arena *arena, struct err *err)
{
	size_t size = (size_t)prose->mark_count * sizeof(prose->marks[0]);
	struct doc_mark *marks = arena_alloc(arena, size);
	const char *text = arena_copy(arena, prose->text.at, prose->text.len);

	if (prose->text.is_cut)
		return prose_refuse(prose,
				    "the paragraph is too long; split it", err);
	if (!marks || !text)
		return err_set(err, ERR_MEMORY, "%s: no memory to read it",
			       prose->path);
	memcpy(marks, prose->marks, size);
	block->text = text;
	block->marks = marks;
	block->mark_count = prose->mark_count;
	return true;
}
