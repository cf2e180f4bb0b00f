#include "hairline/cmd/kept_answers.h"

#include <sodium.h>

#include "hairline/content/fhir_write.h"
#include "hairline/core/date.h"
#include "hairline/core/lead.h"

char *kept_answers(const struct answers *answers, int language,
		   const struct lead *lead, struct err *err)
{
	char authored[DATE_TIME_SIZE];
	const struct fhir_writing writing = {
		.language = language,
		.tag = lead->language,
		.status = "completed",
		.authored = authored,
		.is_for_keeping = true,
	};
	size_t size;
	struct buf buf;
	char *mem;

	date_time(authored, lead->created_at);
	size = fhir_write_size(answers, &writing) + 1;
	mem = sodium_malloc(size);
	if (!mem) {
		err_set(err, ERR_MEMORY, "no memory for the answers");
		return NULL;
	}
	buf_init(&buf, mem, size);
	if (fhir_write(answers, &writing, json_sink_buf, &buf, err))
		return mem;
	sodium_free(mem);
	return NULL;
}
