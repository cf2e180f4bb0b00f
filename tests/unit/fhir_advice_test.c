#include "unit/fhir_helper.h"

#define SECTION(items)                                    \
	"{'linkId':'o','type':'group','code':[{'system':" \
	"'urn:hairline:section','code':'outcome'}],'item':[\n" items "]}"
#define ADVICE(tier, type, text, more)                                \
	"{'linkId':'a','type':'" type "','text':'" text "','code':[{" \
	"'system':'urn:hairline:advice','code':'" tier "'}]" more "}"
#define DETAIL ",'item':[{'linkId':'d','type':'display','text':'x'}]"

static const struct refusal refusals[] = {
	{SECTION(ADVICE("urgnet", "group", "t", DETAIL)),
	 "3: linkId 'a': 'urgnet' is no tier of advice; use urgent, doctor, "
	 "not-now, ask-first or tell-us"},
	{SECTION(ADVICE("none", "group", "t", DETAIL)),
	 "3: linkId 'a': 'none' is no tier of advice; use urgent, doctor, "
	 "not-now, ask-first or tell-us"},
	{SECTION(ADVICE("urgent", "display", "t", "")),
	 "3: linkId 'a': an advice must be a group with a text and a display "
	 "in it"},
	{SECTION(ADVICE("urgent", "group", "", DETAIL)),
	 "3: linkId 'a': an advice must be a group with a text and a display "
	 "in it"},
	{SECTION(ADVICE("urgent", "group", "t", ",'item':[" QUESTION_Q "]")),
	 "3: linkId 'a': an advice must be a group with a text and a display "
	 "in it"},
	{ADVICE("urgent", "group", "t", DETAIL),
	 "2: linkId 'a': an advice must stand in the group coded "
	 "urn:hairline:section#outcome; move it there"},
	{ADVICE("urgent", "group", "t", DETAIL) ",\n" SECTION(QUESTION_Q),
	 "2: linkId 'a': an advice must stand in the group coded "
	 "urn:hairline:section#outcome; move it there"},
	{SECTION(QUESTION_Q) ",\n" ADVICE("urgent", "group", "t", DETAIL),
	 "4: linkId 'a': an advice must stand in the group coded "
	 "urn:hairline:section#outcome; move it there"},
};

static void an_advice_that_nobody_would_see_is_refused(void **state)
{
	(void)state;
	HELPER_REFUSE(refusals);
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
		cmocka_unit_test(an_advice_that_nobody_would_see_is_refused),
		cmocka_unit_test(a_right_advice_loads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
