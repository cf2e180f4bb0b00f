#include "hairline/core/session.h"

#include <sodium.h>
#include <stdalign.h>
#include <string.h>

#include "hairline/form/change.h"

struct field {
	size_t at;
	size_t size;
};

static const struct field fields[] = {
	[FIELD_NAME] = {offsetof(struct session, name), CONTACT_NAME_SIZE},
	[FIELD_PHONE] = {offsetof(struct session, phone), CONTACT_PHONE_SIZE},
	[FIELD_EMAIL] = {offsetof(struct session, email), CONTACT_EMAIL_SIZE},
};

/* What follows must be aligned for any type; sodium_malloc() gives a block
 * that ends at a page, so its size decides how it starts. */
static size_t align(size_t size)
{
	const size_t step = alignof(max_align_t);

	return (size + step - 1) / step * step;
}

struct session *session_new(const struct form *form)
{
	const struct answers_room room = answers_room(form);
	size_t size = align(sizeof(struct session)) +
		      align(answers_size(form, &room));
	struct session *session;

	if (sodium_init() < 0)
		return NULL;
	session = sodium_malloc(size);
	if (!session)
		return NULL;
	session->answers.form = form;
	session->answers.room = room;
	session->size = size;
	session_clear(session);
	return session;
}

void session_free(struct session *session)
{
	sodium_free(session);
}

void session_clear(struct session *session)
{
	const struct form *form = session->answers.form;
	const struct answers_room room = session->answers.room;
	size_t size = session->size;

	sodium_memzero(session, size);
	session->size = size;
	session->furthest = FORM_NONE;
	answers_init(&session->answers, form, &room,
		     (char *)session + align(sizeof(struct session)));
	answers_set_initial(&session->answers);
}

bool session_is_fresh(const struct session *session)
{
	for (int i = 0; i < CONSENT_COUNT; i++)
		if (session->consent.is_set[i])
			return false;
	return answers_is_empty(&session->answers) && !session->name[0] &&
	       !session->phone[0] && !session->email[0] &&
	       !session->reference[0];
}

char *session_field(struct session *session, enum session_field field,
		    size_t *size)
{
	*size = fields[field].size;
	return (char *)session + fields[field].at;
}
