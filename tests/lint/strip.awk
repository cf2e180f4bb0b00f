# Blank out comments and, unless keep=1, what stands between quotes, so that
# what is left can be searched; every line keeps its number.  A comment of the
# other kind stays as "//".  Reads C.

FNR == 1 { in_comment = 0 }

function blank_comment(line,	end)
{
	end = index(line, "*/")
	in_comment = end == 0
	return end == 0 ? "" : substr(line, end + 2)
}

function quoted_length(line, quote,	i, c)
{
	for (i = 2; i <= length(line); i++) {
		c = substr(line, i, 1)
		if (c == "\\")
			i++
		else if (c == quote)
			break
	}
	return i
}

{
	rest = $0
	out = ""
	while (rest != "") {
		if (in_comment) {
			rest = blank_comment(rest)
			continue
		}
		c = substr(rest, 1, 1)
		two = substr(rest, 1, 2)
		if (two == "/*") {
			in_comment = 1
			rest = substr(rest, 3)
		} else if (two == "//") {
			out = out "//"
			rest = ""
		} else if ((c == "\"" || c == "'") && $0 !~ /^#include/) {
			len = quoted_length(rest, c)
			out = out (keep ? substr(rest, 1, len) : c c)
			rest = substr(rest, len + 1)
		} else {
			out = out c
			rest = substr(rest, 2)
		}
	}
	printf "%s:%d: %s\n", FILENAME, FNR, out
}
