#include "hairline/core/notice.h"

#include <sodium.h>
#include <string.h>

#include "hairline/core/catalog.h"
#include "hairline/core/consent.h"

#define DATE_PLACE "{delete_after}"

static const enum text_id labels[CONSENT_COUNT] = {
	[CONSENT_ADULT] = TEXT_CONSENT_ADULT,
	[CONSENT_CONTACT] = TEXT_CONSENT_CONTACT,
	[CONSENT_ANSWERS] = TEXT_CONSENT_ANSWERS,
	[CONSENT_TEXTS] = TEXT_CONSENT_TEXTS,
	[CONSENT_CALLS] = TEXT_CONSENT_CALLS,
	[CONSENT_EMAIL] = TEXT_CONSENT_EMAIL,
};

static void add(crypto_hash_sha256_state *state, const char *text, size_t len)
{
	crypto_hash_sha256_update(state, (const unsigned char *)text, len);
}

/* The text as it is shown: with the date in place of its {delete_after}. */
static void add_shown(crypto_hash_sha256_state *state, const char *text,
		      const char *date)
{
	const char *place;

	while ((place = strstr(text, DATE_PLACE)) != NULL) {
		add(state, text, (size_t)(place - text));
		add(state, date, strlen(date));
		text = place + strlen(DATE_PLACE);
	}
	add(state, text, strlen(text));
	add(state, "\n", 1);
}

const char *notice_label(const struct text *text, int box)
{
	return text->at[labels[box]];
}

void notice_hash(char *hash, const struct privacy *privacy,
		 const struct text *text, const char *delete_after)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;

	crypto_hash_sha256_init(&state);
	add_shown(&state, privacy->source, delete_after);
	for (int box = 0; box < CONSENT_COUNT; box++)
		add_shown(&state, notice_label(text, box), delete_after);
	crypto_hash_sha256_final(&state, digest);
	sodium_bin2hex(hash, 2 * sizeof(digest) + 1, digest, sizeof(digest));
}
