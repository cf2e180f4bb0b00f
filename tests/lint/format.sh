#!/bin/sh
# All C is laid out as `make format` does it.
set -eu

wrong=$(
	find src include tests -name '*.[ch]' -print0 |
		xargs -0 -P "$(nproc)" -n 16 clang-format --dry-run \
			--style=file:tests/lint/clang-format 2>&1 |
		sed -n 's/^\([^ :]*\):\([0-9]*\):.*clang-format-violations.*/\1:\2/p' |
		sort -u -t: -k1,1
)
[ -n "$wrong" ] || exit 0
printf '%s\n' "$wrong" | sed 's/$/: is laid out differently by "make format"/'
exit 1
