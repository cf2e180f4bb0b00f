#include "hairline/content/fhir_place.h"

#define STEP ((size_t)512)

/* Move a place behind one byte; a character counts at its first one. */
static void pass(struct json_place *place, char byte)
{
	if (byte == '\n') {
		place->line++;
		place->column = 1;
	} else if (((unsigned char)byte & 0xC0u) != 0x80u) {
		place->column++;
	}
}

bool fhir_places_init(struct fhir_places *places, struct arena *arena,
		      const char *text, size_t size)
{
	struct json_place place = {1, 1};

	places->text = text;
	places->size = size;
	places->marks =
		arena_array(arena, size / STEP + 1, sizeof(*places->marks));
	if (!places->marks)
		return false;
	for (size_t i = 0; i < size; i++) {
		if (i % STEP == 0)
			places->marks[i / STEP] = place;
		pass(&place, text[i]);
	}
	if (size % STEP == 0)
		places->marks[size / STEP] = place;
	return true;
}

struct json_place fhir_place(const struct fhir_places *places, size_t at)
{
	struct json_place place;

	if (at > places->size)
		at = places->size;
	place = places->marks[at / STEP];
	for (size_t i = at / STEP * STEP; i < at; i++)
		pass(&place, places->text[i]);
	return place;
}
