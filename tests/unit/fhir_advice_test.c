#include "unit/fhir_helper.h"

#include "hairline/content/fhir_advice.h"

#define SECTION(items)                                    \
	"{'linkId':'o','type':'group','code':[{'system':" \
	"'urn:hairline:section','code':'outcome'}],'item':[\n" items "]}"
#define ADVICE(tier, type, text, more)                                \
	"{'linkId':'a','type':'" type "','text':'" text "','code':[{" \
	"'system':'urn:hairline:advice','code':'" tier "'}]" more "}"
#define DETAIL ",'item':[{'linkId':'d','type':'display','text':'x'}]"

static const struct refusal cases[] = {
	{SECTION(ADVICE("urgnet", "group", "t", DETAIL)),
	 "3:1: error: advice a: 'urgnet' is no tier of advice; use urgent, "
	 "doctor, not-now, ask-first or tell-us\n"},
	{SECTION(ADVICE("none", "group", "t", DETAIL)),
	 "3:1: error: advice a: 'none' is no tier of advice; use urgent, "
	 "doctor, not-now, ask-first or tell-us\n"},
	{SECTION(ADVICE("urgent", "display", "t", "")),
	 "3:50: error: que-3 a: a display cannot have a code; remove it\n"
	 "3:1: error: advice a: an advice must be a group with a text and a "
	 "display in it\n"},
	{SECTION(ADVICE("urgent", "group", "", DETAIL)),
	 "3:1: error: advice a: an advice must be a group with a text and a "
	 "display in it\n"},
	{SECTION(ADVICE("urgent", "group", "t", ",'item':[" QUESTION_Q "]")),
	 "3:1: error: advice a: an advice must be a group with a text and a "
	 "display in it\n"},
	{ADVICE("urgent", "group", "t", DETAIL),
	 "2:1: error: advice a: an advice must stand in the group coded "
	 "urn:hairline:section#outcome; move it there\n"},
	{ADVICE("urgent", "group", "t", DETAIL) ",\n" SECTION(QUESTION_Q),
	 "2:1: error: advice a: an advice must stand in the group coded "
	 "urn:hairline:section#outcome; move it there\n"},
	{SECTION(QUESTION_Q) ",\n" ADVICE("urgent", "group", "t", DETAIL),
	 "4:1: error: advice a: an advice must stand in the group coded "
	 "urn:hairline:section#outcome; move it there\n"},
};

static void an_advice_that_nobody_would_see_is_reported(void **state)
{
	(void)state;
	HELPER_SAY(cases);
}

static void a_right_advice_loads(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, SECTION(ADVICE("urgent", "group", "t", DETAIL)));
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_advice_that_nobody_would_see_is_reported),
		cmocka_unit_test(a_right_advice_loads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
