#include <string.h>

#include "hairline/base/arena.h"
#include "hairline/cmd/stats_report.h"
#include "hairline/core/date.h"
#include "hairline/core/text.h"

#define DAY_SECONDS 86400
#define WEEK_DAYS 7
#define DAILY_MOST 31   /* days that are told one by one; then weeks */
#define WEEKLY_MOST 190 /* days that are told by weeks; then months */
#define MONTH_LENGTH 7  /* "2026-11" */

static const enum stats_word tier_words[TIER_COUNT] = {
	[TIER_URGENT] = STATS_URGENT,   [TIER_DOCTOR] = STATS_DOCTOR,
	[TIER_NOT_NOW] = STATS_NOT_NOW, [TIER_ASK_FIRST] = STATS_ASK_FIRST,
	[TIER_TELL_US] = STATS_TELL_US, [TIER_NONE] = STATS_NO_SIGN,
};

static const enum stats_word end_words[VISIT_END_COUNT] = {
	[VISIT_FINISHED] = STATS_FINISHED,
	[VISIT_STARTED_OVER] = STATS_OVER,
	[VISIT_IDLE] = STATS_IDLE,
	[VISIT_CLOSED] = STATS_CLOSED,
};

static const char *const weekday_keys[WEEK_DAYS] = {
	"monday", "tuesday",  "wednesday", "thursday",
	"friday", "saturday", "sunday",
};

/* The names of languages are said in that language. */
static const char *const language_names[][2] = {
	{"en", "English"}, {"es", "Español"},   {"fr", "Français"},
	{"de", "Deutsch"}, {"pt", "Português"}, {"it", "Italiano"},
	{"pl", "Polski"},  {"cy", "Cymraeg"},   {"ca", "Català"},
	{"ro", "Română"},
};

struct builder {
	struct stats_report *report;
	struct arena *arena;
	const struct question_list *questions;
	struct stats_row *rows; /* of the table being built */
};

static const char *word(const struct builder *builder, enum stats_word id)
{
	return stats_word(builder->report->language, id);
}

/* The next table, with room for so many rows; NULL when there is no memory. */
static struct stats_table *start(struct builder *builder, const char *key,
				 enum stats_word title, int room)
{
	struct stats_report *report = builder->report;
	struct stats_table *table = &report->tables[report->count++];

	memset(table, 0, sizeof(*table));
	table->key = key;
	table->title = word(builder, title);
	builder->rows = arena_array(builder->arena, (size_t)room + 1,
				    sizeof(*builder->rows));
	table->rows = builder->rows;
	return builder->rows ? table : NULL;
}

static struct stats_row *add(struct builder *builder, struct stats_table *table,
			     const char *key, const char *label, int count)
{
	struct stats_row *row = &builder->rows[table->count++];

	*row = (struct stats_row){.key = key, .label = label, .count = count};
	return row;
}

static void note(const struct builder *builder, struct stats_table *table,
		 enum stats_word id)
{
	snprintf(table->note, sizeof(table->note), "%s", word(builder, id));
}

/* Is what a table tells of so many visits not told, because they are few? */
static bool withhold(const struct builder *builder, struct stats_table *table,
		     int visits)
{
	char least[12];
	struct buf text;

	if (visits >= STATS_LEAST)
		return false;
	table->is_withheld = true;
	snprintf(least, sizeof(least), "%d", STATS_LEAST);
	buf_init(&text, table->note, sizeof(table->note));
	text_fill(&text, word(builder, STATS_FEW),
		  (const struct text_value[]){{"n", least}, {NULL, NULL}});
	return true;
}

static bool add_steps(struct builder *builder)
{
	const struct stats *stats = builder->report->stats;
	struct stats_table *table = start(builder, "steps", STATS_STEPS, 5);

	if (!table)
		return false;
	add(builder, table, "visits", word(builder, STATS_VISITS),
	    stats->all.visits);
	add(builder, table, "began", word(builder, STATS_BEGAN), stats->began);
	add(builder, table, "outcome", word(builder, STATS_OUTCOME),
	    stats->all.outcomes);
	add(builder, table, "code", word(builder, STATS_CODE),
	    stats->all.codes);
	add(builder, table, "lead", word(builder, STATS_LEAD),
	    stats->all.leads);
	table->whole = stats->all.visits;
	if (stats->all.leads > 0)
		note(builder, table, STATS_STEPS_NOTE);
	return true;
}

static bool is_listed(const struct question_list *questions,
		      const char *link_id)
{
	for (int i = 0; i < questions->count; i++)
		if (strcmp(questions->link_ids[i], link_id) == 0)
			return true;
	return false;
}

/* In the order of the questionnaire; what only an older one asked comes last.
 */
static void add_left_rows(struct builder *builder, struct stats_table *table)
{
	const struct question_list *questions = builder->questions;
	const struct stats_names *left = &builder->report->stats->left;

	for (int i = 0; i < questions->count; i++) {
		int count = stats_name_count(left, questions->link_ids[i]);

		if (count > 0)
			add(builder, table, questions->link_ids[i],
			    questions->names[i], count);
	}
	for (int i = 0; i < left->count; i++)
		if (!is_listed(questions, left->at[i].name))
			add(builder, table, left->at[i].name, left->at[i].name,
			    left->at[i].count);
}

static bool add_left(struct builder *builder)
{
	const struct stats *stats = builder->report->stats;
	struct stats_table *table =
		start(builder, "left", STATS_LEFT,
		      builder->questions->count + stats->left.count);

	if (!table)
		return false;
	if (withhold(builder, table, stats->began))
		return true;
	add_left_rows(builder, table);
	table->whole = stats->began;
	note(builder, table,
	     table->count > 0 ? STATS_LEFT_NOTE : STATS_LEFT_NONE);
	return true;
}

static bool add_outcomes(struct builder *builder)
{
	const struct stats *stats = builder->report->stats;
	struct stats_table *table =
		start(builder, "outcomes", STATS_OUTCOMES, TIER_COUNT);

	if (!table)
		return false;
	if (withhold(builder, table, stats_outcomes(stats)))
		return true;
	for (int i = 0; i < TIER_COUNT; i++)
		add(builder, table, tier_code((enum tier)i),
		    word(builder, tier_words[i]), stats->tiers[i])
			->is_grave = i <= TIER_DOCTOR;
	table->whole = stats_outcomes(stats);
	return true;
}

static bool add_ends(struct builder *builder)
{
	const struct stats *stats = builder->report->stats;
	struct stats_table *table =
		start(builder, "ended", STATS_ENDED, VISIT_END_COUNT);

	if (!table)
		return false;
	for (int i = 0; i < VISIT_END_COUNT; i++)
		add(builder, table, visit_end_name((enum visit_end)i),
		    word(builder, end_words[i]), stats->ends[i]);
	table->whole = stats->all.visits;
	return true;
}

static const char *language_name(const char *code)
{
	size_t count = sizeof(language_names) / sizeof(language_names[0]);

	for (size_t i = 0; i < count; i++)
		if (strcmp(language_names[i][0], code) == 0)
			return language_names[i][1];
	return code;
}

static bool comes_before(const struct stats_row *a, const struct stats_row *b)
{
	if (a->count != b->count)
		return a->count > b->count;
	return strcmp(a->key, b->key) < 0;
}

/* The largest first. */
static void add_sorted(struct builder *builder, struct stats_table *table,
		       const struct stats_name *name, const char *label)
{
	struct stats_row row =
		*add(builder, table, name->name, label, name->count);
	int at = table->count - 1;

	for (; at > 0 && comes_before(&row, &builder->rows[at - 1]); at--)
		builder->rows[at] = builder->rows[at - 1];
	builder->rows[at] = row;
}

static bool add_languages(struct builder *builder)
{
	const struct stats_names *names = &builder->report->stats->languages;
	struct stats_table *table =
		start(builder, "languages", STATS_BY_LANGUAGE, names->count);

	if (!table)
		return false;
	for (int i = 0; i < names->count; i++)
		add_sorted(builder, table, &names->at[i],
			   language_name(names->at[i].name));
	table->whole = builder->report->stats->all.visits;
	return true;
}

/* One kiosk alone needs no table. */
static bool add_kiosks(struct builder *builder)
{
	const struct stats_names *names = &builder->report->stats->kiosks;
	struct stats_table *table;

	if (names->count < 2)
		return true;
	table = start(builder, "kiosks", STATS_BY_KIOSK, names->count);
	if (!table)
		return false;
	for (int i = 0; i < names->count; i++)
		add_sorted(builder, table, &names->at[i], names->at[i].name);
	table->whole = builder->report->stats->all.visits;
	return true;
}

static bool add_weekdays(struct builder *builder)
{
	const struct stats *stats = builder->report->stats;
	struct stats_table *table =
		start(builder, "weekdays", STATS_BY_WEEKDAY, WEEK_DAYS);

	if (!table)
		return false;
	for (int i = 0; i < WEEK_DAYS; i++)
		add(builder, table, weekday_keys[i],
		    word(builder, (enum stats_word)(STATS_MONDAY + i)), 0);
	for (int i = 0; i < stats->day_count; i++)
		builder->rows[stats_weekday(stats->first_day + i)].count +=
			stats->days[i].visits;
	table->whole = stats->all.visits;
	note(builder, table, STATS_HOUR_NOTE);
	return true;
}

/* The name of the stretch of time that a day belongs to. */
static const char *stretch_of(struct builder *builder, int64_t day)
{
	int days = builder->report->stats->day_count;
	char text[STATS_DAY_SIZE];

	if (days > DAILY_MOST && days <= WEEKLY_MOST)
		day -= stats_weekday(day);
	stats_day_text(text, day);
	if (days > WEEKLY_MOST)
		text[MONTH_LENGTH] = '\0';
	return arena_dup(builder->arena, text);
}

static bool add_time(struct builder *builder)
{
	const struct stats *stats = builder->report->stats;
	enum stats_word title = stats->day_count <= DAILY_MOST ? STATS_BY_DAY
				: stats->day_count <= WEEKLY_MOST
					? STATS_BY_WEEK
					: STATS_BY_MONTH;
	struct stats_table *table =
		start(builder, "time", title, stats->day_count);

	if (!table)
		return false;
	for (int i = 0; i < stats->day_count; i++) {
		const char *name = stretch_of(builder, stats->first_day + i);
		struct stats_row *last = builder->rows + table->count - 1;

		if (!name)
			return false;
		if (table->count == 0 || strcmp(last->key, name) != 0)
			last = add(builder, table, name, name, 0);
		last->count += stats->days[i].visits;
	}
	table->is_time = true;
	return true;
}

void stats_day_text(char out[STATS_DAY_SIZE], int64_t day)
{
	date_day(out, day * DAY_SECONDS);
}

bool stats_report_build(struct stats_report *report, struct arena *arena,
			const struct question_list *questions)
{
	static bool (*const parts[])(struct builder *) = {
		add_steps, add_time,      add_left,   add_outcomes,
		add_ends,  add_languages, add_kiosks, add_weekdays,
	};
	struct builder builder = {report, arena, questions, NULL};

	report->count = 0;
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (!parts[i](&builder))
			return false;
	return true;
}
