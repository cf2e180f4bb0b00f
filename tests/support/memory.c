#include "support/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/base/utf8.h"

#define STRIDE_MAX 64
#define TEXT_MAX 64 /* characters */
#define MAPPING_MAX ((uintptr_t)1 << 30)
#define PAGE_IS_THERE ((uint64_t)3 << 62) /* present or swapped */
#define PAGES_AT_ONCE 512
#define FINDS_SHOWN 8
#define PIECE_SIZE ((size_t)1 << 20)
#define OVERLAP ((size_t)STRIDE_MAX * TEXT_MAX)

/* One character in the two forms it may have in memory. */
struct letter {
	unsigned char utf8[4];
	size_t utf8_len;
	unsigned char wide[4];
};

struct search {
	int memory; /* /proc/PID/mem */
	int pages;  /* /proc/PID/pagemap */
	uintptr_t page_size;
	unsigned char *bytes; /* PIECE_SIZE */
	struct letter letters[TEXT_MAX];
	size_t count;
	bool is_ascii;
	unsigned finds;
	const char *mapping; /* its line in /proc/PID/maps */
};

/* What one comparison looks at. */
struct piece {
	const unsigned char *bytes;
	size_t len;
	uintptr_t address;
};

static void add_letter(struct search *search, const char *from, size_t len,
		       uint32_t code_point)
{
	struct letter *letter;

	if (search->count == TEXT_MAX)
		fail_msg("memory_has: the text is too long");
	letter = &search->letters[search->count++];
	memcpy(letter->utf8, from, len);
	letter->utf8_len = len;
	memcpy(letter->wide, &code_point, sizeof(code_point));
	search->is_ascii = search->is_ascii && len == 1;
}

static void spell(struct search *search, const char *text, size_t len)
{
	const char *end = text + len;

	search->is_ascii = true;
	while (text < end) {
		const char *start = text;
		unsigned code_point = utf8_next(&text);

		if (code_point == 0 || code_point == UTF8_BAD)
			fail_msg("memory_has: the text is not plain UTF-8");
		add_letter(search, start, (size_t)(text - start), code_point);
	}
	if (search->count < MEMORY_TEXT_MIN)
		fail_msg("memory_has: the text is too short");
}

/* Not by memcmp, which is slow under the sanitizers for so few bytes. */
static bool is_at(const struct piece *piece, size_t at,
		  const unsigned char *bytes, size_t len)
{
	if (at >= piece->len || len > piece->len - at)
		return false;
	for (size_t i = 0; i < len; i++)
		if (piece->bytes[at + i] != bytes[i])
			return false;
	return true;
}

/* A distance of 0 stands for characters one right behind the other. */
static bool has_utf8(const struct search *search, const struct piece *piece,
		     size_t at, size_t stride)
{
	for (size_t i = 0; i < search->count; i++) {
		const struct letter *letter = &search->letters[i];

		if (!is_at(piece, at, letter->utf8, letter->utf8_len))
			return false;
		at += stride ? stride : letter->utf8_len;
	}
	return true;
}

static bool has_wide(const struct search *search, const struct piece *piece,
		     size_t at, size_t stride)
{
	for (size_t i = 0; i < search->count; i++, at += stride)
		if (!is_at(piece, at, search->letters[i].wide, 4))
			return false;
	return true;
}

static void report(struct search *search, uintptr_t address, size_t stride)
{
	if (search->finds++ < FINDS_SHOWN)
		print_message("found at %#jx, distance %zu, in %s\n",
			      (uintmax_t)address, stride ? stride : 1,
			      search->mapping);
}

static void look_for_utf8(struct search *search, const struct piece *piece)
{
	const unsigned char *end = piece->bytes + piece->len;
	const unsigned char *here = piece->bytes;
	const int first = search->letters[0].utf8[0];

	while ((here = memchr(here, first, (size_t)(end - here)))) {
		size_t at = (size_t)(here++ - piece->bytes);

		for (size_t stride = 0; stride <= STRIDE_MAX; stride++)
			if (stride != 1 && has_utf8(search, piece, at, stride))
				report(search, piece->address + at, stride);
	}
}

static void look_for_wide(struct search *search, const struct piece *piece)
{
	for (size_t at = 0; at + 4 <= piece->len; at += 4) {
		if (memcmp(piece->bytes + at, search->letters[0].wide, 4) != 0)
			continue;
		for (size_t stride = 4; stride <= STRIDE_MAX; stride += 4)
			if (has_wide(search, piece, at, stride))
				report(search, piece->address + at, stride);
	}
}

/* In ASCII the first byte of a 32-bit character is its UTF-8. */
static void look(struct search *search, const struct piece *piece)
{
	look_for_utf8(search, piece);
	if (!search->is_ascii)
		look_for_wide(search, piece);
}

/* Piece by piece; each begins with the end of the one before. */
static void look_between(struct search *search, uintptr_t from, uintptr_t to)
{
	while (from < to) {
		size_t len = to - from < PIECE_SIZE ? to - from : PIECE_SIZE;
		struct piece piece = {.bytes = search->bytes, .address = from};
		ssize_t got =
			pread(search->memory, search->bytes, len, (off_t)from);

		if (got <= 0)
			return;
		piece.len = (size_t)got;
		look(search, &piece);
		from += piece.len > OVERLAP && from + piece.len < to
				? piece.len - OVERLAP
				: piece.len;
	}
}

/* The first page from `at` on that is there, or is not; at most `end`. */
static uintptr_t skip_pages(const struct search *search, uintptr_t at,
			    uintptr_t end, bool are_there)
{
	uint64_t pages[PAGES_AT_ONCE];

	while (at < end) {
		off_t place = (off_t)(at / search->page_size * sizeof(*pages));
		ssize_t got = pread(search->pages, pages, sizeof(pages), place);

		if (got < (ssize_t)sizeof(*pages))
			return end;
		for (size_t i = 0; i < (size_t)got / sizeof(*pages); i++) {
			bool is_there = (pages[i] & PAGE_IS_THERE) != 0;

			if (at >= end || is_there != are_there)
				return at < end ? at : end;
			at += search->page_size;
		}
	}
	return end;
}

static void look_into_mapping(struct search *search, const char *line)
{
	uintmax_t from, to;
	uintptr_t at;

	if (sscanf(line, "%jx-%jx", &from, &to) != 2 ||
	    to - from > MAPPING_MAX || strstr(line, "[v"))
		return;
	search->mapping = line;
	at = (uintptr_t)from;
	while (at < to) {
		uintptr_t end;

		at = skip_pages(search, at, (uintptr_t)to, false);
		end = skip_pages(search, at, (uintptr_t)to, true);
		if (end > at)
			look_between(search, at, end);
		at = end;
	}
}

static int open_proc(pid_t pid, const char *name)
{
	char path[64];
	int fd;

	snprintf(path, sizeof(path), "/proc/%d/%s", (int)pid, name);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		fail_msg("cannot read %s: %s", path, strerror(errno));
	return fd;
}

static void look_everywhere(struct search *search, FILE *maps)
{
	char line[512];

	while (fgets(line, sizeof(line), maps)) {
		line[strcspn(line, "\n")] = '\0';
		look_into_mapping(search, line);
	}
}

/*
 * What was read goes into pages that are given back, not into the heap: a
 * child of this test must not inherit what we look for in it.
 */
bool memory_has(pid_t pid, const char *text, size_t len)
{
	struct search search = {0};
	bool is_found;
	FILE *maps;

	spell(&search, text, len);
	search.page_size = (uintptr_t)sysconf(_SC_PAGESIZE);
	search.memory = open_proc(pid, "mem");
	search.pages = open_proc(pid, "pagemap");
	maps = fdopen(open_proc(pid, "maps"), "r");
	search.bytes = mmap(NULL, PIECE_SIZE, PROT_READ | PROT_WRITE,
			    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (!maps || search.bytes == MAP_FAILED)
		fail_msg("memory_has: %s", strerror(errno));
	look_everywhere(&search, maps);
	is_found = search.finds > 0;
	munmap(search.bytes, PIECE_SIZE);
	fclose(maps);
	close(search.pages);
	close(search.memory);
	explicit_bzero(&search, sizeof(search));
	return is_found;
}
