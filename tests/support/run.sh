#!/bin/sh
# Run test programs one after the other; show the output of those that fail.
set -u

failed=0
passed=0
for program in "$@"; do
	log=$program.log
	if "$program" >"$log" 2>&1; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		echo "FAILED $program"
		cat "$log"
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
