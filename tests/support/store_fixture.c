#include "support/store_fixture.h"

#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "hairline/base/buf.h"
#include "hairline/store/schema.h"
#include "hairline/core/dossier.h"
#include "hairline/store/inbox.h"
#include "hairline/store/store.h"
#include "hairline/store/visits.h"

#define NOBODY 65534
#define FORM_HASH                          \
	"0123456789abcdef0123456789abcdef" \
	"0123456789abcdef0123456789abcdef"

static void give_up(const char *what, const char *why)
{
	fprintf(stderr, "store_fixture: %s: %s\n", what, why);
	abort();
}

/* Do something with each file and folder below dir, inner ones first. */
static void walk(const char *dir,
		 void (*visit)(void *context, const char *path), void *context)
{
	char start[STORE_FIXTURE_DIR_SIZE];
	char *roots[] = {start, NULL};
	FTS *tree;

	snprintf(start, sizeof(start), "%s", dir);
	tree = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
	for (FTSENT *at = tree ? fts_read(tree) : NULL; at; at = fts_read(tree))
		if (at->fts_info != FTS_D)
			visit(context, at->fts_accpath);
	if (tree)
		fts_close(tree);
}

struct search {
	const char *word;
	bool is_found;
};

static void search_one(void *context, const char *path)
{
	struct search *search = context;
	struct stat status;
	FILE *file = fopen(path, "rb");

	if (!file)
		return;
	if (fstat(fileno(file), &status) == 0 && S_ISREG(status.st_mode)) {
		size_t size = (size_t)status.st_size;
		char *bytes = malloc(size + 1);

		size = bytes ? fread(bytes, 1, size, file) : 0;
		if (size &&
		    memmem(bytes, size, search->word, strlen(search->word)))
			search->is_found = true;
		free(bytes);
	}
	fclose(file);
}

static void remove_one(void *context, const char *path)
{
	(void)context;
	remove(path);
}

static void give_away(void *context, const char *path)
{
	(void)context;
	if (lchown(path, NOBODY, NOBODY) != 0)
		give_up("chown", path);
}

static void fill_words(struct fixture_words *words, int number)
{
	struct buf answers;

	snprintf(words->name, sizeof(words->name), "Wilhelmina Zwart-%06d",
		 number);
	snprintf(words->phone, sizeof(words->phone), "+31 6 55%06d", number);
	snprintf(words->email, sizeof(words->email), "wz%06d@mail.example",
		 number);
	buf_init(&answers, words->answers, sizeof(words->answers));
	/* Of many sizes, so that rows and pages end everywhere. */
	for (int i = 0; i < 1 + number * 7 % 80; i++)
		buf_addf(&answers, "{\"scalp-itch-%06d\":\"yes-%d\"}\n", number,
			 i);
}

static void *allocate(size_t size)
{
	void *mem = calloc(1, size);

	if (!mem)
		give_up("calloc", "no memory");
	return mem;
}

int fixture_set_up_dir(void **state)
{
	*state = allocate(STORE_FIXTURE_DIR_SIZE);
	fixture_make(*state);
	return 0;
}

int fixture_tear_down_dir(void **state)
{
	fixture_remove(*state);
	free(*state);
	return 0;
}

int fixture_set_up(void **state)
{
	struct fixture *fixture = allocate(sizeof(*fixture));
	struct database *database = &fixture->database;
	struct form form = fixture_form();
	struct err err;

	fixture_make(fixture->dir);
	if (!seal_keys_load(&fixture->keys, fixture->dir, &err) ||
	    !database_open(database, fixture->dir, "leads.db", &err) ||
	    !schema_prepare(database, &err) ||
	    !visits_add_form(database, &form, 1, &err) ||
	    !datakey_use(&fixture->datakey, database, &fixture->keys, "kiosk-1",
			 1795446245, &err))
		give_up(fixture->dir, err.msg);
	*state = fixture;
	return 0;
}

int fixture_tear_down(void **state)
{
	struct fixture *fixture = *state;

	datakey_release(&fixture->datakey);
	seal_keys_release(&fixture->keys);
	database_close(&fixture->database);
	fixture_remove(fixture->dir);
	free(fixture);
	return 0;
}

int64_t fixture_count(struct fixture *fixture, const char *sql)
{
	int64_t found;
	struct err err;

	if (!database_number(&fixture->database, sql, NULL, 0, &found, &err))
		give_up(sql, err.msg);
	return found;
}

void fixture_make(char dir[STORE_FIXTURE_DIR_SIZE])
{
	/* In memory where there is such a place: thousands of syncs. */
	snprintf(dir, STORE_FIXTURE_DIR_SIZE, "%s/hairline-test-XXXXXX",
		 access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp");
	if (!mkdtemp(dir))
		give_up("mkdtemp", dir);
}

void fixture_remove(const char *dir)
{
	walk(dir, remove_one, NULL);
}

struct form fixture_form(void)
{
	static const char json[] = "{\"resourceType\":\"Questionnaire\"}";

	return (struct form){
		.url = "https://clinic.example/screening",
		.version = "1",
		.json = json,
		.json_size = sizeof(json) - 1,
		.hash = FORM_HASH,
	};
}

struct store *fixture_open(const char *dir)
{
	struct err err;
	struct form form = fixture_form();
	struct store *store = store_open(dir, &err);

	if (!store || !store_add_form(store, &form, 1, &err))
		give_up(dir, err.msg);
	return store;
}

struct lead fixture_lead(struct fixture_words *words, int number)
{
	struct lead lead = {
		.kiosk = "kiosk-1",
		.created_at = 1795000000 + number,
		.delete_after = 1795000000 + 90 * 86400,
		.language = "en",
		.form_hash = FORM_HASH,
		.tier = "doctor",
		.name = words->name,
		.phone = words->phone,
		.email = words->email,
		.time = "morning",
		.clinic = "Northgate Scalp Clinic",
		.text_version = "2026-11-22",
		.text_hash = FORM_HASH,
		.faq_hash = FORM_HASH,
		.method = "kiosk-keypress",
		.retention_days = 90,
		.answers = words->answers,
	};

	fill_words(words, number);
	for (int i = 0; i < CONSENT_COUNT; i++)
		consent_toggle(&lead.consent, (enum consent_box)i,
			       lead.created_at - i);
	return lead;
}

int fixture_number(const struct lead *lead)
{
	struct fixture_words words;
	int number = (int)(lead->created_at - 1795000000);
	struct lead expected = fixture_lead(&words, number);

	if (!lead->name || strcmp(lead->name, expected.name) != 0 ||
	    strcmp(lead->phone, expected.phone) != 0 ||
	    strcmp(lead->email, expected.email) != 0 ||
	    strcmp(lead->answers, expected.answers) != 0 ||
	    strcmp(lead->tier, expected.tier) != 0 ||
	    strcmp(lead->method, expected.method) != 0 ||
	    lead->delete_after != expected.delete_after)
		return -1;
	for (int i = 0; i < CONSENT_COUNT; i++)
		if (!lead->consent.is_set[i] ||
		    lead->consent.at[i] != expected.consent.at[i])
			return -1;
	return number;
}

struct reader {
	bool (*each)(void *context, const struct lead *lead);
	void *context;
	bool found;
};

static bool pass_on(void *context, const struct dossier *dossier)
{
	struct reader *reader = context;

	reader->found = true;
	return reader->each(reader->context, dossier->lead);
}

bool fixture_each_lead(struct store *store,
		       bool (*each)(void *context, const struct lead *lead),
		       void *context, struct err *err)
{
	struct reader reader = {.each = each, .context = context};
	struct inbox_query query = {.id = NULL};

	return inbox_read(store, &query, pass_on, &reader, err);
}

bool fixture_find_lead(struct store *store, const char *reference,
		       bool (*each)(void *context, const struct lead *lead),
		       void *context, bool *found, struct err *err)
{
	struct reader reader = {.each = each, .context = context};
	struct inbox_query query = {.reference = reference};
	bool ok = inbox_read(store, &query, pass_on, &reader, err);

	*found = reader.found;
	return ok;
}

bool fixture_holds(const char *dir, const char *word)
{
	struct search search = {word, false};

	walk(dir, search_one, &search);
	return search.is_found;
}

unsigned fixture_mode(const char *dir, const char *name)
{
	char path[256];
	struct stat status;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	if (stat(path, &status) != 0)
		give_up("stat", path);
	return status.st_mode & 07777;
}

void fixture_sql(const char *dir, const char *sql)
{
	struct database database;
	struct err err;

	if (!database_open(&database, dir, "leads.db", &err) ||
	    !database_run(&database, sql, &err))
		give_up(sql, err.msg);
	database_close(&database);
}

bool fixture_as_nobody(const char *dir, bool (*check)(const char *dir))
{
	int status = 0;
	pid_t child;

	if (geteuid() == 0)
		walk(dir, give_away, NULL);
	fflush(NULL);
	child = fork();
	if (child == 0) {
		bool is_ready = geteuid() != 0 ||
				(setgid(NOBODY) == 0 && setuid(NOBODY) == 0);

		_exit(is_ready && check(dir) ? 0 : 1);
	}
	return child > 0 && waitpid(child, &status, 0) == child &&
	       WIFEXITED(status) && WEXITSTATUS(status) == 0;
}
