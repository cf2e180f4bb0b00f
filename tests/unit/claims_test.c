#include "hairline/content/claims.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define RULES                                                              \
	"[rules]\ndenials = no\ndenied_by = not\nnot_denials = no doubt\n" \
	"breaks = but\nasks = is\n"

static struct arena arena;
static struct err err;
static struct claims claims;

static int release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static void load(const char *language)
{
	static struct file file;
	char path[64];

	snprintf(path, sizeof(path), "assets/%s/claims.ini", language);
	if (!file_read(&file, &arena, path, &err) ||
	    !claims_read(&claims, &arena, &file, &err))
		fail_msg("%s", err.msg);
}

/* The claims a text makes, by name, with commas between. */
static const char *found(const char *text)
{
	static char names[512];
	struct sentences sentences;
	struct sentence sentence;
	size_t len = 0;

	names[0] = '\0';
	sentences_init(&sentences, text, 1);
	while (sentences_next(&sentences, &sentence)) {
		const struct claim *claim;
		char said[64];
		int from = 0;

		while ((claim = claims_find(&claims, &sentence, &from, said,
					    sizeof(said))) != NULL) {
			assert_true(said[0]);
			len += (size_t)snprintf(names + len,
						sizeof(names) - len, "%s%s",
						len ? "," : "", claim->name);
		}
	}
	return names;
}

struct saying {
	const char *text;
	const char *claims;
};

static void check(const struct saying *sayings)
{
	for (; sayings->text; sayings++)
		if (strcmp(found(sayings->text), sayings->claims) != 0)
			fail_msg("\"%s\" claims \"%s\", not \"%s\"",
				 sayings->text, found(sayings->text),
				 sayings->claims);
}

static void english_claims_are_told_from_denials(void **state)
{
	static const struct saying sayings[] = {
		{"Our results are guaranteed.", "guaranteed"},
		{"It is GUARANTEED to work!", "guaranteed"},
		{"We guarantee your new look.", "guaranteed"},
		{"No result can be guaranteed.", ""},
		{"Nobody can guarantee a result.", ""},
		{"It can't be guaranteed.", ""},
		{"It cannot be guaranteed, and it is painless.", "painless"},
		{"No scars, but guaranteed results.", "guaranteed"},
		{"Not only is SMP safe.", "safe"},
		{"Is SMP safe?", ""},
		{"Want guaranteed results?", "guaranteed"},
		{"A pain-free treatment.", "painless"},
		{"Painless and not expensive.", "painless"},
		{"100% natural pigment.", "guaranteed,natural"},
		{"\"Natural\" does not mean safe.", ""},
		{"We do not sell natural ink.", ""},
		{"There is no risk.", "no risk"},
		{"The allergy factor is nigh on zero.", "no risk"},
		{"A permanent cure for baldness.", "cure"},
		{"It does not cure baldness.", ""},
		{"A non-invasive procedure.", "not invasive"},
		{"It is maintenance-free.", "no upkeep"},
		{"You will see immediate results.", "instant"},
		{"FDA-approved pigments.", "approved"},
		{"In the US no pigment is FDA-approved.", ""},
		{"It boosts confidence.", "happiness"},
		{"The best clinic in town.", "the best"},
		{"Unsafe and unnatural.", ""},
		{NULL, NULL},
	};

	(void)state;
	load("en");
	check(sayings);
}

static void spanish_claims_are_told_from_denials(void **state)
{
	static const struct saying sayings[] = {
		{"Resultados garantizados.", "garantizado"},
		{"RESULTADOS GARANTIZADOS", "garantizado"},
		{"No se puede garantizar ningún resultado.", ""},
		{"Nadie puede garantizarlo.", ""},
		{"Es una técnica indolora.", "sin dolor"},
		{"Es un tratamiento sin dolor.", "sin dolor"},
		{"Tinta 100 % natural.", "garantizado,natural"},
		{"«Natural» no quiere decir seguro.", ""},
		{"No tiene riesgos.", "sin riesgo"},
		{"La SMP rompe la piel, así que tiene riesgos.", ""},
		{"Es seguro y no duele.", "sin dolor,seguro"},
		{"¿Es seguro?", ""},
		{"No solo es seguro.", "seguro"},
		{"Recupere su pelo hoy.", "cura"},
		{"RECUPERE SU PÉLO", "cura"},
		{"Un resultado definitivo.", "permanente"},
		{"Nadie lo notará.", "perfecto"},
		{NULL, NULL},
	};

	(void)state;
	load("es");
	check(sayings);
}

static bool read(const char *text)
{
	static struct file file;

	file = (struct file){
		.path = "claims.ini", .text = text, .size = strlen(text)};
	return claims_read(&claims, &arena, &file, &err);
}

static void a_clinic_may_add_its_own(void **state)
{
	(void)state;
	assert_true(read(RULES "[ours]\nsay = shin*, very new\nwhy = w\n"
			       "better = b\nunless = shining armour\n"));
	assert_string_equal(found("It shines."), "ours");
	assert_string_equal(found("A very  NEW thing."), "ours");
	assert_string_equal(found("Very, new."), "");
	assert_string_equal(found("In shining armour."), "");
	assert_string_equal(found("No shine."), "");
	assert_string_equal(found("No doubt it shines."), "ours");
	assert_string_equal(found("No, but it shines."), "ours");
	assert_string_equal(found("A moonshine."), "");
}

static void mistakes_are_named_with_their_line(void **state)
{
	static const struct {
		const char *text;
		const char *message;
	} cases[] = {
		{"", "claims.ini:1: [rules] lacks \"denials\""},
		{RULES "[a]\nsay = x\nwhy = y\n",
		 "claims.ini:8: [a] lacks \"better\""},
		{RULES "[a]\nsays = x\n",
		 "claims.ini:8: unknown key \"says\"; did you mean \"say\"?"},
		{RULES "[a]\nsay =\n",
		 "claims.ini:8: \"say\" in [a] is empty; fill it in"},
		{"[rules]\nbrakes = x\n", "claims.ini:2: unknown key"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		assert_false(read(cases[i].text));
		if (strncmp(err.msg, cases[i].message,
			    strlen(cases[i].message)) != 0)
			fail_msg("%s", err.msg);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_teardown(name, release)
	const struct CMUnitTest tests[] = {
		TEST(english_claims_are_told_from_denials),
		TEST(spanish_claims_are_told_from_denials),
		TEST(a_clinic_may_add_its_own),
		TEST(mistakes_are_named_with_their_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
