#include "hairline/ui/screen.h"

#include <stdio.h>
#include <string.h>

#include "hairline/core/date.h"

#define DAY_SECONDS 86400

/* The n-th of a list of words with spaces between. */
static void add_word(struct buf *buf, const char *words, int n)
{
	for (; n > 0 && *words; n--) {
		words += strcspn(words, " ");
		words += strspn(words, " ");
	}
	buf_add_bytes(buf, words, strcspn(words, " "));
}

const struct language *app_language(const struct app *app)
{
	return &app->catalog->languages[app->session->language];
}

const char *app_text(const struct app *app, enum text_id id)
{
	return app_language(app)->text.at[id];
}

const char *app_word(const struct app *app, const struct form_text *text)
{
	return text->in[app->session->language];
}

void app_delete_after(const struct app *app, struct buf *buf)
{
	int days = app->catalog->clinic.retention_days;
	struct date date = date_of(app->now + (int64_t)days * DAY_SECONDS);
	char day[12];
	char year[12];
	char month_mem[48];
	struct buf month;

	snprintf(day, sizeof(day), "%d", date.day);
	snprintf(year, sizeof(year), "%d", date.year);
	buf_init(&month, month_mem, sizeof(month_mem));
	add_word(&month, app_text(app, TEXT_MONTHS), date.month - 1);
	text_fill(buf, app_text(app, TEXT_DATE),
		  (const struct text_value[]){{"day", day},
					      {"month", month.at},
					      {"year", year},
					      {NULL, NULL}});
}

void app_fill(const struct app *app, struct buf *buf, enum text_id id,
	      const char *name, const char *value)
{
	const struct clinic *clinic = &app->catalog->clinic;
	char date_mem[64];
	struct buf date;

	buf_init(&date, date_mem, sizeof(date_mem));
	app_delete_after(app, &date);
	text_fill(buf, app_text(app, id),
		  (const struct text_value[]){
			  {"clinic", app_word(app, &clinic->name)},
			  {"phone", app_word(app, &clinic->phone)},
			  {"delete_after", date.at},
			  {name, value},
			  {NULL, NULL},
		  });
}

void app_fill_number(const struct app *app, struct buf *buf, enum text_id id,
		     const char *name, int value)
{
	char number[12];

	snprintf(number, sizeof(number), "%d", value);
	app_fill(app, buf, id, name, number);
}
