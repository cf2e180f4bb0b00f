#!/bin/sh
# What the style does not allow in a line of C.
set -eu

bad=0
banned='sprintf|vsprintf|strcpy|strcat|strncpy|strncat|strtok|atoi|atol'
banned="$banned|gets|system|popen|alloca|execl|execlp|execvp"

# Run a search and report what it finds.
refuse() {
	if found=$(grep -nE "$2" "$3"); then
		printf '%s\n' "$found" | sed "s/^[0-9]*://; s/\$/   <- $1/"
		bad=1
	fi
}

code=$(mktemp)
trap 'rm -f "$code"' EXIT
find src include tests -name '*.[ch]' -exec awk -f tests/lint/strip.awk {} + \
	>"$code"
refuse "a banned function" "(^|[^A-Za-z0-9_])($banned)[ 	]*\\(" "$code"
refuse "a // comment" '//' "$code"

if grep -rnE 'TODO|FIXME|XXX[^X]' --include='*.[ch]' src include; then
	echo "  <- unfinished work has no place here"
	bad=1
fi
if grep -rnE '[ 	]+$' --include='*.[ch]' --include='*.sh' src include \
	tests; then
	echo "  <- space at the end of a line"
	bad=1
fi

LC_ALL=C
export LC_ALL
# shellcheck disable=SC2016 # awk's own
find src include tests -name '*.[ch]' -exec awk '
{
	line = $0
	width = 0
	gsub(/[\200-\277]/, "", line) # a character is its first byte
	for (i = 1; i <= length(line); i++)
		width += substr(line, i, 1) == "\t" ? 8 - width % 8 : 1
	if (width > 80) {
		print FILENAME ":" FNR ": has " width " columns, 80 is most"
		bad = 1
	}
}
END { exit bad }' {} + || bad=1
exit "$bad"
