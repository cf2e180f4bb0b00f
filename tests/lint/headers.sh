#!/bin/sh
# Every header stands alone and is guarded; every source has its header, its
# test and its word in README's code map.
set -eu

bad=0

say() {
	echo "$1"
	bad=1
}

# What a header alone gives the compiler; tables of macros declare nothing.
compiles_alone() {
	printf '#include "%s"\nextern int nothing;\n' "${1#include/}" |
		${CC:-gcc} -std=c11 -Wall -Wextra -Wpedantic -Werror \
			-Iinclude -D_GNU_SOURCE -fsyntax-only -x c -
}

check_header() {
	guard=$(printf %s "${1#include/}" | tr 'a-z/.' 'A-Z__')
	if ! grep -q "^#ifndef $guard\$" "$1" ||
		! grep -q "^#define $guard\$" "$1"; then
		say "$1: has no guard $guard"
	fi
	compiles_alone "$1" || say "$1: does not compile alone"
}

# $1 is a source without src/ and .c.  A screen's header is ui/screen.h; a part
# of a module in src/ui may share the header of the whole: app_draw has app.h.
check_source() {
	case $1 in
	cmd/* | ui/*_screen) return ;;
	ui/*_*)
		[ -f "include/hairline/${1%_*}.h" ] && return
		;;
	esac
	[ -f "include/hairline/$1.h" ] ||
		say "src/$1.c: has no include/hairline/$1.h"
	case $1 in
	ui/*) return ;;
	esac
	grep -rqF "\"hairline/$1.h\"" tests/unit ||
		[ -f "tests/unit/${1#*/}_test.c" ] ||
		say "src/$1.c: has no test in tests/unit"
	[ -z "$map" ] || printf '%s\n' "$map" | grep -qw "${1#*/}" ||
		say "src/$1.c: is not in README.md's code map"
}

map=
if [ -f README.md ]; then
	map=$(awk '/^#/ { here = tolower($0) ~ /code map/ } here' README.md)
fi
[ -n "$map" ] || say "README.md: has no section \"Code map\""

for header in $(find include/hairline -name '*.h' | sort); do
	check_header "$header"
done
for source in $(find src -name '*.c' | sort); do
	source=${source#src/}
	check_source "${source%.c}"
done
exit "$bad"
