#!/bin/sh
# Read the booking code off a real xterm, as a phone would off the screen.
#
#   xterm_code.sh PROGRAM
#
# Three fonts, three sizes: the smaller screens draw it with half blocks, the
# larger ones with two blanks a module.  Exit 1 when one of them is not read.
set -eu

fonts='DejaVu Sans Mono
Liberation Mono
Hack'
sizes='80x24 9
100x31 11
120x42 13'
keys='Return 3'

if [ $# -ne 1 ]; then
	echo "usage: xterm_code.sh PROGRAM" >&2
	exit 2
fi
program=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
link=$(sed -n 's/^link = //p' "$root/assets/clinic.ini")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

# A missing font would be replaced by another one without a word.
is_installed() {
	[ -n "$(fc-list "$1" family)" ]
}

# read_code FONT COLSxROWS POINTS
read_code() {
	is_installed "$1" || {
		echo "FAILED $*: the font is not installed"
		return 1
	}
	sh "$root/tests/support/xterm.sh" "$work/code.png" "$2" "$1" "$3" \
		"$keys" -- "$program" --content "$root/assets" || return 1
	read=$(zbarimg --nodbus -q --raw "$work/code.png" || true)
	[ "$read" = "$link" ] || {
		echo "FAILED $*: read \"$read\", not \"$link\""
		return 1
	}
	echo "OK $*"
}

# The loops read from a here-document: they must run in this shell.
failed=0
while read -r font; do
	while read -r size points; do
		read_code "$font" "$size" "$points" </dev/null || failed=1
	done <<-END
		$sizes
	END
done <<END
$fonts
END
exit "$failed"
