#include "hairline/content/load.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "hairline/content/file.h"
#include "hairline/content/findings.h"
#include "hairline/core/catalog.h"
#include "support/folder.h"

#define SAMPLE "tests/data/content"

static const char *const files[] = {
	"clinic.ini",  "theme.ini", "screening.json",
	"en/text.ini", "en/faq.md", "en/privacy.md",
	"es/text.ini", "es/faq.md", "es/privacy.md"};

#define FILE_COUNT (sizeof(files) / sizeof(files[0]))

static char dir[FOLDER_PATH];
static struct catalog catalog;
static struct err err;

/* The sample leaves out what would grow old: text.ini is made of the keys. */
static void write_texts(const char *language)
{
	static char text[32768];
	char name[64];
	struct buf buf;

	buf_init(&buf, text, sizeof(text));
	for (unsigned id = TEXT_NONE + 1; id < TEXT_COUNT; id++) {
		const char *key = text_key((enum text_id)id);
		const char *dot = strchr(key, '.');

		buf_addf(&buf, "[%.*s]\n%s = %s\n", (int)(dot - key), key,
			 dot + 1, language);
	}
	assert_false(buf.is_cut);
	snprintf(name, sizeof(name), "%s/text.ini", language);
	folder_write(dir, name, text);
}

static char *read_whole(const char *path)
{
	FILE *file = fopen(path, "rb");
	char *text = calloc(1, 65536);

	assert_non_null(file);
	assert_non_null(text);
	assert_true(fread(text, 1, 65535, file) > 0);
	fclose(file);
	return text;
}

static int make(void **state)
{
	char *theme = read_whole("assets/theme.ini");

	(void)state;
	folder_make(dir);
	folder_copy(SAMPLE, dir);
	folder_write(dir, "theme.ini", theme);
	free(theme);
	write_texts("en");
	write_texts("es");
	return 0;
}

static int unmake(void **state)
{
	(void)state;
	content_release(&catalog);
	folder_remove(dir);
	return 0;
}

static char *path_of(const char *name)
{
	static char path[FOLDER_PATH + 64];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	return path;
}

/* Loading fails, holds nothing and names the file. */
static void assert_refused(const char *name, const char *message)
{
	static const struct catalog nothing;

	assert_false(content_load(&catalog, dir, &err));
	assert_memory_equal(&catalog, &nothing, sizeof(catalog));
	if (!strstr(err.msg, name) || !strstr(err.msg, message))
		fail_msg("%s: %s: %s", name, message, err.msg);
}

static void load(void)
{
	if (!content_load(&catalog, dir, &err))
		fail_msg("%s", err.msg);
}

static void a_folder_becomes_a_catalog(void **state)
{
	const struct language *spanish = &catalog.languages[1];

	(void)state;
	load();
	assert_string_equal(catalog.clinic.name.in[1], "Test Clinic");
	assert_int_equal(catalog.form.item_count, 1);
	assert_int_equal(catalog.theme.looks[THEME_256][STYLE_QR].fg, 16);
	assert_string_equal(catalog.languages[0].code, "en");
	assert_string_equal(spanish->code, "es");
	assert_string_equal(spanish->text.at[1], "es");
	assert_int_equal(spanish->faq.entry_count, 2);
	assert_int_equal(strlen(spanish->faq.hash), 64);
	assert_string_equal(spanish->privacy.version, "2026-11-23");
}

static void places_are_filled_in_by_language(void **state)
{
	const struct language *language = catalog.languages;

	(void)state;
	load();
	assert_string_equal(language[0].faq.entries[1].answer.blocks[0].text,
			    "It costs \u00a3100.");
	assert_string_equal(language[1].faq.entries[1].answer.blocks[0].text,
			    "Cuesta 100 \u00a3.");
	assert_string_equal(
		language[1].privacy.doc.blocks[1].text,
		"Test Clinic borra sus datos el {delete_after}, tras 90 "
		"d\u00edas. Pregunte en recepci\u00f3n.");
	assert_non_null(strstr(language[0].privacy.source, "{delete_after}"));
}

static void the_sample_clinic_loads(void **state)
{
	(void)state;
	if (!content_load(&catalog, "assets", &err))
		fail_msg("%s", err.msg);
	assert_int_equal(catalog.clinic.language_count, 2);
}

static void each_missing_file_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < FILE_COUNT; i++) {
		unmake(NULL);
		make(NULL);
		assert_int_equal(unlink(path_of(files[i])), 0);
		assert_refused(path_of(files[i]), "cannot be opened");
	}
}

static void each_empty_file_is_named(void **state)
{
	(void)state;
	for (size_t i = 0; i < FILE_COUNT; i++) {
		unmake(NULL);
		make(NULL);
		folder_write(dir, files[i], "");
		assert_refused(path_of(files[i]), ":1: ");
	}
}

static void each_file_that_is_not_utf_8_is_named_with_its_line(void **state)
{
	(void)state;
	for (size_t i = 0; i < FILE_COUNT; i++) {
		unmake(NULL);
		make(NULL);
		folder_write(dir, files[i], "\n\xff\n");
		assert_refused(path_of(files[i]), ":2: is not UTF-8");
	}
}

/* The file as an editor on Windows saves it. */
static void write_as_on_windows(const char *name)
{
	char *text = read_whole(path_of(name));
	char *changed = calloc(2, strlen(text) + 4);
	char *to = changed;

	assert_non_null(changed);
	memcpy(to, "\xEF\xBB\xBF", 3);
	to += 3;
	for (const char *from = text; *from; from++) {
		if (*from == '\n')
			*to++ = '\r';
		*to++ = *from;
	}
	folder_write(dir, name, changed);
	free(changed);
	free(text);
}

static void files_of_any_editor_read_the_same(void **state)
{
	char hash[65];

	(void)state;
	load();
	memcpy(hash, catalog.languages[0].faq.hash, sizeof(hash));
	content_release(&catalog);
	for (size_t i = 0; i < FILE_COUNT; i++)
		write_as_on_windows(files[i]);
	load();
	assert_string_equal(catalog.languages[0].faq.hash, hash);
}

static void a_language_without_a_folder_is_named(void **state)
{
	(void)state;
	folder_remove(path_of("es"));
	assert_refused(path_of("clinic.ini"), "no folder");
}

static void files_that_disagree_are_refused(void **state)
{
	(void)state;
	folder_write(dir, "es/faq.md",
		     "# A\n## B? {#itch}\nc\n\nFuentes: 2026-11-22\n");
	assert_refused(path_of("es/faq.md"),
		       "lacks the entry \"what-does-it-cost\"");
}

static void a_place_for_the_notice_is_none_for_the_faq(void **state)
{
	(void)state;
	folder_write(dir, "en/faq.md",
		     "# A\n## B? {#itch}\n{delete_after}\n\nS: 2026-11-22\n");
	assert_refused(path_of("en/faq.md"), ":3: \"{delete_after}\" is not");
}

static void releasing_nothing_is_fine(void **state)
{
	(void)state;
	content_release(&catalog);
	content_release(&catalog);
}

static void a_copy_can_stand_in_for_a_file(void **state)
{
	char copy[FOLDER_PATH + 16];
	const struct content_source source = {
		.dir = dir, .name = "en/faq.md", .instead = copy};

	(void)state;
	snprintf(copy, sizeof(copy), "%s/draft.md", dir);
	folder_write(dir, "draft.md", "text\n");
	assert_false(content_load_from(&catalog, &source, &err));
	if (strncmp(err.msg, path_of("en/faq.md"), strlen(dir) + 10) != 0)
		fail_msg("%s", err.msg);
	load();
}

struct seen {
	int files;
	bool has_theme;
};

static void see_file(void *context, const struct file *file, const char *name,
		     int language)
{
	struct seen *seen = context;

	seen->files++;
	assert_non_null(file->text);
	if (strcmp(name, "theme.ini") != 0)
		return;
	seen->has_theme = true;
	assert_int_equal(language, -1);
}

static void see_error(void *context, const struct finding *finding)
{
	(void)context;
	assert_non_null(strstr(finding->file, dir));
	assert_int_equal(finding->severity, FINDING_ERROR);
}

static void a_look_goes_on_after_an_error(void **state)
{
	const struct content_source source = {.dir = dir};
	struct findings findings = {.report = see_error};
	struct seen seen = {.files = 0};
	const struct content_watcher watcher = {&seen, see_file};

	(void)state;
	assert_true(content_look(&catalog, &source, &watcher, &findings));
	assert_int_equal(seen.files, FILE_COUNT);
	content_release(&catalog);
	folder_write(dir, "theme.ini", "[a]\nx\n");
	folder_write(dir, "es/faq.md", "text\n");
	seen = (struct seen){.files = 0};
	assert_false(content_look(&catalog, &source, &watcher, &findings));
	assert_int_equal(seen.files, FILE_COUNT);
	assert_int_equal(findings.count[FINDING_ERROR], 2);
	assert_true(seen.has_theme);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, make, unmake)
	const struct CMUnitTest tests[] = {
		TEST(a_folder_becomes_a_catalog),
		TEST(places_are_filled_in_by_language),
		TEST(the_sample_clinic_loads),
		TEST(each_missing_file_is_named),
		TEST(each_empty_file_is_named),
		TEST(each_file_that_is_not_utf_8_is_named_with_its_line),
		TEST(files_of_any_editor_read_the_same),
		TEST(a_language_without_a_folder_is_named),
		TEST(files_that_disagree_are_refused),
		TEST(a_place_for_the_notice_is_none_for_the_faq),
		TEST(releasing_nothing_is_fine),
		TEST(a_copy_can_stand_in_for_a_file),
		TEST(a_look_goes_on_after_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
