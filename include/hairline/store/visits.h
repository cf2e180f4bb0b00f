/*
 * visits - the rows of the tables visit and form.
 */
#ifndef HAIRLINE_STORE_VISITS_H
#define HAIRLINE_STORE_VISITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "hairline/base/err.h"

struct database;
struct form;
struct visit;

/* Keep a version of the questionnaire, once. */
bool visits_add_form(struct database *database, const struct form *form,
		     int64_t now, struct err *err);

/*
 * Count a visit.  One that saved a lead is counted without its tier and its
 * last question: on a day with one lead they would say whose they were.
 */
bool visits_add(struct database *database, const struct visit *visit,
		struct err *err);

/* Hand over every visit of the days from first to last ("2026-11-23"), until
 * each returns false.  What it points at lasts for the call. */
bool visits_each(struct database *database, const char *first, const char *last,
		 bool (*each)(void *context, const struct visit *visit),
		 void *context, struct err *err);

/* Hand over the JSON of every questionnaire kept, the newest first. */
bool visits_each_form(struct database *database,
		      bool (*each)(void *context, const char *json,
				   size_t size),
		      void *context, struct err *err);

#endif
