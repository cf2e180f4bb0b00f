#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hairline/base/json_write.h"
#include "hairline/cmd/args.h"
#include "hairline/cmd/form_catalog.h"
#include "hairline/cmd/form_command.h"
#include "hairline/cmd/say.h"
#include "hairline/cmd/walk_count.h"
#include "hairline/cmd/walk_visitor.h"
#include "hairline/content/load.h"
#include "hairline/ui/app.h"

#define VISITS 100
#define VISITS_MOST 1000000
#define ID_COLS 24

struct walk {
	struct catalog catalog;
	struct walk_count count;
	struct session *session;
	struct arena arena;
	bool *has_seen;
	int visits;
	uint64_t seed;
};

/* --- walking --- */

static void visit(struct walk *walk, int n)
{
	size_t items = (size_t)walk->catalog.form.item_count;
	struct app app;
	struct walk_visitor visitor = {
		.app = &app,
		.random = {walk->seed * VISITS_MOST + (uint64_t)n},
		.has_seen = walk->has_seen,
	};

	memset(walk->has_seen, 0, items * sizeof(*walk->has_seen));
	session_clear(walk->session);
	app_init_form(&app, &walk->catalog, walk->session);
	walk_visit(&visitor);
	walk_count_add(&walk->count, &visitor, &walk->session->answers);
	if (!visitor.is_stuck)
		walk_count_response(&walk->count, &walk->session->answers);
}

static bool set_up(struct walk *walk, struct err *err)
{
	const struct form *form = &walk->catalog.form;

	walk->session = session_new(form);
	walk->has_seen = arena_array(&walk->arena, (size_t)form->item_count,
				     sizeof(*walk->has_seen));
	if (!walk->session || !walk->has_seen ||
	    !walk_count_init(&walk->count, form, &walk->arena))
		return err_set(err, ERR_MEMORY, "out of memory");
	return true;
}

/* --- telling --- */

static const char *link_id_of(const struct walk *walk, int item)
{
	return item == FORM_NONE ? "" : walk->catalog.form.items[item].link_id;
}

static int count_never(const struct walk *walk,
		       bool (*is_one)(const struct form_item *item),
		       const int *counts)
{
	const struct form *form = &walk->catalog.form;
	int never = 0;

	for (int i = 0; i < form->item_count; i++)
		never += is_one(&form->items[i]) && counts[i] == 0;
	return never;
}

static void print_item(const struct walk *walk, int item, int visits)
{
	const struct form_item *at = &walk->catalog.form.items[item];

	printf("  %6d %5.1f%%  ", visits,
	       100.0 * visits / (walk->count.visits ? walk->count.visits : 1));
	say_padded(stdout, at->link_id, ID_COLS);
	fputs("  ", stdout);
	say_text(stdout, at->text.in[0]);
	fputs(visits ? "\n" : "   <- never\n", stdout);
}

static void print_items(const struct walk *walk, const char *heading,
			bool (*is_one)(const struct form_item *item),
			const int *counts)
{
	const struct form *form = &walk->catalog.form;
	bool has_any = false;

	for (int i = 0; i < form->item_count; i++) {
		if (!is_one(&form->items[i]))
			continue;
		if (!has_any)
			printf("\n%s\n", heading);
		has_any = true;
		print_item(walk, i, counts[i]);
	}
}

static bool has_advice(const struct walk *walk)
{
	const struct form *form = &walk->catalog.form;

	for (int i = 0; i < form->item_count; i++)
		if (walk_is_advice(&form->items[i]))
			return true;
	return false;
}

static void print_tiers(const struct walk *walk)
{
	if (!has_advice(walk))
		return;
	printf("\noutcomes\n");
	for (unsigned i = 0; i < TIER_COUNT; i++)
		printf("  %6d %5.1f%%  %s%s\n", walk->count.tiers[i],
		       100.0 * walk->count.tiers[i] / walk->count.visits,
		       tier_code((enum tier)i),
		       walk->count.tiers[i] ? "" : "   <- never");
}

static void print_trouble(const struct walk *walk)
{
	const struct walk_count *count = &walk->count;

	if (count->stuck) {
		printf("%d did not get to the end; the first stood at \"",
		       count->stuck);
		say_text(stdout, link_id_of(walk, count->stuck_at));
		fputs("\"\n", stdout);
	}
	if (count->not_valid) {
		printf("%d responses are not valid; in the first \"",
		       count->not_valid);
		say_text(stdout, link_id_of(walk, count->faulty_at));
		printf("\" %s\n", count->fault);
	}
}

static void print_table(const struct walk *walk)
{
	const struct walk_count *count = &walk->count;
	int questions = count_never(walk, walk_is_question, count->asked);
	int advice = count_never(walk, walk_is_advice, count->reached);

	printf("%d visits, %d finished, %d responses valid\n", count->visits,
	       count->visits - count->stuck,
	       count->visits - count->stuck - count->not_valid);
	print_trouble(walk);
	printf("from %d to %d questions a visit\n", count->shortest,
	       count->longest);
	printf("%d question%s and %d advice that nobody reached\n", questions,
	       questions == 1 ? "" : "s", advice);
	print_items(walk, "questions", walk_is_question, count->asked);
	print_tiers(walk);
	print_items(walk, "advice", walk_is_advice, count->reached);
}

static void put_items(struct json_writer *writer, const struct walk *walk,
		      const char *key,
		      bool (*is_one)(const struct form_item *item),
		      const int *counts)
{
	const struct form *form = &walk->catalog.form;

	json_put_key(writer, key);
	json_open_array(writer);
	for (int i = 0; i < form->item_count; i++) {
		if (!is_one(&form->items[i]))
			continue;
		json_open_object(writer);
		json_member_text(writer, "linkId", form->items[i].link_id);
		json_member_whole(writer, "visits", counts[i]);
		json_close_object(writer);
	}
	json_close_array(writer);
}

static void put_tiers(struct json_writer *writer, const struct walk *walk)
{
	json_put_key(writer, "outcomes");
	json_open_object(writer);
	for (unsigned i = 0; has_advice(walk) && i < TIER_COUNT; i++)
		json_member_whole(writer, tier_code((enum tier)i),
				  walk->count.tiers[i]);
	json_close_object(writer);
}

static void print_json(const struct walk *walk)
{
	const struct walk_count *count = &walk->count;
	struct json_writer writer;

	json_write_begin(&writer, "  ", json_sink_file, stdout);
	json_open_object(&writer);
	json_member_whole(&writer, "visits", count->visits);
	json_member_whole(&writer, "finished", count->visits - count->stuck);
	json_member_text(&writer, "stuckAt", link_id_of(walk, count->stuck_at));
	json_member_whole(&writer, "notValid", count->not_valid);
	json_member_text(&writer, "notValidAt",
			 link_id_of(walk, count->faulty_at));
	json_member_text(&writer, "notValidWhy", count->fault);
	json_member_whole(&writer, "shortest", count->shortest);
	json_member_whole(&writer, "longest", count->longest);
	put_items(&writer, walk, "questions", walk_is_question, count->asked);
	put_tiers(&writer, walk);
	put_items(&writer, walk, "advice", walk_is_advice, count->reached);
	json_close_object(&writer);
	json_write_end(&writer);
}

/* --- the command --- */

static bool read_number(uint64_t *number, const char *text, uint64_t most)
{
	char *end;

	if (!text)
		return true;
	errno = 0;
	*number = strtoull(text, &end, 10);
	return *text >= '0' && *text <= '9' && *end == '\0' && errno == 0 &&
	       *number <= most;
}

static int walk_form(struct walk *walk, bool is_json)
{
	for (int i = 0; i < walk->visits; i++)
		visit(walk, i);
	if (is_json)
		print_json(walk);
	else
		print_table(walk);
	return walk->count.stuck || walk->count.not_valid ? EXIT_FOUND
							  : EXIT_FINE;
}

static int walk_file(const struct command *command,
		     const struct options *options, struct walk *walk,
		     bool is_json)
{
	int status = EXIT_FOUND;
	struct err err;

	if (!form_catalog_load(&walk->catalog, options->content,
			       options->argv[0], &err)) {
		command_failed(command, err.msg);
		return EXIT_REFUSED;
	}
	arena_init(&walk->arena);
	if (set_up(walk, &err))
		status = walk_form(walk, is_json);
	else
		command_failed(command, err.msg);
	session_free(walk->session);
	arena_release(&walk->arena);
	content_release(&walk->catalog);
	return status;
}

static int run(const struct command *command, const struct options *options)
{
	const char *visits = NULL;
	const char *seed = NULL;
	struct args_option taken[] = {
		{"--visits", &visits, 1, 0},
		{"--seed", &seed, 1, 0},
		{.name = "--json"},
		{.name = NULL},
	};
	uint64_t number = VISITS;
	struct walk walk = {.seed = 1};
	struct options left = *options;

	if (!command_take(command, &left, taken, 1, 1,
			  "name one questionnaire file"))
		return EXIT_USAGE;
	if (!read_number(&number, visits, VISITS_MOST) || number == 0)
		return command_misused(command,
				       "--visits takes a number from 1 to %d",
				       VISITS_MOST);
	if (!read_number(&walk.seed, seed, UINT32_MAX))
		return command_misused(command, "--seed takes a number");
	walk.visits = (int)number;
	return walk_file(command, &left, &walk, taken[2].count > 0);
}

const struct command command_form_walk = {
	.name = "walk",
	.parent = &command_form,
	.usage = "FILE [--visits N] [--seed S] [--json]",
	.help = "send simulated visitors through a questionnaire",
	.detail =
		"Each goes through the kiosk's own screens by its keys, and "
		"answers at random, often\n"
		"what a condition asks for.  Told is how often each question "
		"was asked, each outcome\n"
		"and advice reached, what nobody reached, and the shortest and "
		"longest way.  Each\n"
		"response is written, read back as form eval does, and must be "
		"valid.\n"
		"\n"
		"  --visits N   how many (100)\n"
		"  --seed S     the same seed gives the same visits (1)\n"
		"  --json       the same as JSON\n"
		"\n"
		"Exits with 0 when every visit got to the end with a valid "
		"response, with 1 when one\n"
		"did not, and with 2 when the questionnaire is refused.",
	.run = run,
};
