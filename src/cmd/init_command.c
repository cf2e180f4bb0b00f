#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "hairline/cmd/args.h"
#include "hairline/cmd/content_command.h"
#include "hairline/cmd/content_name.h"
#include "hairline/cmd/init_write.h"
#include "hairline/cmd/report.h"
#include "hairline/cmd/say.h"

#define CLINIC_SIZE 16384
#define ANSWER_SIZE 160
#define PATH_SIZE 4096

struct question {
	const char *option;
	const char *ask;
	const char *usual; /* what Enter alone means; NULL: say something */
};

static const struct question questions[INIT_ANSWERS] = {
	[INIT_NAME] = {"--name", "The clinic's name", NULL},
	[INIT_ADDRESS] = {"--address", "Its address, in one line", NULL},
	[INIT_PHONE] = {"--phone", "The number visitors may call", NULL},
	[INIT_EMAIL] = {"--email", "Its e-mail address (may be left empty)",
			""},
	[INIT_LINK] = {"--link", "The page where people book (https://...)",
		       NULL},
	[INIT_LANGUAGES] = {"--languages",
			    "The kiosk's languages, the first one first",
			    "en es"},
};

struct asking {
	const struct command *command;
	struct init init;
	char typed[INIT_ANSWERS][ANSWER_SIZE];
	char clinic[CLINIC_SIZE];
};

static bool has_file(const char *dir, const char *name)
{
	char path[PATH_SIZE];
	struct stat status;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return lstat(path, &status) == 0;
}

static bool check_language(const struct init *init, const char *tag, size_t len,
			   struct err *err)
{
	char name[ANSWER_SIZE];

	snprintf(name, sizeof(name), "%.*s/text.ini", (int)len, tag);
	if (tag[0] != '.' && !memchr(tag, '/', len) &&
	    has_file(init->sample, name))
		return true;
	return err_set(err, ERR_SYNTAX,
		       "there are no words in \"%.*s\" yet; choose from the "
		       "folders in %s, such as en and es",
		       (int)len, tag, init->sample);
}

static bool check_languages(const struct init *init, struct err *err)
{
	const char *at = init->answers[INIT_LANGUAGES];

	while (at && *at) {
		size_t len = strcspn(at, " ");

		if (!check_language(init, at, len, err))
			return false;
		at += len;
		at += strspn(at, " ");
	}
	return true;
}

/* Would clinic.ini be right with the answers so far? */
static bool is_right(struct asking *asking, struct err *err)
{
	struct buf text;

	buf_init(&text, asking->clinic, sizeof(asking->clinic));
	return check_languages(&asking->init, err) &&
	       init_compose(&asking->init, &text, err);
}

/* Read a line without the spaces around it.  False at the end of input. */
static bool read_line(char line[ANSWER_SIZE])
{
	char raw[ANSWER_SIZE * 4];
	size_t start;
	size_t len;

	if (!fgets(raw, sizeof(raw), stdin))
		return false;
	start = strspn(raw, " \t");
	len = strlen(raw);
	while (len > start && strchr(" \t\r\n", raw[len - 1]))
		raw[--len] = '\0';
	snprintf(line, ANSWER_SIZE, "%s", raw + start);
	return true;
}

static bool ask_once(const struct question *question, char line[ANSWER_SIZE],
		     struct err *err)
{
	fputs(question->ask, stdout);
	if (question->usual && *question->usual)
		printf(" [%s]", question->usual);
	fputs(": ", stdout);
	fflush(stdout);
	if (!read_line(line))
		return err_set(err, ERR_SYNTAX,
			       "there was no answer; %s gives it",
			       question->option);
	if (!*line && question->usual)
		snprintf(line, ANSWER_SIZE, "%s", question->usual);
	return true;
}

/* Ask until the answer can stand in clinic.ini. */
static bool ask(struct asking *asking, unsigned at, struct err *err)
{
	for (;;) {
		if (!ask_once(&questions[at], asking->typed[at], err))
			return false;
		asking->init.answers[at] = asking->typed[at];
		if (is_right(asking, err))
			return true;
		say_text(stdout, err->msg);
		fputc('\n', stdout);
		asking->init.answers[at] = NULL;
	}
}

/* What was given as an option is looked at first: nobody is asked six
 * questions to hear that the first option was wrong. */
static bool ask_all(struct asking *asking, struct err *err)
{
	if (!is_right(asking, err))
		return false;
	for (unsigned at = 0; at < INIT_ANSWERS; at++)
		if (!asking->init.answers[at] && !ask(asking, at, err))
			return false;
	return is_right(asking, err);
}

static void say_file(void *context, const char *name, bool is_new)
{
	const struct asking *asking = context;

	fputs(is_new ? "  written  " : "  kept     ", stdout);
	say_text(stdout, asking->init.dir);
	fputc('/', stdout);
	say_text(stdout, name);
	fputc('\n', stdout);
}

static void say_next(const struct asking *asking)
{
	fputs("\nLook at clinic.ini next: price, consultation, kind of SMP, "
	      "help lines and the privacy\ncontact hold words that fit any "
	      "clinic. Then have a clinician and a privacy adviser\nread the "
	      "rest. To see it:\n\n  hairline --content ",
	      stdout);
	say_text(stdout, asking->init.dir);
	fputc('\n', stdout);
}

static int write_all(struct asking *asking)
{
	struct findings findings = report_findings(false);
	struct content_source source = {.dir = asking->init.dir};
	struct err err;

	if (!init_write(&asking->init, asking->clinic, say_file, asking, &err))
		return command_failed(asking->command, err.msg);
	if (!content_command_check(&source, &findings))
		return report_finish(&findings);
	say_next(asking);
	return EXIT_FINE;
}

/* A clinic.ini that is there has all the answers. */
static bool get_answers(struct asking *asking, struct err *err)
{
	char *tags = asking->typed[INIT_LANGUAGES];

	if (!has_file(asking->init.dir, "clinic.ini"))
		return ask_all(asking, err);
	if (content_name_languages(asking->init.dir, tags, ANSWER_SIZE))
		asking->init.answers[INIT_LANGUAGES] = tags;
	return true;
}

static int run(const struct command *command, const struct options *options)
{
	struct asking asking = {.command = command};
	struct args_option taken[INIT_ANSWERS + 1] = {{.name = NULL}};
	struct options rest = *options;
	struct err err;

	for (unsigned i = 0; i < INIT_ANSWERS; i++)
		taken[i] = (struct args_option){questions[i].option,
						&asking.init.answers[i], 1, 0};
	if (!command_take(command, &rest, taken, 1, 1,
			  "name the folder to make"))
		return EXIT_USAGE;
	asking.init.sample = options->content;
	asking.init.dir = rest.argv[0];
	if (!get_answers(&asking, &err))
		return command_failed(command, err.msg);
	return write_all(&asking);
}

const struct command command_init = {
	.name = "init",
	.usage = "DIR [--name TEXT] [--phone TEXT] [--link URL] ...",
	.help = "make a content folder for a clinic of one's own",
	.detail =
		"Asks for what no option gives: --name, --address, --phone, "
		"--email, --link (the page\nwhere people book) and --languages "
		"(\"en es\").  Each line of the new clinic.ini is\nexplained "
		"above it.  The rest is copied from the sample content, or "
		"from --content.\nFiles that are there already are never "
		"overwritten.",
	.run = run,
};
