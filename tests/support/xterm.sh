#!/bin/sh
# Take a picture of a program in a real xterm, on a display of its own.
#
#   xterm.sh OUT.png COLSxROWS FONT SIZE "KEYS" -- PROGRAM [ARGUMENT...]
#
# KEYS are names as xdotool knows them, separated by blanks: "Return 1 F3";
# "type:word" types a word.  After the first frame and after each key the
# picture has to come to rest.  The program sees an empty HOME and little else
# of the environment.  Exit 1, with a word on why, when there is no picture.
set -eu

usage() {
	sed -n 's/^# *\(xterm.sh .*\)/usage: \1/p' "$0" >&2
	exit 2
}

[ "${6-}" = -- ] || usage
out=$1 size=$2 font=$3 points=$4 keys=$5
shift 6
[ $# -gt 0 ] || usage

work=$(mktemp -d)
server=
terminal=

# A server that is asleep as the signal comes may never look at it.
stop_server() {
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		kill "$server" 2>/dev/null || return 0
		sleep 0.1
	done
	kill -KILL "$server" 2>/dev/null || true
}

clean_up() {
	status=$?
	trap - EXIT
	# Each may be gone already; a kiosk may not care that its terminal is.
	program=$(cat "$work/pid" 2>/dev/null || true)
	[ -z "$program" ] || kill -KILL "$program" 2>/dev/null || true
	[ -z "$terminal" ] || kill "$terminal" 2>/dev/null || true
	[ -z "$server" ] || stop_server
	wait
	rm -rf "$work"
	exit "$status"
}
trap clean_up EXIT
trap 'exit 1' HUP INT TERM

fail() {
	echo "xterm.sh: $*" >&2
	for log in server terminal program; do
		[ ! -s "$work/$log" ] || sed "s/^/  $log: /" "$work/$log" >&2
	done
	exit 1
}

# The server picks a display that is free and tells its number.
start_server() {
	mkfifo "$work/display"
	Xvfb -displayfd 3 -screen 0 2560x1600x24 -dpi 96 -nolisten tcp \
		-noreset 3>"$work/display" >"$work/server" 2>&1 &
	server=$!
	DISPLAY=:$(timeout 20 head -n 1 "$work/display") ||
		fail "the X server does not start"
	[ "$DISPLAY" != : ] || fail "the X server does not start"
	export DISPLAY
}

start_terminal() {
	mkdir "$work/home"
	# shellcheck disable=SC2016 # for the inner shell
	env -i DISPLAY="$DISPLAY" HOME="$work/home" LC_ALL=C.UTF-8 \
		PATH=/usr/local/bin:/usr/bin:/bin \
		xterm -u8 -tn xterm-256color -fa "$font" -fs "$points" \
		-geometry "$size+0+0" -b 0 -bw 0 +sb \
		-xrm 'XTerm*cursorBlink: false' \
		-e sh -c 'echo $$ >"$0/pid"; exec "$@" 2>"$0/program"' \
		"$work" "$@" \
		>"$work/terminal" 2>&1 &
	terminal=$!
}

# Say "yes" as long as a deadline, in tenths of a second, is not over.
tries_left() {
	tries=$((tries - 1))
	[ "$tries" -ge 0 ] || return 1
	kill -0 "$terminal" 2>/dev/null || fail "the program has ended"
	sleep 0.1
}

find_window() {
	tries=200
	until window=$(timeout 10 xdotool search --onlyvisible \
		--class xterm 2>/dev/null); do
		tries_left || fail "no window of xterm"
	done
}

# Of a window that is gone, import would ask somebody to click on another.
shoot() {
	timeout 10 import -silent -window "$window" "$1" 2>/dev/null ||
		fail "the program has ended"
}

look() {
	shoot "rgb:$work/now"
	seen=$(cksum <"$work/now")
}

# Wait until the picture is another one than it was; it may well stay so.
wait_for_change() {
	before=$1
	tries=20
	look
	while [ "$seen" = "$before" ] && tries_left; do
		look
	done
}

# Three pictures alike, one after the other, are at rest.
wait_for_rest() {
	tries=50
	alike=0
	look
	while [ "$alike" -lt 2 ]; do
		tries_left || return 0
		before=$seen
		look
		[ "$seen" = "$before" ] && alike=$((alike + 1)) || alike=0
	done
}

# A terminal in which nothing is written has two colours, with its cursor.
wait_for_first_frame() {
	tries=200
	until shoot "$work/first.png" &&
		[ "$(identify -format %k "$work/first.png")" -gt 3 ]; do
		tries_left || fail "the program shows nothing"
	done
	wait_for_rest
}

press() {
	before=$seen
	case $1 in
	type:*) timeout 10 xdotool type --delay 30 "${1#type:}" ;;
	*) timeout 10 xdotool key "$1" ;;
	esac
	wait_for_change "$before"
	wait_for_rest
}

start_server
start_terminal "$@"
find_window
# Without a window manager the keys go to the window under the pointer.
timeout 10 xdotool mousemove --window "$window" 1 1
wait_for_first_frame
for key in $keys; do
	press "$key"
done
mkdir -p "$(dirname "$out")"
shoot "$work/last.png"
convert "$work/last.png" -strip -define png:exclude-chunks=date,time \
	-define png:compression-level=9 "$out"
