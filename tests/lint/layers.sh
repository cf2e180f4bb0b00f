#!/bin/sh
# Includes point down, and each library is used in the one place it belongs.
set -eu

find src include/hairline -name '*.[ch]' -exec \
	awk -f tests/lint/strip.awk {} + | awk '
function layer_of(path)
{
	sub(/^(src|include\/hairline)\//, "", path)
	sub(/\/.*/, "", path)
	return path
}

function say(what)
{
	print file ":" line ": " what
	bad = 1
}

# May code in one layer include a header of another?
function may_include(from, to)
{
	return from == to || rank[to] < rank[from]
}

BEGIN {
	split("base=1 form=2 core=3 content=4 store=4 export=4 ui=4 cmd=5",
	      pairs, " ")
	for (i in pairs) {
		split(pairs[i], pair, "=")
		rank[pair[1]] = pair[2]
	}

	# header pattern -> the only files that may include it
	only["^(curses|ncurses|ncursesw/.*|term)\\.h$"] = "^src/ui/term\\.c$"
	only["^sqlite3\\.h$"] = "^(src|include/hairline)/store/"
	only["^yajl/"] = "^(src|include/hairline)/base/json(_write|_memory)?\\.[ch]$"
	only["^jansson\\.h$"] = "^$"
	only["^pcre2\\.h$"] = "^src/base/pattern\\.c$"
	only["^(cmark|ini)\\.h$"] = "^(src|include/hairline)/content/"
	only["^xlsxwriter(\\.h|/)"] = "^src/export/xlsx\\.c$"
	only["^qrencode\\.h$"] = "^src/core/qr\\.c$"

	# what only cmd may do, but for the reading of keys
	calls = "(time|clock_gettime|gettimeofday|sleep|usleep|nanosleep" \
		"|localtime_r|localtime|w?getch|wget_wch|get_wch)"
}

{
	split($0, part, ":")
	file = part[1]
	line = part[2]
	code = substr($0, length(file) + length(line) + 4)
	from = layer_of(file)
}

!(from in rank) { say("is in no layer: " from) }

code ~ /^#[ \t]*include/ {
	header = code
	sub(/^#[ \t]*include[ \t]*[<"]/, "", header)
	sub(/[>"].*/, "", header)
	if (header ~ /^hairline\//) {
		to = header
		sub(/^hairline\//, "", to)
		sub(/\/.*/, "", to)
		if (!may_include(from, to))
			say(from " must not include " header)
	} else if (code ~ /"/) {
		say("write it as \"hairline/layer/" header "\"")
	}
	for (pattern in only)
		if (header ~ pattern && file !~ only[pattern])
			say(header " is only for " only[pattern])
}

from != "cmd" && code ~ "(^|[^A-Za-z0-9_.>])" calls "[ \t]*\\(" {
	if (file != "src/ui/term.c" || code !~ /get_?w?ch/)
		say("below cmd nothing knows the time, waits or reads keys")
}

END { exit bad }
'
