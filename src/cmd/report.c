#include "hairline/cmd/report.h"

#include <stdio.h>

#include "hairline/base/json_write.h"
#include "hairline/cmd/command.h"
#include "hairline/cmd/say.h"

#define LINE_SIZE 2048

static void print_line(void *context, const struct finding *finding)
{
	char line[LINE_SIZE];
	struct buf buf;

	buf_init(&buf, line, sizeof(line));
	finding_line(&buf, finding);
	say_text(context, line);
	fputc('\n', context);
}

static void put_known(struct json_writer *writer, const char *key,
		      const char *text)
{
	if (text && *text)
		json_member_text(writer, key, text);
}

static void print_json(void *context, const struct finding *finding)
{
	struct json_writer writer;

	json_write_begin(&writer, NULL, json_sink_file, context);
	json_open_object(&writer);
	put_known(&writer, "file", finding->file);
	if (finding->line)
		json_member_whole(&writer, "line", finding->line);
	if (finding->column)
		json_member_whole(&writer, "column", finding->column);
	put_known(&writer, "severity", severity_name(finding->severity));
	put_known(&writer, "code", finding->code);
	put_known(&writer, "linkId", finding->link_id);
	put_known(&writer, "text", finding->text);
	json_close_object(&writer);
	json_write_end(&writer);
	fputc('\n', context);
}

static const char *plural(int count)
{
	return count == 1 ? "" : "s";
}

struct findings report_findings(bool is_json)
{
	return (struct findings){
		.report = is_json ? print_json : print_line,
		.context = stdout,
	};
}

int report_finish(const struct findings *findings)
{
	int errors = findings->count[FINDING_ERROR];
	int warnings = findings->count[FINDING_WARNING];
	int notes = findings->count[FINDING_NOTE];

	fflush(stdout);
	fprintf(stderr, "%d error%s, %d warning%s", errors, plural(errors),
		warnings, plural(warnings));
	if (notes > 0)
		fprintf(stderr, ", %d note%s", notes, plural(notes));
	fputc('\n', stderr);
	return errors ? EXIT_FOUND : EXIT_FINE;
}
