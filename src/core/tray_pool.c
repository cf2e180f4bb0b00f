#include "hairline/core/tray_pool.h"

#include <sodium.h>
#include <string.h>

#define BLOCK_SIZE ((size_t)1024 * 1024)

struct tray_block {
	struct tray_block *next;
	size_t used;
	char text[];
};

static struct tray_block *add_block(struct tray_pool *pool)
{
	struct tray_block *block = sodium_malloc(BLOCK_SIZE);

	if (!block)
		return NULL;
	block->next = pool->blocks;
	block->used = 0;
	pool->blocks = block;
	return block;
}

const char *tray_pool_copy(struct tray_pool *pool, const char *text)
{
	const size_t room = BLOCK_SIZE - sizeof(struct tray_block);
	struct tray_block *block = pool->blocks;
	size_t size = strlen(text) + 1;
	char *copy;

	if (size > room)
		return NULL;
	if (!block || block->used + size > room)
		block = add_block(pool);
	if (!block)
		return NULL;
	copy = block->text + block->used;
	memcpy(copy, text, size);
	block->used += size;
	return copy;
}

/* Texts are const to everyone else; here they end. */
void tray_pool_wipe(const char *text)
{
	union {
		const char *given;
		char *ours;
	} memory = {.given = text};

	if (*text)
		sodium_memzero(memory.ours, strlen(text));
}

void tray_pool_clear(struct tray_pool *pool)
{
	while (pool->blocks) {
		struct tray_block *block = pool->blocks;

		pool->blocks = block->next;
		sodium_free(block);
	}
}
