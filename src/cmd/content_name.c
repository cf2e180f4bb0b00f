#include "hairline/cmd/content_name.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "hairline/base/buf.h"
#include "hairline/content/file.h"
#include "hairline/content/ini_clinic.h"
#include "hairline/core/clinic.h"

#define PATH_SIZE 4096
#define TAGS_SIZE 320
#define TAG_CHARS \
	"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-"

struct word {
	const char *word;
	const char *file;
	bool has_language; /* it lies in a language's folder */
};

static const struct word words[] = {
	{"faq", "faq.md", true},
	{"privacy", "privacy.md", true},
	{"text", "text.ini", true},
	{"claims", "claims.ini", true},
	{"clinic", "clinic.ini", false},
	{"theme", "theme.ini", false},
	{"questions", "screening.json", false},
};

const char *content_name_list(void)
{
	return "faq, privacy, text, claims, clinic, theme or questions";
}

bool content_name_languages(const char *dir, char *tags, size_t size)
{
	struct clinic clinic = {.language_count = 0};
	char path[PATH_SIZE];
	struct arena arena;
	struct file file;
	struct buf buf;
	struct err err;

	arena_init(&arena);
	buf_init(&buf, tags, size);
	snprintf(path, sizeof(path), "%s/clinic.ini", dir);
	if (file_read(&file, &arena, path, &err))
		ini_clinic_read(&clinic, &arena, &file, &err);
	for (int i = 0; i < clinic.language_count; i++)
		buf_addf(&buf, "%s%s", i > 0 ? " " : "", clinic.languages[i]);
	arena_release(&arena);
	return buf.len > 0;
}

static const struct word *find_word(const char *text)
{
	const char *slash = strrchr(text, '/');

	text = slash ? slash + 1 : text;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].word, text) == 0 ||
		    strcmp(words[i].file, text) == 0)
			return &words[i];
	return NULL;
}

/* The one that was asked for, the folder's of "en/faq.md", or the first. */
static void take_language(struct content_name *name, const char *dir,
			  const char *word, const char *language)
{
	char tags[TAGS_SIZE] = "en";
	size_t folder = strcspn(word, "/");

	if (!language && word[folder]) {
		snprintf(name->language, sizeof(name->language), "%.*s",
			 (int)folder, word);
		return;
	}
	if (!language)
		content_name_languages(dir, tags, sizeof(tags));
	snprintf(name->language, sizeof(name->language), "%.*s",
		 (int)strcspn(language ? language : tags, " "),
		 language ? language : tags);
}

bool content_name_find(struct content_name *name, const char *dir,
		       const char *word, const char *language, struct err *err)
{
	const struct word *found = find_word(word);
	char path[PATH_SIZE];
	struct stat status;

	if (!found)
		return err_set(err, ERR_SYNTAX, "there is no \"%s\"; name %s",
			       word, content_name_list());
	take_language(name, dir, word, language);
	if (name->language[strspn(name->language, TAG_CHARS)])
		return err_set(err, ERR_SYNTAX, "\"%s\" is no language",
			       name->language);
	snprintf(name->file, sizeof(name->file), "%s%s%s",
		 found->has_language ? name->language : "",
		 found->has_language ? "/" : "", found->file);
	name->is_faq = strcmp(found->word, "faq") == 0;
	snprintf(path, sizeof(path), "%s/%s", dir, name->file);
	if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
		return true;
	return err_set(err, ERR_IO, "there is no file %s", path);
}
