#include "hairline/ui/screen.h"

#include <stdio.h>
#include <string.h>

#include "hairline/core/date.h"
#include "hairline/core/said.h"
#include "hairline/form/moment.h"

#define DAY_SECONDS 86400

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
	struct moment moment = {
		.precision = PRECISION_DAY,
		.year = date.year,
		.month = date.month,
		.day = date.day,
	};

	said_moment(buf, &app_language(app)->text, &moment);
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
