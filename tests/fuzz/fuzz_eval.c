#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "hairline/base/utf8.h"
#include "hairline/content/fhir_read.h"
#include "hairline/content/fhir_write.h"
#include "hairline/content/response_read.h"
#include "hairline/form/enable.h"
#include "hairline/form/validate.h"

#define BETWEEN "\n---\n"

static void take_finding(void *context, const struct finding *finding)
{
	(void)context;
	(void)finding;
}

static void take_fault(void *context, struct place place, enum fault fault)
{
	(void)context;
	fuzz_must(answers_is_place(place) && fault != FAULT_NONE,
		  "a fault is somewhere");
}

static struct file make_file(struct arena *arena, const char *text, size_t size)
{
	return (struct file){.path = "fuzz.json",
			     .text = arena_copy(arena, text, size),
			     .size = size};
}

static struct file write_out(struct arena *arena,
			     const struct response *response)
{
	const struct fhir_writing writing = {
		.tag = "",
		.status = "completed",
		.authored = "",
		.original = response->root,
		.indent = "  ",
	};
	size_t size = fhir_write_size(&response->answers, &writing);
	char *mem = arena_alloc(arena, size + 1);
	struct buf buf;
	struct err err;

	buf_init(&buf, mem, size + 1);
	fuzz_must(fhir_write(&response->answers, &writing, json_sink_buf, &buf,
			     &err),
		  "what was read can be written");
	return (struct file){.path = "again.json", .text = mem, .size = size};
}

static bool read_in(struct response *response, struct arena *arena,
		    const struct form *form, const struct file *file)
{
	struct findings findings = {.report = take_finding};
	struct err err;

	return response_read(response, arena, form, file, &findings, &err);
}

/* eval(eval(x)) == eval(x) */
static void evaluate(struct arena *arena, const struct form *form,
		     const struct file *file)
{
	struct response response;
	struct response again;
	struct file first;
	struct file second;

	if (!read_in(&response, arena, form, file))
		return;
	validate_all(&response.answers, take_fault, NULL);
	first = write_out(arena, &response);
	fuzz_must(read_in(&again, arena, form, &first),
		  "what was written can be read");
	second = write_out(arena, &again);
	fuzz_must(strcmp(first.text, second.text) == 0,
		  "evaluating twice changes nothing");
}

int fuzz_eval(const uint8_t *bytes, size_t size)
{
	const char *between = memmem(bytes, size, BETWEEN, strlen(BETWEEN));
	const char *end = (const char *)bytes + size;
	struct arena arena;
	struct file form_file;
	struct file response_file;
	struct form form;
	struct err err;

	/* What is no UTF-8 never gets past file_read(). */
	if (!between || !utf8_is_valid((const char *)bytes, size))
		return 0;
	arena_init(&arena);
	form_file = make_file(&arena, (const char *)bytes,
			      (size_t)(between - (const char *)bytes));
	between += strlen(BETWEEN);
	response_file = make_file(&arena, between, (size_t)(end - between));
	if (fhir_read(&form, &arena, &form_file, NULL, 0, NULL, &err))
		evaluate(&arena, &form, &response_file);
	arena_release(&arena);
	return 0;
}
