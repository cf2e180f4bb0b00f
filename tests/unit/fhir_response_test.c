#include "hairline/content/fhir_response.h"

#include "unit/fhir_helper.h"

#include "hairline/base/buf.h"

struct told {
	char text[1024];
	size_t len;
};

static void tell(void *context, const char *link_id, const char *text,
		 const char *answer)
{
	struct told *told = context;

	told->len += (size_t)snprintf(told->text + told->len,
				      sizeof(told->text) - told->len,
				      "%s|%s|%s\n", link_id, text, answer);
	assert_true(told->len < sizeof(told->text));
}

#define RESPONSE(items) \
	"{'resourceType':'QuestionnaireResponse','item':[" items "]}"
#define ITEM(id, answers) "{'linkId':'" id "','answer':[" answers "]}"

static bool read_items(const char *json, struct told *told, struct err *err)
{
	char quoted[2048];

	memset(told, 0, sizeof(*told));
	snprintf(quoted, sizeof(quoted), "%s", json);
	helper_quote(quoted);
	return fhir_response_each(quoted, tell, told, err);
}

#define FIVE ITEM("a", "{'valueInteger':5}")
#define HALF ITEM("b", "{'valueDecimal':0.50}")
#define BOTH ITEM("c", "{'valueBoolean':true},{'valueBoolean':false}")
#define DATE ITEM("b", "{'valueDate':'2026'}")
#define GROUP(items) "{'linkId':'g','text':'Group','item':[" items "]}"

static const struct {
	const char *json;
	const char *told;
} cases[] = {
	{RESPONSE(""), ""},
	{"{'resourceType':'QuestionnaireResponse'}", ""},
	{RESPONSE("{'linkId':'a','text':'Why?','answer':[{'valueCoding'"
		  ":{'code':'y','display':'Yes'}}]}"),
	 "a|Why?|Yes\n"},
	{RESPONSE(ITEM("a", "{'valueCoding':{'code':'y'}}")), "a||y\n"},
	{RESPONSE(ITEM("a", "{'valueString':'x'},{'valueString':'y'},"
			    "{'valueString':'z'}")),
	 "a||x; y; z\n"},
	{RESPONSE(GROUP(FIVE "," HALF) "," BOTH),
	 "a||5\nb||0.50\nc||true; false\n"},
	{RESPONSE(ITEM("a", "{'valueString':'x','item':[" DATE "]}")),
	 "a||x\nb||2026\n"},
	{RESPONSE(ITEM("a", "{'valueQuantity':{'value':70.5,'unit':'kg'}}")),
	 "a||70.5 kg\n"},
	{RESPONSE(ITEM("a", "")), ""},
	{RESPONSE(ITEM("a", "{},5,{'valueCoding':null}")), "a||; ; \n"},
	{RESPONSE("5,{'answer':[{'valueString':'x'}]}"), "||x\n"},
};

static void each_answered_item_is_told_in_order(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct told told;
		struct err err;

		assert_true(read_items(cases[i].json, &told, &err));
		assert_string_equal(told.text, cases[i].told);
	}
}

static void damage_is_refused_without_a_word_of_the_visitors(void **state)
{
	struct told told;
	struct err err;

	(void)state;
	assert_false(read_items("{'a': pregnant}", &told, &err));
	assert_int_equal(err.code, ERR_SYNTAX);
	assert_null(strstr(err.msg, "pregnant"));
	assert_non_null(strstr(err.msg, "damaged at 1:"));
	assert_string_equal(told.text, "");
}

static void another_resource_is_refused(void **state)
{
	struct told told;
	struct err err;

	(void)state;
	assert_false(read_items("{'resourceType':'Patient'}", &told, &err));
	assert_string_equal(
		err.msg, "the stored answers are not a QuestionnaireResponse");
	assert_false(read_items("[]", &told, &err));
}

static void bottomless_nesting_is_refused(void **state)
{
	char json[2048];
	struct told told;
	struct err err;
	struct buf buf;

	(void)state;
	buf_init(&buf, json, sizeof(json));
	buf_add(&buf, "{'resourceType':'QuestionnaireResponse'");
	for (int i = 0; i < 70; i++)
		buf_add(&buf, ",'item':[{'a':1");
	for (int i = 0; i < 70; i++)
		buf_add(&buf, "}]");
	buf_add(&buf, "}");
	assert_false(read_items(json, &told, &err));
	assert_non_null(strstr(err.msg, "nested too deep"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_answered_item_is_told_in_order),
		cmocka_unit_test(
			damage_is_refused_without_a_word_of_the_visitors),
		cmocka_unit_test(another_resource_is_refused),
		cmocka_unit_test(bottomless_nesting_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
