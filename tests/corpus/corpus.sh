#!/bin/sh
# Every questionnaire of a folder through check, eval and walk; then, where
# pairs are given, every published response, against the table pairs.tsv
# beside this script, which says what becomes of each and why.
#
#   corpus.sh PROGRAM CONTENT FORMS [PAIRS.tsv]
#
# PAIRS.tsv has a line "questionnaire<TAB>response" each; the responses lie in
# the folder of its name without ".tsv".
set -eu

program=$1
content=$2
forms=$3
pairs=${4:-}
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
bad=0

printf '%s' '{"resourceType":"QuestionnaireResponse","status":"in-progress"}' \
	>"$scratch/empty.json"

# Run a command; its exit status goes to $status.
try() {
	status=0
	"$program" form "$@" >"$scratch/out" 2>"$scratch/err" || status=$?
}

# One line a form; what ends in another way than 0, 1 or 2 is a failure.
try_form() {
	try check "$1" --json
	check=$status
	errors=$(grep -c '"severity":"error"' "$scratch/out" || true)
	try eval "$1" "$scratch/empty.json"
	eval=$status
	try walk "$1" --content "$content" --visits "${VISITS:-100}" --json
	walk=$status
	finished=$(sed -n 's/^ *"finished": \([0-9]*\).*/\1/p' "$scratch/out")
	case $check$eval$walk in
	[01][01]0) verdict=ok ;;
	122) verdict=refused ;;
	*)
		verdict=FAILED
		bad=1
		;;
	esac
	printf '%-8s %5s %5s %5s %8s  %s\n' "$verdict" "$errors" "$eval" \
		"$walk" "${finished:--}" "$(basename "$1" .json)"
	echo "$verdict" >>"$scratch/verdicts"
}

# What is said of a response, without its place, in one line.
said() {
	sed -e 's/^.*json:[0-9]*:[0-9]*: //' -e 's/^.*json: error: /error: /' \
		-e 's/^error: //' "$scratch/err" | awk '
		{ text = text (NR > 1 ? "; " : "") $0 }
		END { print text }'
}

try_pair() {
	response=$folder/$2
	form=$forms/$1
	[ -f "$form" ] || form=$folder/$1
	try eval "$form" "$response"
	result=$status
	reason=$(said)
	if [ "$result" -lt 2 ]; then
		cp "$scratch/out" "$scratch/once.json"
		try eval "$form" "$scratch/once.json"
		if ! cmp -s "$scratch/out" "$scratch/once.json"; then
			echo "evaluating twice differs: $2"
			bad=1
		fi
	fi
	printf '%s\t%s\t%s\n' "$2" "$result" "$reason" >>"$scratch/pairs"
}

echo "verdict  errors eval walk finished  form"
for form in "$forms"/*.json; do
	try_form "$form"
done
echo
sort "$scratch/verdicts" | uniq -c

if [ -n "$pairs" ]; then
	folder=${pairs%.tsv}
	tab=$(printf '\t')
	while IFS=$tab read -r form response _; do
		[ "$form" = questionnaire ] || try_pair "$form" "$response"
	done <"$pairs"
	grep -v '^#' "$here/pairs.tsv" | cut -f 1-3 >"$scratch/expected"
	if diff "$scratch/expected" "$scratch/pairs" >"$scratch/diff"; then
		echo "$(wc -l <"$scratch/pairs") responses: each as the table says"
	else
		echo "responses that are not as the table says (< table, > now):"
		cat "$scratch/diff"
		bad=1
	fi
fi
exit "$bad"
