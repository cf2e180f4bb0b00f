#!/bin/sh
# Run test programs, as many at a time as there are processors; show the
# output of those that fail.
set -u

# shellcheck disable=SC2016 # it is the inner shell that expands
run_one='"$0" >"$0.log" 2>&1 && exit
	(echo "FAILED $0"; cat "$0.log") >&2
	exit 1'

if printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" sh -c "$run_one"; then
	echo "all $# passed"
else
	echo "of $#, those above failed" >&2
	exit 1
fi
