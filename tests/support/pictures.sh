#!/bin/sh
# Take README's pictures of the real kiosk in a real terminal.
#
#   pictures.sh PROGRAM
#
# They go to tests/data/pictures/.  Each starts with a new visitor; what one of
# them leaves is at the reception desk with the leads of desk.jsonl there.
set -eu

# A picture's name and the keys that lead to it, as xterm.sh knows them.
answers='1 1 2 1 Return 2 7 Return 6 Return 6 Return 1 Return 7 Return
	6 Return 7 Return 2 1'
details='2 type:Mary space type:Holloway Return type:01632960455 Return
	Return Down Return Return Return'
pictures() {
	picture welcome ''
	picture question 'Return 1 1'
	picture outcome "Return $answers Return"
	picture faq 'Return f'
	picture book "Return $answers Return $details 1 2 3 Return 2 1"
	picture desk 'Down Down Down Down' 130x34 10 desk
}

if [ $# -ne 1 ]; then
	echo "usage: pictures.sh PROGRAM" >&2
	exit 2
fi
program=$1
root=$(cd "$(dirname "$0")/../.." && pwd)

data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
"$program" leads import "$root/tests/data/pictures/desk.jsonl" \
	--content "$root/assets" --data "$data" >"$data/said"

# picture NAME KEYS [SIZE POINTS COMMAND]
picture() {
	echo "tests/data/pictures/$1.png"
	sh "$root/tests/support/xterm.sh" \
		"$root/tests/data/pictures/$1.png" "${3-100x31}" \
		'DejaVu Sans Mono' "${4-11}" "$2" -- "$program" "${5-kiosk}" \
		--content "$root/assets" --data "$data"
}

pictures
