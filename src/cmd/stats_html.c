#include <string.h>

#include "hairline/base/buf.h"
#include "hairline/cmd/stats_chart.h"
#include "hairline/core/text.h"

#define WIDE_TABLES 2 /* the first ones: how far, and over time */

/*
 * The page is well-formed XML as well as HTML, so that any parser can check
 * it.  Its policy forbids everything but its own styles: it asks nobody for
 * anything.
 */
static const char style[] =
	"@page{size:A4;margin:14mm}\n"
	"*{box-sizing:border-box}\n"
	"body{margin:0;background:#eef1f1;color:#1d2424;"
	"font:15px/1.45 system-ui,'Segoe UI','Liberation Sans',sans-serif}\n"
	"header{background:#005f5f;color:#fff;padding:22px 32px}\n"
	"header p{margin:0;opacity:.92}\n"
	"h1{font-size:27px;line-height:1.2;margin:2px 0}\n"
	"main{max-width:1000px;margin:0 auto;padding:22px 24px 4px}\n"
	".cards{columns:2;column-gap:18px}\n"
	"section{background:#fff;border:1px solid #d5dcdc;border-radius:6px;"
	"padding:16px 20px 18px;margin:0 0 18px;break-inside:avoid}\n"
	"h2{font-size:16px;color:#005f5f;margin:0 0 10px}\n"
	".tiles{display:flex;flex-wrap:wrap;gap:14px}\n"
	".tile{flex:1 1 120px;border-left:4px solid #008787;"
	"padding:2px 0 2px 12px}\n"
	".tile b{display:block;font-size:32px;line-height:1.1;"
	"font-variant-numeric:tabular-nums}\n"
	".tile i{display:block;font-style:normal;color:#4c5656}\n"
	"table{border-collapse:collapse;width:100%}\n"
	"th{text-align:left;font-weight:400;padding:4px 10px 4px 0;width:46%}\n"
	"td{padding:4px 0;text-align:right;white-space:nowrap;"
	"font-variant-numeric:tabular-nums}\n"
	"td.n{width:44px;font-weight:600}\n"
	"td.p{width:50px;color:#4c5656}\n"
	".bar{display:block;width:100%;height:13px}\n"
	".rest{fill:#edf1f1}.part,.column{fill:#008787}.grave{fill:#9d2b1f}\n"
	".chart{display:block;width:100%;height:auto}\n"
	".grid{stroke:#d9e0e0;stroke-width:1}\n"
	".tick{font-size:11px;fill:#4c5656}\n"
	".note{margin:10px 0 0;font-size:13px;color:#4c5656}\n"
	"footer{max-width:1000px;margin:0 auto;padding:0 24px 28px;"
	"font-size:13px;color:#4c5656}\n"
	"@media (max-width:700px){.cards{columns:1}}\n"
	"@media print{body{background:#fff;font-size:10.5px;line-height:1.3;"
	"-webkit-print-color-adjust:exact;print-color-adjust:exact}"
	"main{padding:8px 0 0;max-width:none}.cards{column-gap:8px}"
	"header{padding:10px 14px}section{margin:0 0 8px;"
	"padding:7px 12px 8px}h1{font-size:19px}h2{font-size:13px;"
	"margin:0 0 4px}th{padding:2px 8px 2px 0}td{padding:2px 0}"
	".bar{height:9px}.tile b{font-size:21px}.tile i{display:inline}"
	"footer{padding:0}.note,footer{font-size:9.5px}"
	".note{margin:4px 0 0}}\n";

static void write_period(const struct stats_report *report, FILE *out)
{
	char mem[128];
	struct buf period;

	buf_init(&period, mem, sizeof(mem));
	text_fill(&period, stats_word(report->language, STATS_FROM_TO),
		  (const struct text_value[]){{"first", report->first},
					      {"last", report->last},
					      {NULL, NULL}});
	stats_html_text(out, mem);
}

static void write_head(const struct stats_report *report, FILE *out)
{
	const char *title = stats_word(report->language, STATS_TITLE);

	fprintf(out,
		"<!DOCTYPE html>\n"
		"<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"%s\">\n"
		"<head>\n<meta charset=\"utf-8\"/>\n"
		"<meta http-equiv=\"Content-Security-Policy\" "
		"content=\"default-src 'none'; style-src 'unsafe-inline'; "
		"img-src data:\"/>\n"
		"<meta name=\"viewport\" "
		"content=\"width=device-width, initial-scale=1\"/>\n"
		"<link rel=\"icon\" href=\"data:,\"/>\n<title>",
		stats_language_code(report->language));
	stats_html_text(out, title);
	fprintf(out, ", ");
	write_period(report, out);
	fprintf(out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n", style);
	fputs("<header>\n<p>", out);
	stats_html_text(out, report->clinic);
	fputs("</p>\n<h1>", out);
	stats_html_text(out, title);
	fputs("</h1>\n<p>", out);
	write_period(report, out);
	fputs("</p>\n</header>\n<main>\n", out);
}

static int percent(int count, int whole)
{
	return (int)((200LL * count / whole + 1) / 2);
}

static void write_tiles(FILE *out, const struct stats_table *table)
{
	fputs("<div class=\"tiles\">\n", out);
	for (int i = 0; i < table->count; i++) {
		const struct stats_row *row = &table->rows[i];

		fprintf(out, "<div class=\"tile\"><b>%d</b>", row->count);
		stats_html_text(out, row->label);
		if (i > 0 && table->whole > 0)
			fprintf(out, " <i>%d %%</i>",
				percent(row->count, table->whole));
		fputs("</div>\n", out);
	}
	fputs("</div>\n", out);
}

static void write_bars(FILE *out, const struct stats_table *table)
{
	int most = 0;

	for (int i = 0; i < table->count; i++)
		if (table->rows[i].count > most)
			most = table->rows[i].count;
	fputs("<table>\n", out);
	for (int i = 0; i < table->count; i++) {
		const struct stats_row *row = &table->rows[i];

		fputs("<tr><th scope=\"row\">", out);
		stats_html_text(out, row->label);
		fputs("</th><td>", out);
		stats_chart_bar(out, row->count, most, row->is_grave);
		fprintf(out, "</td><td class=\"n\">%d</td>", row->count);
		if (table->whole > 0)
			fprintf(out, "<td class=\"p\">%d %%</td>",
				percent(row->count, table->whole));
		fputs("</tr>\n", out);
	}
	fputs("</table>\n", out);
}

static void write_table(FILE *out, const struct stats_table *table)
{
	bool is_steps = strcmp(table->key, "steps") == 0;

	if (table->count == 0 && !table->note[0])
		return;
	fputs("<section>\n<h2>", out);
	stats_html_text(out, table->title);
	fputs("</h2>\n", out);
	if (is_steps)
		write_tiles(out, table);
	else if (table->is_time)
		stats_chart_columns(out, table);
	else if (table->count > 0)
		write_bars(out, table);
	if (table->note[0]) {
		fputs("<p class=\"note\">", out);
		stats_html_text(out, table->note);
		fputs("</p>\n", out);
	}
	fputs("</section>\n", out);
}

void stats_print_html(const struct stats_report *report, FILE *out)
{
	write_head(report, out);
	for (int i = 0; i < report->count; i++) {
		if (i == WIDE_TABLES)
			fputs("<div class=\"cards\">\n", out);
		write_table(out, &report->tables[i]);
	}
	fputs("</div>\n</main>\n<footer>", out);
	stats_html_text(out, stats_word(report->language, STATS_PROMISE));
	fputs("</footer>\n</body>\n</html>\n", out);
}
