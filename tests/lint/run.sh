#!/bin/sh
# Run every lint step; the name of a step is the name of its file.
set -u

cd "$(dirname "$0")/../.." || exit 1
passed=0
failed=0
for step in layers banned length headers words scripts format state analyse; do
	if said=$(sh "tests/lint/$step.sh" 2>&1); then
		passed=$((passed + 1))
		echo "$step: OK"
	else
		failed=$((failed + 1))
		echo "$step: FAILED"
		printf '%s\n' "$said" | sed 's/^/  /'
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
