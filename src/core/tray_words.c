#include "hairline/core/tray_words.h"

#include <sodium.h>
#include <string.h>

#include "hairline/base/utf8.h"

static struct buf scratch(const struct tray_words *words)
{
	struct buf buf;

	buf_init(&buf, words->scratch, TRAY_WORD_SIZE);
	return buf;
}

/* A word as it may be shown. */
static const char *keep(struct tray_words *words, const char *word)
{
	struct buf buf = scratch(words);

	utf8_escape(&buf, word);
	return tray_pool_copy(&words->pool, buf.at);
}

/* What is searched: a new line is in no query. */
static const char *keep_folded(struct tray_words *words,
			       const struct lead *from)
{
	struct buf buf = scratch(words);

	utf8_fold(&buf, from->name);
	buf_add(&buf, "\n");
	utf8_fold(&buf, from->email);
	return tray_pool_copy(&words->pool, buf.at);
}

static const char *keep_digits(struct tray_words *words, const char *phone)
{
	struct buf buf = scratch(words);

	for (; *phone; phone++)
		if (*phone >= '0' && *phone <= '9')
			buf_add_bytes(&buf, phone, 1);
	return tray_pool_copy(&words->pool, buf.at);
}

static enum lead_time find_time(const char *name)
{
	enum lead_time time = LEAD_ANY_TIME;

	for (int i = 0; i < LEAD_TIME_COUNT; i++)
		if (strcmp(lead_time_name((enum lead_time)i), name) == 0)
			time = (enum lead_time)i;
	return time;
}

bool tray_words_read(struct tray_words *words, struct tray_lead *lead,
		     const struct lead *from)
{
	struct tray_lead read = *lead;

	read.name = keep(words, from->name);
	read.phone = keep(words, from->phone);
	read.email = keep(words, from->email);
	read.folded = keep_folded(words, from);
	read.digits = keep_digits(words, from->phone);
	read.time = find_time(from->time);
	if (!read.name || !read.phone || !read.email || !read.folded ||
	    !read.digits)
		return false;
	*lead = read;
	return true;
}

void tray_words_wipe(struct tray_lead *lead)
{
	const char *const words[] = {lead->name, lead->phone, lead->email,
				     lead->folded, lead->digits};

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		tray_pool_wipe(words[i]);
	tray_words_forget(lead);
}

void tray_words_forget(struct tray_lead *lead)
{
	lead->time = LEAD_ANY_TIME;
	lead->name = lead->phone = lead->email = "";
	lead->folded = lead->digits = "";
}

void tray_words_clear(struct tray_words *words)
{
	tray_pool_clear(&words->pool);
	sodium_memzero(words->scratch, TRAY_WORD_SIZE);
}
