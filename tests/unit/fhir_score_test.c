#include "unit/fhir_helper.h"

#include "hairline/content/fhir_path.h"
#include "hairline/content/fhir_path_item.h"
#include "hairline/content/fhir_path_step.h"
#include "hairline/content/fhir_score.h"

/* Options of weight 1 and 2.5: beside the option, in its Coding. */
#define WEIGHTS                                                          \
	"'type':'choice','text':'?','answerOption':[{'extension':[{" HL7 \
	"ordinalValue','valueDecimal':1}],'valueCoding':{'code':"        \
	"'x'}},{'valueCoding':{'extension':[{" HL7                       \
	"itemWeight','valueDecimal':2.5}],'code':'y'}}]}"

/* Items a and b, c in the repeating g, a number n, u without weights. */
#define QUESTIONS                                                       \
	"{'linkId':'a'," WEIGHTS ",{'linkId':'b'," WEIGHTS              \
	",{'linkId':'g','type':'group','repeats':true,'item':[{"        \
	"'linkId':'c'," WEIGHTS "]},{'linkId':'n','type':'integer',"    \
	"'text':'?'},{'linkId':'u','type':'choice','text':'?'," OPTIONS \
	"},{'linkId':'v','type':'integer','text':'?','answerOption':["  \
	"{'valueInteger':1}]}"

/* Those, and the score s. */
#define FORM(expression)                                           \
	QUESTIONS ",{'linkId':'s','type':'decimal','text':'?',"    \
		  "'extension':[{" SDC "calculatedExpression',"    \
		  "'valueExpression':{'language':'text/fhirpath'," \
		  "'expression':'" expression "'}}]}"

#define Q "\\u0027" /* a quote of FHIRPath in JSON */
#define ITEM(id) "%resource.item.where(linkId=" Q id Q ").answer.value"
#define A ITEM("a")
#define B ITEM("b")
#define N ITEM("n")
#define U ITEM("u")
#define V ITEM("v")
#define ZZZ ITEM("zzz")
#define ORDINAL "http://hl7.org/fhir/StructureDefinition/ordinalValue"

static const struct {
	const char *items;
	const char *terms; /* linkIds, each behind a space */
} sums[] = {
	{FORM("%resource.answers().value.ordinal().sum()"), " a b c"},
	{FORM("%resource.descendants().answer.value.weight().sum()"), " a b c"},
	{FORM("%resource.repeat(item).answer.value.ordinal().sum()"), " a b c"},
	{FORM("%resource.item.answer.value.ordinal().sum()"), " a b"},
	{FORM("%resource.item.item.answer.value.ordinal().sum()"), " c"},
	{FORM(A ".ordinal() + " B ".ordinal()"), " a b"},
	{FORM("(" A ".ordinal())\\n + 0 + (" N ")"), " a n"},
	{FORM("%resource.item.where(linkId in (" Q "a" Q "|" Q "b" Q
	      ")).answer.value.ordinal().aggregate($this + $total, 0)"),
	 " a b"},
	{FORM("%resource.item.where(linkId = " Q "a" Q " or linkId=" Q "b" Q
	      ").answer.valueCoding.extension(" Q ORDINAL Q
	      ").valueDecimal.sum()"),
	 " a b"},
	{FORM(A ".extension.where(url=" Q ORDINAL Q ").value"), " a"},
	{FORM("iif(" A ".exists(), " A ".ordinal(), 0) + "
	      "iif(" B ".empty(), 0, " B ".ordinal())"),
	 " a b"},
	{FORM("iif(" A ".exists() or " B ".exists(), " A ".ordinal() + " B
	      ".ordinal(), iif(false, "
	      "0, {}))"),
	 " a b"},
	{FORM("%questionnaire.item.where(linkId = " Q "a" Q
	      ").answerOption.where(valueCoding.code = " A
	      ".code).extension.where(url=" Q ORDINAL Q ").valueDecimal"),
	 " a"},
	{FORM(N), " n"},
};

static void check_sum(size_t i)
{
	struct loaded loaded;
	const struct form_item *score;
	char terms[64] = "";
	struct buf buf;

	helper_expect(&loaded, sums[i].items);
	score = helper_item(&loaded, "s");
	assert_non_null(score->score);
	buf_init(&buf, terms, sizeof(terms));
	for (int j = 0; j < score->score->term_count; j++)
		buf_addf(&buf, " %s",
			 loaded.form.items[score->score->terms[j]].link_id);
	assert_string_equal(terms, sums[i].terms);
	helper_drop(&loaded);
}

static void sums_of_weights_are_understood_in_many_spellings(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(sums) / sizeof(sums[0]); i++)
		check_sum(i);
}

static const char *const others[] = {
	FORM("%resource.answers().value.sum()"),
	FORM("now()"),
	FORM(""),
	FORM("%a"),
	FORM("1 + " A ".ordinal()"),
	FORM("2 * " A ".ordinal()"),
	FORM(A ".ordinal() - " B ".ordinal()"),
	FORM(A ".ordinal() + " A ".ordinal()"),
	FORM(A ".ordinal() extra"),
	FORM(A ".ordinal(1)"),
	FORM(A),
	FORM(V),
	FORM(U ".ordinal()"),
	FORM(ZZZ ".ordinal()"),
	FORM("%resource.item.item.answer.value.ordinal()"),
	FORM("%resource.item.item.answer.value.ordinal().first()"),
	FORM("item.answer.value.ordinal().sum()"),
	FORM("iif(" A ".exists(), " B ".ordinal(), 0)"),
	FORM("iif(" A ".exists(), " A ".ordinal(), 5)"),
	FORM("iif(" A ".exists() and " B ".exists(), " A ".ordinal() + " B
	     ".ordinal(), 0)"),
	FORM(A ".extension(" Q "http://x" Q ").value"),
	FORM("0"),
	FORM("{}"),
	FORM("%resource"),
	FORM("%resource.item.where(linkId=" Q "s" Q ").answer.value"),
};

static void every_other_calculation_refuses_the_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		struct loaded loaded;

		if (helper_load(&loaded, others[i]))
			fail_msg("loaded: %s", others[i]);
		assert_non_null(strstr(loaded.err.msg,
				       "linkId \"s\": an expression works out "
				       "its answer, and only sums of weights "
				       "are understood"));
		helper_drop(&loaded);
	}
}

#define VARIABLE(name, expression)          \
	"{" HL7 "variable'"                 \
	",'valueExpression':{'name':'" name \
	"','language':'text/fhirpath','expression':'" expression "'}}"
#define DOCUMENT(variables, items)                           \
	"{'resourceType':'Questionnaire','status':'active'," \
	"'extension':[" variables "],'item':[" items "]}"

#define A_BELOW "item.where(linkId=" Q "a" Q ").answer.value.ordinal()"
#define VARIABLE_A VARIABLE("a", A_BELOW)
#define VARIABLE_ANY VARIABLE("any", "%a.exists()")
#define VARIABLES VARIABLE_A "," VARIABLE_ANY
#define SCORE_ANY FORM("iif(%any, iif(%a.exists(), %a, 0), {})")

static void variables_stand_for_their_expressions(void **state)
{
	struct loaded loaded;

	(void)state;
	if (!helper_load_document(&loaded, DOCUMENT(VARIABLES, SCORE_ANY)))
		fail_msg("%s", loaded.err.msg);
	assert_int_equal(helper_item(&loaded, "s")->score->term_count, 1);
	helper_drop(&loaded);
}

static void variables_that_wait_for_each_other_are_refused(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_false(helper_load_document(
		&loaded, DOCUMENT(VARIABLE("a", "%b") "," VARIABLE("b", "%a"),
				  FORM("%a"))));
	helper_drop(&loaded);
	assert_false(helper_load_document(
		&loaded,
		DOCUMENT(VARIABLE("a", "iif(false, %a, %a)"), FORM("%a"))));
	helper_drop(&loaded);
}

/* Each uses the one before twice: 2 to the power of 30. */
static void a_bomb_of_variables_is_refused_in_time(void **state)
{
	struct loaded loaded;
	char variables[8192];
	char document[16384];
	struct buf buf;

	(void)state;
	buf_init(&buf, variables, sizeof(variables));
	buf_add(&buf, VARIABLE("v0", "%resource.answers().exists()"));
	for (int i = 1; i <= 30; i++)
		buf_addf(&buf,
			 ",{" HL7 "variable'"
			 ",'valueExpression':{'name':'v%d'"
			 ",'language':'text/fhirpath','expression':'%%v%d or "
			 "%%v%d'}}",
			 i, i - 1, i - 1);
	assert_false(buf.is_cut);
	snprintf(document, sizeof(document),
		 "{'resourceType':'Questionnaire','status':'active',"
		 "'extension':[%s],'item':[%s]}",
		 variables, FORM("%v30"));
	assert_false(helper_load_document(&loaded, document));
	helper_drop(&loaded);
}

static void a_sum_that_others_show_later_is_noted(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, FORM(A ".ordinal() + " B ".ordinal()"));
	assert_non_null(strstr(loaded.report.text, "note: partial-sum s: "));
	helper_drop(&loaded);
	helper_expect(&loaded,
		      FORM("%resource.answers().value.ordinal().sum()"));
	assert_string_equal(loaded.report.text, "");
	helper_drop(&loaded);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			sums_of_weights_are_understood_in_many_spellings),
		cmocka_unit_test(every_other_calculation_refuses_the_form),
		cmocka_unit_test(variables_stand_for_their_expressions),
		cmocka_unit_test(
			variables_that_wait_for_each_other_are_refused),
		cmocka_unit_test(a_bomb_of_variables_is_refused_in_time),
		cmocka_unit_test(a_sum_that_others_show_later_is_noted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
