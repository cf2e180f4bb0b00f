#!/bin/sh
# No variable lives longer than a call: an object file of ours has nothing in
# its writable sections.  (Tables are const; what is const but holds addresses
# is in .data.rel.ro.)
set -eu

objects=$(mktemp -d)
trap 'rm -rf "$objects"' EXIT

# shellcheck disable=SC2016 # the inner shell expands these
find src -name '*.c' -print0 | xargs -0 -P "$(nproc)" -n 4 sh -c '
for source; do
	object=$0/$(printf %s "$source" | tr / -).o
	${CC:-gcc} -std=c11 -O0 -fPIE -w -fmax-errors=1 -Iinclude -D_GNU_SOURCE \
		-DNCURSES_WIDECHAR=1 -DHAIRLINE_VERSION="\"0\"" \
		-DHAIRLINE_CONTENT="\"/\"" -c -o "$object" "$source" || exit 1
done' "$objects" || {
	echo "a source does not compile"
	exit 1
}

objdump -t "$objects"/*.o | awk '
/file format/ {
	file = $1
	sub(/:$/, "", file)
	sub(/.*\//, "", file)
	sub(/\.o$/, "", file)
	gsub(/-/, "/", file)
}
/ O (\.data|\.bss|\.tdata|\.tbss|\*COM\*)[ \t]/ {
	print file ": " $NF " is a variable outside of any call"
	bad = 1
}
END { exit bad }'
