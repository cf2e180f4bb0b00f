#!/bin/sh
# Take README's pictures of the real kiosk in a real terminal.
#
#   pictures.sh PROGRAM
#
# They go to tests/data/pictures/; each starts with a new visitor.
set -eu

# A picture's name and the keys that lead to it, as xterm.sh knows them.
answers='1 1 2 1 Return 2 7 Return 6 Return 6 Return 1 Return 7 Return
	6 Return 7 Return 2 1'
details='Return 4 type:Mary space type:Holloway Return type:01632960455 Return
	Return Down Return Return Return'
pictures() {
	picture welcome ''
	picture question 'Return 1 1'
	picture outcome "Return $answers Return"
	picture book "$details 1 2 Return 2 1"
	picture faq 'Return f'
}

if [ $# -ne 1 ]; then
	echo "usage: pictures.sh PROGRAM" >&2
	exit 2
fi
program=$1
root=$(cd "$(dirname "$0")/../.." && pwd)

picture() {
	echo "tests/data/pictures/$1.png"
	sh "$root/tests/support/xterm.sh" \
		"$root/tests/data/pictures/$1.png" 100x31 'DejaVu Sans Mono' \
		11 "$2" -- "$program" --content "$root/assets"
}

pictures
