#include "unit/fhir_helper.h"

#include "hairline/content/fhir_item.h"
#include "hairline/content/fhir_title.h"
#include "hairline/content/fhir_type.h"

#define ASK(id, type, more) \
	"{'linkId':'" id "','type':'" type "','text':'?'" more "}"
#define GROUP(id, more, items) \
	"{'linkId':'" id "','type':'group'" more ",'item':[" items "]}"
#define HIDDEN                                        \
	",'extension':[{" HL7 "questionnaire-hidden'" \
	",'valueBoolean':true}]"

static void the_tree_becomes_an_array_in_the_order_of_the_document(void **state)
{
	struct loaded loaded;
	const struct form_item *items;

	(void)state;
	helper_expect(&loaded,
		      GROUP("g", "",
			    ASK("a", "integer",
				",'item':[" QUESTION_B
				"]") "," QUESTION_D) ",\n " QUESTION_E);
	items = loaded.form.items;
	assert_int_equal(loaded.form.item_count, 5);
	assert_int_equal(items[0].end, 4);
	assert_int_equal(items[1].parent, 0);
	assert_int_equal(items[2].parent, 1);
	assert_int_equal(items[3].parent, 0);
	assert_int_equal(items[4].parent, FORM_NONE);
	assert_int_equal(items[4].line, 3);
	assert_int_equal(items[4].column, 2);
	helper_drop(&loaded);
}

static void every_type_is_known_and_coding_of_r5_too(void **state)
{
	static const struct {
		const char *items;
		enum form_type type;
		bool is_open;
	} cases[] = {
#define X(id, name, kind) {ASK("q", name, ""), id, id == FORM_OPEN_CHOICE},
		FORM_TYPES(X)
#undef X
			{ASK("q", "coding", "," OPTIONS), FORM_CHOICE, false},
		{ASK("q", "coding",
		     "," OPTIONS ",'answerConstraint':'optionsOrString'"),
		 FORM_OPEN_CHOICE, true},
		{ASK("q", "coding",
		     "," OPTIONS ",'answerConstraint':'optionsOrType'"),
		 FORM_CHOICE, false},
		{ASK("q", "string",
		     ",'answerOption':[{'valueString':'a'}],"
		     "'answerConstraint':'optionsOrType'"),
		 FORM_STRING, true},
		{ASK("q", "integer",
		     ",'answerOption':[{'valueInteger':1}],"
		     "'answerConstraint':'optionsOrType'"),
		 FORM_INTEGER, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct loaded loaded;

		helper_expect(&loaded, cases[i].items);
		assert_int_equal(loaded.form.items[0].type, cases[i].type);
		assert_int_equal(loaded.form.items[0].is_open,
				 cases[i].is_open);
		helper_drop(&loaded);
	}
}

static void a_type_that_nobody_knows_is_shown_and_not_asked(void **state)
{
	static const struct refusal cases[] = {
		{ASK("q", "question", ""),
		 "2:22: error: type q: type 'question' is not of FHIR; it "
		 "is shown and not asked, correct it\n"},
		{"{'linkId':'q','text':'?'}",
		 "2:1: error: type q: has no type; it is shown and not asked, "
		 "give it one\n"},
	};
	struct loaded loaded;

	(void)state;
	HELPER_SAY(cases);
	helper_expect(&loaded, ASK("q", "quest", ",'item':[" QUESTION_B "]"));
	assert_int_equal(loaded.form.items[0].type, FORM_GROUP);
	assert_int_equal(loaded.form.item_count, 2);
	helper_drop(&loaded);
}

static void hidden_goes_down_from_all_and_read_only_from_groups(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(
		&loaded,
		GROUP("g", ",'readOnly':true",
		      ASK("a", "integer",
			  ",'item':[" QUESTION_B
			  "]")) "," ASK("c", "integer",
					",'readOnly':true,'item':[" QUESTION_D
					"]") "," ASK("h", "integer",
						     HIDDEN
						     ",'item':[" QUESTION_E
						     "]"));
	assert_true(helper_item(&loaded, "a")->is_read_only);
	assert_true(helper_item(&loaded, "b")->is_read_only);
	assert_true(helper_item(&loaded, "c")->is_read_only);
	assert_false(helper_item(&loaded, "d")->is_read_only);
	assert_true(helper_item(&loaded, "h")->is_hidden);
	assert_true(helper_item(&loaded, "e")->is_hidden);
	assert_false(helper_item(&loaded, "g")->is_hidden);
	helper_drop(&loaded);
}

#define ASK_OFTEN ASK("q", "integer", ",'required':true,'repeats':true")
#define GROUP_OFTEN GROUP("g", ",'repeats':true", QUESTION_B)

static void required_and_repeats_are_read(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, ASK_OFTEN "," GROUP_OFTEN);
	assert_true(helper_item(&loaded, "q")->is_required);
	assert_true(helper_item(&loaded, "q")->repeats);
	assert_true(helper_item(&loaded, "g")->repeats);
	assert_false(helper_item(&loaded, "b")->repeats);
	helper_drop(&loaded);
}

#define NAMELESS "{'type':'integer','item':[" QUESTION_B "]}"
#define GROUP_Q GROUP("g", "", QUESTION_Q)
#define NEEDS_Q                                                     \
	"{'linkId':'w','type':'display','text':'t','enableWhen':[{" \
	"'question':'q','operator':'exists','answerBoolean':true}]}"
#define HOLDING_E \
	"{'linkId':'d','type':'display','text':'t','item':[" QUESTION_E "]}"
#define TWICE QUESTION_Q "," NAMELESS "," QUESTION_Q "," GROUP_Q

static void items_that_cannot_be_told_apart_are_left_out(void **state)
{
	struct loaded loaded;

	(void)state;
	helper_expect(&loaded, TWICE "," NEEDS_Q "," HOLDING_E);
	assert_int_equal(loaded.form.item_count, 5);
	assert_int_equal(helper_item(&loaded, "w")->conditions[0].target, 0);
	assert_int_equal(form_find(&loaded.form, "e"), FORM_NONE);
	assert_non_null(strstr(loaded.report.text,
			       "error: no-link-id: an item has no linkId"));
	helper_drop(&loaded);
}

static void a_question_without_a_text_gets_a_name(void **state)
{
	static const struct {
		const char *items;
		const char *text;
	} cases[] = {
		{"{'linkId':'q','type':'integer','prefix':'1.'}", "1."},
		{"{'linkId':'q','type':'integer','code':[{'code':'c'},"
		 "{'code':'d','display':'Age'}]}",
		 "Age"},
		{"{'linkId':'q','type':'integer'}", "q"},
		{"{'linkId':'q','type':'integer','extension':[{" HL7
		 "questionnaire-shortText'"
		 ",'valueString':'Age'}]}",
		 "Age"},
		{"{'linkId':'q','type':'display'}", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct loaded loaded;

		helper_expect(&loaded, cases[i].items);
		assert_string_equal(loaded.form.items[0].text.in[0],
				    cases[i].text);
		assert_string_equal(loaded.form.items[0].short_text.in[1],
				    cases[i].text);
		helper_drop(&loaded);
	}
}

static void what_has_no_screen_is_warned_of(void **state)
{
	static const struct refusal cases[] = {
		{ASK("q", "attachment", ""),
		 "2:1: warning: in-person q: the kiosk takes no file; visitors "
		 "are asked to tell in person\n"},
		{ASK("q", "reference", ",'required':true"),
		 "2:1: warning: in-person q: the kiosk takes no reference; "
		 "visitors are asked to tell in person\n"},
	};

	(void)state;
	HELPER_SAY(cases);
}

/* A tower of groups, one deeper than depth says at its top. */
static bool load_tower(struct loaded *loaded, int depth)
{
	char document[4096];
	struct buf buf;
	bool ok;

	buf_init(&buf, document, sizeof(document));
	for (int i = 1; i < depth; i++)
		buf_addf(&buf, "{'linkId':'%d','type':'group','item':[", i);
	buf_add(&buf, QUESTION_Q);
	for (int i = 1; i < depth; i++)
		buf_add(&buf, "]}");
	assert_false(buf.is_cut);
	ok = helper_load(loaded, document);
	return ok;
}

static void items_stand_at_most_24_deep(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(load_tower(&loaded, 24));
	assert_int_equal(loaded.form.item_count, 24);
	helper_drop(&loaded);
	assert_false(load_tower(&loaded, 25));
	assert_non_null(strstr(loaded.err.msg,
			       "items stand more than 24 deep; nest less"));
	assert_null(loaded.form.items);
	helper_drop(&loaded);
}

static bool load_many(struct loaded *loaded, int count)
{
	size_t size = (size_t)count * 64;
	char *items = malloc(size);
	struct buf buf;
	bool ok;

	assert_non_null(items);
	buf_init(&buf, items, size);
	for (int i = 0; i < count; i++)
		buf_addf(&buf, "%s{'linkId':'%d','type':'display','text':'t'}",
			 i ? "," : "", i);
	assert_false(buf.is_cut);
	ok = helper_load(loaded, items);
	free(items);
	return ok;
}

static void there_are_at_most_20000_items(void **state)
{
	struct loaded loaded;

	(void)state;
	assert_true(load_many(&loaded, 20000));
	helper_drop(&loaded);
	assert_false(load_many(&loaded, 20001));
	assert_non_null(strstr(loaded.err.msg, "more than 20000 items; split"));
	helper_drop(&loaded);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			the_tree_becomes_an_array_in_the_order_of_the_document),
		cmocka_unit_test(every_type_is_known_and_coding_of_r5_too),
		cmocka_unit_test(
			a_type_that_nobody_knows_is_shown_and_not_asked),
		cmocka_unit_test(
			hidden_goes_down_from_all_and_read_only_from_groups),
		cmocka_unit_test(required_and_repeats_are_read),
		cmocka_unit_test(items_that_cannot_be_told_apart_are_left_out),
		cmocka_unit_test(a_question_without_a_text_gets_a_name),
		cmocka_unit_test(what_has_no_screen_is_warned_of),
		cmocka_unit_test(items_stand_at_most_24_deep),
		cmocka_unit_test(there_are_at_most_20000_items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
