#!/bin/sh
# The program's words live in assets/, and none of them promises anything.
set -eu

bad=0

# A literal with a word and a space is a sentence somebody would read.  What
# term.c says goes to staff: the screen is not open yet.
find src/ui -name '*.c' ! -name term.c -exec awk -v keep=1 -f tests/lint/strip.awk {} + |
	grep -vE '^[^:]*:[0-9]+: #[ 	]*include' |
	awk '
	{
		rest = $0
		sub(/^[^:]*:[0-9]+: /, "", rest)
		while (match(rest, /"([^"\\]|\\.)*"/)) {
			word = substr(rest, RSTART, RLENGTH)
			rest = substr(rest, RSTART + RLENGTH)
			shown = word
			gsub(/%[-+ 0-9.*]*[a-z]+/, "", shown)
			if (shown ~ /[A-Za-z][A-Za-z]/ && shown ~ / /) {
				print $0 "   <- belongs in text.ini"
				bad = 1
			}
		}
	}
	END { exit bad }' || bad=1

# Only a person who looks at the scalp may say any of these.
english='safe|suitable|cleared|approved|guaranteed?|guarantees?'
spanish='seguro|segura|seguros|seguras|apto|apta|adecuado|adecuada'
spanish="$spanish|aprobado|aprobada|garantizado|garantizada|garantizamos"
for file in assets/*/text.ini; do
	[ -f "$file" ] || continue
	if LC_ALL=C.UTF-8 grep -HniwE "$english|$spanish" "$file"; then
		echo "  <- a word that no screen may say"
		bad=1
	fi
done
exit "$bad"
