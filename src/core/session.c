#include "hairline/core/session.h"

#include <sodium.h>
#include <stdalign.h>
#include <string.h>

#include "hairline/form/change.h"

/* Room for the JSON around each text of a QuestionnaireResponse, bytes. */
#define RESPONSE_FRAME 4096
#define ITEM_FRAME 320
#define OPTION_FRAME 192

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

/* Bytes of JSON that the longest translation of a text can take. */
static size_t text_room(const struct form_text *text)
{
	size_t most = 0;

	for (int i = 0; i < FORM_LANGUAGES_MAX; i++) {
		size_t len = text->in[i] ? strlen(text->in[i]) : 0;

		if (len > most)
			most = len;
	}
	return 2 * most;
}

static size_t string_room(const char *text)
{
	return text ? 2 * strlen(text) : 0;
}

static size_t option_room(const struct form_option *option)
{
	const struct answer *answer = &option->answer;

	return OPTION_FRAME + string_room(answer->text) +
	       string_room(answer->system) + string_room(answer->code) +
	       string_room(answer->display) + text_room(&option->display);
}

static size_t item_room(const struct form_item *item)
{
	size_t room =
		ITEM_FRAME + 2 * strlen(item->link_id) + text_room(&item->text);

	for (int i = 0; i < item->option_count; i++)
		room += option_room(&item->options[i]);
	for (int i = 0; i < item->unit_count; i++)
		room += option_room(&item->units[i]);
	return room;
}

/* Every item as often as there are cells for it, and all that is typed. */
static size_t response_room(const struct form *form,
			    const struct answers_room *answers)
{
	size_t room = RESPONSE_FRAME + string_room(form->url) +
		      string_room(form->version) + 2 * answers->text +
		      (size_t)answers->givens * OPTION_FRAME;
	size_t items = 0;
	size_t times = 1;

	for (int i = 0; i < form->item_count; i++)
		items += item_room(&form->items[i]);
	if (form->item_count > 0)
		times += (size_t)(answers->cells / form->item_count);
	return room + items * times;
}

struct session *session_new(const struct form *form)
{
	const struct answers_room room = answers_room(form);
	size_t response_at = align(sizeof(struct session)) +
			     align(answers_size(form, &room));
	size_t response_size = response_room(form, &room);
	size_t size = align(response_at + response_size);
	struct session *session;

	if (sodium_init() < 0)
		return NULL;
	session = sodium_malloc(size);
	if (!session)
		return NULL;
	session->answers.form = form;
	session->answers.room = room;
	session->response = (char *)session + response_at;
	session->response_size = response_size;
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
	char *response = session->response;
	size_t response_size = session->response_size;
	size_t size = session->size;

	sodium_memzero(session, size);
	session->response = response;
	session->response_size = response_size;
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
